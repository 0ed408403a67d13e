import type { Command } from "commander";
import { AllonymError, type Gazetteer, type PlaceClass, type ResolveOptions, resolve } from "../core";
import { openGazetteer } from "./gazetteer-option";
import { answerLines } from "./ndjson";
import { paintFor, printAnswer } from "./print-answer";

interface ResolveFlags {
  within?: string;
  near?: string;
  country?: string;
  class?: string;
  lang?: string;
  asOf?: string;
  limit?: string;
  json?: boolean;
  ndjson?: boolean;
  gazetteer?: string;
}

/** Adds `allonym resolve` to the program. */
export function addResolveCommand(program: Command): void {
  program
    .command("resolve")
    .description("say which place each name means")
    .argument("[name...]", "names as somebody wrote them")
    .option("--within <unit>", 'a unit that holds the place, in any language: "Kharkiv region", "Покровський р-н"')
    .option("--near <lat,lon>", "nearer places rank higher: 48.28,37.18")
    .option("--country <code>", "ISO 3166-1 alpha-2: UA")
    .option("--class <class>", "city, settlement, village, oblast, raion, hromada, river …; several with commas")
    .option("--lang <tag>", "language of the text that the names are from: uk, ru, en")
    .option("--as-of <date>", "names that were official on that day rank higher: 2015-06-01")
    .option("--limit <n>", "matches to return at most (5)")
    .option("--json", "print the answers as a JSON array")
    .option("--ndjson", 'read {"name", "within"?, …} a line from stdin, answer one line for each')
    .option("--gazetteer <file>", "use this file instead of the shipped one")
    .action(async (names: string[], flags: ResolveFlags) => {
      const options = optionsOf(flags);
      const gazetteer = openGazetteer(flags.gazetteer);
      if (flags.ndjson) await runLines(gazetteer, options);
      else runNames(gazetteer, names, options, flags.json ?? false);
    });
}

/** The options of the library from the flags of the command line. */
function optionsOf(flags: ResolveFlags): ResolveOptions {
  const options: ResolveOptions = {};
  if (flags.within !== undefined) options.within = flags.within;
  if (flags.near !== undefined) options.near = flags.near.split(",").map(Number) as unknown as [number, number];
  if (flags.country !== undefined) options.country = flags.country;
  if (flags.class !== undefined) options.class = flags.class.split(",") as PlaceClass[];
  if (flags.lang !== undefined) options.lang = flags.lang;
  if (flags.asOf !== undefined) options.asOf = flags.asOf;
  if (flags.limit !== undefined) options.limit = Number(flags.limit);
  return options;
}

function runNames(gazetteer: Gazetteer, names: readonly string[], options: ResolveOptions, json: boolean): void {
  if (names.length === 0) {
    throw new AllonymError(
      "invalid-name",
      "no name was given; expected: allonym resolve Volchansk, or --ndjson to read from stdin",
    );
  }
  const answers = names.map((name) => resolve(gazetteer, name, options));
  const paint = paintFor(process.stdout);
  const text = json
    ? `${JSON.stringify(answers, null, 1)}\n`
    : answers.map((answer) => printAnswer(answer, paint)).join("\n");
  process.stdout.write(text);
}

async function runLines(gazetteer: Gazetteer, defaults: ResolveOptions): Promise<void> {
  const counts = await answerLines(process.stdin, process.stdout, ({ name, ...hints }) =>
    resolve(gazetteer, name as string, { ...defaults, ...dropNulls(hints) }),
  );
  if (counts.failed > 0) {
    process.stderr.write(
      `allonym: ${counts.failed} of ${counts.lines} lines could not be read; each has an "error" in its place\n`,
    );
    process.exitCode = 1;
  }
}

/** `null` in JSON means "not given". */
function dropNulls(hints: Record<string, unknown>): ResolveOptions {
  return Object.fromEntries(Object.entries(hints).filter(([, value]) => value !== null)) as ResolveOptions;
}
