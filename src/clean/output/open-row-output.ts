import type { Format } from "../clean-options";
import { CsvRows } from "../rows/csv-rows";
import type { RowSource } from "../rows/row-source";
import { CsvOutput, PlainCsvOutput } from "./csv-output";
import { NdjsonOutput } from "./ndjson-output";
import { ParquetOutput } from "./parquet-output";
import type { RowOutput } from "./row-output";

/**
 * The output for rows. A table of text that is to stay one keeps its dialect; from `tsv` to `csv` and back it is written anew.
 *
 * @throws AllonymError `missing-library`
 */
export async function openRowOutput(
  rows: RowSource,
  inputFormat: Format,
  format: Format,
  prefix: string,
): Promise<RowOutput> {
  if (format === "parquet") return ParquetOutput.open(rows, prefix);
  if (format === "ndjson") return new NdjsonOutput(rows.columns, prefix);
  const delimiter = format === "tsv" ? "\t" : ",";
  if (rows instanceof CsvRows && (format === inputFormat || rows.dialect.delimiter === delimiter)) {
    return new CsvOutput(rows, prefix);
  }
  return new PlainCsvOutput(rows.columns, { delimiter, quote: '"', lineEnd: "\n" }, prefix);
}
