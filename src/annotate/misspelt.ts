import { SAYS } from "./context-words";
import { type Mention, mentionOf, prominenceOf } from "./mention";
import type { Reader } from "./reader";
import { GAP, SHAPE } from "./tokens";
import { genericOf } from "./units";

/** Endings of East Slavic towns and villages, in Cyrillic with those of their cases, and in any of the usual romanizations. */
const TOWN_LIKE =
  /(?:[сц]ьк|[вн]ка|ине|[сц]ьке|[сц]кое|ськ[іу]|град|город|поль|піль|ское|ове|ово|ево|ино|[сц]ке|[вн]к(?:[еиуі]|ою|ой)|[сц]ь?к(?:а|у|ом)|(?:[ое]в|н)ого|ts?k|sk|[vn]ka|[oe]vo|ino|[oei]ve|ske|skoe|skoye|oye|oe|hrad|grad|horod|gorod|pol|pil|dar|yany|any|iv)$/u;
const SHORTEST = 6;
/** Look-ups for a text: some and one more for so many words, so that a text of nothing but capital words stays cheap. */
const LOOKUPS = 40;
const WORDS_A_LOOKUP = 60;
/** Places of a mention that are compared letter by letter. */
const MOST_COMPARED = 8;
/** A town that is looked for without a generic element beside it has at least this importance. */
const PROMINENT = 3.8;
/** In Cyrillic the endings tell more, and a capital letter inside a sentence is that of a name. */
const PROMINENT_CYRILLIC = 2;

/** Finds names that are misspelt, where the words around say that a place is named. */
export class MisspeltNames {
  readonly #reader: Reader;
  #left: number;

  constructor(reader: Reader) {
    this.#reader = reader;
    this.#left = LOOKUPS + Math.floor(reader.tokens.count / WORDS_A_LOOKUP);
  }

  /** The mention of a misspelt name at a word at which no known name begins, or undefined. */
  at(first: number): Mention | undefined {
    const reader = this.#reader;
    const { tokens, lexicon } = reader;
    if (this.#left <= 0 || tokens.shape[first] !== SHAPE.CAPITALIZED) return undefined;
    if (tokens.end[first] - tokens.start[first] < SHORTEST) return undefined;
    const { lower, says, isFirstName } = reader.known(first);
    if (isFirstName || says !== 0) return undefined;
    const cue = this.#cue(first);
    if (cue === 0) return undefined;
    if (cue === 1 && !TOWN_LIKE.test(lower)) return undefined;
    let last = first;
    while (
      last + 1 < tokens.count &&
      tokens.gap[last + 1] === GAP.HYPHEN &&
      tokens.shape[last + 1] === SHAPE.CAPITALIZED
    )
      last++;
    this.#left--;
    const name = reader.text.slice(tokens.start[first], tokens.end[last]);
    const lang = reader.langOf(first);
    const places = lexicon.near(name, lang);
    if (places.length === 0) return undefined;
    const prominence = prominenceOf(lexicon, places);
    if (cue === 1 && prominence < (lang === "" ? PROMINENT : PROMINENT_CYRILLIC)) return undefined;
    const reading = { base: lower, places: [...places], prominence };
    return { ...mentionOf(reading, first, last, lang, name.toLowerCase(), false), misspelt: true };
  }

  /**
   * Adds what is an edit away to a Latin mention that only folds like a toponym: Krasnarmeysk is a spelling of nothing, and must not be
   * the Красноармейск of Саратов because a list has it so.
   */
  supplement(mention: Mention): void {
    const { lexicon } = this.#reader;
    const { places, lower, first, last } = mention;
    if (
      mention.lang !== "" ||
      first !== last ||
      this.#left <= 0 ||
      places.length > MOST_COMPARED ||
      lower.length < SHORTEST
    )
      return;
    if (places.some(({ toponym }) => lexicon.isPlain(lower, toponym))) return;
    this.#left--;
    for (const named of lexicon.near(this.#reader.word(first), "")) {
      if (places.some(({ place }) => place === named.place)) continue;
      mention.places = [...mention.places, named];
      mention.prominence = Math.max(mention.prominence, lexicon.importance(named.place) + named.nats / Math.LN10);
    }
  }

  /** 2: a generic element stands beside it; 1: a preposition or a list; 0: nothing. */
  #cue(first: number): number {
    const reader = this.#reader;
    const before = first - 1;
    if (reader.follows(first)) {
      const generic = reader.isGeneric(before) && reader.tokens.shape[before] === SHAPE.LOWER;
      if (generic || genericOf(reader, before) >= 0) return 2;
    }
    const behind = first + 1;
    if (reader.langOf(first) === "" && reader.follows(behind) && reader.says(behind) & SAYS.GENERIC) return 2;
    if (reader.startsSentence(first)) return 0;
    if (reader.follows(first)) {
      const says = reader.says(before);
      if (says & (SAYS.PREPOSITION | SAYS.GOVERNOR | SAYS.UNIT | SAYS.CONJUNCTION)) return 1;
    }
    if (reader.follows(behind) && reader.says(behind) & SAYS.CONJUNCTION) return 1;
    return reader.tokens.gap[first] & GAP.COMMA ? 1 : 0;
  }
}

/** Longest chain of towns that one word joins. */
const LONGEST_CHAIN = 4;

/**
 * A joint name that the gazetteer does not have as it stands: "Krasnoarmeysk-Dmitrovsky agglomeration". One mention with the
 * agglomeration, where one is found by its parts.
 */
export function jointNameAt(reader: Reader, first: number): Mention | undefined {
  const { tokens, lexicon, text } = reader;
  let last = first;
  while (last + 1 < tokens.count && tokens.gap[last + 1] === GAP.HYPHEN && last - first < LONGEST_CHAIN) last++;
  if (last === first || !reader.follows(last + 1) || !(reader.says(last + 1) & SAYS.JOINT)) return undefined;
  last++;
  const name = text.slice(tokens.start[first], tokens.end[last]);
  const lang = reader.langOf(first);
  const places = lexicon.near(name, lang).filter(({ place }) => lexicon.classOf(place) === "agglomeration");
  if (places.length === 0) return undefined;
  return mentionOf({ base: name, places, prominence: 5 }, first, last, lang, name.toLowerCase(), false);
}
