import { LEAF } from "../gazetteer/format";
import type { KeyColumns } from "./keys";
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

/**
 * Lays out a trie, of keys that begin at `starts`; `backward` when it is that of the reversed keys. One loop without calls: it runs for the
 * first time before anything of it is compiled.
 */
export function flatTrie(
  { mask, slots }: TrieColumns,
  keys: KeyColumns,
  starts: Uint32Array,
  backward: boolean,
): FlatTrie {
  const below = new Int32Array(slots.length + 1);
  const nodes = new Int32Array(2 * slots.length + 2);
  if (mask.length === 0) return { below, nodes };
  const { bytes, lengths } = keys;
  const levels = levelStarts(mask, slots);
  let depth = levels.length - 1;
  let node = mask.length;
  let first = slots.length;
  // The file has the slots in the order of their depth: from the last on, children come before the node that holds them.
  for (let slot = slots.length - 1; slot >= -1; slot--) {
    if (slot < levels[depth]) depth--;
    const target = slot < 0 ? 0 : slots[slot];
    let letters = 0;
    let least: number;
    let greatest: number;
    if (target >= LEAF) {
      const key = target - LEAF;
      const start = starts[key];
      const read = depth + 1;
      const rest = lengths[key] > read ? lengths[key] - read : 0; // a key that ends in its node is no letter deeper
      const from = backward ? start : start + lengths[key] - rest;
      for (let byte = from; byte < from + rest; byte++) letters |= 1 << bytes[byte];
      letters = (letters >>> 1) & LETTERS;
      least = Math.min(rest, MANY_LETTERS);
      greatest = least;
      nodes[2 * slot + 2] = target;
      nodes[2 * slot + 3] = start;
    } else {
      const end = first;
      const bits = mask[--node];
      first -= popcount(bits);
      letters = (bits >>> 1) & LETTERS;
      least = bits & 1 ? 0 : MANY_LETTERS;
      greatest = 0;
      for (let child = first + 1 + (bits & 1); child <= end; child++) {
        const under = below[child];
        letters |= under & LETTERS;
        const fewestHere = ((under >>> 24) & MANY_LETTERS) + 1;
        const mostHere = (under >>> 28) + 1;
        if (fewestHere < least) least = fewestHere;
        if (mostHere > greatest) greatest = mostHere;
      }
      if (greatest > MANY_LETTERS) greatest = MANY_LETTERS;
      nodes[2 * slot + 2] = bits;
      nodes[2 * slot + 3] = first + 1;
    }
    below[slot + 1] = letters | (least << 24) | (greatest << 28);
  }
  return { below, nodes };
}

/** Where the bytes of each key start. */
export function keyStarts({ lengths }: KeyColumns): Uint32Array {
  const starts = new Uint32Array(lengths.length);
  for (let key = 0, start = 0; key < lengths.length; start += lengths[key], key++) starts[key] = start;
  return starts;
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
