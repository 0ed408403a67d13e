import { LEAF, NONE } from "../gazetteer/format";
import type { Gazetteer } from "../gazetteer/gazetteer";
import { EDIT } from "../search/edit-costs";
import { FuzzySearch } from "../search/fuzzy";
import { SHIPPED_COSTS } from "../search/shipped-costs";
import { findKey } from "../search/trie";
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
}

/** Search state of one gazetteer: scratch memory that is used again and again. Not for use by two callers at once. */
export class CandidateSearch {
  readonly #gazetteer: Gazetteer;
  readonly #fuzzy: FuzzySearch;
  readonly #query = new Uint8Array(MAX_FOLD);

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
    const { keyBytes, keyStart, trieMask, trieBase, trieSlots, reverseMask, reverseBase, reverseSlots } =
      gazetteer.columns;
    this.#fuzzy = new FuzzySearch(
      { mask: trieMask, base: trieBase, slots: trieSlots },
      { mask: reverseMask, base: reverseBase, slots: reverseSlots },
      { bytes: keyBytes, start: keyStart },
      SHIPPED_COSTS,
    );
  }

  /** The key that a spelling folds to, or `NONE`. Also tells how long the folded spelling is. */
  exactKey(spelling: Spelling): { key: number; length: number } {
    const length = foldInto(spelling.text, this.#query, spelling.reading);
    const { keyBytes, keyStart, trieMask, trieBase, trieSlots } = this.#gazetteer.columns;
    if (length === 0) return { key: NONE, length };
    const trie = { mask: trieMask, base: trieBase, slots: trieSlots };
    return { key: findKey(trie, { bytes: keyBytes, start: keyStart }, this.#query, length), length };
  }

  /** Adds every place of a key that `accept` lets through. */
  addKey(key: number, cost: number, spelling: Spelling, accept: (place: number) => boolean, into: Candidate[]): void {
    const { keyPosting, postings, placeToponyms } = this.#gazetteer.columns;
    const posting = keyPosting[key];
    const add = (one: number): void => {
      const place = one >>> 8;
      if (accept(place)) into.push({ place, toponym: placeToponyms[place] + (one & 255), cost, spelling, seatOf: -1 });
    };
    if (posting < LEAF) add(posting);
    else {
      const start = posting - LEAF;
      for (let at = start + 1; at <= start + postings[start]; at++) add(postings[at]);
    }
  }

  /** Adds the places of every key within `budget` of the spelling. */
  addNear(spelling: Spelling, budget: number, accept: (place: number) => boolean, into: Candidate[]): void {
    const length = foldInto(spelling.text, this.#query, spelling.reading);
    this.#fuzzy.search(this.#query, length, budget);
    for (const key of this.#fuzzy.found) this.addKey(key, this.#fuzzy.cost(key), spelling, accept, into);
  }
}

/**
 * How much may be wrong with a name of so many folded letters: nothing in two, cheap changes in three, one edit from five, two from
 * eight. Measured on own golden rows: more brings other names, not the same one misspelt.
 */
export function editBudget(length: number): number {
  if (length < 3) return 0;
  if (length === 3) return EDIT / 2;
  if (length === 4) return EDIT;
  if (length < 8) return EDIT + EDIT / 4;
  return 2 * EDIT;
}
