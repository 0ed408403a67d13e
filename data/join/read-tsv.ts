import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A row of a table by column name, with the line of the file it stands on for error messages. */
export type TsvRow = Record<string, string> & { readonly line: string };

/**
 * Reads a tab separated table. Lines that start with `#` and empty lines are skipped; the first other line is the header.
 * The trap: a short row is filled with empty cells, a long one is an error, because a tab inside a cell shifts every column.
 *
 * @throws Error with file, line, what and expected when a row has more cells than the header.
 */
export function readTsv(file: URL): TsvRow[] {
  const rows: TsvRow[] = [];
  let header: string[] | undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i].replace(/\r$/, "");
    if (line === "" || line.startsWith("#")) continue;
    const cells = line.split("\t");
    if (header === undefined) {
      header = cells;
      continue;
    }
    if (cells.length > header.length) {
      throw new Error(`${fileURLToPath(file)}:${i + 1}: ${cells.length} cells, expected ${header.length}`);
    }
    const row: Record<string, string> = { line: String(i + 1) };
    for (let c = 0; c < header.length; c++) row[header[c]] = cells[c] ?? "";
    rows.push(row as TsvRow);
  }
  return rows;
}
