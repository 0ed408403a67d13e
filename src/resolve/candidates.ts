import { LEAF, NONE } from "../gazetteer/format";
import type { Gazetteer } from "../gazetteer/gazetteer";
import { EDIT } from "../search/edit-costs";
import { FuzzySearch } from "../search/fuzzy";
import type { KeyColumns } from "../search/keys";
import { SHIPPED_COSTS } from "../search/shipped-costs";
import { findKey, type TrieColumns } from "../search/trie";
import { foldInto, type LatinReading, MAX_FOLD } from "../text/fold";

/** A place that may be meant, with the toponym and the cost by which it was found. */
export interface Candidate {
  place: number;
  /** index of the toponym in the file */
  toponym: number;
  /** cost of the edits in sixteenths; 0 for a hit of the folded key */
  cost: number;
  /** which of the spellings that were looked up */
  spelling: Spelling;
  /** the unit whose seat led here, or -1 */
  seatOf: number;
}

/** One way to read the name that was asked. */
export interface Spelling {
  text: string;
  reading: LatinReading;
  /** Natural log of how likely the name is to be read so, at most 0. */
  logPrior: number;
  /** `text` is the base form of the case form that was asked. */
  isBase?: boolean;
}

/** Search state of one gazetteer: scratch memory that is used again and again. Not for use by two callers at once. */
export class CandidateSearch {
  readonly #gazetteer: Gazetteer;
  readonly #trie: TrieColumns;
  readonly #keys: KeyColumns;
  readonly #fuzzy: FuzzySearch;
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
  }

  /** The key that a spelling folds to, or `NONE`. */
  exactKey(text: string, reading: LatinReading): number {
    this.foldedLength = foldInto(text, this.#query, reading);
    return this.foldedLength === 0 ? NONE : findKey(this.#trie, this.#keys, this.#query, this.foldedLength);
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
      into.push({ place, toponym: placeToponyms[place] + (posting & 255), cost, spelling, seatOf: -1 });
    });
  }

  /** Adds the places of every key within `budget` of the spelling. */
  addNear(spelling: Spelling, budget: number, accept: (place: number) => boolean, into: Candidate[]): void {
    const length = foldInto(spelling.text, this.#query, spelling.reading);
    this.#fuzzy.search(this.#query, length, budget);
    for (const key of this.#fuzzy.found) this.addKey(key, this.#fuzzy.cost(key), spelling, accept, into);
  }
}

/**
 * How much may be wrong with a name of so many folded letters, in sixteenths of an edit: nothing in two, cheap changes in three, one
 * edit from four on, more in long names. Two whole edits only where the caller says in which unit the place lies: elsewhere ranking
 * would turn nearly all of them down (measured: the same answers, half the nodes walked).
 */
export function editBudget(length: number, inArea: boolean): number {
  if (length < 3) return 0;
  if (length === 3) return EDIT / 2;
  if (length === 4) return EDIT;
  if (inArea) return length < 8 ? EDIT + EDIT / 4 : 2 * EDIT;
  if (length < 10) return EDIT;
  return length < 12 ? EDIT + EDIT / 4 : EDIT + EDIT / 2;
}
