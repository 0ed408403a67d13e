import { createWriteStream, statSync } from "node:fs";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { AllonymError, type Gazetteer } from "../../core";
import type { Format } from "../clean-options";
import { ByteWriter } from "../output/byte-writer";
import { type OutputTarget, openPartialOutput } from "../output/partial-output";
import { streamOutput } from "../output/stream-output";
import { formatOf, isPacked } from "../rows/file-format";
import { openTable, type TableInput } from "../rows/open-table";
import { QUESTION_PARTS, type QuestionColumns, type RowBlock, type RowSource } from "../rows/row-source";
import { type DedupeOptions, dedupe, isLocated, type LocatedRecord } from "./dedupe";
import { type GroupOutput, groupOutput } from "./group-output";

/** Bytes that are gathered before they are written. */
const PIECE = 1024 * 1024;

/** How a file is rid of duplicates. */
export interface DedupeFileOptions extends TableInput, DedupeOptions {
  /** name, latitude and longitude, and the unit that holds the place if there is a column for it */
  columns: { name: string; lat: string; lon: string; within?: string };
  /** path, or `-` for standard output */
  output: string;
  /** by the ending of the name, else that of the input; CSV for Parquet */
  outputFormat?: Exclude<Format, "parquet">;
  /** header of the added column. @default "duplicate_group" */
  groupColumn?: string;
  /** leave out all rows of a group but the first */
  keepFirst?: boolean;
  /** overwrite the output */
  force?: boolean;
  standardOutput?: Writable;
}

/** What became of the rows. */
export interface DedupeSummary {
  rows: number;
  groups: number;
  /** rows that are in a group */
  groupedRows: number;
  /** rows that were compared with none: no name, no point on the globe */
  unlocatedRows: number;
  /** rows that could not be read; they are kept */
  badRows: number;
  writtenRows: number;
}

/**
 * Marks the rows of a file that are one place, as {@link dedupe} finds them: all rows and columns as they came in, in order, with the number of
 * the group behind them. The file is read twice, so that memory holds names and points and no rows.
 *
 * @throws AllonymError `unknown-column`, `column-exists`, `unreadable-input`, `unwritable-output`, `output-exists`, `missing-library`,
 * `invalid-option`
 */
export async function dedupeFile(gazetteer: Gazetteer, options: DedupeFileOptions): Promise<DedupeSummary> {
  const { input, groupColumn = "duplicate_group", keepFirst = false } = options;
  if (input === "-") {
    throw new AllonymError("invalid-option", "standard input cannot be read twice; write it to a file first");
  }
  const { radius, country, class: kind } = options;
  const hints: DedupeOptions = {
    ...(radius === undefined ? {} : { radius }),
    ...(country === undefined ? {} : { country }),
    ...(kind === undefined ? {} : { class: kind }),
  };
  dedupe(gazetteer, [], hints); // options that are wrong are wrong before a million rows are read
  const first = await openTable(options);
  if (first.rows.columns.includes(groupColumn)) {
    const next = "give --group-column another name";
    throw new AllonymError("column-exists", `the table has a column ${groupColumn} already; ${next}`);
  }
  const format = writtenFormat(options, first.format);
  const target = await openTarget(options);
  let records: LocatedRecord[];
  let badRows: number;
  let groups: number[];
  let writtenRows: number;
  try {
    ({ records, badRows } = await readRecords(first.rows, options.columns));
    groups = dedupe(gazetteer, records, hints);
    const { rows } = await openTable(options);
    writtenRows = await writeGroups(rows.blocks(), groups, keepFirst, groupOutput(rows, format, groupColumn), target);
    await target.finish();
  } catch (error) {
    await target.abandon();
    throw error;
  }
  return {
    rows: groups.length,
    groups: groups.reduce((most, group) => Math.max(most, group), 0),
    groupedRows: groups.reduce((count, group) => count + Number(group > 0), 0),
    unlocatedRows: records.filter((record) => !isLocated(record) || record.name.trim() === "").length - badRows,
    badRows,
    writtenRows,
  };
}

/** The format to write. Parquet is read only: adding a column to it is what `clean` does. */
function writtenFormat({ output, outputFormat }: DedupeFileOptions, format: Format): Exclude<Format, "parquet"> {
  const named = outputFormat ?? formatOf(output);
  if (named === "parquet") {
    throw new AllonymError("invalid-option", `${output}: Parquet is not written here; expected .csv, .tsv or .ndjson`);
  }
  return named ?? (format === "parquet" ? "csv" : format);
}

/** The first pass: what is compared of each row. */
async function readRecords(
  rows: RowSource,
  asked: QuestionColumns,
): Promise<{ records: LocatedRecord[]; badRows: number }> {
  const parts = QUESTION_PARTS.filter((part) => asked[part] !== undefined);
  const [lat, lon, within] = (["lat", "lon", "within"] as const).map((part) => parts.indexOf(part));
  const records: LocatedRecord[] = [];
  let badRows = 0;
  for await (const block of rows.blocks()) {
    for (let row = 0; row < block.rows; row++) {
      if (block.faultOf(row) !== undefined) {
        records.push(NO_RECORD);
        badRows++;
        continue;
      }
      const cells = block.questionOf(row);
      const record: LocatedRecord = { name: cells[0], lat: degreesOf(cells[lat]), lon: degreesOf(cells[lon]) };
      if (within >= 0 && cells[within] !== "") record.within = cells[within];
      records.push(record);
    }
  }
  return { records, badRows };
}

const NO_RECORD: LocatedRecord = { name: "" };

/** Tables of Ukraine write a decimal comma as often as a point; an empty cell is no zero. */
const degreesOf = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text.trim().replace(",", ".")));

/** The second pass. */
async function writeGroups(
  blocks: AsyncIterable<RowBlock>,
  groups: readonly number[],
  keepFirst: boolean,
  output: GroupOutput,
  target: OutputTarget,
): Promise<number> {
  const writers = [new ByteWriter(), new ByteWriter()];
  const seen = new Set<number>();
  let out = writers[0];
  let at = 0;
  let written = 0;
  output.head(out);
  for await (const block of blocks) {
    for (let row = 0; row < block.rows; row++) {
      const group = groups[at++] ?? 0;
      if (keepFirst && group > 0 && seen.has(group)) continue;
      if (group > 0) seen.add(group);
      output.row(block, row, group, out);
      written++;
      if (out.bytes.length < PIECE) continue;
      await target.write(out.bytes);
      out = writers.reverse()[0];
      out.clear();
    }
  }
  await target.write(out.bytes);
  return written;
}

async function openTarget({
  output,
  force = false,
  standardOutput = process.stdout,
}: DedupeFileOptions): Promise<OutputTarget> {
  const gzip = isPacked(output);
  if (output === "-") return streamOutput(standardOutput, { gzip: false });
  const there = statSync(output, { throwIfNoEntry: false });
  if (there && !there.isFile() && !there.isDirectory()) {
    // A device or a pipe is written to as it is: renaming a file over it would destroy it.
    const stream = createWriteStream(output);
    return { ...streamOutput(stream, { gzip }), finish: () => finished(stream.end()) };
  }
  return openPartialOutput(output, { gzip, resume: false, force, identity: NOT_RESUMED, resumable: false });
}

const NOT_RESUMED = { input: "", options: "", gazetteer: "" };
