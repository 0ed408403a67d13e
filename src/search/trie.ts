import { LEAF, NONE } from "../gazetteer/format";
import { type KeyColumns, keyStart } from "./keys";

/**
 * A trie over the folded keys as three columns. A node has a 32-bit mask of the codes that lead on (bit 0: a key ends here) and a
 * base; its children lie in `slots` from the base on, in the order of their codes, so a step is a popcount or a few: only every fourth
 * base is stored, the others follow from the masks between. A slot holds a node, or `LEAF | key` as soon as one key alone is left: the
 * rest of that key is compared with `keyBytes`.
 *
 *     keys  iva, ivan, lviv       node 0  mask {i l}  →  slot 0 node 1 · slot 1 LEAF|2
 *                                 node 1  mask {v} → node 2  mask {a} → node 3  mask {end n} → LEAF|0, LEAF|1
 *
 * The reversed trie has the same keys read from their ends; its leaves name the same keys.
 */
export interface TrieColumns {
  mask: Uint32Array;
  base: Uint32Array;
  slots: Uint32Array;
}

/** Nodes that share a stored base. */
const BASE_BUCKET = 4;

/** Number of one-bits. */
export function popcount(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Where the children of a node stand in `slots`. */
export function baseOf({ mask, base }: TrieColumns, node: number): number {
  const first = node & ~(BASE_BUCKET - 1);
  let at = base[first / BASE_BUCKET];
  for (let before = first; before < node; before++) at += popcount(mask[before]);
  return at;
}

/** The key equal to the first `length` codes of `query`, or `NONE`. */
export function findKey(trie: TrieColumns, keys: KeyColumns, query: Uint8Array, length: number): number {
  const { mask, slots } = trie;
  if (mask.length === 0) return NONE;
  let node = 0;
  for (let at = 0; at < length; at++) {
    const bits = mask[node];
    const code = query[at];
    if (((bits >>> code) & 1) === 0) return NONE;
    const slot = slots[baseOf(trie, node) + popcount(bits & ((1 << code) - 1))];
    if (slot >= LEAF) return restEquals(keys, slot - LEAF, query, at + 1, length) ? slot - LEAF : NONE;
    node = slot;
  }
  return mask[node] & 1 ? slots[baseOf(trie, node)] - LEAF : NONE;
}

function restEquals(keys: KeyColumns, key: number, query: Uint8Array, from: number, length: number): boolean {
  if (keys.lengths[key] !== length) return false;
  const start = keyStart(keys, key);
  for (let at = from; at < length; at++) if (keys.bytes[start + at] !== query[at]) return false;
  return true;
}

/**
 * Builds the columns. `order` lists the keys sorted by the codes that `codeAt(key, depth)` gives (0 past the end); breadth first,
 * so that the nodes near the root, which every search walks, lie side by side.
 */
export function buildTrie(order: ArrayLike<number>, codeAt: (key: number, depth: number) => number): TrieColumns {
  const mask: number[] = [];
  const base: number[] = [];
  const slots: number[] = [];
  if (order.length === 0) return { mask: new Uint32Array(0), base: new Uint32Array(0), slots: new Uint32Array(0) };
  const queue: { from: number; to: number; depth: number; slot: number }[] = [
    { from: 0, to: order.length, depth: 0, slot: -1 },
  ];
  for (let head = 0; head < queue.length; head++) {
    const { from, to, depth, slot } = queue[head];
    const node = mask.length;
    if (slot >= 0) slots[slot] = node;
    let bits = 0;
    base.push(slots.length);
    for (let at = from; at < to; ) {
      const code = codeAt(order[at], depth);
      let end = at + 1;
      while (end < to && codeAt(order[end], depth) === code) end++;
      bits |= 1 << code;
      if (end - at === 1 || code === 0) slots.push(order[at] + LEAF);
      else {
        queue.push({ from: at, to: end, depth: depth + 1, slot: slots.length });
        slots.push(0);
      }
      at = end;
    }
    mask.push(bits >>> 0);
  }
  const bases = base.filter((_, node) => node % BASE_BUCKET === 0);
  return { mask: Uint32Array.from(mask), base: Uint32Array.from(bases), slots: Uint32Array.from(slots) };
}
