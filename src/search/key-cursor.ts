import { LEAF } from "../gazetteer/format";
import { type KeyColumns, keyStart } from "./keys";
import { baseOf, popcount, type TrieColumns } from "./trie";

/** No key goes on this way. */
export const DEAD = -1;

/**
 * Steps through the trie of keys letter by letter, for searches that try many endings of one stem. A position is a number: a node of
 * the trie, or `LEAF + key` where one key alone is left, whose rest is compared letter by letter; {@link DEAD} where no key goes on.
 * The depth, which is the number of codes read so far, is kept by the caller.
 */
export class KeyCursor {
  readonly #trie: TrieColumns;
  readonly #keys: KeyColumns;

  constructor(trie: TrieColumns, keys: KeyColumns) {
    this.#trie = trie;
    this.#keys = keys;
  }

  /** Where every key starts. */
  get root(): number {
    return this.#trie.mask.length === 0 ? DEAD : 0;
  }

  /** The position after one more code; `depth` is the number of codes that led to `position`. */
  next(position: number, depth: number, code: number): number {
    if (position < 0) return DEAD;
    if (position >= LEAF) {
      const key = position - LEAF;
      if (depth >= this.#keys.lengths[key]) return DEAD;
      return this.#keys.bytes[keyStart(this.#keys, key) + depth] === code ? position : DEAD;
    }
    const bits = this.#trie.mask[position];
    if (((bits >>> code) & 1) === 0) return DEAD;
    return this.#trie.slots[baseOf(this.#trie, position) + popcount(bits & ((1 << code) - 1))];
  }

  /** The key that ends at a position, or {@link DEAD}. */
  keyAt(position: number, depth: number): number {
    if (position < 0) return DEAD;
    if (position >= LEAF) return this.#keys.lengths[position - LEAF] === depth ? position - LEAF : DEAD;
    return this.#trie.mask[position] & 1 ? this.#trie.slots[baseOf(this.#trie, position)] - LEAF : DEAD;
  }
}
