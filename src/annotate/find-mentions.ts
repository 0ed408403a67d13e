import { directionAt } from "./adjectives";
import { evidenceOf } from "./evidence";
import { weighGovernment } from "./government";
import type { Mention } from "./mention";
import { jointNameAt, MisspeltNames } from "./misspelt";
import type { Reader } from "./reader";
import { SHAPE } from "./tokens";
import { readUnits } from "./units";

/** Mentions with less evidence are dropped before their neighbours are asked. */
const HOPELESS = -7;

/** All mentions of a text that are not hopeless, in order, with the evidence of their own words and of those beside them. */
export function findMentions(reader: Reader): Mention[] {
  const { shape, capitals, capitalCount } = reader.tokens;
  const misspelt = new MisspeltNames(reader);
  const mentions: Mention[] = [];
  let last = -1;
  for (let capital = 0; capital < capitalCount; capital++) {
    const token = capitals[capital];
    if (token <= last || shape[token] === SHAPE.INITIAL) continue;
    let mention = reader.mentionAt(token);
    if (!mention || mention.last === token) mention = jointNameAt(reader, token) ?? mention;
    if (mention) misspelt.supplement(mention);
    else mention = directionAt(reader, token) ?? misspelt.at(token);
    while (mention) {
      const lastRead = mention.last;
      if (isLikely(reader, mention)) {
        mentions.push(mention);
        last = mention.last;
        break;
      }
      // "Новий Донбас" may be no name where "Новий" or "Донбас" is one.
      mention = lastRead > token ? reader.mentionAt(token, 1) : undefined;
    }
  }
  return mentions;
}

function isLikely(reader: Reader, mention: Mention): boolean {
  if (!readUnits(reader, mention)) return false;
  weighGovernment(reader, mention);
  mention.evidence = evidenceOf(reader, mention);
  return mention.evidence > HOPELESS;
}
