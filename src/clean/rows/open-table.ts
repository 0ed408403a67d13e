import type { CleanOptions, Format } from "../clean-options";
import { inputFormat } from "./file-format";
import { openInput } from "./open-input";
import { openRows } from "./open-rows";
import type { QuestionColumns, RowSource } from "./row-source";

/** Which table is read, and how; as `cleanFile` takes it. */
export interface TableInput extends Pick<CleanOptions, "encoding" | "delimiter" | "quote" | "standardInput"> {
  /** path, or `-` for standard input */
  input: string;
  columns: QuestionColumns;
  /** by its bytes and the ending of its name when left out */
  format?: Format;
}

/**
 * Opens a table of any format that is read, packed with gzip or not.
 *
 * @throws AllonymError `unknown-column`, `unreadable-input`, `missing-library`
 */
export async function openTable(table: TableInput): Promise<{ format: Format; rows: RowSource }> {
  const { input: path, standardInput = process.stdin } = table;
  const input = await openInput(path, standardInput);
  const format = inputFormat(path, input.head, table.format);
  const rows = await openRows(input, format, format === "parquet" ? "csv" : format, { ...table, output: "-" });
  return { format, rows };
}
