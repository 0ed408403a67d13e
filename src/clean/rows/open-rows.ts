import type { CleanOptions, Format } from "../clean-options";
import { CsvRows } from "./csv-rows";
import { detectDialect } from "./detect-dialect";
import { detectEncoding, inUtf8 } from "./detect-encoding";
import { NdjsonRows } from "./ndjson-rows";
import type { Input } from "./open-input";
import { ParquetRows } from "./parquet-rows";
import type { RowSource } from "./row-source";

/**
 * The rows of an input.
 *
 * @throws AllonymError `unknown-column`, `unreadable-input`, `missing-library`
 */
export async function openRows(
  input: Input,
  format: Format,
  outputFormat: Format,
  options: CleanOptions,
): Promise<RowSource> {
  const { columns: asked } = options;
  if (format === "parquet") {
    await input.chunks.return(undefined);
    return ParquetRows.open(options.input, asked, outputFormat === "parquet" ? "numbers" : "iso");
  }
  const encoding = options.encoding ?? detectEncoding(input.head);
  const chunks = inUtf8(input.chunks, encoding);
  if (format === "ndjson") return NdjsonRows.open(chunks, asked);
  const delimiter = options.delimiter ?? (format === "tsv" ? "\t" : undefined);
  const known = {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(options.quote === undefined ? {} : { quote: options.quote }),
  };
  const sample = encoding.startsWith("utf-16") ? Buffer.from(new TextDecoder(encoding).decode(input.head)) : input.head;
  return CsvRows.open(chunks, detectDialect(sample, known), asked);
}
