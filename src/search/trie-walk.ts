import { FOLD_CODES } from "../text/alphabet";
import {
  cheapestEdit,
  cheapestWithout,
  EDIT,
  type EditCosts,
  neverBeforeTheirLike,
  type ReachMasks,
  reachMasks,
} from "./edit-costs";
import { type FlatTrie, fewest, lettersOf, MANY_LETTERS, most } from "./flat-trie";
import type { KeyColumns } from "./keys";
import { OVER, RestDistance } from "./rest-distance";
import { popcount } from "./trie";

/** Longest folded query that is searched with edits; longer ones are looked up exactly only. */
export const MAX_FUZZY = 96;

/** Collects keys with the least cost by which they were reached. */
export interface KeyCosts {
  add(key: number, cost: number): void;
}

/**
 * Walks a trie from its root, with edits. A state is a node, how many letters of the query are used up, and what that has cost;
 * it leads on by the letter that agrees, by a letter put in, left out or replaced, and by two that change places. There is no table
 * of a row a node: with so few edits hardly any state is met twice (measured: 1.0 to 1.2 times), and once no edit is left, a state is a
 * plain comparison, which is what most of them are.
 *
 * A state is dropped as soon as it has cost more than `caps` allows after so many letters of the query, or when no key below has a
 * length within what is left, or when too many letters of the query occur nowhere below.
 */
export class TrieWalk {
  #below: Int32Array;
  #nodes: Int32Array;
  readonly #keys: KeyColumns;
  readonly #backward: boolean;
  readonly #costs: EditCosts;
  readonly #reach: ReachMasks;
  readonly #cheapest: number;
  readonly #neverBeforeTheirLike: number;
  readonly #rest: RestDistance;
  readonly #into: KeyCosts;
  /** the least that it costs to be rid of a letter, by its bit in `below`, */
  readonly #leastOf = new Uint8Array(32);
  /** and the letters that cost more than so much */
  readonly #tooDear = new Int32Array(256);
  /** how many edits a cost can pay for */
  readonly #edits = new Uint8Array(256);
  /** letters of the query, and zeros behind it */
  readonly #query = new Uint8Array(MAX_FUZZY + 3);
  /** the most that a state may have cost after so many letters of the query; never falling */
  readonly caps: Int16Array = new Int16Array(MAX_FUZZY + 3);
  /** what it costs to leave out the letters of the query from here on */
  readonly #tail = new Uint16Array(MAX_FUZZY + 3);
  /** which letters the query has from here on */
  readonly #letters = new Int32Array(MAX_FUZZY + 3);
  #length = 0;
  #budget = 0;
  /** Nodes visited by the last {@link walk}. */
  visited = 0;

