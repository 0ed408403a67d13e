import type { CleanOptions } from "./clean-options";
import { CsvRows } from "./csv-rows";
import { detectDialect } from "./detect-dialect";
import { detectEncoding, inUtf8 } from "./detect-encoding";
import { formatOf } from "./file-format";
import type { Input } from "./open-input";
import type { RowSource } from "./row-source";

/** The rows of an input, in the format that its name or the options say. */
export async function openRows(input: Input, options: CleanOptions): Promise<RowSource> {
  const format = options.format ?? formatOf(options.input) ?? "csv";
  const encoding = options.encoding ?? detectEncoding(input.head);
  const chunks = inUtf8(input.chunks, encoding);
  const known = {
    ...(options.delimiter === undefined ? {} : { delimiter: options.delimiter }),
    ...(options.delimiter === undefined && format === "tsv" ? { delimiter: "\t" } : {}),
    ...(options.quote === undefined ? {} : { quote: options.quote }),
  };
  const sample = encoding.startsWith("utf-16") ? Buffer.from(new TextDecoder(encoding).decode(input.head)) : input.head;
  return CsvRows.open(chunks, detectDialect(sample, known), options.columns);
}
