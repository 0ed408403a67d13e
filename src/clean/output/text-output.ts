import type { AnswerForm } from "../answers/encode-answer";
import { CsvRows } from "../rows/csv-rows";
import type { Format } from "../rows/file-format";
import type { RowBlock, RowSource } from "../rows/row-source";
import type { ByteWriter } from "./byte-writer";
import { CsvOutput, PlainCsvOutput } from "./csv-output";
import { NdjsonOutput } from "./ndjson-output";

/** Columns that rows get: their headers are the prefix and a name. */
export interface AddedColumns {
  prefix: string;
  names: readonly string[];
}

/** How the text behind a row is made. */
export type TextForm = Exclude<AnswerForm, { form: "array" }>;

/** Writes rows one by one as text, each with the added cells behind its own. */
export interface TextOutput {
  readonly form: TextForm;
  head(out: ByteWriter): void;
  /** @param suffix the added cells as they are appended: UTF-8, a byte a character */
  row(block: RowBlock, row: number, suffix: string, out: ByteWriter): void;
  /** what lies behind the last row of a block */
  tail(block: RowBlock, out: ByteWriter): void;
}

/** The output for rows. A table of text that is to stay one keeps its dialect; from `tsv` to `csv` and back it is written anew. */
export function textOutput(
  rows: RowSource,
  inputFormat: Format,
  format: Exclude<Format, "parquet">,
  added: AddedColumns,
): TextOutput {
  if (format === "ndjson") return new NdjsonOutput(rows.columns, added.prefix);
  const delimiter = format === "tsv" ? "\t" : ",";
  if (rows instanceof CsvRows && (format === inputFormat || rows.dialect.delimiter === delimiter)) {
    return new CsvOutput(rows, added);
  }
  return new PlainCsvOutput(rows.columns, { delimiter, quote: '"', lineEnd: "\n" }, added);
}
