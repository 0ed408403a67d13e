import type { Readable, Writable } from "node:stream";
import type { AmbiguousCells } from "./answer-columns";
import type { Encoding } from "./rows/detect-encoding";
import type { QuestionColumns } from "./rows/row-source";

/** Formats of a table. `tsv` is `csv` with tabs. */
export const FORMATS = ["csv", "tsv", "ndjson", "parquet"] as const;

/** One of {@link FORMATS}. */
export type Format = (typeof FORMATS)[number];

/** How a file is cleaned. */
export interface CleanOptions {
  /** path, or `-` for standard input */
  input: string;
  /** path, or `-` for standard output */
  output: string;
  columns: QuestionColumns;
  /** by the ending of the name when left out */
  format?: Format;
  outputFormat?: Format;
  encoding?: Encoding;
  /** of a table of text; detected when left out */
  delimiter?: string;
  /** `""` where quotes mean nothing. @default '"' */
  quote?: string;
  /** of the headers of the added columns. @default "place_" */
  prefix?: string;
  ambiguous?: AmbiguousCells;
  /** text of a decisions file */
  decisions?: string;
  /** how many of the most frequent values that nobody could place, and of the ambiguous, are reported for review. @default 0 */
  review?: number;
  /** worker threads; 0 for none. @default the number of cores, 4 at most */
  threads?: number;
  /** seconds between two moments at which what is done is made safe for resuming. @default 2 */
  keepEvery?: number;
  /** go on where a run was broken off */
  resume?: boolean;
  /** overwrite the output */
  force?: boolean;
  /** stops the run after the block at hand */
  signal?: AbortSignal;
  onProgress?: (progress: CleanProgress) => void;
  standardInput?: Readable;
  standardOutput?: Writable;
}

/** How far a run is. */
export interface CleanProgress {
  rows: number;
  /** rows that an earlier run had done */
  resumedRows: number;
  bytesRead: number;
  /** bytes of the input; undefined where nobody knows */
  size: number | undefined;
}
