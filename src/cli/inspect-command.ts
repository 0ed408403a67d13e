import type { Command } from "commander";
import { type FileContents, fileContents } from "../core";
import { openGazetteer } from "./gazetteer-option";

/** Adds `allonym inspect` to the program. */
export function addInspectCommand(program: Command): void {
  program
    .command("inspect")
    .description("say what a gazetteer file holds: dates, counts, licences")
    .argument("[file]", "a gazetteer file; the shipped one when left out")
    .option("--json", "as JSON")
    .option("--sections", "with the size of every section of the file")
    .action((file: string | undefined, flags: { json?: boolean; sections?: boolean }) => {
      const contents = fileContents(openGazetteer(file));
      if (!flags.sections) delete contents.sections;
      process.stdout.write(flags.json ? `${JSON.stringify(contents, null, 1)}\n` : asText(contents));
    });
}

const share = (part: number, whole: number): string => `${whole === 0 ? 0 : ((100 * part) / whole).toFixed(1)} %`;

function asText(contents: FileContents): string {
  const { register, settlements } = contents;
  const lines = [
    `${contents.title}`,
    `data of ${contents.dataDate} · format ${contents.formatVersion} · fold ${contents.foldVersion} · ${(contents.bytes / 1e6).toFixed(2)} MB`,
    `${contents.places} places · ${contents.toponyms} toponyms · ${contents.keys} keys`,
    "",
    `Ukrainian register: ${register.units} units`,
    ...Object.entries(register.byClass).map(([name, count]) => `  ${name.padEnd(14)}${String(count).padStart(7)}`),
    `  with names in uk ${share(register.named.uk, register.units)}, ru ${share(register.named.ru, register.units)}, en ${share(register.named.en, register.units)}`,
    `  Russian name derived by rule ${share(register.derivedRussian, register.units)}, attested ${share(register.units - register.derivedRussian, register.units)}`,
    `  English name by the official romanization ${share(register.romanizedEnglish, register.units)}`,
    `  settlements ${settlements.all}, placed ${share(settlements.placed, settlements.all)}: ${Object.entries(
      settlements.byPrecision,
    )
      .map(([name, count]) => `${name} ${count}`)
      .join(", ")}`,
    "",
    `places by country: ${top(contents.byCountry, 12)}`,
    `places by class: ${top(contents.byClass, 20)}`,
    `toponyms by status: ${top(contents.byStatus, 10)}`,
    `toponyms by language: ${top(contents.byLanguage, 12)}`,
    "",
    "sources and licences (in full: NOTICE)",
    ...contents.sources.map(({ title, licence, edition }) => `  ${title} · ${licence} · ${edition}`),
  ];
  if (contents.sections) {
    lines.push(
      "",
      "sections, bytes",
      ...Object.entries(contents.sections).map(([name, bytes]) => `  ${name.padEnd(18)}${String(bytes).padStart(9)}`),
    );
  }
  return `${lines.join("\n")}\n`;
}

function top(counts: Record<string, number>, most: number): string {
  const sorted = Object.entries(counts).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const rest = sorted.slice(most).reduce((sum, [, count]) => sum + count, 0);
  const shown = sorted.slice(0, most).map(([name, count]) => `${name} ${count}`);
  return (rest > 0 ? [...shown, `others ${rest}`] : shown).join(", ");
}
