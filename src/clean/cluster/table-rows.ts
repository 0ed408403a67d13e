import { createReadStream, statSync } from "node:fs";
import type { Readable } from "node:stream";
import { parse } from "csv-parse";
import { AllonymError } from "../../core";

/** A table as rows of cells. */
export interface Table {
  columns: readonly string[];
  delimiter: string;
  rows: AsyncIterable<string[]>;
}

/**
 * Opens a table of text, its first line the header.
 *
 * @throws AllonymError `unreadable-input`
 */
export async function openTable(path: string, standardInput: Readable): Promise<Table> {
  const stream = path === "-" ? standardInput : createReadStream(checked(path));
  const delimiter = /\.(tsv|tab)$/iu.test(path) ? "\t" : ",";
  const parser = stream.pipe(parse({ bom: true, delimiter, relax_quotes: true, relax_column_count: true }));
  stream.on("error", (error: Error) => parser.destroy(error));
  const rows = parser[Symbol.asyncIterator]() as AsyncIterator<string[]>;
  const { value, done } = await rows.next();
  if (done) throw new AllonymError("unreadable-input", "the table is empty; expected a header and rows below it");
  return { columns: value, delimiter, rows: { [Symbol.asyncIterator]: () => rows } };
}

function checked(path: string): string {
  try {
    if (!statSync(path).isDirectory()) return path;
  } catch {
    throw new AllonymError("unreadable-input", `${path} is not there; check the path`);
  }
  throw new AllonymError("unreadable-input", `${path} is a directory; expected a file`);
}

/**
 * Where a column is.
 *
 * @throws AllonymError `unknown-column`
 */
export function columnIndex({ columns }: Table, column: string): number {
  const index = columns.indexOf(column);
  if (index >= 0) return index;
  const there = columns.map((one) => JSON.stringify(one)).join(", ");
  throw new AllonymError("unknown-column", `there is no column ${JSON.stringify(column)}; the columns are ${there}`);
}

/** The values of a column and how many rows have each, in the order in which they first occur. */
export async function countNames(table: Table, column: string): Promise<{ name: string; rows: number }[]> {
  const at = columnIndex(table, column);
  const counts = new Map<string, number>();
  for await (const row of table.rows) counts.set(row[at] ?? "", (counts.get(row[at] ?? "") ?? 0) + 1);
  return [...counts].map(([name, rows]) => ({ name, rows }));
}
