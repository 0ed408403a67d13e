import { foldInto, foldLetters, foldOnto, type LatinReading, MAX_FOLD, otherReadings } from "../text/fold";
import { baseForms, eachBaseForm } from "../text/inflection";
import { type KeyWalk, WALK_DEAD, WALK_START } from "./key-walk";

/** One way to read a word of a text: as it stands, or as a case form of another. */
export interface WordForm {
  /** The word as the gazetteer may have it, in lower case. */
  text: string;
  /** Natural log of how likely the word is this form, at most 0. */
  nats: number;
  /** The folded codes of a second or third word, for going on with a walk; empty for a first one, whose walk stands at `state`. */
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

/** Words of which the fold is known letter by letter; longer ones are no names. */
const PLAIN_CYRILLIC = /^[а-яёєіїґ'’ʼ]{1,64}$/;
const APOSTROPHES = "'’ʼ";

const NO_CODES = new Uint8Array(0);

const codes = new Uint8Array(MAX_FOLD);
const states = new Float64Array(MAX_FOLD + 1);
/** how many codes each beginning of the word has, and the last of them */
const ends = new Uint16Array(MAX_FOLD);
const lasts = new Uint8Array(MAX_FOLD);
/** codes of a base form */
const baseCodes = new Uint8Array(MAX_FOLD);

/**
 * The forms of a word that the gazetteer may hold. This is the only place where annotating meets `text/inflection.ts` and `text/fold.ts`:
 * another way to make base forms changes this file and nothing else.
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
  if (lang === "") addLatin(walk, word, all, forms);
  else if (all || !PLAIN_CYRILLIC.test(word)) addCaseForms(walk, word, lang, all, forms);
  else addKnownCaseForms(walk, word, lang, forms);
  return forms;
}

function add(walk: KeyWalk, text: string, reading: LatinReading, nats: number, all: boolean, forms: WordForm[]): void {
  const length = foldInto(text, codes, reading);
  if (length === 0) return;
  const state = walk.advance(WALK_START, codes, 0, length);
  if (all) forms.push({ text, nats, codes: codes.slice(0, length), state });
  else if (state !== WALK_DEAD) forms.push({ text, nats, codes: NO_CODES, state });
}

/** "Ukraine's" is Ukraine; "People's" in a longer name stays what it is. */
function addLatin(walk: KeyWalk, word: string, all: boolean, forms: WordForm[]): void {
  let owner = word.endsWith("s") ? word.slice(0, -1) : word;
  if (owner.length > 1 && APOSTROPHES.includes(owner[owner.length - 1])) {
    owner = owner.slice(0, -1);
    add(walk, owner, "english", 0, all, forms);
    if (all) add(walk, word, "english", 0, all, forms);
  } else {
    owner = word;
    add(walk, word, "english", 0, all, forms);
  }
  for (const reading of otherReadings(word)) add(walk, owner, reading, READING[reading], all, forms);
}

function addCaseForms(walk: KeyWalk, word: string, lang: "uk" | "ru" | "uk+ru", all: boolean, forms: WordForm[]): void {
  if (!all) {
    const length = foldInto(word, codes);
    if (walk.reach(states, codes, length) < Math.max(1, length - LONGEST_CHANGE)) return;
  }
  add(walk, word, "english", 0, all, forms);
  for (const rules of RULES[lang])
    for (const { text, nats } of baseForms(word, rules)) add(walk, text, "english", INFLECTED + nats, all, forms);
}

const RULES = { uk: ["uk"], ru: ["ru"], "uk+ru": ["uk", "ru"] } as const;

/**
 * The same, without those with which no name begins: the word is read once, and what base forms share with it is not read again. Most
 * endings of most words lead nowhere and cost no string.
 *
 *     миргороді    read to the end of "миргород"    + "" ✓  + "а" ✗  + "о" ✗ …  → миргород
 */
function addKnownCaseForms(walk: KeyWalk, word: string, lang: "uk" | "ru" | "uk+ru", forms: WordForm[]): void {
  const length = foldLetters(word, codes, ends, lasts);
  const read = walk.reach(states, codes, length);
  if (read < Math.max(1, length - LONGEST_CHANGE)) return;
  if (read === length) forms.push({ text: word, nats: 0, codes: NO_CODES, state: states[length] });
  for (const rules of RULES[lang]) {
    const first = forms.length;
    // One code of the stem may still change with the ending.
    const begins = (stem: string): boolean => !word.startsWith(stem) || ends[stem.length] <= read + 1;
    eachBaseForm(word, rules, begins, (stem, { text: ending }, nats) => {
      let end: number;
      let resume = 0;
      if (word.startsWith(stem)) {
        const stemEnd = ends[stem.length];
        resume = Math.max(0, stemEnd - 2);
        for (let at = 0; at < stemEnd; at++) baseCodes[at] = codes[at];
        if (stemEnd > 0) baseCodes[stemEnd - 1] = lasts[stem.length];
        end = foldOnto(ending, baseCodes, stemEnd, 0);
      } else end = foldInto(stem + ending, baseCodes);
      if (end <= resume) return;
      const state = walk.advance(resume === 0 ? WALK_START : states[resume], baseCodes, resume, end);
      if (state !== WALK_DEAD) addBaseForm(stem + ending, word, nats, state, first, forms);
    });
  }
}

function addBaseForm(text: string, word: string, nats: number, state: number, first: number, forms: WordForm[]): void {
  if (text === word) return;
  for (let at = first; at < forms.length; at++) {
    if (forms[at].text !== text) continue;
    forms[at].nats = Math.max(forms[at].nats, INFLECTED + nats);
    return;
  }
  forms.push({ text, nats: INFLECTED + nats, codes: NO_CODES, state });
}
