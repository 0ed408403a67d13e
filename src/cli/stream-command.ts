import { fstatSync } from "node:fs";
import { type Command, Option } from "commander";
import { type AmbiguousCells, ANSWER_COLUMNS, type AnswerColumn } from "../clean";
import { resolve } from "../core";
import { EXIT, UsageError } from "./exit-codes";
import { helpExamples } from "./help-examples";
import { openGazetteer } from "./open-gazetteer";
import { type HintTexts, parseHints } from "./parse-hints";
import type { StreamQuestion } from "./stream-answers";
import { byteString, decodeText, encodeText } from "./stream-bytes";
import type { StreamEmit, StreamFormat } from "./stream-format";
import { type OnError, streamLines } from "./stream-lines";
import { ndjsonFormat } from "./stream-ndjson";
import { tsvFormat } from "./stream-tsv";

interface StreamFlags extends Pick<HintTexts, "country" | "class" | "lang" | "asOf"> {
  format: "tsv" | "ndjson";
  column: string;
  within?: string;
  emit: StreamEmit;
  columns?: string;
  prefix?: string;
  ambiguous: AmbiguousCells;
  onError: OnError;
  chunkHeader?: true;
  gazetteer?: string;
}

const PREFIX = "place_";
const NOTES = `
A row that cannot be read does not change the exit code, since engines fail a task for it; standard error says at the end how many there
were. With --on-error fail the first ends the run, with exit code 1. docs/ has a page for each engine.`;
const DEFAULTS = { format: "tsv", emit: "append", ambiguous: "empty", onError: "null" } as const;

/** `allonym stream`: a worker for engines; rows in, the same rows with their places out. */
export function addStreamCommand(program: Command): void {
  const choice = (flags: string, about: string, choices: string[], preset: string): Option =>
    new Option(flags, about).choices(choices).default(preset);
  const command = program
    .command("stream")
    .summary("add places to rows, as a worker of ClickHouse, Spark, Hadoop …")
    .description(
      "Reads rows from standard input and answers exactly one line for each, in order, as soon as it has arrived. UTF-8 whatever the locale, line feeds, no header; cells that are not asked about go out as they came, byte by byte.",
    )
    .addOption(
      choice("--format <FORMAT>", "TabSeparated of ClickHouse and Hive, or JSONEachRow", ["tsv", "ndjson"], "tsv"),
    )
    .requiredOption("--column <N|NAME>", "where the name stands: number of the column from 1 (tsv), name (ndjson)")
    .option("--within <N|NAME>", "the column of the unit that holds the place: oblast, raion, country …")
    .addOption(
      choice(
        "--emit <WHAT>",
        "row and answer, answer in the place of the name, answer",
        ["append", "replace", "only"],
        "append",
      ),
    )
    .option("--columns <LIST>", `what to answer, of ${ANSWER_COLUMNS.join(",")} (default: all)`)
    .option("--prefix <TEXT>", `before the names of the answer's members, with ndjson (default: "${PREFIX}")`)
    .addOption(
      choice(
        "--ambiguous <CELLS>",
        "what stands in a row that may mean several places",
        ["empty", "likeliest"],
        "empty",
      ),
    )
    .addOption(
      choice(
        "--on-error <DO>",
        "with a line that cannot be read: NULL for an answer, the line as it came, or the end",
        ["null", "keep", "fail"],
        "null",
      ),
    )
    .option("--chunk-header", "a line with the number of rows stands before each chunk (ClickHouse: send_chunk_header)")
    .option("--country <XX>", "ISO 3166-1 code; places elsewhere are left out")
    .option("--class <CLASS>", "city, settlement, village …; several with commas")
    .option("--lang <LANG>", "language that the names are from: uk, ru, en …")
    .option("--as-of <DATE>", "YYYY-MM-DD; names official on that day rank higher");
  command.addHelpText("after", NOTES);
  command.addHelpText("after", () => examples(program.opts<StreamFlags>().gazetteer));
  command.action((_: unknown, self: Command) => run(self.optsWithGlobals<StreamFlags>()));
}

