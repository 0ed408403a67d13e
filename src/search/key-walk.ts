import { LEAF, NONE } from "../gazetteer/format";
import { type KeyColumns, keyStart } from "./keys";
import { baseOf, popcount, type TrieColumns } from "./trie";

/** State of a walk before the first code. */
export const WALK_START = 0;

/** State of a walk that no key begins with. */
export const WALK_DEAD = -1;

/** A state is `codes read * DEPTH + slot`, where the slot is a node of the trie or `LEAF | key`, as in the trie itself. */
const DEPTH = 2 ** 32;

/**
 * A walk over the keys that can be stopped after any word and taken up again with the next: names of several words are looked up word
 * by word, and a word that begins no name costs no more than its first letters.
 *
 * @example
 * const state = walk.advance(WALK_START, codes("velika"), 6); walk.keyAt(walk.advance(state, codes("novosilka"), 9)) // Велика Новосілка
 */
export class KeyWalk {
  readonly #trie: TrieColumns;
  readonly #keys: KeyColumns;

  constructor(trie: TrieColumns, keys: KeyColumns) {
    this.#trie = trie;
    this.#keys = keys;
  }

  /** The state after reading `length` more codes, or {@link WALK_DEAD}. */
  advance(state: number, codes: Uint8Array, length: number): number {
    if (state < 0) return WALK_DEAD;
    const { mask, slots } = this.#trie;
    let depth = Math.floor(state / DEPTH);
    let slot = state % DEPTH;
    let at = 0;
    while (slot < LEAF) {
      if (at === length) return depth * DEPTH + slot;
      const bits = mask[slot];
      const code = codes[at];
      if (((bits >>> code) & 1) === 0) return WALK_DEAD;
      slot = slots[baseOf(this.#trie, slot) + popcount(bits & ((1 << code) - 1))];
      at++;
      depth++;
    }
    const key = slot - LEAF;
    const { bytes, lengths } = this.#keys;
    if (depth + length - at > lengths[key]) return WALK_DEAD;
    const start = keyStart(this.#keys, key);
    for (; at < length; at++, depth++) if (bytes[start + depth] !== codes[at]) return WALK_DEAD;
    return depth * DEPTH + slot;
  }

  /** How many of the codes can be read from the start before the walk dies. */
  reach(codes: Uint8Array, length: number): number {
    const { mask, slots } = this.#trie;
    let slot = 0;
    for (let at = 0; at < length; at++) {
      const bits = mask[slot];
      const code = codes[at];
      if (bits === undefined || ((bits >>> code) & 1) === 0) return at;
      slot = slots[baseOf(this.#trie, slot) + popcount(bits & ((1 << code) - 1))];
      if (slot < LEAF) continue;
      const key = slot - LEAF;
      const start = keyStart(this.#keys, key);
      let depth = at + 1;
      while (depth < length && depth < this.#keys.lengths[key] && this.#keys.bytes[start + depth] === codes[depth])
        depth++;
      return depth;
    }
    return length;
  }

  /** The key that ends where the walk stands, or `NONE`. */
  keyAt(state: number): number {
    if (state < 0) return NONE;
    const slot = state % DEPTH;
    if (slot >= LEAF) return this.#keys.lengths[slot - LEAF] === Math.floor(state / DEPTH) ? slot - LEAF : NONE;
    return this.#trie.mask[slot] & 1 ? this.#trie.slots[baseOf(this.#trie, slot)] - LEAF : NONE;
  }
}
