import type { Writable } from "node:stream";
import type { AmbiguousCells } from "./answer-columns";
import type { Format } from "./rows/file-format";
import type { ReadProgress, TableInput } from "./rows/open-table";

/** How a file is cleaned. */
export interface CleanOptions extends TableInput {
  /** path, or `-` for standard output; a device or a pipe is written straight */
  output: string;
  /** by the ending of the name, else that of the input */
  outputFormat?: Format;
  /** of the headers of the added columns. @default "place_" */
  prefix?: string;
  /** whether an ambiguous row gets the cells of its likeliest place. @default "empty" */
  ambiguous?: AmbiguousCells;
  /** text of a decisions file */
  decisions?: string;
  /** how many of the most frequent values that nobody could place, and of the ambiguous, are reported for review. @default 0 */
  review?: number;
  /** worker threads; 0 for none. @default the number of cores, 4 at most */
  threads?: number;
  /** seconds between two moments at which what is done is made safe for resuming. @default 2 */
  keepEvery?: number;
  /** go on where a run was broken off; with nothing to go on with, begin; with the output whole, do nothing. See `openPartialOutput` */
  resume?: boolean;
  /** overwrite the output */
  force?: boolean;
  /** is told once, with `resume`, before the first row is answered */
  onResume?: (point: ResumePoint) => void;
  onProgress?: (progress: ReadProgress) => void;
  standardOutput?: Writable;
}

/** Where a run that resumes begins. */
export interface ResumePoint {
  /** "nothing" was done before; a "part", so it goes on; the "whole", so nothing is done */
  found: "nothing" | "part" | "whole";
  /** that were done before */
  rows: number;
}