async function run(flags: StreamFlags): Promise<void> {
  const format = formatOf(flags);
  refuseDirectory();
  if (process.stdin.isTTY) console.error("allonym: reading rows from the terminal; Ctrl-D ends");
  const { onError, chunkHeader = false } = flags;
  const { lines, bad, firstBad, stopped } = await streamLines(process.stdin, process.stdout, format, {
    onError,
    chunkHeader,
  });
  if (bad === 0) return;
  if (stopped) {
    process.exitCode = EXIT.badLines;
    console.error(`allonym: stopped at ${firstBad}; --on-error null or keep would go on`);
  } else console.error(`allonym: ${bad} of ${lines} lines could not be read; the first is ${firstBad}`);
}

/** Node reads a directory as if it were empty, which would look like success. */
function refuseDirectory(): void {
  let isDirectory = false;
  try {
    isDirectory = fstatSync(0).isDirectory();
  } catch {} // closed: there is nothing to read
  if (isDirectory)
    throw new UsageError("standard input is a directory, expected rows; give a file: `allonym stream … < FILE`");
}

/** @throws UsageError for options that cannot be meant */
function formatOf(flags: StreamFlags): StreamFormat {
  const { format, column, within, emit, prefix, ambiguous } = flags;
  const gazetteer = openGazetteer(flags.gazetteer);
  const { country, class: kind, lang, asOf } = flags;
  const texts = Object.entries({ country, class: kind, lang, asOf }).filter(([, text]) => text !== undefined);
  const hints = parseHints(gazetteer, Object.fromEntries(texts));
  resolve(gazetteer, "", hints); // hints that are wrong for all lines are wrong at once
  const question: StreamQuestion = { gazetteer, hints, columns: columnsOf(flags.columns), ambiguous };
  if (format === "ndjson") {
    const columns = { name: column, ...(within === undefined ? {} : { within }) };
    return ndjsonFormat(question, columns, emit, prefix ?? PREFIX);
  }
  if (prefix !== undefined)
    throw new UsageError("--prefix is for names, and tsv has none; leave it out, or add --format ndjson");
  const columns = { name: columnNumber("--column", column) };
  return tsvFormat(
    question,
    within === undefined ? columns : { ...columns, within: columnNumber("--within", within) },
    emit,
  );
}

function columnNumber(option: string, text: string): number {
  if (/^[1-9]\d{0,5}$/u.test(text)) return Number(text) - 1;
  throw new UsageError(
    `${option} is "${text}", expected the number of a column from 1: tsv has no header that names it`,
  );
}

function columnsOf(list: string | undefined): readonly AnswerColumn[] {
  if (list === undefined) return ANSWER_COLUMNS;
  const names = list.split(",").map((name) => name.trim());
  const known: readonly string[] = ANSWER_COLUMNS;
  const wrong = names.find((name, at) => !known.includes(name) || names.indexOf(name) !== at);
  if (wrong !== undefined)
    throw new UsageError(`--columns has "${wrong}", expected each once of ${ANSWER_COLUMNS.join(",")}`);
  return names as AnswerColumn[];
}

function examples(file: string | undefined): string {
  const show = (line: string, flags: Partial<StreamFlags>) => () => {
    const { answer } = formatOf({
      ...DEFAULTS,
      column: "2",
      ...flags,
      ...(file === undefined ? {} : { gazetteer: file }),
    });
    return decodeText(answer(byteString(Buffer.from(encodeText(line), "latin1"))));
  };
  const row = '{"n":1,"town":"Volchansk"}';
  return helpExamples([
    {
      command: "printf '1\\tKrasnarmeysk\\n' | allonym stream --column 2 --columns id,uk,status",
      run: show("1\tKrasnarmeysk", { columns: "id,uk,status" }),
    },
    {
      command:
        "printf '1\\tDimitrov\\tDonetsk region\\n' | allonym stream --column 2 --within 3 --emit replace --columns en",
      run: show("1\tDimitrov\tDonetsk region", { within: "3", emit: "replace", columns: "en" }),
    },
    {
      command: `echo '${row}' | allonym stream --format ndjson --column town --columns id,lat,lon,score`,
      run: show(row, { format: "ndjson", column: "town", columns: "id,lat,lon,score" }),
    },
  ]);
}
