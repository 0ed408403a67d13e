import { fileURLToPath } from "node:url";
import { readNames } from "../../bench/names";

/** A row of a table: its number, a name as somebody typed it, and the oblast as somebody typed it. */
export interface DirtyRow {
  n: number;
  name: string | null;
  oblast: string | null;
}

const GAZETTEER = fileURLToPath(new URL("../../data/compiled/allonym.bin", import.meta.url));
const OBLASTS = ["Donetsk region", "Харківська обл.", "Киевская область", "Lviv Oblast", "Одеська", "Narnia", "", " "];
/** What breaks tables, put at the end, at the start or in the middle of a name. */
const DIRT = [
  "\t",
  "\n",
  "\r",
  "\r\n",
  "\\",
  "\\N",
  "\\t",
  '"',
  "'",
  "`",
  " ",
  "\u00a0",
  "🇺🇦",
  "😀",
  ",",
  ";",
  "\u2028",
  "|",
  "\u0001",
];
/** Whole cells that are no names, or look like something else to a program that reads tables. */
const ODD = [
  "",
  " ",
  "\\N",
  "NULL",
  "null",
  "-",
  "0",
  "N/A",
  "\t\t",
  "\\",
  "\\\\",
  "😀😀",
  "[1]",
  "{}",
  '"',
  "Вулиця Садова",
  "#",
  "=1+1",
];

/**
 * Rows of names as people type them, the same for the same seed: names of the gazetteer as they stand, misspelt, dirtied with what breaks
 * tables, cells that hold no name, and NULL; three of ten repeat an earlier row's name.
 */
export function dirtyRows(count: number, seed: number): DirtyRow[] {
  const { texts } = readNames(GAZETTEER);
  const random = numbersFrom(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)];
  const names: (string | null)[] = [];
  const fresh = (): string | null => {
    const kind = random();
    if (kind < 0.03) return null;
    if (kind < 0.1) return pick(ODD);
    const text = pick(texts);
    if (kind < 0.5) return text;
    if (kind < 0.7) return withSlip(text, random);
    if (kind < 0.75) return text.toUpperCase();
    const at = Math.floor(random() * (text.length + 1));
    return text.slice(0, at) + pick(DIRT) + text.slice(at);
  };
  for (let row = 0; row < count; row++)
    names.push(row > 0 && random() < 0.3 ? names[Math.floor(random() * row)] : fresh());
  return names.map((name, row) => ({ n: row + 1, name, oblast: random() < 0.7 ? null : pick(OBLASTS) }));
}

/** Rows without a unit of which no two have the same name: of three, two as the gazetteer has them until it has no more, one with a slip. */
export function distinctRows(count: number, seed: number): DirtyRow[] {
  const { texts } = readNames(GAZETTEER);
  const random = numbersFrom(seed);
  const names = new Set<string>();
  for (let drawn = 0; names.size < count; drawn++) {
    const text = texts[Math.floor(random() * texts.length)];
    names.add(drawn % 3 < 2 && names.size < texts.length ? text : withSlip(text, random));
  }
  return [...names].map((name, row) => ({ n: row + 1, name, oblast: null }));
}

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator, with the bits that are random enough. */
function numbersFrom(seed: number): () => number {
  let state = BigInt(seed);
  return () => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xffff_ffff_ffff_ffffn;
    return Number(state >> 32n) / 2 ** 32;
  };
}

/** A name with one letter dropped, doubled or swapped with the next. */
function withSlip(name: string, random: () => number): string {
  const letters = [...name];
  const at = Math.floor(random() * (letters.length - 1));
  const kind = random();
  if (kind < 0.4) letters.splice(at, 1);
  else if (kind < 0.7) letters.splice(at, 0, letters[at]);
  else letters.splice(at, 2, letters[at + 1] ?? "", letters[at]);
  return letters.join("");
}

/**
 * The rows as tab-separated text that ClickHouse, Hive and PostgreSQL read. Written here on its own, so that the command is not checked
 * by its own code.
 */
export function tabSeparated(rows: readonly DirtyRow[]): string {
  const names: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
  const cell = (value: string | null): string =>
    value === null ? "\\N" : [...value].map((letter) => names[letter] ?? letter).join("");
  return rows.map(({ n, name, oblast }) => `${n}\t${cell(name)}\t${cell(oblast)}\n`).join("");
}
