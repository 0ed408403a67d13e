import type { Match } from "../../core";

/** A value of a column that no rule could decide: what a reviewer is asked about. */
export interface ReviewValue {
  /** The cell as it stands in the column. */
  name: string;
  /** The cell of the column that says where the place lies, where there is one. */
  within?: string;
  /** How many rows have this value. */
  rows: number;
  status: "ambiguous" | "none";
  /** The candidates, best first; empty for `none`. */
  matches: Match[];
}
