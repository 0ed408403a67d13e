import { LEAF, LETTER_COST_STEP, LETTERS_A_SIDE, NONE } from "../../gazetteer/format";
import type { Gazetteer } from "../../gazetteer/gazetteer";
import { type CaseForm, CaseFormSearch } from "../../search/case-forms";
import { EDIT } from "../../search/edit-costs";
import { FuzzySearch } from "../../search/fuzzy";
import { KeyWalk, WALK_DEAD, WALK_START } from "../../search/key-walk";
import type { KeyColumns } from "../../search/keys";
import { SHIPPED_COSTS } from "../../search/shipped-costs";
import { findKey, type TrieColumns } from "../../search/trie";
import { foldInto, type LatinReading, MAX_FOLD } from "../../text/fold";
import type { InflectedLang, InflectionRules } from "../../text/inflection";
import { ANY_CYRILLIC, KIND, kindOfUnit } from "../../text/letter-kinds";
import type { Rewording } from "../../text/rewording";
import type { Step } from "../answer";
import type { Area } from "../hints/area";
import { AreaTries } from "../hints/area-tries";

/** A place that may be meant, with the toponym and the cost by which it was found. */
export interface Candidate {
  place: number;
  /** index of the toponym in the file */
  toponym: number;
  /** cost of the edits in sixteenths; 0 for a hit of the folded key */
  cost: number;
  /** which of the spellings that were looked up */
  spelling: Spelling;
  /** it is a unit that its seat's name led to */
  bySeat: boolean;
}

/** One way to read the name that was asked. */
export interface Spelling {
  text: string;
  reading: LatinReading;
  /** `text` is a base form of the case form that was asked. */
  caseForm: SpelledCaseForm | undefined;
  /** how the words were put otherwise, if they were */
  reworded: Rewording["how"] | undefined;
}

/** How a case form leads to its base form. */
export interface SpelledCaseForm {
  lang: InflectedLang | undefined;
  /** how usual the endings are, as a natural logarithm: 0 is regular */
  nats: number;
  /** the gazetteer has the name as it was asked, too: then it is seldom a case form of another */
  besidePlain: boolean;
  /** an adjective made of the name, not a case of it */
  isAdjective: boolean;
}

/** What the search brought up for one name. */
export interface Found {
  candidates: Candidate[];
  steps: Step[];
  /** letters of the folded spelling that was looked up */
  length: number;
  /** how surprising its letters are as those of a name, in nats */
  surprise: number;
  /** it is a word, a surname or a place elsewhere that only looks like one here */
  isDecoy: boolean;
}

