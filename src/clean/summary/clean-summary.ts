import type { Outcome } from "../answers/question-answerer";
import type { ReviewValue } from "../review/review-value";
import type { RowBlock } from "../rows/row-source";
import { DistinctCount } from "./distinct-count";
import { TopValues, type TopValuesState } from "./top-values";

/** What became of the rows. */
export interface CleanSummary {
  rows: number;
  matched: number;
  ambiguous: number;
  /** rows without a place, empty cells among them */
  none: number;
  /** rows whose cell is empty */
  empty: number;
  /** rows that somebody's decision answered; they count as matched or none too */
  decided: number;
  /** rows that could not be answered, by code */
  errors: Record<string, number>;
  /** different questions: names, with their hints */
  distinct: number;
  /** whether `distinct` is exact; beyond 65,535 it is an estimate */
  distinctExact: boolean;
  /** the most frequent values that no place was found for, ten at most */
  topUnmatched: FrequentValue[];
  /** ambiguous and unmatched values by frequency, when they were asked for */
  review: ReviewValue[];
}

/** A value and in how many rows it stands. */
export interface FrequentValue {
  name: string;
  /** the cell of the column that says where the place lies */
  within?: string;
  rows: number;
  /** there may be more rows: so many different values came that not all could be counted */
  atLeast: boolean;
}

/** The counters of a run as JSON. */
export interface CountersState {
  outcomes: [Outcome, number][];
  unmatched: TopValuesState;
  ambiguous: TopValuesState;
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

  /** The counters without the distinct values, which a resumed run counts again. */
  state(): CountersState {
    return {
      outcomes: [...this.#outcomes],
      unmatched: this.unmatched.state(),
      ambiguous: this.ambiguous.state(),
    };
  }

  summary(): Omit<CleanSummary, "topUnmatched" | "review"> {
    const of = (outcome: Outcome): number => this.#outcomes.get(outcome) ?? 0;
    const verdicts = ["match", "ambiguous", "none", "empty", "decided", "decided-none"];
    const errors = [...this.#outcomes].filter(([outcome]) => !verdicts.includes(outcome));
    const distinct = this.#distinct.count();
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
