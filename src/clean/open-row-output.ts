import type { CleanOptions } from "./clean-options";
import { CsvOutput } from "./csv-output";
import type { CsvRows } from "./csv-rows";
import type { RowOutput } from "./row-output";
import type { RowSource } from "./row-source";

/** The output for rows, in the format that the name of the output or the options say. */
export async function openRowOutput(rows: RowSource, _options: CleanOptions, prefix: string): Promise<RowOutput> {
  return new CsvOutput(rows as CsvRows, prefix);
}
