import type { Command } from "commander";
import { type DedupeSummary, dedupe, dedupeFile } from "../clean";
import { EXIT, UsageError } from "./exit-codes";
import { helpExamples } from "./help-examples";
import { openGazetteer } from "./open-gazetteer";
import { type CleanFlags, parseCleanFlags } from "./parse-clean-flags";
import { readProgress } from "./read-progress";

interface DedupeFlags extends CleanFlags {
  lat: string;
  lon: string;
  radius?: string;
  keepFirst?: true;
  groupColumn?: string;
}

/** `allonym dedupe`: which rows of a table are one place. */
export function addDedupeCommand(program: Command): void {
  program
    .command("dedupe")
    .summary("mark the rows of a file that are one place")
    .description(
      "Mark the rows of a file that are one place: their names mean the same place, or are spelled alike, and they lie within a radius. Every row stays as it is and in its place, and gets the number of its group, or nothing.",
    )
    .argument(
      "<IN>",
      "file, by its ending .csv, .tsv, .ndjson, .jsonl or .parquet, with or without .gz; it is read twice",
    )
    .requiredOption("-c, --column <COLUMN>", "column with the names: its header, or its number from 1 on")
    .requiredOption("--lat <COLUMN>", "column with the latitude, in degrees")
    .requiredOption("--lon <COLUMN>", "column with the longitude")
    .option("-o, --output <OUT>", "file to write; its ending says the format (default: standard output)")
    .option("--within <COLUMN>", "column with the unit that holds the place")
    .option("--radius <KM>", "how far apart the rows of one place may lie, in kilometres (default: 2)")
    .option("--keep-first", "leave out all rows of a group but the first")
    .option("--group-column <HEADER>", "header of the new column (default: duplicate_group)")
    .option("--format <FORMAT>", "of the input: csv, tsv, ndjson, parquet")
    .option("--output-format <FORMAT>", "of the output: csv, tsv, ndjson")
    .option("--encoding <NAME>", "of the input: utf-8, windows-1251, utf-16le, utf-16be (default: detected)")
    .option("--delimiter <CHAR>", 'between cells, or "tab" (default: detected)')
    .option("--quote <CHAR>", 'around cells, or "none" (default: ")')
    .option("--force", "overwrite OUT")
    .option("--quiet", "no progress and no summary")
    .addHelpText("after", NOTES)
    .addHelpText("after", () => examples(program.opts<DedupeFlags>().gazetteer))
    .action((file: string, _: unknown, self: Command) => run(file, self.optsWithGlobals<DedupeFlags>()));
}

const NOTES = `
All rows of a group are within the radius of one of them. A row without a name or a point (or at 0, 0) is in no group; one that cannot be
read is kept, in none, and the exit code is 1. Words that tell namesakes apart (Upper, Lower) and numbers must agree.`;

async function run(file: string, flags: DedupeFlags): Promise<void> {
  const { radius, keepFirst, groupColumn, ...table } = flags;
  const { columns, outputFormat, ...options } = parseCleanFlags(file, table);
  if (outputFormat === "parquet") throw new UsageError("--output-format is parquet, expected csv, tsv or ndjson");
  const progress = readProgress(process.stderr, flags.quiet);
  const summary = await dedupeFile(openGazetteer(flags.gazetteer), {
    ...options,
    onProgress: progress.show,
    columns: { ...columns, lat: flags.lat, lon: flags.lon },
    ...(outputFormat === undefined ? {} : { outputFormat }),
    ...(radius === undefined ? {} : { radius: kilometresOf(radius) }),
    ...(keepFirst ? { keepFirst } : {}),
    ...(groupColumn === undefined ? {} : { groupColumn }),
  }).finally(progress.stop);
  if (!flags.quiet) console.error(summaryText(summary));
  if (summary.badRows > 0) process.exitCode = EXIT.badLines;
}

function kilometresOf(text: string): number {
  const kilometres = /^\d+(\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(kilometres)) throw new UsageError(`--radius is "${text}", expected kilometres such as 2 or 0.5`);
  return kilometres;
}

function summaryText({ rows, groups, groupedRows, unlocatedRows, badRows, writtenRows }: DedupeSummary): string {
  const count = (number: number): string => number.toLocaleString("en");
  const facts = [
    `${count(rows)} rows, ${count(groupedRows)} of them in ${count(groups)} ${groups === 1 ? "group" : "groups"}`,
  ];
  if (unlocatedRows > 0) facts.push(`${count(unlocatedRows)} without a name or a point were compared with none`);
  if (badRows > 0) facts.push(`${count(badRows)} could not be read`);
  if (writtenRows < rows) facts.push(`${count(writtenRows)} written`);
  return `allonym: ${facts.join("; ")}`;
}

const TABLE = [
  ["Krasnarmeysk", 48.28, 37.18],
  ["Kyiv", 50.45, 30.52],
  ["Покровськ", 48.282, 37.176],
] as const;

function examples(file: string | undefined): string {
  const lines = TABLE.map((cells) => cells.join(","));
  const groups = (): number[] =>
    dedupe(
      openGazetteer(file),
      TABLE.map(([name, lat, lon]) => ({ name, lat, lon })),
    );
  const written = (keepFirst: boolean): string => {
    const seen = new Set<number>();
    const rows = groups().map((group, at) => {
      const again = group > 0 && seen.has(group);
      seen.add(group);
      return again && keepFirst ? "" : `${lines[at]},${group === 0 ? "" : group}\n`;
    });
    return `place,lat,lon,duplicate_group\n${rows.join("")}`;
  };
  const input = `printf '%s\\n' ${["place,lat,lon", ...lines].map((line) => `'${line}'`).join(" ")} > places.csv;`;
  return helpExamples([
    { command: `${input}\n    allonym dedupe places.csv -c place --lat lat --lon lon`, run: () => written(false) },
    {
      command: `${input}\n    allonym dedupe places.csv -c place --lat lat --lon lon --keep-first`,
      run: () => written(true),
    },
  ]);
}
