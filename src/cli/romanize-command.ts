import Table from "cli-table3";
import type { Command } from "commander";
import { deromanize, romanizationSystems, romanize, type SystemId } from "../core";
import { answerLines } from "./answer-lines";
import { UsageError } from "./exit-codes";
import { helpExamples } from "./help-examples";
import { NO_BORDERS } from "./print-resolution";
import { tooLong } from "./read-lines";

interface RomanizeFlags {
  system?: string;
  reverse?: true;
  list?: true;
  json?: true;
}

/** The system in force for Ukrainian names: resolution 55 of the Cabinet of Ministers, 2010. */
const DEFAULT_SYSTEM = "uk-national-2010";

/** `allonym romanize`: Cyrillic in Latin letters by a published system, and back. */
export function addRomanizeCommand(program: Command): void {
  program
    .command("romanize")
    .summary("write Cyrillic in Latin letters by a published system")
    .description(
      "Write Cyrillic in Latin letters by a published system, a line a text. A system belongs to a language: a Ukrainian name through a Russian system keeps the letters that Russian has not.",
    )
    .argument(
      "[TEXT...]",
      "texts in Cyrillic, with --reverse names in Latin letters; without any, lines of standard input",
    )
    .option("--system <ID>", `system to use (default: ${DEFAULT_SYSTEM}; with --reverse all)`)
    .option("--reverse", "the Cyrillic spellings a Latin name may come from, likeliest first")
    .option("--list", "list the systems")
    .option("--json", "print JSON")
    .addHelpText("after", examples)
    .action(async (texts: string[], _: unknown, self: Command) => {
      const flags = self.opts<RomanizeFlags>();
      if (texts.length > 0 || flags.list || process.stdin.isTTY) process.stdout.write(print(texts, flags));
      else await printLines(flags);
    });
}

function print(texts: string[], flags: RomanizeFlags): string {
  const { list, json, reverse, system } = flags;
  if (list) return json ? `${JSON.stringify(romanizationSystems.map(about), null, 2)}\n` : systemTable();
  const known: readonly string[] = romanizationSystems.map(({ id }) => id);
  if (system !== undefined && !known.includes(system)) {
    throw new UsageError(
      `--system is "${system}", expected an id such as ${DEFAULT_SYSTEM}; \`allonym romanize --list\` shows all`,
    );
  }
  if (texts.length === 0) {
    throw new UsageError("no text was given; expected one or more, such as `allonym romanize Щастя`");
  }
  if (reverse) {
    const answers = texts.map((text) => ({ text, candidates: candidatesOf(text, flags) }));
    return json ? `${JSON.stringify(answers, null, 2)}\n` : answers.map(candidateLines).join("");
  }
  const used = (system ?? DEFAULT_SYSTEM) as SystemId;
  const answers = texts.map((text) => ({ text, system: used, romanized: romanize(text, used) }));
  return json ? `${JSON.stringify(answers, null, 2)}\n` : answers.map(({ romanized }) => `${romanized}\n`).join("");
}

/** A filter, line by line; with `--reverse` the candidates of a line stand in one line, a tab between. */
async function printLines(flags: RomanizeFlags): Promise<void> {
  print(["x"], flags); // a wrong --system is wrong at once
  await answerLines(
    process.stdin,
    process.stdout,
    (line) => {
      if (line === tooLong) throw new UsageError("a line is longer than 1 MB; expected text, a line a paragraph");
      if (!flags.reverse) return { text: romanize(line, (flags.system ?? DEFAULT_SYSTEM) as SystemId) };
      return {
        text: candidatesOf(line, flags)
          .map(({ text }) => text)
          .join("\t"),
      };
    },
    () => {},
  );
}

const candidatesOf = (text: string, { system }: RomanizeFlags): ReturnType<typeof deromanize> =>
  deromanize(text, system === undefined ? {} : { system: system as SystemId });

function candidateLines({ text, candidates }: { text: string; candidates: ReturnType<typeof deromanize> }): string {
  if (candidates.length === 0) return `${text}: no system writes this\n`;
  return candidates.map((one) => `${one.text}\t${one.system}\n`).join("");
}

function about({ id, language, title, authority, act, year }: (typeof romanizationSystems)[number]): object {
  return { id, language, title, authority, act, year };
}

function systemTable(): string {
  const table = new Table({ chars: NO_BORDERS, style: { head: [], border: [] } });
  for (const { id, language, title } of romanizationSystems) table.push([id, language, title]);
  return `${table.toString().replace(/ +$/gmu, "")}\n`;
}

function examples(): string {
  return helpExamples([
    { command: "allonym romanize Єнакієве Щастя", run: () => print(["Єнакієве", "Щастя"], {}) },
    { command: "allonym romanize Харьков --system ru-german", run: () => print(["Харьков"], { system: "ru-german" }) },
    {
      command: "allonym romanize Shchastia --reverse --system uk-national-2010",
      run: () => print(["Shchastia"], { reverse: true, system: "uk-national-2010" }),
    },
  ]);
}
