/** The attested (source, target) name pairs the derivation rules are learned from, read from `data/records` alone. */
import { readdirSync, readFileSync } from "node:fs";
import type { PlaceRecord } from "../../src/types";
import { isForeignSpelling } from "../join/foreign-spelling";

/** One name of a place in two languages. `targets` are all forms attested for it, likeliest to be the name first. */
export interface NamePair {
  source: string;
  targets: string[];
  country: string;
  id: string;
}

const UKRAINIAN = /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя' -]+$/;
const RUSSIAN = /^[абвгдеёжзийклмнопрстуфхцчшщъыьэюя -]+$/;

/** Lower case, one apostrophe, no stress marks. Not a match key: и and ы stay apart. */
export function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\u0301/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’`ʼ′´‘]/g, "'")
    .replace(/[‐‑–—]/g, "-")
    .trim();
}

/** As `plain`, and ё is written е: sources use ё by taste. */
export function plainRussian(name: string): string {
  return plain(name).replace(/ё/g, "е");
}

/** A coarse skeleton in which a Ukrainian name and its Russian form are nearly alike. */
export function skeleton(name: string): string {
  return name
    .replace(/[ь'ъ]/g, "")
    .replace(/йо/g, "е")
    .replace(/[іїый]/g, "и")
    .replace(/[єэё]/g, "е")
    .replace(/ґ/g, "г")
    .replace(/(.)\1/g, "$1");
}

/** Levenshtein distance over the length of the longer name. */
export function difference(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] / Math.max(a.length, b.length, 1);
}

export function readRecords(folder: string): PlaceRecord[] {
  const records: PlaceRecord[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".jsonl")) continue;
    for (const line of readFileSync(`${folder}/${file}`, "utf8").split("\n"))
      if (line !== "") records.push(JSON.parse(line));
  }
  return records;
}

/** Its names carry no language: `ru` there is the importer's reading of the letters (Харков), elsewhere the source's word (Харьков). */
const UNTAGGED_SOURCE = "geonames-cities500";

/** They follow no rule: Работино for Роботине. */
const IRREGULAR = "curated/names/irregular";

/** Their Russian generic elements are of another gender: Бердянська затока, Бердянский залив. */
const OTHER_GENDER: ReadonlySet<PlaceRecord["class"]> = new Set(["bay", "strait"]);

const words = (name: string): number => name.split(/[ -]/).length;

/** The largest difference between words at the same place of two names. */
function worstWord(source: string, target: string): number {
  const targets = target.split(/[ -]/);
  return Math.max(...source.split(/[ -]/).map((word, i) => difference(skeleton(word), skeleton(targets[i]))));
}

/** Russian as a Latin alternate spells it, for telling a Russian spelling from a Ukrainian one of the same letters. */
function romanizedAsRussian(name: string): string {
  const table: Record<string, string> = {
    а: "a",
    б: "b",
    в: "v",
    г: "g",
    д: "d",
    е: "e",
    ж: "zh",
    з: "z",
    и: "i",
    й: "y",
    к: "k",
    л: "l",
    м: "m",
    н: "n",
    о: "o",
    п: "p",
    р: "r",
    с: "s",
    т: "t",
    у: "u",
    ф: "f",
    х: "kh",
    ц: "ts",
    ч: "ch",
    ш: "sh",
    щ: "shch",
    ы: "y",
    ь: "",
    ъ: "",
    э: "e",
    ю: "yu",
    я: "ya",
  };
  return [...name].map((letter) => table[letter] ?? letter).join("");
}

/**
 * Pairs of the Ukrainian name and the Russian forms of each place that has both. A Russian-alphabet name whose source does not say its
 * language counts when it is like the Ukrainian one (old names of the place are not). The same letters in both languages
 * prove nothing unless a source says so: tagged `ru`, or romanized in the Russian way beside it.
 */
export function pairsOf(records: readonly PlaceRecord[], threshold = 0.34): NamePair[] {
  const pairs: NamePair[] = [];
  for (const record of records) {
    const uk = record.toponyms.filter((t) => t.lang === "uk");
    const headline = uk.find((t) => t.status === "standardized") ?? uk[0];
    if (headline === undefined || OTHER_GENDER.has(record.class)) continue;
    const source = plain(headline.text);
    if (!UKRAINIAN.test(source)) continue;
    const ukrainian = new Set(uk.map((t) => plain(t.text)));
    const latin = new Set(
      record.toponyms.filter((t) => /[a-z]/i.test(t.text)).map((t) => t.text.toLowerCase().replace(/[^a-z -]/g, "")),
    );
    const found = new Map<string, number>();
    for (const toponym of record.toponyms) {
      if (toponym.lang !== "ru" && toponym.lang !== "und-Cyrl") continue;
      if (toponym.source === IRREGULAR) continue;
      // A former name belongs to a former name: raions until 2020 have both.
      if (toponym.status === "former" && headline.status !== "former") continue;
      const name = plain(toponym.text);
      const target = plainRussian(toponym.text);
      if (!RUSSIAN.test(name) || words(target) !== words(source) || isForeignSpelling(source, target)) continue;
      const tagged = toponym.lang === "ru";
      if (!tagged && name === source) {
        const russian = romanizedAsRussian(name);
        if (!/[иг]/.test(name) || !latin.has(russian)) continue;
      } else if (!tagged && ukrainian.has(name)) continue;
      // The word район makes a renamed raion look alike: Подільський район, once Котовский район.
      if (record.class === "raion" && worstWord(source, target) > 0.5) continue;
      const distance = difference(skeleton(source), skeleton(target));
      if (distance > threshold) continue;
      const rank =
        distance +
        (tagged ? -0.2 : 0) -
        (tagged && toponym.source !== UNTAGGED_SOURCE ? 0.15 : 0) +
        (name === source ? 0.5 : 0);
      found.set(target, Math.min(rank, found.get(target) ?? 9));
    }
    if (found.size === 0) continue;
    const targets = [...found].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([text]) => text);
    pairs.push({ source, targets, country: record.country, id: record.id });
  }
  return pairs;
}