  constructor(trie: FlatTrie, keys: KeyColumns, costs: EditCosts, backward: boolean, into: KeyCosts) {
    this.#below = trie.below;
    this.#nodes = trie.nodes;
    this.#keys = keys;
    this.#backward = backward;
    this.#costs = costs;
    this.#reach = reachMasks(costs);
    this.#cheapest = cheapestEdit(costs);
    this.#neverBeforeTheirLike = neverBeforeTheirLike(costs);
    this.#rest = new RestDistance(costs);
    this.#into = into;
    for (let code = 1; code <= FOLD_CODES; code++) {
      const letter = Math.log2(lettersOf(1 << code));
      this.#leastOf[letter] = cheapestWithout(costs, code);
      for (let left = 0; left < this.#leastOf[letter]; left++) this.#tooDear[left] |= 1 << letter;
    }
    for (let cost = 0; cost < 256; cost++) this.#edits[cost] = Math.floor(cost / this.#cheapest);
  }

  /** Takes a trie and a query, as it is or from its end, and says how many of its letters lead on from the root without an edit. */
  ask(trie: FlatTrie, query: Uint8Array, length: number): number {
    this.#below = trie.below;
    this.#nodes = trie.nodes;
    this.#length = length;
    this.#query.fill(0, length, length + 3);
    this.#tail[length] = 0;
    this.#letters[length] = 0;
    for (let at = length - 1; at >= 0; at--) {
      const code = query[this.#backward ? length - 1 - at : at];
      this.#query[at] = code;
      this.#tail[at] = this.#tail[at + 1] + this.#costs.insert[code];
      this.#letters[at] = this.#letters[at + 1] | lettersOf(1 << code);
    }
    return this.#agreeing();
  }

  /** Finds every key whose path keeps within `caps` and that costs no more than `budget`. */
  walk(budget: number): void {
    this.#budget = budget;
    this.visited = 0;
    this.caps.fill(budget, this.#length + 1, this.#length + 3);
    if (this.caps[0] >= 0) this.#visit(0, 0, 0, 0, true);
  }

  #agreeing(): number {
    const { bytes, lengths } = this.#keys;
    const nodes = this.#nodes;
    const query = this.#query;
    let node = 0;
    for (let at = 0; at < this.#length; at++) {
      const bits = nodes[2 * node];
      if (bits < 0) {
        const step = this.#backward ? -1 : 1;
        let byte = this.#place(node, at);
        for (let rest = lengths[bits & KEY] - at; rest > 0 && bytes[byte] === query[at]; rest--, byte += step) at++;
        return at;
      }
      if (((bits >>> query[at]) & 1) === 0) return at;
      node = childOf(bits, nodes[2 * node + 1], query[at]);
    }
    return this.#length;
  }

  /** Goes on by the letter that agrees for as long as there is one, and aside from each node by edits. */
  #visit(node: number, depth: number, at: number, cost: number, mayDrop: boolean): void {
    const nodes = this.#nodes;
    const query = this.#query;
    const caps = this.caps;
    for (;;) {
      this.visited++;
      const bits = nodes[2 * node];
      const first = nodes[2 * node + 1];
      if (bits & 1) this.#into.add(nodes[2 * first] & KEY, cost + this.#tail[at]);
      // caps[at + 2] is the most that any edit here may come to: two letters change places
      if (caps[at + 2] - cost >= this.#cheapest) this.#edit(node, depth, at, cost, mayDrop);
      const code = query[at];
      if (code === 0 || ((bits >>> code) & 1) === 0 || cost > caps[at + 1]) return;
      node = childOf(bits, first, code);
      depth++;
      at++;
      mayDrop = true;
      if (!this.#mayFit(node, at, this.#budget - cost)) return;
      if (nodes[2 * node] < 0) {
        this.#compareRest(node, depth, at, cost);
        return;
      }
    }
  }

  /**
   * Every edit that can come next. A letter put in is not followed by one left out, nor the other way round when replacing is never
   * dearer; nor is a letter put in before its like where that is no cheaper: the same costs are reached in another order.
   */
  #edit(node: number, depth: number, at: number, cost: number, mayDrop: boolean): void {
    const nodes = this.#nodes;
    const query = this.#query;
    const caps = this.caps;
    const { insert, substitute, transpose } = this.#costs;
    const bits = nodes[2 * node];
    const first = nodes[2 * node + 1];
    let room = caps[at] - cost;
    if (room >= this.#cheapest) {
      const others = bits & this.#reach.insert[Math.min(room, EDIT)] & ~((1 << query[at]) & this.#neverBeforeTheirLike);
      for (let rest = others; rest !== 0; rest &= rest - 1) {
        const code = 31 - Math.clz32(rest & -rest);
        this.#follow(childOf(bits, first, code), depth + 1, at, cost + insert[code], false);
      }
    }
    for (let dropped = false; at < this.#length; dropped = true) {
      const code = query[at];
      if (dropped && (bits >>> code) & 1 && cost <= caps[at + 1])
        this.#follow(childOf(bits, first, code), depth + 1, at + 1, cost, true);
      room = caps[at + 1] - cost;
      if (room >= this.#cheapest) {
        const others = bits & this.#reach.substitute[Math.min(room, EDIT) * 32 + code] & ~(1 << code);
        for (let rest = others; rest !== 0; rest &= rest - 1) {
          const other = 31 - Math.clz32(rest & -rest);
          this.#follow(childOf(bits, first, other), depth + 1, at + 1, cost + substitute[code * 32 + other], true);
        }
      }
      const next = query[at + 1];
      if (next !== 0 && next !== code && (bits >>> next) & 1 && caps[at + 2] - cost >= transpose)
        this.#swap(childOf(bits, first, next), code, depth + 1, at + 2, cost + transpose);
      cost += insert[code];
      at++;
      if (!mayDrop || cost > caps[at]) return;
    }
  }

  #follow(node: number, depth: number, at: number, cost: number, mayDrop: boolean): void {
    const nodes = this.#nodes;
    if (!this.#mayFit(node, at, this.#budget - cost)) return;
    if (nodes[2 * node] < 0) this.#compareRest(node, depth, at, cost);
    else this.#visit(node, depth, at, cost, mayDrop);
  }

  /** The second half of a change of places: `code` must come next. */
  #swap(node: number, code: number, depth: number, at: number, cost: number): void {
    const bits = this.#nodes[2 * node];
    if (bits >= 0) {
      if ((bits >>> code) & 1) this.#follow(childOf(bits, this.#nodes[2 * node + 1], code), depth + 1, at, cost, true);
    } else if (this.#keys.lengths[bits & KEY] > depth && this.#keys.bytes[this.#place(node, depth)] === code)
      this.#compareRest(node, depth + 1, at, cost);
  }

  /** Whether a key below may be what the query has from `at` on, for what is left of the budget: by length and by letters. */
  #mayFit(node: number, at: number, left: number): boolean {
    const below = this.#below[node];
    const rest = this.#length - at;
    const edits = this.#edits[left];
    if (fewest(below) - rest > edits) return false;
    if (rest - most(below) > edits && most(below) < MANY_LETTERS) return false;
    const missing = this.#letters[at] & ~below;
    return missing === 0 || this.#affords(missing, left);
  }

  /** Whether so many letters that only one side has may be edited away for what is left. */
  #affords(letters: number, left: number): boolean {
    if (letters & this.#tooDear[left]) return false;
    let rest = letters & (letters - 1);
    if (rest === 0) return true;
    let sum = this.#leastOf[31 - Math.clz32(letters & -letters)];
    for (; rest !== 0; rest &= rest - 1) {
      sum += this.#leastOf[31 - Math.clz32(rest & -rest)];
      if (sum > left) return false;
    }
    return true;
  }

  /** The one key that is left: no more branches. */
  #compareRest(node: number, depth: number, at: number, cost: number): void {
    const key = this.#nodes[2 * node] & KEY;
    const { bytes, lengths } = this.#keys;
    const query = this.#query;
    const room = this.#budget - cost;
    const step = this.#backward ? -1 : 1;
    let byte = this.#place(node, depth);
    let rest = lengths[key] - depth;
    let asked = this.#length - at;
    const edits = this.#edits[room];
    if (Math.abs(rest - asked) > edits) return;
    if (edits > 1) {
      this.#into.add(key, cost + this.#rest.between(query, at, asked, bytes, byte, step, rest, room, edits));
      return;
    }
    for (; asked > 0 && rest > 0 && bytes[byte] === query[at]; byte += step, at++, asked--) rest--;
    if (edits === 1) {
      for (; asked > 0 && rest > 0 && bytes[byte + step * (rest - 1)] === query[at + asked - 1]; asked--) rest--;
      cost += this.#oneEdit(at, asked, byte, step, rest);
    } else if (asked > 0) return;
    this.#into.add(key, cost);
  }

  /** Cost of what is left between an equal beginning and an equal end, if that is one edit or none. */
  #oneEdit(at: number, asked: number, byte: number, step: number, rest: number): number {
    const query = this.#query;
    const { bytes } = this.#keys;
    const { insert, substitute, transpose } = this.#costs;
    if (asked + rest === 0) return 0;
    if (asked + rest === 1) return insert[asked === 1 ? query[at] : bytes[byte]];
    if (asked === 1 && rest === 1) return substitute[query[at] * 32 + bytes[byte]];
    const swapped = asked === 2 && rest === 2 && bytes[byte] === query[at + 1] && bytes[byte + step] === query[at];
    return swapped ? transpose : OVER;
  }

  /** Where the byte of a key stands that is so deep in this trie. */
  #place(node: number, depth: number): number {
    const start = this.#nodes[2 * node + 1];
    if (!this.#backward) return start + depth;
    return start + this.#keys.lengths[this.#nodes[2 * node] & KEY] - 1 - depth;
  }
}

/** The number of a key in its record. */
const KEY = 0x7fffffff;

/** The record of the child of a node by a code. */
function childOf(bits: number, first: number, code: number): number {
  return first + popcount(bits & ((1 << code) - 1));
}
