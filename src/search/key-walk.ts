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
 * Walks over the keys that can be stopped after any code and taken up again, as often as wanted: names of several words are looked up
 * word by word, a stem is read once for all its endings, and a word that begins no name costs no more than its first letters. Where a
 * walk stands is one number, so many can be under way at once.
 *
 * Trap: a state that is not dead says that some key begins so, not that one ends there; that is asked with `keyAt`.
 *
 * @example
 * const velyka = walk.advance(WALK_START, codes, 0, 6);   // codes of "велика новосілка", folded without the space
 * const whole = walk.advance(velyka, codes, 6, 15);       // and of nothing else: "велика багачка" starts at `velyka` again
 * walk.keyAt(whole);                                      // the key of Велика Новосілка
 */
export class KeyWalk {
  readonly #trie: TrieColumns;
  readonly #keys: KeyColumns;

  constructor(trie: TrieColumns, keys: KeyColumns) {
    this.#trie = trie;
    this.#keys = keys;
  }

  /** The state after reading the codes from `from` to before `to`, or {@link WALK_DEAD}. */
  advance(state: number, codes: Uint8Array, from: number, to: number): number {
    if (state < 0) return WALK_DEAD;
    const { mask, slots } = this.#trie;
    let depth = Math.floor(state / DEPTH);
    let slot = state - depth * DEPTH;
    let at = from;
    while (slot < LEAF) {
      if (at >= to) return depth * DEPTH + slot;
      const bits = mask[slot];
      const code = codes[at];
      if (((bits >>> code) & 1) === 0) return WALK_DEAD;
      slot = slots[baseOf(this.#trie, slot) + popcount(bits & ((1 << code) - 1))];
      at++;
      depth++;
    }
    const key = slot - LEAF;
    const { bytes, lengths } = this.#keys;
    if (depth + to - at > lengths[key]) return WALK_DEAD;
    const start = keyStart(this.#keys, key);
    for (; at < to; at++, depth++) if (bytes[start + depth] !== codes[at]) return WALK_DEAD;
    return depth * DEPTH + slot;
  }

  /** How many of the codes can be read from the start before the walk dies. */
  reach(codes: Uint8Array, length: number): number {
    let state = WALK_START;
    for (let read = 0; read < length; read++) {
      state = this.advance(state, codes, read, read + 1);
      if (state === WALK_DEAD) return read;
    }
    return length;
  }

  /** The key that ends where the walk stands, or `NONE`. */
  keyAt(state: number): number {
    if (state < 0) return NONE;
    const depth = Math.floor(state / DEPTH);
    const slot = state - depth * DEPTH;
    if (slot >= LEAF) return this.#keys.lengths[slot - LEAF] === depth ? slot - LEAF : NONE;
    return this.#trie.mask[slot] & 1 ? this.#trie.slots[baseOf(this.#trie, slot)] - LEAF : NONE;
  }
}
