/** Draws ranks from 0 by a Zipf law: rank r is drawn in proportion to 1 / (r + 1) ** exponent. */
export class Zipf {
  readonly #sums: Float64Array;

  constructor(size: number, exponent: number) {
    this.#sums = new Float64Array(size);
    let sum = 0;
    for (let rank = 0; rank < size; rank++) this.#sums[rank] = sum += (rank + 1) ** -exponent;
  }

  /** @param uniform a number from 0 up to 1 */
  rank(uniform: number): number {
    const sums = this.#sums;
    const wanted = uniform * sums[sums.length - 1];
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
