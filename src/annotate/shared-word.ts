import { SAYS } from "./context-words";
import type { Reader } from "./reader";
import { GAP, SHAPE } from "./tokens";

const PLURAL =
  /^(?:област(?:ей|ях|ям|ями|і|и)|район(?:ів|ах|ам|ами|и|ов|ы)|громад(?:ах|ам)?|regions|oblasts|districts|provinces|raions|rayons|напрям(?:к?и|к?ах|к?ів|к?ам)|направлени(?:я|ях|й|ям)|directions|axes|fronts)$/u;

/** Longest way from an adjective to the unit word that it shares with others, in words. */
const FARTHEST = 10;

/**
 * The unit or direction word that a name is followed by, on its own or shared: "Донецької та Луганської областей".
 *
 * @param last the last word of the name
 * @returns the word, or -1
 */
export function sharedWord(reader: Reader, last: number): number {
  const { tokens } = reader;
  let joined = false;
  for (let token = last + 1; token < Math.min(tokens.count, last + 1 + FARTHEST); token++) {
    const gap = tokens.gap[token];
    if (gap & ~(GAP.SPACE | GAP.NEWLINE | GAP.COMMA | GAP.HYPHEN)) return -1;
    const says = reader.says(token);
    if (says & (SAYS.UNIT | SAYS.DIRECTION)) {
      if (gap & GAP.COMMA) return -1;
      const direct = token === last + 1;
      return direct || (joined && PLURAL.test(reader.known(token).lower)) ? token : -1;
    }
    if (gap & GAP.COMMA || says & SAYS.CONJUNCTION) joined = true;
    else if (tokens.shape[token] === SHAPE.LOWER) return -1;
    else if (!joined) return -1;
  }
  return -1;
}
