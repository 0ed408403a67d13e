import type { Outcome } from "../answers/question-answerer";
import type { RowBlock } from "../rows/row-source";
import type { CleanSummary } from "./clean-summary";
import { DistinctCount } from "./distinct-count";
import { TopValues, type TopValuesState } from "./top-values";

/** The counters of a run as JSON. */
export interface CountersState {
  outcomes: [Outcome, number][];
  unmatched: TopValuesState;
  ambiguous: TopValuesState;
  /** different questions so far; a run that goes on counts them again, since it passes over the rows */
  distinct: Distinct;
}

/** How many different questions there were, and whether that is exact. */
interface Distinct {
  count: number;
  exact: boolean;
}

/** Counts what becomes of the rows. */
export class RowCounters {
  readonly #outcomes: Map<Outcome, number>;
  readonly #distinct = new DistinctCount();
  readonly unmatched: TopValues;
  readonly ambiguous: TopValues;

  constructor(state?: CountersState) {
    this.#outcomes = new Map(state?.outcomes);
    this.unmatched = new TopValues(state?.unmatched);
    this.ambiguous = new TopValues(state?.ambiguous);
  }

  /** A question that was perhaps not asked before. */
  asked(key: string): void {
    this.#distinct.add(key);
  }

  /** The key is made again where it is needed: kept for all rows under way it would outlive the young generation of the heap. */
  answered(outcome: Outcome, block: RowBlock, row: number): void {
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    if (outcome === "none") this.unmatched.add(block.keyOf(row));
    else if (outcome === "ambiguous") this.ambiguous.add(block.keyOf(row));
  }

  /** What is known, to go on from later. */
  state(): CountersState {
    return {
      outcomes: [...this.#outcomes],
      unmatched: this.unmatched.state(),
      ambiguous: this.ambiguous.state(),
      distinct: this.#distinct.count(),
    };
  }

  /** @param distinct what a run that was finished has counted */
  summary(distinct: Distinct = this.#distinct.count()): Omit<CleanSummary, "topUnmatched" | "review"> {
    const of = (outcome: Outcome): number => this.#outcomes.get(outcome) ?? 0;
    const verdicts = ["match", "ambiguous", "none", "empty", "decided", "decided-none"];
    const errors = [...this.#outcomes].filter(([outcome]) => !verdicts.includes(outcome));
    return {
      rows: [...this.#outcomes.values()].reduce((sum, count) => sum + count, 0),
      matched: of("match") + of("decided"),
      ambiguous: of("ambiguous"),
      none: of("none") + of("empty") + of("decided-none"),
      empty: of("empty"),
      decided: of("decided") + of("decided-none"),
      errors: Object.fromEntries(errors.sort(([a], [b]) => (a < b ? -1 : 1))),
      distinct: distinct.count,
      distinctExact: distinct.exact,
    };
  }
}
