import type { Writable } from "node:stream";
import { AllonymError, type Gazetteer } from "../../core";
import { ByteWriter } from "../output/byte-writer";
import { openOutput } from "../output/open-output";
import type { OutputTarget } from "../output/output-target";
import { type TextForm, type TextOutput, textOutput } from "../output/text-output";
import { degreesOf } from "../rows/cell-text";
import { type Format, formatOf, isPacked } from "../rows/file-format";
import { type OpenTable, openTable, type ReadProgress, type TableInput } from "../rows/open-table";
import { partsOf, type QuestionColumns } from "../rows/row-source";
import { type DedupeOptions, dedupe, isLocated, type LocatedRecord } from "./dedupe";

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
  /** rows of each step: reading, comparing, writing */
  onProgress?: (progress: ReadProgress) => void;
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
  const { input, groupColumn = "duplicate_group", keepFirst = false, force = false, standardOutput } = options;
  if (input === "-") throw onlyOnce("standard input");
  const { radius, country, class: kind } = options;
  const hints: DedupeOptions = {
    ...(radius === undefined ? {} : { radius }),
    ...(country === undefined ? {} : { country }),
    ...(kind === undefined ? {} : { class: kind }),
  };
  dedupe(gazetteer, [], hints); // options that are wrong are wrong before a million rows are read
  const first = await openTable(options, "csv");
  const { size, fingerprint } = first.input;
  let target: OutputTarget | undefined;
  try {
    if (size === undefined) throw onlyOnce(input);
    if (first.rows.columns.includes(groupColumn)) {
      const next = "give --group-column another name";
      throw new AllonymError("column-exists", `the table has a column ${groupColumn} already; ${next}`);
    }
    const format = writtenFormat(options, first.format);
    const to = standardOutput === undefined ? {} : { standardOutput };
    target = await openOutput(options.output, { gzip: isPacked(options.output), force, ...to });
    const told = (step: string) => (rows: number, bytesRead: number) =>
      options.onProgress?.({ step, rows, resumedRows: 0, bytesRead, size });
    const { records, badRows } = await readRecords(first, options.columns, told("reading"));
    told("comparing")(records.length, 0);
    const groups = dedupe(gazetteer, records, hints);
    const second = await openTable(options, "csv");
    try {
      if (second.input.fingerprint !== fingerprint) {
        throw new AllonymError("unreadable-input", `${input} was changed while it was read; begin again`);
      }
      const output = textOutput(second.rows, second.format, format, { prefix: "", names: [groupColumn] });
      const marks = { groups, groupColumn, keepFirst };
      const writtenRows = await writeGroups(second, marks, output, target, told("writing"));
      await target.finish();
      return summaryOf(records, groups, badRows, writtenRows);
    } finally {
      second.input.close();
    }
  } catch (error) {
    await target?.abandon();
    throw error;
  } finally {
    first.input.close();
  }
}

const onlyOnce = (what: string): AllonymError =>
  new AllonymError("invalid-option", `${what} cannot be read twice; write it to a file first`);

function summaryOf(
  records: readonly LocatedRecord[],
  groups: readonly number[],
  badRows: number,
  writtenRows: number,
): DedupeSummary {
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

/** Is told how many rows were read, and bytes. */
type Told = (rows: number, bytesRead: number) => void;

/** The first pass: what is compared of each row. */
async function readRecords(
  table: OpenTable,
  asked: QuestionColumns,
  told: Told,
): Promise<{ records: LocatedRecord[]; badRows: number }> {
  const parts = partsOf(asked);
  const [lat, lon, within] = (["lat", "lon", "within"] as const).map((part) => parts.indexOf(part));
  const records: LocatedRecord[] = [];
  let badRows = 0;
  for await (const block of table.rows.blocks()) {
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
    told(records.length, table.bytesRead());
  }
  return { records, badRows };
}

const NO_RECORD: LocatedRecord = { name: "" };

/** What is written behind the rows. */
interface GroupMarks {
  groups: readonly number[];
  groupColumn: string;
  keepFirst: boolean;
}

/** The second pass. */
async function writeGroups(
  table: OpenTable,
  { groups, groupColumn, keepFirst }: GroupMarks,
  output: TextOutput,
  target: OutputTarget,
  told: Told,
): Promise<number> {
  const writers = [new ByteWriter(), new ByteWriter()];
  const suffixOf = groupSuffix(output.form, groupColumn);
  const seen = new Set<number>();
  let at = 0;
  let written = 0;
  output.head(writers[0]);
  for await (const block of table.rows.blocks()) {
    const out = writers[0];
    for (let row = 0; row < block.rows; row++) {
      const group = groups[at++];
      if (keepFirst && group > 0 && seen.has(group)) continue;
      if (group > 0) seen.add(group);
      output.row(block, row, suffixOf(group), out);
      written++;
    }
    output.tail(block, out);
    await target.write(out.bytes);
    writers.reverse()[0].clear();
    told(at, table.bytesRead());
  }
  await target.write(writers[0].bytes); // a table without rows has a head
  return written;
}

/** The number of a group as text behind a row, nothing for 0; a byte a character. */
function groupSuffix(form: TextForm, column: string): (group: number) => string {
  if (form.form === "csv") return (group) => form.dialect.delimiter + (group === 0 ? "" : group);
  const member = Buffer.from(`,${JSON.stringify(column)}:`).toString("latin1");
  return (group) => member + (group === 0 ? "null" : group);
}
