/** A value and how often it came. */
export interface ValueCount {
  value: string;
  count: number;
}

/** Twice this many values are held at most. */
const KEPT = 8_192;

/**
 * The most frequent values of a stream in bounded memory (Misra and Gries, Finding repeated elements, 1982, in the form of Agarwal et al.,
 * Mergeable summaries, 2012). When too many values are held, what the 8,192nd of them counts is taken off all. So a count may be too small,
 * by at most `missed`, which is below rows / 8,192; a value that came more often than that is never lost.
 */
export class TopValues {
  readonly #counts: Map<string, number>;
  #missed: number;

  constructor({ counts, missed }: TopValuesState = { counts: [], missed: 0 }) {
    this.#counts = new Map(counts);
    this.#missed = missed;
  }

  add(value: string): void {
    const count = this.#counts.get(value);
    this.#counts.set(value, (count ?? 0) + 1);
    if (count === undefined && this.#counts.size >= 2 * KEPT) this.#reduce();
  }

  /** By how much a count may be too small. */
  get missed(): number {
    return this.#missed;
  }

  /** All that are held, the most frequent first; of two with one count, the one that came first. */
  top(): ValueCount[] {
    const all = [...this.#counts].map(([value, count]) => ({ value, count }));
    return all.sort((a, b) => b.count - a.count);
  }

  /** What is known, to go on from later. */
  state(): TopValuesState {
    return { counts: [...this.#counts], missed: this.#missed };
  }

  #reduce(): void {
    const counts = Float64Array.from(this.#counts.values()).sort();
    const off = counts[counts.length - KEPT];
    this.#missed += off;
    for (const [value, count] of this.#counts) {
      if (count > off) this.#counts.set(value, count - off);
      else this.#counts.delete(value);
    }
  }
}

/** The state of {@link TopValues} as JSON. */
export interface TopValuesState {
  counts: [string, number][];
  missed: number;
}
