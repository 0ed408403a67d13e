import type { Lexicon, NamedPlace, Reading, WordLang } from "./lexicon";

/** Words of a text that may name a place. */
export interface Mention {
  /** first and last word */
  first: number;
  last: number;
  /** the last word of the name itself, before "область", "region", "direction" */
  nameLast: number;
  lang: WordLang;
  /** the words in lower case, as they stand */
  lower: string;
  /** the base form by which the likeliest place was found */
  base: string;
  places: readonly NamedPlace[];
  /** log10 of people of the likeliest place, what its name lacks taken off */
  prominence: number;
  /** nats that a place is meant; see evidence.ts */
  evidence: number;
  /** Named inside the name of something else, an organisation or a title: it tells where the text is about, and is no place itself. */
  silent: boolean;
  /** The second word lacks its capital letter. */
  lowered: boolean;
  /** The name is no known one; its places are those whose names are near. */
  misspelt: boolean;
  /** It names the direction or sector of a front: "на Лиманському напрямку". */
  isDirection: boolean;
  /** classes that the words around demand: "район", "the village of"; undefined for any */
  classes: readonly string[] | undefined;
}

/** A mention as it is read, before anything is weighed. */
export function mentionOf(
  { base, places, prominence }: Reading,
  first: number,
  last: number,
  lang: WordLang,
  lower: string,
  lowered: boolean,
): Mention {
  return {
    first,
    last,
    nameLast: last,
    lang,
    lower,
    base,
    places,
    prominence,
    evidence: 0,
    silent: false,
    lowered,
    misspelt: false,
    isDirection: false,
    classes: undefined,
  };
}

/** The prominence of the most important of some places. */
export function prominenceOf(lexicon: Lexicon, places: readonly NamedPlace[]): number {
  return Math.max(...places.map(({ place, nats }) => lexicon.importance(place) + nats / Math.LN10));
}
