import { SAYS } from "./context-words";
import type { Mention } from "./mention";
import type { Reader } from "./reader";
import { SHAPE } from "./tokens";

/** Russian prepositions that govern the instrumental: "под Дзержинском" is of Дзержинск, since Дзержинское would be Дзержинским. */
const INSTRUMENTAL: ReadonlySet<string> = new Set(["под", "над", "за", "между", "перед", "с", "со"]);
/** And the prepositional: "в Дзержинском" is of Дзержинское, since Дзержинск would be Дзержинске. */
const PREPOSITIONAL: ReadonlySet<string> = new Set(["в", "во", "на", "о", "об", "при"]);

/** The form that a noun in -ск has in the one case and an adjective in -ский, -ское in the other. */
const EITHER_CASE = /[сц]ком$/u;
const NOUN = /[сц]к$/u;
const ADJECTIVE = /[сц]к(?:ое|ий|ой)$/u;

/** Longest way back to the preposition, over the members of a list, in words. */
const FARTHEST = 24;
/** Nats that a name loses whose form the preposition does not allow. */
const NOT_GOVERNED = -3;

/** Weakens the places whose names would stand in another form behind the preposition that governs a mention. */
export function weighGovernment(reader: Reader, mention: Mention): void {
  if (mention.lang === "" || mention.lang === "uk" || !EITHER_CASE.test(mention.lower)) return;
  const preposition = governing(reader, mention.first);
  const wrong = INSTRUMENTAL.has(preposition) ? ADJECTIVE : PREPOSITIONAL.has(preposition) ? NOUN : undefined;
  if (wrong === undefined) return;
  mention.places = mention.places.map((named) =>
    wrong.test(reader.lexicon.textOf(named)) ? { ...named, nats: named.nats + NOT_GOVERNED } : named,
  );
}

/** The preposition before a name or before the list that it is in, in lower case; empty for none. */
function governing(reader: Reader, first: number): string {
  const { shape, sentence } = reader.tokens;
  for (let token = first - 1; token >= 0 && token >= first - FARTHEST; token--) {
    if (sentence[token] !== sentence[first]) return "";
    const { lower, says } = reader.known(token);
    if (INSTRUMENTAL.has(lower) || PREPOSITIONAL.has(lower)) return lower;
    if (shape[token] === SHAPE.LOWER && !(says & SAYS.CONJUNCTION)) return "";
  }
  return "";
}
