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
    let depth = Math.floor(state / DEPTH);
    let slot = state - depth * DEPTH;
    for (let at = from; at < to; at++, depth++) {
      slot = this.#step(slot, depth, codes[at]);
      if (slot < 0) return WALK_DEAD;
    }
    return depth * DEPTH + slot;
  }

  /**
   * Advances a walk that began at the first code from `states[from]`, and notes where it stands after every code, so that it can be taken
   * up again after any: `states[n]` is the state after n codes, and `states[from]` must not be dead.
   *
   * @returns false when the walk dies before `to`; the states up to there are noted
   */
  trace(states: Float64Array, codes: Uint8Array, from: number, to: number): boolean {
    let slot = states[from] - from * DEPTH;
    for (let at = from; at < to; at++) {
      slot = this.#step(slot, at, codes[at]);
      if (slot < 0) return false;
      states[at + 1] = (at + 1) * DEPTH + slot;
    }
    return true;
  }

  /** How many of the codes can be read from the start before the walk dies; notes the states up to there, as {@link trace} does. */
  reach(states: Float64Array, codes: Uint8Array, length: number): number {
    let slot = 0;
    states[0] = WALK_START;
    for (let at = 0; at < length; at++) {
      slot = this.#step(slot, at, codes[at]);
      if (slot < 0) return at;
      states[at + 1] = (at + 1) * DEPTH + slot;
    }
    return length;
  }

  /** The slot after one more code, or {@link WALK_DEAD}; `depth` is the number of codes that led to `slot`. */
  #step(slot: number, depth: number, code: number): number {
    if (slot >= LEAF) {
      const key = slot - LEAF;
      if (depth >= this.#keys.lengths[key]) return WALK_DEAD;
      return this.#keys.bytes[keyStart(this.#keys, key) + depth] === code ? slot : WALK_DEAD;
    }
    const bits = this.#trie.mask[slot];
    if (((bits >>> code) & 1) === 0) return WALK_DEAD;
    return this.#trie.slots[baseOf(this.#trie, slot) + popcount(bits & ((1 << code) - 1))];
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
