import { foldInto, MAX_FOLD } from "../text/fold";
import { EDIT } from "./edit-costs";
import { FuzzySearch } from "./fuzzy";
import { packKeys } from "./keys";
import { OVER } from "./rest-distance";
import { SHIPPED_COSTS } from "./shipped-costs";
import { buildTrie } from "./trie";
import { MAX_FUZZY } from "./trie-walk";

/** A spelling of a {@link SpellingIndex} near the one that was asked. */
export interface NearSpelling {
  /** its place in the list the index was made of */
  index: number;
  /** see `spellingDistance` */
  distance: number;
}

/**
 * A list of spellings, searched by weighted distance as the gazetteer is: for names that no gazetteer has. It finds exactly what comparing
 * with every spelling by `spellingDistance` finds, without comparing.
 *
 * Trap: names of more than 96 folded letters are in no index.
 *
 * @example
 * new SpellingIndex(["вулиця Шевченка", "вулиця Лісова"]).near("вулиця Шевченко", 1) // [{ index: 0, distance: 0.5 }]
 */
export class SpellingIndex {
  readonly #search: FuzzySearch;
  /** first spelling of each key, and the next one with the same key */
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #query = new Uint8Array(MAX_FOLD);

  constructor(spellings: readonly string[]) {
    const numbers = new Map<string, number>();
    const keys: Uint8Array[] = [];
    const first: number[] = [];
    this.#next = new Int32Array(spellings.length).fill(-1);
    spellings.forEach((spelling, index) => {
      const length = foldInto(spelling, this.#query);
      if (length === 0 || length > MAX_FUZZY) return;
      const codes = this.#query.slice(0, length);
      const text = String.fromCharCode(...codes);
      const known = numbers.get(text);
      if (known === undefined) {
        numbers.set(text, keys.length);
        keys.push(codes);
        first.push(index);
      } else {
        this.#next[index] = first[known];
        first[known] = index;
      }
    });
    const order = sorted(keys, (codes, depth) => codes[depth] ?? 0);
    const columns = packKeys([...order].map((key) => keys[key]));
    this.#first = Int32Array.from(order, (key) => first[key]);
    const own = Array.from(order, (key) => keys[key]);
    const front = (key: number, depth: number): number => own[key][depth] ?? 0;
    const back = (key: number, depth: number): number => own[key][own[key].length - 1 - depth] ?? 0;
    const forward = buildTrie(Uint32Array.from(own.keys()), front);
    const reverse = buildTrie(
      sorted(own, (codes, depth) => codes[codes.length - 1 - depth] ?? 0),
      back,
    );
    this.#search = new FuzzySearch(forward, reverse, columns, SHIPPED_COSTS);
  }

  /**
   * The spellings at most so far from a name, the nearest first, then in the order of the list.
   *
   * @param most in plain edits, below 16
   */
  near(name: string, most: number): NearSpelling[] {
    const length = foldInto(name, this.#query);
    this.#search.search(this.#query, length, Math.min(Math.floor(most * EDIT), OVER - 1));
    const found: NearSpelling[] = [];
    for (const key of this.#search.found)
      for (let index = this.#first[key]; index >= 0; index = this.#next[index])
        found.push({ index, distance: this.#search.cost(key) / EDIT });
    return found.sort((a, b) => a.distance - b.distance || a.index - b.index);
  }
}

/** The numbers of the keys in the order of their codes. */
function sorted(keys: readonly Uint8Array[], codeAt: (codes: Uint8Array, depth: number) => number): Uint32Array {
  return Uint32Array.from(keys.keys()).sort((a, b) => {
    for (let depth = 0; ; depth++) {
      const [x, y] = [codeAt(keys[a], depth), codeAt(keys[b], depth)];
      if (x !== y) return x - y;
      if (x === 0) return 0;
    }
  });
}
