import { LEAF } from "../gazetteer/format";
import { cheapestEdit, EDIT, type EditCosts, type ReachMasks, reachMasks } from "./edit-costs";
import { type KeyColumns, keyStart } from "./keys";
import { baseOf, popcount, type TrieColumns } from "./trie";

/** Longest folded query that is searched with edits; longer ones are looked up exactly only. */
export const MAX_FUZZY = 96;

const STRIDE = 128;
const OVER = 255;

/**
 * Finds the keys within a weighted edit distance of a query, over the trie of keys and the trie of reversed keys.
 *
 * A search from the front alone walks most of the trie, because two edits may fall on the first two letters. So the query is cut
 * in two. Forward, the first part may use only `frontBudget`; what is missed has spent more than that on the first part and hence
 * less than the rest on the second part, and is found from the back, where the second part comes first. Both walks together find
 * exactly what comparing with every key finds (S. Mihov, K. Schulz: Fast Approximate Search in Large Dictionaries, 2004, for the
 * idea of walking from both ends); `test/search/fuzzy.test.ts` holds it to that.
 *
 *     query      k r a s n a r m e i s k
 *     path   k   0 …                            one row a trie node: cost of turning the first j letters of the query
 *            r   … 0                            into the path so far; cells over their cap are dead, a row without
 *            a       0                          live cells ends the walk
 */
export class FuzzySearch {
  readonly #forward: TrieColumns;
  readonly #reverse: TrieColumns;
  readonly #keys: KeyColumns;
  readonly #costs: EditCosts;
  readonly #reach: ReachMasks;
  readonly #cheapest: number;
  readonly #rows = new Uint8Array(STRIDE * (MAX_FUZZY + 32));
  readonly #lows = new Int16Array(MAX_FUZZY + 32);
  readonly #highs = new Int16Array(MAX_FUZZY + 32);
  /** Codes that complete a transposition begun one letter up, as a mask; such a row lives on without cells. */
  readonly #pending = new Uint32Array(MAX_FUZZY + 32);
  readonly #path = new Uint8Array(MAX_FUZZY + 32);
  readonly #query = new Uint8Array(STRIDE);
  readonly #caps = new Uint8Array(STRIDE);
  #length = 0;
  #budget = 0;
  #trie: TrieColumns;
  #backward = false;
  /** Keys found by the last {@link search}, in no order, and their costs. */
  readonly found: number[] = [];
  readonly #costOf = new Map<number, number>();
  /** Nodes walked by the last search: what the bench and the growth table count. */
  visited = 0;

  constructor(forward: TrieColumns, reverse: TrieColumns, keys: KeyColumns, costs: EditCosts) {
    this.#forward = forward;
    this.#reverse = reverse;
    this.#keys = keys;
    this.#costs = costs;
    this.#reach = reachMasks(costs);
    this.#cheapest = cheapestEdit(costs);
    this.#trie = forward;
  }

  /** Cost of a key in {@link found}. */
  cost(key: number): number {
    return this.#costOf.get(key) ?? OVER;
  }

  /**
   * Collects every key within `budget` (sixteenths of an edit) of the first `length` codes of `query`.
   *
   * @example
   * search.search(codes("krasnarmeisk"), 12, EDIT); search.found // the key "krasnoarmeisk"
   */
  search(query: Uint8Array, length: number, budget: number): void {
    this.found.length = 0;
    this.#costOf.clear();
    this.visited = 0;
    if (length === 0 || length > MAX_FUZZY || this.#forward.mask.length === 0) return;
    this.#length = length;
    this.#budget = budget;
    // The split lies at 40 %: endings (-ivka, -ske) are shared by thousands of names and must not stand alone behind. Of the budgets
    // for the first part these walked the fewest nodes (measured at 16, 20, 24 and 32): what leaves the second part no edit at all, or
    // in larger budgets one cheap edit.
    const cheapest = this.#cheapest;
    const frontBudget = budget <= 2.5 * cheapest ? Math.max(0, budget - cheapest) : 2 * cheapest - 1;
    const split = Math.max(1, Math.round(length * 0.4));
    for (let at = 0; at < length; at++) this.#query[at] = query[at];
    this.#caps.fill(frontBudget, 0, split + 1).fill(budget, split + 1, length + 1);
    this.#backward = false;
    this.#walkFrom(this.#forward);
    if (frontBudget >= budget) return;
    for (let at = 0; at < length; at++) this.#query[at] = query[length - 1 - at];
    this.#caps.fill(budget - frontBudget - 1, 0, length - split).fill(budget, length - split, length + 1);
    this.#backward = true;
    this.#walkFrom(this.#reverse);
  }

  #walkFrom(trie: TrieColumns): void {
    this.#trie = trie;
    const caps = this.#caps;
    const rows = this.#rows;
    rows[0] = 0;
    let high = 0;
    while (high < this.#length) {
      const cost = rows[high] + this.#costs.insert[this.#query[high]];
      if (cost > caps[high + 1]) break;
      rows[++high] = cost;
    }
    this.#lows[0] = 0;
    this.#highs[0] = high;
    this.#walk(0, 0);
  }

