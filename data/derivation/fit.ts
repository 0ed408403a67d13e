/**
 * Fits the two derivations on the attested pairs of `data/records`: `tsx data/derivation/fit.ts` writes `uk-ru.json`, `ru-uk.json` and,
 * from a cross-validation, `REPORT.md` (`--no-report` leaves it). Deterministic; about a minute.
 */
import { writeFileSync } from "node:fs";
import type { DerivationModel } from "../../src/compile/derive-russian";
import { DATA_DATE } from "../editions";
import { crossValidate } from "./evaluate";
import { fitModel, pruned } from "./fit-model";
import { report } from "./report";
import { readTrainingInput } from "./training-input";

/** One feature or word a line, so that a refit can be read as a diff. */
function write(file: string, model: DerivationModel): void {
  const { letters, words, targetWords, wordsWithYo, ...numbers } = model;
  const lines = (object: object): string =>
    `{\n${Object.entries(object)
      .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
      .join(",\n")}\n}`;
  const list = (items: readonly string[]): string => `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
  const text = [
    ...Object.entries(numbers).map(([key, value]) => `${JSON.stringify(key)}:${value}`),
    `"letters":{"outputs":${lines(letters.outputs)},\n"weights":${lines(letters.weights)}}`,
    `"words":${lines(words)}`,
    `"targetWords":${list(targetWords)}`,
    `"wordsWithYo":${list(wordsWithYo)}`,
  ].join(",\n");
  writeFileSync(new URL(file, import.meta.url), `{\n${text}\n}\n`);
}

const { toRussian, toUkrainian } = readTrainingInput();
write("uk-ru.json", pruned(fitModel(toRussian)));
write("ru-uk.json", pruned(fitModel(toUkrainian)));
if (!process.argv.includes("--no-report")) {
  const text = report(crossValidate(toRussian), crossValidate(toUkrainian), DATA_DATE);
  writeFileSync(new URL("REPORT.md", import.meta.url), text);
}
