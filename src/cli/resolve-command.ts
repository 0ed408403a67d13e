import Table from "cli-table3";
import type { Command } from "commander";
import { resolve } from "../core";
import { answerLines, type LineCounts } from "./answer-lines";
import { EXIT, UsageError } from "./exit-codes";
import { helpExamples } from "./help-examples";
import { openGazetteer } from "./open-gazetteer";
import { type HintTexts, parseHints } from "./parse-hints";
import { printResolution } from "./print-resolution";
import { resolveLine } from "./resolve-line";

interface ResolveFlags extends HintTexts {
  json?: true;
  ndjson?: true;
  gazetteer?: string;
}

const NDJSON_EXAMPLE = '{"name":"Dimitrov","within":"Donetsk region","limit":1}';

/** `allonym resolve`: names in, places out. */
export function addResolveCommand(program: Command): void {
  const command = program
    .command("resolve")
    .summary("say which place a name means")
    .description("Say which place a name means, in whatever spelling, language or case it was written, and why.")
    .argument("[NAME...]", "names to look up")
    .option("--within <UNIT>", "unit that holds the place: a name in any language, an id, or a code such as UA-14")
    .option("--near <LAT,LON>", "point near the place, in degrees; nearer places rank higher")
    .option("--country <XX>", "ISO 3166-1 code; places elsewhere are left out")
    .option("--class <CLASS>", "city, settlement, village, raion, oblast, river …; several with commas")
    .option("--lang <LANG>", "language of the text that the name is from: uk, ru, en …")
    .option("--as-of <DATE>", "YYYY-MM-DD; names official on that day rank higher")
    .option("--limit <N>", "most matches to show (default: 5)")
    .option("--json", "print a JSON array, an answer a name")
    .option(
      "--ndjson",
      'read {"name", "within"?, "near"?, …} a line from standard input, answer a line each, in order',
    );
  command.addHelpText("after", () => examples(program.opts<ResolveFlags>().gazetteer));
  command.action((names: string[], _: unknown, self: Command) => run(names, self.optsWithGlobals<ResolveFlags>()));
}

async function run(names: string[], flags: ResolveFlags): Promise<void> {
  const { ndjson, json } = flags;
  if (ndjson && (names.length > 0 || json)) {
    throw new UsageError(
      `--ndjson reads names from standard input, but ${json ? "--json" : `"${names[0]}"`} was given too; leave one of them out`,
    );
  }
  if (!ndjson && names.length === 0) {
    throw new UsageError(
      "no name was given; expected one or more, such as `allonym resolve Volchansk`, or --ndjson and lines on standard input",
    );
  }
  const gazetteer = openGazetteer(flags.gazetteer);
  const hints = parseHints(gazetteer, flags);
  if (ndjson) {
    resolve(gazetteer, "", hints); // hints that hold for all lines are wrong at once, not a million times
    if (process.stdin.isTTY) console.error("allonym: reading from the terminal, a JSON object a line; Ctrl-D ends");
    const answer = (line: Parameters<typeof resolveLine>[1]) => resolveLine(gazetteer, line, hints);
    tell(await answerLines(process.stdin, process.stdout, answer, showProgress));
    return;
  }
  const answers = names.map((name) => resolve(gazetteer, name, hints));
  process.stdout.write(
    json ? `${JSON.stringify(answers, null, 2)}\n` : answers.map((answer) => printResolution(answer, Table)).join("\n"),
  );
}

function showProgress(lines: number, seconds: number): void {
  if (!process.stderr.isTTY || process.stdout.isTTY) return;
  process.stderr.write(
    `\r${lines.toLocaleString("en")} lines, ${Math.round(lines / seconds).toLocaleString("en")} a second `,
  );
}

function tell({ lines, errors }: LineCounts): void {
  const bad = [...errors.values()].reduce((sum, count) => sum + count, 0);
  if (bad === 0) return;
  process.exitCode = EXIT.badLines;
  const codes = [...errors].map(([code, count]) => `${code} ${count}`).join(", ");
  console.error(`allonym: ${bad} of ${lines} lines could not be answered (${codes}); each has its error in its place`);
}

function examples(file: string | undefined): string {
  const show =
    (name: string, texts: HintTexts = {}) =>
    () => {
      const gazetteer = openGazetteer(file);
      return printResolution(resolve(gazetteer, name, parseHints(gazetteer, texts)), Table);
    };
  return helpExamples([
    { command: "allonym resolve Krasnarmeysk", run: show("Krasnarmeysk") },
    {
      command: 'allonym resolve Dimitrov --within "Donetsk region"',
      run: show("Dimitrov", { within: "Donetsk region" }),
    },
    { command: "allonym resolve Pokrovske --limit 2", run: show("Pokrovske", { limit: "2" }) },
    {
      command: `echo '${NDJSON_EXAMPLE}' | allonym resolve --ndjson`,
      run: () => resolveLine(openGazetteer(file), NDJSON_EXAMPLE, {}).text,
    },
  ]);
}
