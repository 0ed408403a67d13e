import type { ReviewValue } from "../review/review-value";

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