/** Search state of one gazetteer: scratch memory that is used again and again. Not for use by two callers at once. */
export class CandidateSearch {
  readonly #gazetteer: Gazetteer;
  readonly #trie: TrieColumns;
  readonly #keys: KeyColumns;
  readonly #fuzzy: FuzzySearch;
  readonly #walk: KeyWalk;
  readonly #caseForms: CaseFormSearch;
  readonly #areas: AreaTries;
  readonly #query = new Uint8Array(MAX_FOLD);
  /** Letters of the folded spelling of the last look-up. */
  foldedLength = 0;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
    const { keyBytes, keyLength, keyBuckets, trieMask, trieBase, trieSlots, reverseMask, reverseBase, reverseSlots } =
      gazetteer.columns;
    this.#trie = { mask: trieMask, base: trieBase, slots: trieSlots };
    this.#keys = { bytes: keyBytes, lengths: keyLength, buckets: keyBuckets };
    const reverse = { mask: reverseMask, base: reverseBase, slots: reverseSlots };
    this.#fuzzy = new FuzzySearch(this.#trie, reverse, this.#keys, SHIPPED_COSTS);
    this.#areas = new AreaTries(gazetteer);
    this.#walk = new KeyWalk(this.#trie, this.#keys);
    this.#caseForms = new CaseFormSearch(this.#walk);
  }

  /** Base forms in the index of which a name may be a case form or the adjective. */
  caseForms(text: string, rules: InflectionRules): CaseForm[] {
    return this.#caseForms.find(text, rules);
  }

  /** The key that a spelling folds to, or `NONE`. */
  exactKey(text: string, reading: LatinReading): number {
    this.foldedLength = foldInto(text, this.#query, reading);
    return this.foldedLength === 0 ? NONE : findKey(this.#trie, this.#keys, this.#query, this.foldedLength);
  }

  /**
   * Whether some key begins with the letters of a text. Its last code is not asked for: what follows may change it.
   *
   * @example
   * search.begins("Чязф") // false
   */
  begins(text: string): boolean {
    const length = foldInto(text, this.#query);
    return length === 0 || this.#walk.advance(WALK_START, this.#query, 0, length - 1) !== WALK_DEAD;
  }

  /** How surprising the letters of the last {@link exactKey} are as a name, in nats. */
  surprise(): number {
    const { letterCosts } = this.#gazetteer.columns;
    let sum = 0;
    let before = 0;
    let last = 0;
    for (let at = 0; at <= this.foldedLength; at++) {
      const code = at < this.foldedLength ? this.#query[at] : 0;
      sum += letterCosts[(before * LETTERS_A_SIDE + last) * LETTERS_A_SIDE + code];
      before = last;
      last = code;
    }
    return sum * LETTER_COST_STEP;
  }

  /** Calls `each` with the postings (`place << 8 | toponym of the place`) of a key, best first. */
  eachPosting(key: number, each: (posting: number) => void): void {
    const { keyPosting, postings } = this.#gazetteer.columns;
    const posting = keyPosting[key];
    if (posting < LEAF) {
      each(posting);
      return;
    }
    const start = posting - LEAF;
    for (let at = start + 1; at <= start + postings[start]; at++) each(postings[at]);
  }

  /** Adds every place of a key that `accept` lets through. */
  addKey(key: number, cost: number, spelling: Spelling, accept: (place: number) => boolean, into: Candidate[]): void {
    const { placeToponyms } = this.#gazetteer.columns;
    this.eachPosting(key, (posting) => {
      const place = posting >>> 8;
      if (!accept(place)) return;
      into.push({ place, toponym: placeToponyms[place] + (posting & 255), cost, spelling, bySeat: false });
    });
  }

  /**
   * Adds the places of the keys near a spelling.
   *
   * @param budget most that may be wrong, in sixteenths of an edit
   * @param area which places are accepted, and which unit holds them all
   * @param margin how much dearer than the nearest key a key may be; leave it out where `accept` may turn the nearest down
   */
  addNear(
    spelling: Spelling,
    budget: number,
    { accept, searched }: Pick<Area, "accept" | "searched">,
    into: Candidate[],
    margin: number = Number.POSITIVE_INFINITY,
  ): void {
    // A letter that was dropped or replaced may leave two alike side by side, which the fold would make one: Гоодок for Городок.
    const apart = lettersMerge(spelling.text)
      ? spelling.text.replace(LETTERS_THAT_MERGE, `$&${WORD_JOINER}`)
      : spelling.text;
    const part = searched === undefined ? undefined : this.#areas.of(searched);
    for (const text of apart === spelling.text ? [apart] : [spelling.text, apart]) {
      const length = foldInto(text, this.#query, spelling.reading);
      if (margin < budget) this.#fuzzy.searchNearest(this.#query, length, budget, margin, part);
      else this.#fuzzy.search(this.#query, length, budget, part);
      for (const key of this.#fuzzy.found) this.addKey(key, this.#fuzzy.cost(key), spelling, accept, into);
    }
  }
}

/** Letters of a pair that the fold makes one: doubled letters, and vowels that follow another. */
const LETTERS_THAT_MERGE = /(\p{L})(?=\1)|[иіїйыиiyj](?=[яюєеіїиiyj])/giu;

/** Whether a text may have such letters: no where that is plain to see. */
function lettersMerge(text: string): boolean {
  const lower = text.toLowerCase();
  let before = 0;
  let isBefore = false;
  for (let at = 0; at < lower.length; at++) {
    const unit = lower.charCodeAt(at);
    const kind = kindOfUnit(unit);
    if (kind === KIND.OTHER) return true;
    if (unit === before && (kind & (KIND.LATIN | ANY_CYRILLIC)) !== 0) return true;
    const merges = unit < MERGES.length ? MERGES[unit] : 0;
    if (isBefore && merges & MERGES_BEHIND) return true;
    before = unit;
    isBefore = (merges & MERGES_BEFORE) !== 0;
  }
  return false;
}

const MERGES_BEFORE = 1;
const MERGES_BEHIND = 2;

/** The vowels of {@link LETTERS_THAT_MERGE} by code unit; what lies behind the table, the apostrophe, is none. */
const MERGES: Uint8Array = new Uint8Array(0x500);
for (const letter of "иіїйыiyj") MERGES[letter.charCodeAt(0)] |= MERGES_BEFORE;
for (const letter of "яюєеіїиiyj") MERGES[letter.charCodeAt(0)] |= MERGES_BEHIND;

/** Keeps the letters on its sides apart in the fold; no letter itself. */
const WORD_JOINER = "\u2060";

/**
 * How much may be wrong with a name of so many folded letters, in sixteenths of an edit: nothing in two, cheap changes in three, one
 * edit from four on, more in long names. Two whole edits only where the caller says in which unit the place lies: elsewhere ranking
 * would turn nearly all of them down (measured: the same answers, half the nodes walked).
 */
export function editBudget(length: number, inArea: boolean): number {
  if (length < 3) return 0;
  if (length === 3) return EDIT / 2;
  if (length === 4) return EDIT;
  if (inArea) return length < 7 ? EDIT + EDIT / 2 : length < 9 ? 2 * EDIT : 2 * EDIT + EDIT / 2;
  return length < 7 ? EDIT : EDIT + EDIT / 2;
}
