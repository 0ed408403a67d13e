import type { Match } from "../../core";

/** Candidates of a value: as many as the page has keys, 1 to 9. */
export const MOST_CANDIDATES = 9;

/** A value of a column that no rule could decide: what a reviewer is asked about. */
export interface ReviewValue {
  /** The cell as it stands in the column. */
  name: string;
  /** The cell of the column that says where the place lies, where there is one. */
  within?: string;
  /** How many rows have this value. */
  rows: number;
  status: "ambiguous" | "none";
  /** The candidates, best first, {@link MOST_CANDIDATES} at most; empty for `none`. */
  matches: Match[];
}
