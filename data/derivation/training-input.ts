/** What the two derivations are learned from, gathered from `data/records` and `vocabulary.tsv`. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PlaceRecord } from "../../src/types";
import { isForeignSpelling } from "../join/foreign-spelling";
import { type AttestedName, type FitInput, splitWords } from "./fit-model";
import { difference, type NamePair, pairsOf, plain, plainRussian, readRecords, skeleton } from "./pairs";

export interface TrainingInput {
  /** Judged on, and learned from, the places of Ukraine. */
  toRussian: FitInput;
  /**
   * Judged on, and learned from, the places of Russia and Belarus alone. Ukrainian places read backwards make it worse
   * (66 against 70 % right): Ukrainian transcribes a Russian name and does not translate it.
   */
  toUkrainian: FitInput;
}

/** A second form of a name that another place has counts little: it is there to be found, not to win. */
const OTHER_FORM = 0.01;

function gather(pairs: readonly NamePair[]): AttestedName[] {
  const names = new Map<string, AttestedName>();
  for (const { source, targets } of pairs) {
    const name = names.get(source) ?? { source, targets: new Map<string, number>() };
    names.set(source, name);
    targets.forEach((target, i) => {
      name.targets.set(target, (name.targets.get(target) ?? 0) + (i === 0 ? 1 : OTHER_FORM));
    });
  }
  return [...names.keys()].sort().map((source) => names.get(source)!);
}

function wordsOf(records: readonly PlaceRecord[], lang: string, tidy: (name: string) => string): Set<string> {
  const words = new Set<string>();
  for (const { toponyms } of records) {
    for (const { lang: of, text } of toponyms) {
      if (of !== lang) continue;
      const name = tidy(text);
      if (/^[а-щьюяёіїєґъыэ' -]+$/.test(name) && !(lang === "ru" && isForeignSpelling("", name))) {
        for (const word of splitWords(name)) if (word.length > 1) words.add(word);
      }
    }
  }
  return words;
}

/** Words of which at least a third of the attested forms have ё. */
function wordsWithYo(records: readonly PlaceRecord[]): string[] {
  const counts = new Map<string, number>();
  for (const { toponyms } of records) {
    for (const { lang, text } of toponyms) {
      if (lang === "ru") for (const word of splitWords(plain(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const withYo = [...counts.keys()].filter((word) => /^[а-яё]+$/.test(word) && word.includes("ё"));
  return withYo.filter((word) => 2 * counts.get(word)! >= (counts.get(word.replace(/ё/g, "е")) ?? 0)).sort();
}

export function readTrainingInput(): TrainingInput {
  const records = readRecords(fileURLToPath(new URL("../records", import.meta.url)));
  const rows = readFileSync(new URL("vocabulary.tsv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  const vocabulary = rows.map((row) => row.split("\t") as [string, string]);
  const abroad = records.filter(({ country }) => country === "RU" || country === "BY");
  return {
    toRussian: {
      names: gather(pairsOf(records.filter(({ country }) => country === "UA"))),
      vocabulary,
      targetWords: wordsOf(abroad, "ru", plainRussian),
      wordsWithYo: wordsWithYo(records),
    },
    toUkrainian: {
      names: gather(transcribedPairs(abroad)),
      vocabulary: [],
      targetWords: [],
      wordsWithYo: [],
    },
  };
}

/** The first Russian name of each place with its first Ukrainian one. */
function transcribedPairs(records: readonly PlaceRecord[]): NamePair[] {
  const pairs: NamePair[] = [];
  for (const { id, country, toponyms } of records) {
    const ru = toponyms.find(({ lang }) => lang === "ru");
    const uk = toponyms.find(({ lang }) => lang === "uk");
    if (ru === undefined || uk === undefined) continue;
    const source = plainRussian(ru.text);
    const target = plain(uk.text);
    if (!/^[а-я -]+$/.test(source) || !/^[а-щьюяіїєґ' -]+$/.test(target)) continue;
    if (splitWords(source).length !== splitWords(target).length || isBelarusian(source, target)) continue;
    if (difference(skeleton(target), skeleton(source)) <= 0.34) pairs.push({ source, targets: [target], country, id });
  }
  return pairs;
}

/** Belarusian names that happen to have no Belarusian letter: Новасямейкіна, Заінск, Старацімошкіна, Валуйкі. */
function isBelarusian(russian: string, ukrainian: string): boolean {
  const count = (text: string, letter: string): number => text.split(letter).length - 1;
  return (
    /[сц]к(?:[ -]|$)/.test(ukrainian) ||
    (/[гкх]и(?:[ -]|$)/.test(russian) && /[гкх]і(?:[ -]|$)/.test(ukrainian)) ||
    count(ukrainian, "а") > count(russian, "а") ||
    (/дз|ці/.test(ukrainian) && !/дз|ци/.test(russian))
  );
}
