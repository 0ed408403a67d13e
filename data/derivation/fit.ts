/**
 * Fits the derivation models on the attested pairs of `data/records`: `tsx data/derivation/fit.ts` writes `uk-ru.json`, `ru-uk.json` and,
 * from a five-fold cross-validation by distinct name, `REPORT.md`. Deterministic; some two minutes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type DerivationModel, deriveRussian } from "../../src/compile/derive-russian";
import { fold } from "../../src/text/fold";
import { type AttestedName, best, fitModel, pruned, splitWords } from "./fit-model";
import { type NamePair, pairsOf, plainRussian, readRecords } from "./pairs";

const FOLDS = 5;
const folder = fileURLToPath(new URL(".", import.meta.url));
const records = readRecords(`${folder}../records`);

/** One row a distinct name, with how often each form of the other language stands beside it. */
function attestedNames(pairs: readonly NamePair[], reversed: boolean): AttestedName[] {
  const names = new Map<string, Map<string, number>>();
  for (const pair of pairs) {
    const [source, target] = reversed ? [pair.targets[0], pair.source] : [pair.source, pair.targets[0]];
    if (splitWords(source).length !== splitWords(target).length) continue;
    const targets = names.get(source) ?? new Map<string, number>();
    targets.set(target, (targets.get(target) ?? 0) + 1);
    names.set(source, targets);
  }
  return [...names.keys()].sort().map((source) => ({ source, targets: names.get(source)! }));
}

/** Russian words that some source writes with ё. */
function wordsWithYo(): string[] {
  const words = new Set<string>();
  for (const { toponyms } of records) {
    for (const { text, lang } of toponyms) {
      if (lang === "ru") for (const word of splitWords(text.toLowerCase())) if (word.includes("ё")) words.add(word);
    }
  }
  return [...words].sort();
}

/** Words of Russian names in Russia: what the letters of a Russian name look like. */
function russianWords(): string[] {
  const words = new Set<string>();
  for (const { country, toponyms } of records) {
    if (country !== "RU") continue;
    const name = toponyms.find(({ lang }) => lang === "ru");
    if (name) for (const word of splitWords(plainRussian(name.text))) words.add(word);
  }
  return [...words].sort();
}

function vocabulary(): [string, string][] {
  const lines = readFileSync(`${folder}vocabulary.tsv`, "utf8").split("\n");
  return lines
    .filter((line) => line && !line.startsWith("#") && !line.startsWith("uk\t"))
    .map((line) => line.split("\t") as [string, string]);
}

const pairs = pairsOf(records.filter(({ country }) => country === "UA"));
const names = attestedNames(pairs, false);
const targetWords = russianWords();
const yo = wordsWithYo();
const input = { vocabulary: vocabulary(), targetWords, wordsWithYo: yo };

interface Tested {
  name: AttestedName;
  derived: ReturnType<typeof deriveRussian>;
}

function crossValidate(): Tested[] {
  const tested: Tested[] = [];
  for (let part = 0; part < FOLDS; part++) {
    const held = names.filter((_, index) => index % FOLDS === part);
    const learned = names.filter((_, index) => index % FOLDS !== part);
    // A word list entry that is a held-out name would be a look at the answer.
    const heldSources = new Set(held.map(({ source }) => source));
    const words = input.vocabulary.filter(([source]) => !heldSources.has(source));
    const model = pruned(fitModel({ ...input, vocabulary: words, names: learned }));
    for (const name of held) tested.push({ name, derived: deriveRussian(name.source, model) });
  }
  return tested;
}

function report(tested: readonly Tested[]): string {
  const percent = (part: number, whole: number): string =>
    whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
  const same = (a: string, b: string): boolean => plainRussian(a) === plainRussian(b);
  const count = (rows: readonly Tested[], right: (row: Tested) => boolean): string =>
    percent(rows.filter(right).length, rows.length);
  const first = ({ name, derived }: Tested): boolean => same(derived[0]?.text ?? "", best(name));
  const inFour = ({ name, derived }: Tested): boolean => derived.some(({ text }) => same(text, best(name)));
  const foldFirst = ({ name, derived }: Tested): boolean => fold(derived[0]?.text ?? "") === fold(best(name));
  const foldFour = ({ name, derived }: Tested): boolean => derived.some(({ text }) => fold(text) === fold(best(name)));
  const row = (title: string, rows: readonly Tested[]): string =>
    `| ${title} | ${rows.length} | ${count(rows, first)} | ${count(rows, inFour)} | ${count(rows, foldFirst)} | ${count(rows, foldFour)} |`;
  const ending = (pattern: RegExp): Tested[] => tested.filter(({ name }) => pattern.test(name.source));
  const bins = Array.from({ length: 10 }, (_, bin) =>
    tested.filter(({ derived }) => Math.min(9, Math.floor((derived[0]?.probability ?? 0) * 10)) === bin),
  );
  const misses = tested
    .filter((one) => !foldFour(one))
    .filter((_, index) => index % 5 === 0)
    .slice(0, 40);
  return [
    "# Russian names derived from Ukrainian ones",
    "",
    `Written by \`tsx data/derivation/fit.ts\`. ${pairs.length} places of Ukraine have a Russian name that a source attests; ${names.length}`,
    "distinct names. Five-fold cross-validation by distinct name: no tested name was seen in training.",
    "",
    "| names | number | first right | in four | first, same key | in four, same key |",
    "|---|---|---|---|---|---|",
    row("all", tested),
    row("-івка", ending(/івка$/u)),
    row("-ськ, -цьк", ending(/[сц]ьк$/u)),
    row("-ське", ending(/ське$/u)),
    row("-ове, -еве", ending(/[ое]ве$/u)),
    row("-ів, -їв", ending(/[ії]в$/u)),
    row(
      "two words",
      tested.filter(({ name }) => splitWords(name.source).length > 1),
    ),
    "",
    "Calibration of the first name's probability:",
    "",
    "| probability | names | right |",
    "|---|---|---|",
    ...bins.map((rows, bin) => `| ${bin / 10}–${(bin + 1) / 10} | ${rows.length} | ${count(rows, first)} |`),
    "",
    "Forty misses (no candidate folds as the attested name), every fifth:",
    "",
    ...misses.map(
      ({ name, derived }) =>
        `- ${name.source}: attested ${best(name)}, derived ${derived.map(({ text }) => text).join(", ")}`,
    ),
    "",
  ].join("\n");
}

const write = (file: string, model: DerivationModel): void => {
  writeFileSync(
    `${folder}${file}`,
    `${JSON.stringify(model, null, 0).replaceAll('],"', '],\n"').replaceAll('},"', '},\n"')}\n`,
  );
};

write("uk-ru.json", pruned(fitModel({ ...input, names })));
const ukrainianWords = [...new Set(pairs.flatMap(({ source }) => splitWords(source)))].sort();
const reversed = input.vocabulary.map(([uk, ru]) => [ru, uk] as [string, string]);
write(
  "ru-uk.json",
  pruned(
    fitModel({ names: attestedNames(pairs, true), vocabulary: reversed, targetWords: ukrainianWords, wordsWithYo: [] }),
  ),
);
if (!process.argv.includes("--no-report")) writeFileSync(`${folder}REPORT.md`, report(crossValidate()));
