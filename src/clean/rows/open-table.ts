import type { Readable } from "node:stream";
import { CsvRows } from "./csv-rows";
import { detectDialect } from "./detect-dialect";
import { detectEncoding, type Encoding, inUtf8 } from "./detect-encoding";
import { type Format, inputFormat } from "./file-format";
import { NdjsonRows } from "./ndjson-rows";
import { type Input, openInput } from "./open-input";
import { ParquetRows } from "./parquet-rows";
import type { QuestionColumns, RowSource } from "./row-source";

/** Which table is read, and how. */
export interface TableInput {
  /** path, or `-` for standard input */
  input: string;
  columns: QuestionColumns;
  /** by its bytes and the ending of its name when left out */
  format?: Format;
  /** detected when left out */
  encoding?: Encoding;
  /** of a table of text; detected when left out */
  delimiter?: string;
  /** `""` where quotes mean nothing. @default '"' */
  quote?: string;
  standardInput?: Readable;
  /** stops the run after the block at hand */
  signal?: AbortSignal;
}

/** A table that is open; `input.close()` lets the file go. */
export interface OpenTable {
  input: Input;
  format: Format;
  rows: RowSource;
  /** bytes of the input that were read so far */
  bytesRead: () => number;
}

/** How far the reading of a table is. */
export interface ReadProgress {
  /** what is being done, where there are several steps */
  step?: string;
  rows: number;
  /** rows that an earlier run had done */
  resumedRows: number;
  /** 0 in a step that reads nothing */
  bytesRead: number;
  /** bytes of the input; undefined where nobody knows */
  size: number | undefined;
}

/**
 * Opens a table of any format that is read, packed with gzip or not.
 *
 * @param written the format that the rows are written in, that of the input when left out: only Parquet takes points in time back as numbers
 * @throws AllonymError `unknown-column`, `unreadable-input`, `missing-library`, `interrupted`
 */
export async function openTable(table: TableInput, written?: Format): Promise<OpenTable> {
  const input = await openInput(table.input, table.standardInput ?? process.stdin, table.signal);
  try {
    const format = inputFormat(table.input, input.head, table.format);
    const rows = await openRows(table, input, format, (written ?? format) === "parquet" ? "numbers" : "iso");
    return { input, format, rows, bytesRead: () => rows.bytesRead?.() ?? input.bytesRead() };
  } catch (error) {
    input.close();
    throw error;
  }
}

async function openRows(table: TableInput, input: Input, format: Format, times: "numbers" | "iso"): Promise<RowSource> {
  const { columns, quote } = table;
  if (format === "parquet") {
    await input.chunks.return(undefined);
    return ParquetRows.open(table.input, columns, times);
  }
  const encoding = table.encoding ?? detectEncoding(input.head);
  const chunks = inUtf8(input.chunks, encoding);
  if (format === "ndjson") return NdjsonRows.open(chunks, columns);
  const delimiter = table.delimiter ?? (format === "tsv" ? "\t" : undefined);
  const known = {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(quote === undefined ? {} : { quote }),
  };
  const sample = encoding.startsWith("utf-16") ? Buffer.from(new TextDecoder(encoding).decode(input.head)) : input.head;
  return CsvRows.open(chunks, detectDialect(sample, known), columns);
}
