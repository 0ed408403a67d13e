import fastLevenshtein from "fast-levenshtein";
import { AllonymError } from "../../core";
import { askedColumns, type QuestionColumns } from "./row-source";

/**
 * Where the columns of a question lie in a table, in the order of its parts. A name that is no column counts as the number of
 * one, from 1 on.
 *
 * @throws AllonymError `unknown-column` with the columns there are
 */
export function columnIndexes(columns: readonly string[], asked: QuestionColumns): number[] {
  const names = askedColumns(asked);
  return names.map((name) => {
    const index = columns.indexOf(name);
    if (index >= 0) return index;
    const number = /^[1-9]\d*$/u.test(name) ? Number(name) : 0;
    if (number > 0 && number <= columns.length) return number - 1;
    throw unknownColumn(columns, name);
  });
}

/** The error about a column that is not there: which there are, and which was perhaps meant. */
export function unknownColumn(columns: readonly string[], name: string): AllonymError {
  const shown = columns.slice(0, 50).map((column) => JSON.stringify(column));
  if (columns.length > shown.length) shown.push(`and ${columns.length - shown.length} more`);
  return new AllonymError(
    "unknown-column",
    `there is no column ${JSON.stringify(name)}; the columns are ${shown.join(", ")}${nearest(columns, name)}`,
  );
}

function nearest(columns: readonly string[], name: string): string {
  const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/gu, "");
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(name.length / 3)) + 1;
  for (const column of columns) {
    const distance = fastLevenshtein.get(plain(column), plain(name));
    if (distance < least) [best, least] = [column, distance];
  }
  return best === undefined ? "" : `. Did you mean ${JSON.stringify(best)}?`;
}
