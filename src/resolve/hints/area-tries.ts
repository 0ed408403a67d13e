import { LEAF } from "../../gazetteer/format";
import type { Gazetteer } from "../../gazetteer/gazetteer";
import { partTries, type SearchTries } from "../../search/search-tries";

/**
 * The tries of the keys of one oblast, for searches whose answer must lie there; a raion and a hromada use those of their oblast. Each
 * is made at the first search with edits in the oblast: 1 to 4 ms and 7 to 220 kB, 3.8 MB for all of Ukraine. The first of them takes some
 * 20 ms more, for sorting the keys by oblast.
 *
 * @example
 * search.search(query, length, EDIT, areaTries.of(kharkivRaion)) // walks a few thousand keys of 94,000
 */
export class AreaTries {
  readonly #gazetteer: Gazetteer;
  readonly #tries: Map<number, SearchTries> = new Map();
  /** the keys of the units whose tries are not made yet */
  #keys: Map<number, number[]> | undefined;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  /** The tries to search for places of a unit; undefined for a country or for no unit, where all keys are walked. */
  of(unit: number): SearchTries | undefined {
    const first = this.#firstLevel(unit);
    if (first < 0) return undefined;
    let tries = this.#tries.get(first);
    if (!tries) {
      tries = this.#make(first);
      this.#tries.set(first, tries);
    }
    return tries;
  }

  /** The unit right below the country that a unit is or lies in, or -1. */
  #firstLevel(unit: number): number {
    let first = -1;
    for (let parent = this.#gazetteer.parentOf(unit); parent >= 0; parent = this.#gazetteer.parentOf(unit)) {
      first = unit;
      unit = parent;
    }
    return first;
  }

  #make(unit: number): SearchTries {
    const { keyBytes, keyLength, keyBuckets } = this.#gazetteer.columns;
    this.#keys ??= keysOfUnits(this.#gazetteer);
    const part = this.#keys.get(unit) ?? [];
    this.#keys.delete(unit);
    return partTries({ bytes: keyBytes, lengths: keyLength, buckets: keyBuckets }, part);
  }
}

/** The keys of every unit right below a country, sorted. */
function keysOfUnits(gazetteer: Gazetteer): Map<number, number[]> {
  const { keyPosting, postings } = gazetteer.columns;
  const keys = new Map<number, number[]>();
  const lists: number[][] = [];
  const listOfPlace = new Int32Array(gazetteer.size).fill(-1);
  for (let country = 0; country < gazetteer.size; country = gazetteer.endOf(country)) {
    const last = gazetteer.endOf(country);
    for (let unit = country + 1, end = unit; unit < last; unit = end) {
      end = gazetteer.endOf(unit);
      listOfPlace.fill(lists.length, unit, end);
      const list: number[] = [];
      lists.push(list);
      keys.set(unit, list);
    }
  }
  for (let key = 0; key < keyPosting.length; key++) {
    const posting = keyPosting[key];
    const isList = posting >= LEAF;
    const from = isList ? posting - LEAF + 1 : 0;
    const to = isList ? from + postings[from - 1] : 1;
    for (let at = from; at < to; at++) {
      const number = listOfPlace[(isList ? postings[at] : posting) >>> 8];
      if (number < 0) continue;
      const list = lists[number];
      if (list[list.length - 1] !== key) list.push(key);
    }
  }
  return keys;
}
