import { existsSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import type { Command } from "commander";
import {
  ANSWER_COLUMNS,
  type CleanOptions,
  type CleanSummary,
  cleanFile,
  type ResumePoint,
  reviewPage,
} from "../clean";
import { cleanExamples } from "./clean-examples";

import { EXIT, FILE_FAULTS } from "./exit-codes";
import { openGazetteer } from "./open-gazetteer";
import { type CleanFlags, parseCleanFlags } from "./parse-clean-flags";
import { printCleanSummary } from "./print-clean-summary";
import { readProgress } from "./read-progress";
import { writeWhole } from "./write-whole";

/** `allonym clean`: a column of a table in, the table with an answer in each row out. */
export function addCleanCommand(program: Command): void {
  program
    .command("clean")
    .summary("say which places a column of a file means")
    .description(
      `Say which place each cell of a column means. Every row stays as it is and in its place, and gets ${ANSWER_COLUMNS.length} cells: ${ANSWER_COLUMNS.join(", ")}. Reads CSV and TSV of any dialect, NDJSON and Parquet, also packed with gzip.`,
    )
    .argument(
      "<IN>",
      "file, by its ending .csv, .tsv, .ndjson, .jsonl or .parquet, with or without .gz; - for standard input",
    )
    .requiredOption("-c, --column <COLUMN>", "column with the names: its header, or its number from 1 on")
    .option("-o, --output <OUT>", "file to write; its ending says the format (default: standard output)")
    .option("--within <COLUMN>", "column with the unit that holds the place")
    .option("--lat <COLUMN>", "column with the latitude of a point near the place")
    .option("--lon <COLUMN>", "column with its longitude")
    .option("--country <COLUMN>", "column with the country, ISO 3166-1")
    .option("--date <COLUMN>", "column with the day of the name: YYYY-MM-DD or DD.MM.YYYY")
    .option("--prefix <TEXT>", "beginning of the new headers (default: place_)")
    .option("--ambiguous <CELLS>", "empty: no place where it is doubtful (default); likeliest: the likeliest one")
    .option("--decisions <FILE>", "decisions that the page of --review saved; they win over everything")
    .option("--review <FILE.html>", "write a page with the values that a person should decide")
    .option("--format <FORMAT>", "of the input: csv, tsv, ndjson, parquet")
    .option("--output-format <FORMAT>", "of the output")
    .option("--encoding <NAME>", "of the input: utf-8, windows-1251, utf-16le, utf-16be (default: detected)")
    .option("--delimiter <CHAR>", 'between cells, or "tab" (default: detected)')
    .option("--quote <CHAR>", 'around cells, or "none" (default: ")')
    .option("--threads <N>", "worker threads, 0 for none (default: cores, 4 at most)")
    .option("--resume", "go on where a run was broken off; begin if none was; do nothing if OUT is whole")
    .option("--force", "overwrite OUT")
    .option("--keep-every <SECONDS>", "how often what is done is made safe for --resume (default: 2)")
    .option("--quiet", "no progress and no summary")
    .addHelpText("after", NOTES)
    .addHelpText("after", () => cleanExamples(program.opts<CleanFlags>().gazetteer))
    .action((input: string, _: unknown, self: Command) => run(input, self.optsWithGlobals<CleanFlags>()));
}

const NOTES = `
The output has UTF-8, whatever the input had. It grows as OUT.partial and is renamed at its end; OUT.partial.json says how far it is, so
that after a kill, a full disk or a signal the same command with --resume goes on from there (Parquet output begins again). With --resume
each time it is always right: with nothing to go on with it begins, and OUT.whole.json, which it leaves, tells it when OUT is whole. A device
or a pipe is written straight.
A row that cannot be read or asked about stays, with the status "error" and the reason in "via"; then the exit code is 1.
Values that repeat are answered once; memory does not grow with the file (Parquet: with its largest row group).`;

/**
 * How far the heap may grow beyond what is alive before it is cleared up, in percent. V8's own measure lets the 40 MB that a long run keeps become
 * 160 (measured: 100 MB less at the peak, the same time).
 */
const HEAP_GROWING_PERCENT = 50;

async function run(input: string, flags: CleanFlags): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`);
  const options = parseCleanFlags(input, flags);
  const gazetteer = openGazetteer(flags.gazetteer);
  if (input === "-" && process.stdin.isTTY) console.error("allonym: reading from the terminal; Ctrl-D ends");
  const progress = readProgress(process.stderr, flags.quiet);
  const stop = stopOnSignals();
  process.stdout.removeAllListeners("error"); // the error comes back from cleanFile
  let isWhole = false;
  let summary: CleanSummary;
  try {
    const review = flags.review === undefined ? {} : { review: MOST_REVIEWED };
    const onResume = (point: ResumePoint): void => {
      isWhole = point.found === "whole";
      if (!flags.quiet) console.error(`allonym: ${resumeWords(options.output, point)}`);
    };
    const told = { onResume, onProgress: progress.show };
    summary = await cleanFile(gazetteer, { ...options, ...review, ...told, signal: stop.signal });
  } catch (error) {
    progress.stop();
    const { code, message } = error as { code?: string; message: string };
    if (code === "EPIPE") return;
    if (code !== "interrupted" && !FILE_FAULTS.has(code ?? "")) throw error;
    const hint = code !== "interrupted" && canGoOn(options) ? "; then go on with --resume" : "";
    console.error(`${message}${hint} (${code})`);
    process.exitCode = code === "interrupted" ? stop.exitCode() : EXIT.file;
    return;
  }
  progress.stop();
  if (flags.review !== undefined) writeWhole(flags.review, reviewPage(summary.review, { column: flags.column }));
  if (isWhole) return;
  if (!flags.quiet) process.stderr.write(printCleanSummary(summary));
  if (Object.keys(summary.errors).length > 0) process.exitCode = EXIT.badLines;
}

/** More values nobody decides in one sitting, and the page stays below some megabytes. */
const MOST_REVIEWED = 2_000;

const canGoOn = ({ output }: CleanOptions): boolean => output !== "-" && existsSync(`${output}.partial.json`);

/** The first signal ends the run after the block at hand, with what is done kept; the second ends it at once. */
function stopOnSignals(): { signal: AbortSignal; exitCode: () => number } {
  const stop = new AbortController();
  let exitCode = 0;
  for (const [name, code] of [["SIGTERM", 143] as const, ["SIGINT", 130] as const]) {
    process.removeAllListeners(name);
    process.on(name, () => {
      if (exitCode !== 0) process.exit(code);
      exitCode = code;
      stop.abort();
    });
  }
  return { signal: stop.signal, exitCode: () => exitCode };
}

function resumeWords(output: string, { found, rows }: ResumePoint): string {
  const done = rows === 1 ? "1 row" : `${rows.toLocaleString("en")} rows`;
  if (found === "nothing") return "there is nothing to go on with; beginning from the start";
  return found === "part" ? `going on behind ${done}` : `${output} is whole already, with ${done}; nothing to do`;
}
