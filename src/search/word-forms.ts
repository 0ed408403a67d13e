import { foldInto, type LatinReading, MAX_FOLD, otherReadings } from "../text/fold";
import { baseForms } from "../text/inflection";
import { type KeyWalk, WALK_DEAD, WALK_START } from "./key-walk";

/** One way to read a word of a text: as it stands, or as a case form of another. */
export interface WordForm {
  /** The word as the gazetteer may have it, in lower case. */
  text: string;
  /** Natural log of how likely the word is this form, at most 0. */
  nats: number;
  /** The folded codes, for going on with a walk. */
  codes: Uint8Array;
  /** The walk after this word as the first of a name; `WALK_DEAD` when no name begins with it. */
  state: number;
}

/** What a base form takes off, beside the word as it stands. */
const INFLECTED = -0.65;
const READING: Record<LatinReading, number> = {
  english: 0,
  slavic: -1.2,
  german: -1.6,
  french: -2,
  scholarly: -1.2,
  hungarian: -2.5,
  spanish: -2.5,
};

/** No ending and no alternation reaches further back than this many folded letters. */
const LONGEST_CHANGE = 5;

const scratch = new Uint8Array(MAX_FOLD);

/**
 * The forms of a word that the gazetteer may hold. This is the only place where annotating meets `text/inflection.ts` and `text/fold.ts`:
 * another way to make base forms changes this function and nothing else.
 *
 * @param word in lower case, apostrophes as written
 * @param lang language whose case endings are read, or both where it is not known; "" for Latin letters
 * @param all also those with which no name begins: the second and third word of a name need them
 *
 * @example
 * wordForms(walk, "бахмутом", "uk") // [{ text: "бахмут", … }]
 */
export function wordForms(walk: KeyWalk, word: string, lang: "uk" | "ru" | "uk+ru" | "", all: boolean): WordForm[] {
  const forms: WordForm[] = [];
  const add = (text: string, reading: LatinReading, nats: number): void => {
    const length = foldInto(text, scratch, reading);
    if (length === 0) return;
    const state = walk.advance(WALK_START, scratch, 0, length);
    if (state === WALK_DEAD && !all) return;
    forms.push({ text, nats, codes: scratch.slice(0, length), state });
  };
  if (lang === "") {
    // "Ukraine's" is Ukraine; "People's" in a longer name stays what it is.
    const owner = /^(.+)['’ʼ]s?$/u.exec(word);
    if (owner) add(owner[1], "english", 0);
    if (!owner || all) add(word, "english", 0);
    for (const reading of otherReadings(word)) add(owner ? owner[1] : word, reading, READING[reading]);
    return forms;
  }
  let least = 0;
  if (!all) {
    const length = foldInto(word, scratch);
    const read = walk.reach(scratch, length);
    if (read < Math.max(1, length - LONGEST_CHANGE)) return forms;
    least = firstUnread(word, read);
  }
  add(word, "english", 0);
  for (const rules of ["uk", "ru"] as const) {
    if (lang !== rules && lang !== "uk+ru") continue;
    for (const base of baseForms(word, rules))
      if (!startAlike(base.text, word, least)) add(base.text, "english", INFLECTED + base.nats);
  }
  return forms;
}

/**
 * How many letters of the word can be read before no key begins so; `word.length + 1` when all can. Base forms that share so many
 * letters with the word need not be looked up.
 */
function firstUnread(word: string, read: number): number {
  for (let letters = Math.max(1, word.length - LONGEST_CHANGE); letters <= word.length; letters++)
    // One code may still change with the letter behind it: тс, ие.
    if (foldInto(word.slice(0, letters), scratch) > read + 1) return letters;
  return word.length + 1;
}

const startAlike = (one: string, other: string, letters: number): boolean =>
  letters > 0 && one.length >= letters && other.length >= letters && one.startsWith(other.slice(0, letters));
