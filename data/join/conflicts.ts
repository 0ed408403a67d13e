import { writeFileSync } from "node:fs";

/** A row the join could not place without doubt, for people to settle in a curated table. */
export interface Conflict {
  reason: string;
  source: string;
  /** Id or position of the row in its source. */
  row: string;
  name: string;
  /** Ids of the places it may belong to, and whatever helps to decide. */
  detail: string;
}

const COLUMNS: (keyof Conflict)[] = ["reason", "source", "row", "name", "detail"];

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The table as text, sorted by its whole lines, so that the same conflicts give the same bytes. */
export function formatConflicts(conflicts: Conflict[]): string {
  const lines = conflicts.map((conflict) => COLUMNS.map((column) => conflict[column]).join("\t")).sort(byText);
  return `${[COLUMNS.join("\t"), ...lines].join("\n")}\n`;
}

/** Writes `data/join/conflicts.tsv`. */
export function writeConflicts(conflicts: Conflict[]): void {
  writeFileSync(new URL("conflicts.tsv", import.meta.url), formatConflicts(conflicts));
}
