import { SAYS } from "./context-words";
import type { Reader } from "./reader";
import { GAP, SHAPE } from "./tokens";

const PLURAL =
  /^(?:област(?:ей|ях|ям|ями|і|и)|район(?:ів|ах|ам|ами|и|ов|ы)|округ(?:ов|ах|ам|ами|а)|громад(?:и|ах|ам|ами)?|кра(?:я|ев|ёв|ях)|regions|oblasts|districts|provinces|raions|rayons|напрям(?:и|ів|ам|ами|ах)|напрямк(?:и|ах|ів|ам|ами)|направлени(?:я|ях|й|ям|ями)|directions|axes|fronts|фронт(?:и|ы|ів|ов|ах))$/u;

/** Longest way from an adjective to the unit word that it shares with others, in words. */
const FARTHEST = 16;

/** Numbers in words, up to a score: "по шесть над Орловской и Тульской областями", "six over". */
const NUMBER =
  /^(?:од[ин]\p{L}*|дв[аеоі]\p{L}*|тр[иьё]\p{L}*|чотир\p{L}+|четыр\p{L}+|п['’]?ят\p{L}+|ш[іе]ст\p{L}+|с[іе]м[иь]?\p{L}*|в[іо]с[іе]?[мь]\p{L}+|дев['’]?ят\p{L}+|десят\p{L}+|ще|ещё|еще|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty|another|more)$/u;

/** What may stand between the members of a list, behind its first comma or "and": "12 над Брянской, 10 над Курской". */
const IN_LIST = GAP.SPACE | GAP.NEWLINE | GAP.COMMA | GAP.HYPHEN | GAP.DIGIT | GAP.DASH;
const BEFORE_LIST = GAP.SPACE | GAP.NEWLINE | GAP.COMMA | GAP.HYPHEN;

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
    if (gap & ~(joined || gap & GAP.COMMA ? IN_LIST : BEFORE_LIST)) return -1;
    const says = reader.says(token);
    if (says & (SAYS.UNIT | SAYS.DIRECTION)) {
      if (gap & GAP.COMMA) return -1;
      const direct = token === last + 1;
      return direct || (joined && PLURAL.test(reader.known(token).lower)) ? token : -1;
    }
    if (gap & GAP.COMMA || says & SAYS.CONJUNCTION) joined = true;
    else if (!joined) return -1;
    else if (tokens.shape[token] === SHAPE.LOWER && !isBetweenMembers(reader, token)) return -1;
  }
  return -1;
}

/** How far back the unit or direction word is that a later member of the sentence leaves out, in words. */
const FARTHEST_BACK = 60;

/**
 * The unit or direction word that a dash stands for: "на Лиманському напрямку ворог атакував двічі, на Сіверському — тричі".
 *
 * @returns the word, or -1
 */
export function elidedWord(reader: Reader, first: number, last: number): number {
  const { sentence, gap, count } = reader.tokens;
  if (last + 1 >= count || !(gap[last + 1] & GAP.DASH) || first === 0 || !ON.test(reader.known(first - 1).lower))
    return -1;
  for (
    let token = first - 2;
    token >= 0 && token > first - FARTHEST_BACK && sentence[token] === sentence[first];
    token--
  )
    if (reader.says(token) & (SAYS.UNIT | SAYS.DIRECTION)) return token;
  return -1;
}

const ON = /^(?:на|в|у)$/u;

function isBetweenMembers(reader: Reader, token: number): boolean {
  return (
    (reader.says(token) & (SAYS.PREPOSITION | SAYS.WEAK_PREPOSITION)) !== 0 || NUMBER.test(reader.known(token).lower)
  );
}
