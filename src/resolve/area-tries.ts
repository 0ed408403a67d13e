import { LEAF } from "../gazetteer/format";
import type { Gazetteer } from "../gazetteer/gazetteer";
import { eachKey, partTries, type SearchTries } from "../search/search-tries";

/** The keys of a unit in the order of their codes, and of their codes from the end; dropped once the tries are made. */
interface UnitKeys {
  part: number[];
  ends: number[];
}

/**
 * The tries of the keys of one oblast, for searches whose answer must lie there; a raion and a hromada use those of their oblast. Each
 * is made at the first search with edits in the oblast.
 *
 * @example
 * search.search(query, length, EDIT, areaTries.of(kharkivRaion)) // walks some 4,000 keys of 94,000
 */
export class AreaTries {
  readonly #gazetteer: Gazetteer;
  readonly #tries: Map<number, SearchTries> = new Map();
  #keys: Map<number, UnitKeys> | undefined;

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
    const { part, ends } = this.#keys.get(unit) ?? { part: [], ends: [] };
    this.#keys.delete(unit);
    return partTries({ bytes: keyBytes, lengths: keyLength, buckets: keyBuckets }, part, ends);
  }
}

/** The keys of every unit right below a country. */
function keysOfUnits(gazetteer: Gazetteer): Map<number, UnitKeys> {
  const { keyPosting, postings, reverseMask, reverseBase, reverseSlots } = gazetteer.columns;
  const units = new Map<number, UnitKeys>();
  const unitOfPlace: (UnitKeys | undefined)[] = new Array(gazetteer.size).fill(undefined);
  for (let country = 0; country < gazetteer.size; country = gazetteer.endOf(country)) {
    for (let unit = country + 1; unit < gazetteer.endOf(country); unit = gazetteer.endOf(unit)) {
      const keys = { part: [], ends: [] };
      units.set(unit, keys);
      unitOfPlace.fill(keys, unit, gazetteer.endOf(unit));
    }
  }
  const add = (key: number, order: keyof UnitKeys, posting: number): void => {
    const keys = unitOfPlace[posting >>> 8]?.[order];
    if (keys && keys[keys.length - 1] !== key) keys.push(key);
  };
  const addKey = (key: number, order: keyof UnitKeys): void => {
    const posting = keyPosting[key];
    if (posting < LEAF) {
      add(key, order, posting);
      return;
    }
    const start = posting - LEAF;
    for (let at = start + 1; at <= start + postings[start]; at++) add(key, order, postings[at]);
  };
  for (let key = 0; key < keyPosting.length; key++) addKey(key, "part");
  eachKey({ mask: reverseMask, base: reverseBase, slots: reverseSlots }, (key) => addKey(key, "ends"));
  return units;
}