  #walk(node: number, depth: number): void {
    this.visited++;
    const bits = this.#trie.mask[node];
    const wanted = bits & (this.#wanted(depth) | 1);
    if (wanted === 0) return;
    const base = baseOf(this.#trie, node);
    if (bits & 1) this.#report(this.#trie.slots[base] - LEAF, depth);
    for (let left = wanted & ~1; left !== 0; left &= left - 1) {
      const code = 31 - Math.clz32(left & -left);
      if (!this.#step(depth, code)) continue;
      const slot = this.#trie.slots[base + popcount(bits & ((1 << code) - 1))];
      if (slot < LEAF) this.#walk(slot, depth + 1);
      else this.#walkRest(slot - LEAF, depth + 1);
    }
  }

  /** The one key that is left below a leaf: no more branches, the same rows. */
  #walkRest(key: number, depth: number): void {
    const { bytes, lengths } = this.#keys;
    const length = lengths[key];
    if (length > this.#length + 31) return;
    const from = keyStart(this.#keys, key);
    for (; depth < length; depth++) {
      const code = bytes[this.#backward ? from + length - 1 - depth : from + depth];
      if (!this.#step(depth, code)) return;
    }
    this.#report(key, depth);
  }

  /** Codes that keep at least one cell of this row alive. */
  #wanted(depth: number): number {
    const rows = this.#rows;
    const at = depth * STRIDE;
    const { substitute, insert } = this.#reach;
    let wanted = this.#pending[depth];
    for (let cell = this.#lows[depth]; cell <= this.#highs[depth]; cell++) {
      const stay = this.#caps[cell] - rows[at + cell];
      if (stay >= 0) wanted |= insert[Math.min(stay, EDIT)];
      if (cell < this.#length) {
        const step = this.#caps[cell + 1] - rows[at + cell];
        if (step >= 0) wanted |= substitute[Math.min(step, EDIT) * 32 + this.#query[cell]];
        if (cell + 1 < this.#length && this.#caps[cell + 2] - rows[at + cell] >= this.#costs.transpose)
          wanted |= 1 << this.#query[cell + 1];
      }
    }
    return wanted;
  }

  /** Writes the row for the path lengthened by `code`; false when no cell of it is alive. */
  #step(depth: number, code: number): boolean {
    const rows = this.#rows;
    const query = this.#query;
    const caps = this.#caps;
    const length = this.#length;
    const { substitute, insert, transpose } = this.#costs;
    const above = depth * STRIDE;
    const here = above + STRIDE;
    const before = above - STRIDE;
    const low = this.#lows[depth];
    const high = this.#highs[depth];
    const added = insert[code];
    const last = depth > 0 ? this.#path[depth - 1] : 0;
    this.#path[depth] = code;
    const furthest = depth > 0 ? Math.max(high + 1, this.#highs[depth - 1] + 2) : high + 1;
    let first = -1;
    let end = -1;
    let pending = 0;
    for (let cell = low; cell <= length; cell++) {
      let cost = OVER;
      if (cell <= high) {
        const up = rows[above + cell];
        if (up !== OVER) {
          if (up + added < cost) cost = up + added;
          if (cell + 1 < length && query[cell + 1] === code && up + transpose <= caps[cell + 2])
            pending |= 1 << query[cell];
        }
      }
      if (cell > low && cell - 1 <= high) {
        const diagonal = rows[above + cell - 1];
        if (diagonal !== OVER) {
          const replaced = diagonal + substitute[query[cell - 1] * 32 + code];
          if (replaced < cost) cost = replaced;
        }
      }
      if (depth > 0 && cell > 1 && query[cell - 1] === last && query[cell - 2] === code) {
        if (cell - 2 >= this.#lows[depth - 1] && cell - 2 <= this.#highs[depth - 1]) {
          const swapped = rows[before + cell - 2] + transpose;
          if (swapped < cost) cost = swapped;
        }
      }
      if (end === cell - 1 && end >= 0) {
        const skipped = rows[here + cell - 1] + insert[query[cell - 1]];
        if (skipped < cost) cost = skipped;
      }
      if (cost <= caps[cell]) {
        rows[here + cell] = cost;
        if (first < 0) first = cell;
        end = cell;
      } else {
        rows[here + cell] = OVER;
        if (cell >= furthest) break;
      }
    }
    this.#pending[depth + 1] = pending;
    this.#lows[depth + 1] = first < 0 ? low : first;
    this.#highs[depth + 1] = first < 0 ? low - 1 : end;
    return first >= 0 || pending !== 0;
  }

  #report(key: number, depth: number): void {
    if (this.#highs[depth] < this.#length || this.#lows[depth] > this.#length) return;
    const cost = this.#rows[depth * STRIDE + this.#length];
    if (cost > this.#budget) return;
    const known = this.#costOf.get(key);
    if (known === undefined) {
      this.found.push(key);
      this.#costOf.set(key, cost);
    } else if (cost < known) this.#costOf.set(key, cost);
  }
}
