import { readFileSync } from "node:fs";
import { text as readText } from "node:stream/consumers";
import Table from "cli-table3";
import type { Command } from "commander";
import { type AnnotateOptions, annotate, type Gazetteer, type NormalizeStyle, normalize } from "../core";
import { annotateLine } from "./annotate-line";
import { annotationsPage } from "./annotations-page";
import { answerLines } from "./answer-lines";
import { EXIT, UsageError } from "./exit-codes";
import { helpExamples } from "./help-examples";
import { openGazetteer } from "./open-gazetteer";
import { parseHints } from "./parse-hints";
import { printAnnotations } from "./print-annotations";

interface AnnotateFlags {
  ndjson?: true;
  json?: true;
  html?: true;
  lang?: string;
  within?: string;
  near?: string;
  to?: string;
  style?: string;
  gazetteer?: string;
}

const EXAMPLE = "Бої тривають під Часовим Яром, обстріляно Харківщину.";
const NDJSON_EXAMPLE = '{"text":"Shells hit Volchansk."}';

/** `allonym annotate`: a text in, its places out. */
export function addAnnotateCommand(program: Command): void {
  const command = program
    .command("annotate")
    .summary("find the places in a text")
    .description(
      "Find every place in a text in Ukrainian, Russian or English, in whatever case form or spelling, and say which is meant. Prints the text with its places highlighted and a list of them.",
    )
    .argument("[FILE]", "text in UTF-8; standard input when left out")
    .option("--lang <LANG>", "language of the text: uk, ru, en; told by its letters when left out")
    .option("--within <UNIT>", "unit that the text is about: namesakes in it are preferred")
    .option("--near <LAT,LON>", "point that the text is about, in degrees: nearer namesakes are preferred")
    .option("--to <LANG>", "print the text with headline names in uk, ru or en instead, in their base form")
    .option("--style <STYLE>", "with --to: replace (default), keep-original or append")
    .option("--json", "print JSON")
    .option("--html", "print a page with the places marked")
    .option("--ndjson", 'read {"text", "lang"?, …} a line from standard input, answer a line each, in order');
  command.addHelpText("after", () => examples(program.opts<AnnotateFlags>().gazetteer));
  command.action((file: string | undefined, _: unknown, self: Command) =>
    run(file, self.optsWithGlobals<AnnotateFlags>()),
  );
}

async function run(file: string | undefined, flags: AnnotateFlags): Promise<void> {
  const { ndjson, json, html, to, style } = flags;
  const chosen = [ndjson && "--ndjson", json && "--json", html && "--html", to && "--to"].filter(Boolean);
  if (chosen.length > 1) throw new UsageError(`${chosen.join(" and ")} were given; leave all but one out`);
  if (ndjson && file !== undefined)
    throw new UsageError(`--ndjson reads standard input, but "${file}" was given too; leave one of them out`);
  if (style !== undefined && to === undefined) throw new UsageError("--style belongs to --to; add --to uk, ru or en");
  const gazetteer = openGazetteer(flags.gazetteer);
  const options = optionsOf(gazetteer, flags);
  annotate(gazetteer, "", options); // options that are wrong for all lines are wrong at once
  if (ndjson) return annotateLines(gazetteer, options);
  if (file === undefined && process.stdin.isTTY) console.error("allonym: reading from the terminal; Ctrl-D ends");
  const text = file === undefined ? await readText(process.stdin) : readFile(file);
  process.stdout.write(answer(gazetteer, text, options, flags, file ?? "standard input"));
}

function answer(
  gazetteer: Gazetteer,
  text: string,
  options: AnnotateOptions,
  { to, style, json, html }: AnnotateFlags,
  title: string,
): string {
  if (to !== undefined) {
    const wanted = { ...options, to: to as "uk", ...(style === undefined ? {} : { style: style as NormalizeStyle }) };
    return normalize(gazetteer, text, wanted).text;
  }
  const { annotations } = annotate(gazetteer, text, options);
  if (json) return `${JSON.stringify({ annotations }, null, 2)}\n`;
  return html ? annotationsPage(title, text, annotations) : printAnnotations(text, annotations, Table);
}

async function annotateLines(gazetteer: Gazetteer, options: AnnotateOptions): Promise<void> {
  if (process.stdin.isTTY) console.error("allonym: reading from the terminal, a JSON object a line; Ctrl-D ends");
  const answerOf = (line: Parameters<typeof annotateLine>[1]) => annotateLine(gazetteer, line, options);
  const { lines, errors } = await answerLines(process.stdin, process.stdout, answerOf, showProgress);
  const bad = [...errors.values()].reduce((sum, count) => sum + count, 0);
  if (bad === 0) return;
  process.exitCode = EXIT.badLines;
  const codes = [...errors].map(([code, count]) => `${code} ${count}`).join(", ");
  console.error(`allonym: ${bad} of ${lines} lines could not be answered (${codes}); each has its error in its place`);
}

function showProgress(lines: number, seconds: number): void {
  if (!process.stderr.isTTY || process.stdout.isTTY) return;
  process.stderr.write(
    `\r${lines.toLocaleString("en")} texts, ${Math.round(lines / seconds).toLocaleString("en")} a second `,
  );
}

function optionsOf(gazetteer: Gazetteer, { lang, within, near }: AnnotateFlags): AnnotateOptions {
  const hints = parseHints(gazetteer, near === undefined ? {} : { near });
  return {
    ...(lang === undefined ? {} : { lang }),
    ...(within === undefined ? {} : { within }),
    ...(hints.near === undefined ? {} : { near: hints.near }),
  };
}

function readFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as { code?: string };
    throw new UsageError(`${file} cannot be read (${code}); check the path, or pipe the text to standard input`);
  }
}

function examples(file: string | undefined): string {
  return helpExamples([
    {
      command: `echo '${EXAMPLE}' | allonym annotate`,
      run: () => answer(openGazetteer(file), EXAMPLE, {}, {}, ""),
    },
    {
      command: "echo 'Forces took Krasnarmeysk.' | allonym annotate --to en --style keep-original",
      run: () => answer(openGazetteer(file), "Forces took Krasnarmeysk.", {}, { to: "en", style: "keep-original" }, ""),
    },
    {
      command: `echo '${NDJSON_EXAMPLE}' | allonym annotate --ndjson`,
      run: () => annotateLine(openGazetteer(file), NDJSON_EXAMPLE, { alternatives: 0 }).text,
    },
  ]);
}
