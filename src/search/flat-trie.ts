import { LEAF } from "../gazetteer/format";
import { type KeyColumns, keyStart } from "./keys";
import { popcount, type TrieColumns } from "./trie";

/**
 * A trie laid out for walking, made in memory when the first name is searched with edits: a slot of the file becomes three words.
 * What a walk asks of a child first, whether anything below it can fit, lies side by side with what it asks of the siblings,
 * so that two children in three are turned down without another look into memory. Slot 0 is the root; the slots of the file follow.
 *
 *     below   letters that occur in what may follow (bits 0…23, code 1 first) · fewest letters that may follow (24…27) · most (28…31)
 *     nodes   of a node: codes that lead on (bit 0: a key ends here) · its first child
 *             of a key:  its number with bit 31 set · where its bytes start
 *
 *     keys  iva, ivan    node "iva"  below {n} 0…1 · {end n} · 7      slot 7  below {} 0…0 · LEAF|0 · 0
 *                                                                     slot 8  below {} 0…0 · LEAF|1 · 3
 */
export interface FlatTrie {
  below: Int32Array;
  nodes: Int32Array;
}

/** Stands for so many letters and more. */
export const MANY_LETTERS = 15;

/** Letters of a `below`. */
const LETTERS = 0xffffff;

/** The letters of a mask of codes, as a `below` has them. */
export function lettersOf(codes: number): number {
  return (codes >>> 1) & LETTERS;
}

/** Fewest letters that may follow, by a `below`. */
export function fewest(below: number): number {
  return (below >>> 24) & MANY_LETTERS;
}

/** Most letters that may follow, by a `below`; {@link MANY_LETTERS} stands for any number from there on. */
export function most(below: number): number {
  return below >>> 28;
}

/** Lays out a trie; `backward` when it is that of the reversed keys. */
export function flatTrie({ mask, slots }: TrieColumns, keys: KeyColumns, backward: boolean): FlatTrie {
  const flat = { below: new Int32Array(slots.length + 1), nodes: new Int32Array(2 * slots.length + 2) };
  if (mask.length === 0) return flat;
  const levels = levelStarts(mask, slots);
  let depth = levels.length - 1;
  let node = mask.length;
  let first = slots.length;
  // The file has the slots in the order of their depth: from the last on, children come before the node that holds them.
  for (let slot = slots.length - 1; slot >= -1; slot--) {
    if (slot < levels[depth]) depth--;
    const target = slot < 0 ? 0 : slots[slot];
    if (target >= LEAF) writeKey(flat, slot + 1, target - LEAF, depth + 1, keys, backward);
    else {
      const end = first;
      const bits = mask[--node];
      first -= popcount(bits);
      writeNode(flat, slot + 1, bits, first + 1, end + 1);
    }
  }
  return flat;
}

/** The first slot of the nodes of each depth. */
function levelStarts(mask: Uint32Array, slots: Uint32Array): number[] {
  const levels: number[] = [];
  let at = 0;
  let end = 1;
  for (let node = 0; node < mask.length; ) {
    levels.push(at);
    let next = end;
    for (; node < end; node++) {
      for (const stop = at + popcount(mask[node]); at < stop; at++) if (slots[at] < LEAF) next = slots[at] + 1;
    }
    end = next;
  }
  return levels;
}

function writeKey(
  { below, nodes }: FlatTrie,
  slot: number,
  key: number,
  depth: number,
  keys: KeyColumns,
  backward: boolean,
): void {
  const length = keys.lengths[key];
  const start = keyStart(keys, key);
  const rest = Math.max(0, length - depth); // a key that ends in its node is no letter deeper
  const from = backward ? start : start + length - rest;
  let codes = 0;
  for (let byte = from; byte < from + rest; byte++) codes |= 1 << keys.bytes[byte];
  const count = Math.min(rest, MANY_LETTERS);
  below[slot] = lettersOf(codes) | (count << 24) | (count << 28);
  nodes[2 * slot] = LEAF | key;
  nodes[2 * slot + 1] = start;
}

function writeNode({ below, nodes }: FlatTrie, slot: number, bits: number, first: number, end: number): void {
  const ends = bits & 1;
  let letters = lettersOf(bits);
  let least = ends ? 0 : MANY_LETTERS;
  let greatest = 0;
  for (let child = first + ends; child < end; child++) {
    letters |= below[child] & LETTERS;
    least = Math.min(least, fewest(below[child]) + 1);
    greatest = Math.max(greatest, most(below[child]) + 1);
  }
  below[slot] = letters | (least << 24) | (Math.min(greatest, MANY_LETTERS) << 28);
  nodes[2 * slot] = bits;
  nodes[2 * slot + 1] = first;
}
