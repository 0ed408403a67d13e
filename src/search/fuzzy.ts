import { cheapestEdit, EDIT, type EditCosts, neverDearerThanTwo } from "./edit-costs";
import type { KeyColumns } from "./keys";
import { OVER } from "./rest-distance";
import { type SearchTries, searchTries } from "./search-tries";
import type { TrieColumns } from "./trie";
import { MAX_FUZZY, TrieWalk } from "./trie-walk";

/**
 * Finds the keys within a weighted edit distance of a query, over the trie of keys and the trie of reversed keys.
 *
 * A search from the front alone walks most of the trie, because two edits may fall on the first two letters. So the query is cut
 * in two. Forward, the first part may use only `front`; what is missed has spent more than that on the first part and hence less than
 * the rest on the second part, and is found from the back, where the second part comes first. Both walks together find exactly what
 * comparing with every key finds (S. Mihov, K. Schulz: Fast Approximate Search in Large Dictionaries, 2004, for the idea of walking from
 * both ends); `test/search/fuzzy.test.ts` holds it to that.
 *
 *     query              k  r  a  s  n │ a  r  m  e  i  s  k       budget 16, cheapest edit 8
 *     forward, at most   8  8  8  8  8   16 16 16 16 16 16 16      from the front: one cheap edit, after the cut a second
 *     backward, at most  16 16 16 16 16  7  7  7  7  7  7  7       from the back: no edit before the cut, then all of them
 *
 * The ends also bound each other: if no key ends in "xeisk", that part costs an edit whatever stands before it, and the forward
 * walk has so much less up to there (as the array D of H. Li, R. Durbin: Fast and accurate short read alignment with
 * Burrows–Wheeler transform, 2009). A word that is like no name ends after some forty nodes.
 */
export class FuzzySearch {
  readonly #keys: KeyColumns;
  readonly #costs: EditCosts;
  readonly #lay: () => SearchTries;
  #whole: SearchTries | undefined;
  #walks: { forward: TrieWalk; backward: TrieWalk } | undefined;
  readonly #cheapest: number;
  readonly #costOf: Uint8Array;
  #budget = 0;
  /** letters of the query that lead on without an edit from the front, and from the back */
  #head = 0;
  #tail = 0;
  /** Keys found by the last search, in no order. */
  readonly found: number[] = [];
  /** Nodes visited by the last search: what the bench and the growth table count. */
  visited = 0;

  /** Costs nothing until the first search of all keys, which lays both tries out for walking: some 20 ms for 95,000 keys. */
  constructor(forward: TrieColumns, reverse: TrieColumns, keys: KeyColumns, costs: EditCosts) {
    this.#cheapest = cheapestEdit(costs);
    this.#costOf = new Uint8Array(keys.lengths.length).fill(OVER);
    this.#keys = keys;
    this.#costs = neverDearerThanTwo(costs);
    this.#lay = () => searchTries(forward, reverse, keys);
  }

  /** Cost of a key in {@link found}; 255 for all others. */
  cost(key: number): number {
    return this.#costOf[key];
  }

