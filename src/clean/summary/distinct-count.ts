/** Hashes that are kept; the estimate is then off by about 0.4 % (one standard error, 1/√65,536). */
const KEPT = 65_536;
/** Hashes are numbers below this. */
const SPACE = 2 ** 53;

/**
 * Counts distinct values in bounded memory: the smallest hashes of all values are kept. While there are fewer than 65,536 the count is exact;
 * beyond, how far the largest of them lies from zero tells how many values there are (the "k minimum values" estimate). It depends
 * on the values alone, not on their order, so a run that was resumed says the same.
 */
export class DistinctCount {
  #hashes = new Set<number>();
  #bound = SPACE;

  add(value: string): void {
    const hash = hashOf(value);
    if (hash >= this.#bound) return;
    this.#hashes.add(hash);
    if (this.#hashes.size >= 2 * KEPT) this.#shrink();
  }

  /** How many distinct values there were, and whether that is exact. */
  count(): { count: number; exact: boolean } {
    if (this.#bound === SPACE && this.#hashes.size < KEPT) return { count: this.#hashes.size, exact: true };
    this.#shrink();
    return { count: Math.round(((KEPT - 1) / this.#bound) * SPACE), exact: false };
  }

  #shrink(): void {
    if (this.#hashes.size < KEPT) return;
    const smallest = Float64Array.from(this.#hashes).sort().subarray(0, KEPT);
    this.#hashes = new Set(smallest);
    this.#bound = smallest[KEPT - 1];
    this.#hashes.delete(this.#bound);
  }
}

/** 53 bits from two passes with different multipliers (FNV-1a's step, MurmurHash3's finish). */
function hashOf(value: string): number {
  let low = 0x811c9dc5;
  let high = 0x2f0b4c47;
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995) + 0x1b873593;
  }
  return (finished(high) >>> 11) * 2 ** 32 + (finished(low) >>> 0);
}

function finished(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
