import type { EditCosts } from "./edit-costs";

/** More than any budget. */
export const OVER = 255;

const WIDTH = 256;

/**
 * Cost of turning the rest of a query into the rest of a key: weighted edit distance with transpositions of neighbours (optimal string
 * alignment), {@link OVER} when it is more than `room`. Only cells that so many edits can reach are filled.
 */
export class RestDistance {
  readonly #costs: EditCosts;
  readonly #rows = new Uint16Array(3 * WIDTH);

  constructor(costs: EditCosts) {
    this.#costs = costs;
  }

  /**
   * `query` from `at` on, `asked` letters; `bytes` from `from` on in steps of `step`, `rest` letters; cells further than `band` off
   * the diagonal cost more than `room`.
   */
  between(
    query: Uint8Array,
    at: number,
    asked: number,
    bytes: Uint8Array,
    from: number,
    step: number,
    rest: number,
    room: number,
    band: number,
  ): number {
    const { insert, substitute, transpose } = this.#costs;
    const rows = this.#rows;
    let here = 0;
    let above = WIDTH;
    let before = 2 * WIDTH;
    rows[here] = 0;
    for (let cell = 1; cell <= asked && cell <= band; cell++)
      rows[here + cell] = rows[here + cell - 1] + insert[query[at + cell - 1]];
    if (band < asked) rows[here + band + 1] = OVER;
    let last = 0;
    let leastAbove = 0;
    for (let row = 1; row <= rest; row++, from += step) {
      const spare = before;
      before = above;
      above = here;
      here = spare;
      const code = bytes[from];
      const low = Math.max(0, row - band);
      const high = Math.min(asked, row + band);
      let least = OVER;
      let left = OVER;
      for (let cell = low; cell <= high; cell++) {
        let cost = rows[above + cell] + insert[code];
        if (cell > 0) {
          const letter = query[at + cell - 1];
          cost = Math.min(cost, rows[above + cell - 1] + substitute[letter * 32 + code], left + insert[letter]);
          if (row > 1 && cell > 1 && letter === last && query[at + cell - 2] === code)
            cost = Math.min(cost, rows[before + cell - 2] + transpose);
        }
        rows[here + cell] = left = cost;
        if (cost < least) least = cost;
      }
      if (low > 0) rows[here + low - 1] = OVER;
      if (high < asked) rows[here + high + 1] = OVER;
      if (least > room && leastAbove + transpose > room) return OVER;
      leastAbove = least;
      last = code;
    }
    return rows[here + asked];
  }
}