  /**
   * Collects every key within `budget` (sixteenths of an edit, at most 254) of the first `length` codes of `query`.
   *
   * @param part tries of the keys that are wanted, from `partTries`; without them, of all
   *
   * @example
   * search.search(codes("krasnarmeisk"), 12, EDIT); search.found // the key "krasnoarmeisk"
   */
  search(query: Uint8Array, length: number, budget: number, part?: SearchTries): void {
    this.visited = 0;
    this.#keep(-1);
    if (this.#ask(query, length, part)) this.#collect(length, budget);
  }

  /**
   * Collects the nearest keys: all whose cost is within `margin` of the least cost, if that is within `budget`. What costs more than
   * `budget` is never found. The answer is the same as picking from {@link search} with the whole budget; the time is that of the budget
   * which was needed, since it grows some fourfold with every edit.
   *
   * @example
   * search.searchNearest(codes("krasnarmeisk"), 12, 2 * EDIT, 4) // "krasnoarmeisk" costs 8, so what costs up to 12
   */
  searchNearest(query: Uint8Array, length: number, budget: number, margin: number, part?: SearchTries): void {
    this.visited = 0;
    this.#keep(-1);
    if (!this.#ask(query, length, part)) return;
    for (let reach = this.#firstReach(length, budget); ; reach = Math.min(reach + this.#cheapest, budget)) {
      this.#collect(length, reach);
      if (this.found.length > 0 || reach >= budget) break;
    }
    if (this.found.length === 0) return;
    let least = OVER;
    for (const key of this.found) least = Math.min(least, this.#costOf[key]);
    const furthest = Math.min(budget, least + margin);
    if (furthest > this.#budget) this.#collect(length, furthest);
    else this.#keep(furthest);
  }

  /**
   * With which budget to begin: one edit, or the whole where no key is one edit away. From the front a key agrees up to the edit, from
   * the back down to it; so what agrees must leave no more than two letters, of a pair that has changed places. A word that is like no name
   * is then walked once.
   */
  #firstReach(length: number, budget: number): number {
    return budget > EDIT && this.#head + this.#tail < length - 2 ? budget : Math.min(EDIT, budget);
  }

  /** Hands the query to both walks; false when nothing can be found. */
  #ask(query: Uint8Array, length: number, part: SearchTries | undefined): boolean {
    if (length === 0 || length > MAX_FUZZY || this.#costOf.length === 0) return false;
    if (!part) this.#whole ??= this.#lay();
    const tries = part ?? (this.#whole as SearchTries);
    this.#walks ??= this.#open(tries);
    this.#head = this.#walks.forward.ask(tries.forward, query, length);
    this.#tail = this.#walks.backward.ask(tries.backward, query, length);
    return true;
  }

  #open({ forward, backward }: SearchTries): { forward: TrieWalk; backward: TrieWalk } {
    const into = { add: (key: number, cost: number): void => this.#add(key, cost) };
    return {
      forward: new TrieWalk(forward, this.#keys, this.#costs, false, into),
      backward: new TrieWalk(backward, this.#keys, this.#costs, true, into),
    };
  }

  #collect(length: number, budget: number): void {
    this.#keep(-1);
    this.#budget = budget;
    if (!this.#walks) return;
    const { forward, backward } = this.#walks;
    const cheapest = this.#cheapest;
    // The split lies at 40 %: endings (-ivka, -ske) are shared by thousands of names and must not stand alone behind. Of the budgets
    // for the first part these walked the fewest nodes (measured at 16, 20, 24 and 32, lengths 4 to 14; choosing both for each query,
    // had one known how, would spare a tenth).
    const split = Math.max(1, Math.round(length * 0.4));
    let front = Math.max(0, budget - cheapest);
    if (budget > 2.5 * cheapest) front = budget < 4 * cheapest ? 2 * cheapest - 1 : 2 * cheapest;
    const head = this.#head;
    const tail = this.#tail;
    const unlikeHead = head < length ? cheapest : 0;
    const unlikeTail = tail < length ? cheapest : 0;
    for (let at = 0; at <= length; at++) {
      const most = at < length - tail ? budget - unlikeTail : budget;
      forward.caps[at] = at <= split ? Math.min(most, front) : most;
    }
    forward.walk(budget);
    this.visited += forward.visited;
    if (front >= budget) return;
    for (let at = 0; at <= length; at++) {
      const most = at < length - head ? budget - unlikeHead : budget;
      backward.caps[at] = at < length - split ? Math.min(most, budget - front - 1) : most;
    }
    backward.walk(budget);
    this.visited += backward.visited;
  }

  #add(key: number, cost: number): void {
    if (cost > this.#budget) return;
    const known = this.#costOf[key];
    if (known === OVER) this.found.push(key);
    if (cost < known) this.#costOf[key] = cost;
  }

  /** Forgets the keys that cost more. */
  #keep(most: number): void {
    let kept = 0;
    for (const key of this.found) {
      if (this.#costOf[key] <= most) this.found[kept++] = key;
      else this.#costOf[key] = OVER;
    }
    this.found.length = kept;
  }
}
