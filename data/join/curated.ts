import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PlaceClass, PlaceRecord, Precision, ToponymRecord } from "../../src/types.js";
import { hasMixedScriptWord } from "./clean-name.js";
import { readTsv, type TsvRow } from "./read-tsv.js";
import { addToponym } from "./toponyms.js";

/** One former name of a place of the register, with the act that took it. */
export interface CuratedRename {
  old: string;
  /** Its Russian form, "" where not certain. */
  oldRu: string;
  from: string;
  to: string;
  act: string;
  source: string;
  /** File and line of the row, for complaints. */
  at: string;
}

const CURATED = new URL("../curated/", import.meta.url);
const STATUSES = ["standardized", "former", "variant", "claim"];
const DATE = /^(\d{4}(-\d\d(-\d\d)?)?)?$/;

/** Tables of a folder of `data/curated`, sorted by name; the key of a table is its path without the ending. */
function tables(folder: string): { key: string; file: URL; rows: TsvRow[] }[] {
  const url = new URL(folder, CURATED);
  if (!existsSync(url)) return [];
  return readdirSync(url)
    .filter((name) => name.endsWith(".tsv"))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((name) => {
      const file = new URL(name, url);
      return { key: `curated/${folder}${name.replace(/\.tsv$/, "")}`, file, rows: readTsv(file) };
    });
}

function refuse(file: URL, row: TsvRow, what: string, expected: string): never {
  throw new Error(`${fileURLToPath(file)}:${row.line}: ${what}, expected ${expected}`);
}

function checkText(file: URL, row: TsvRow, text: string): void {
  if (hasMixedScriptWord(text))
    refuse(file, row, `"${text}" mixes Latin and Cyrillic in one word`, "one script a word");
  if (text !== text.normalize("NFC") || text !== text.trim() || text === "") {
    refuse(file, row, `"${text}" is empty, padded or not NFC`, "a clean name");
  }
}

/** `curated/renames/*.tsv` by register code. */
export function curatedRenames(): Map<string, CuratedRename[]> {
  const byCode = new Map<string, CuratedRename[]>();
  for (const { file, rows } of tables("renames/")) {
    for (const row of rows) {
      for (const text of [row.old, row.oldRu]) if (text !== "") checkText(file, row, text);
      if (row.old === "") refuse(file, row, "no old name", "the former name in Ukrainian");
      if (!DATE.test(row.from) || !DATE.test(row.to))
        refuse(file, row, `dates "${row.from}", "${row.to}"`, "YYYY[-MM[-DD]]");
      const code = /^katottg:(UA\d{17})$/.exec(row.id)?.[1];
      if (!code) refuse(file, row, `id "${row.id}"`, "katottg:UA and 17 digits");
      const { old, oldRu, from, to, act } = row;
      const at = `${fileURLToPath(file)}:${row.line}`;
      byCode.set(code, [...(byCode.get(code) ?? []), { old, oldRu, from, to, act, source: "curated/renames", at }]);
    }
  }
  return byCode;
}

/**
 * Stops on a former name of a code that the register does not have, which no place would ever show.
 *
 * @throws Error with file, line, what and expected.
 */
export function checkRenameCodes(
  byCode: ReadonlyMap<string, CuratedRename[]>,
  known: { has(code: string): boolean },
): void {
  for (const [code, [first]] of byCode) {
    if (known.has(code)) continue;
    throw new Error(
      `${first.at}: no unit has the code ${code} of "${first.old}", expected a code of katottg/units.tsv`,
    );
  }
}

/** The places of `curated/places/*.tsv`. */
export function curatedPlaces(): PlaceRecord[] {
  const places: PlaceRecord[] = [];
  for (const { key, file, rows } of tables("places/")) {
    for (const row of rows) {
      const inRussiaAlone = row.country === "RU";
      const named = row.class !== "region" && row.class !== "agglomeration";
      const toponyms: ToponymRecord[] = [];
      for (const lang of ["uk", "ru", "en"]) {
        const text = row[lang];
        if (text === "") continue;
        checkText(file, row, text);
        const home = inRussiaAlone ? "ru" : /(^|-)UA($|-)/.test(row.country) ? "uk" : "";
        toponyms.push({ text, lang, status: named && lang === home ? "standardized" : "variant", source: key });
      }
      if (toponyms.length === 0) refuse(file, row, `${row.id} has no name`, "uk, ru or en");
      const number = (cell: string): number | undefined => {
        if (cell === "") return undefined;
        if (!Number.isFinite(Number(cell))) refuse(file, row, `"${cell}" is no number`, "decimal degrees or a count");
        return Number(cell);
      };
      const [lat, lon, population] = [number(row.lat), number(row.lon), number(row.population)];
      places.push({
        id: row.id,
        class: row.class as PlaceClass,
        country: row.country,
        ...(row.within && { within: row.within }),
        ...(lat !== undefined && lon !== undefined && { lat, lon, precision: (row.precision || "area") as Precision }),
        ...(population && { population }),
        toponyms,
      });
    }
  }
  return places;
}

/**
 * Adds the names of `curated/names/*.tsv` to the places they name. A `standardized` name goes before the other names
 * of its language, since the headline name is the first such.
 *
 * @throws Error with file, line, what and expected on an unknown id, a bad status or date, a mixed-script word.
 */
export function addCuratedNames(places: ReadonlyMap<string, PlaceRecord>): number {
  let count = 0;
  for (const { key, file, rows } of tables("names/")) {
    for (const row of rows) {
      const place = places.get(row.id);
      if (!place) refuse(file, row, `no place has the id "${row.id}"`, "an id of data/records or of curated/places");
      if (!STATUSES.includes(row.status)) refuse(file, row, `status "${row.status}"`, STATUSES.join(", "));
      if (!DATE.test(row.from) || !DATE.test(row.to))
        refuse(file, row, `dates "${row.from}", "${row.to}"`, "YYYY[-MM[-DD]]");
      if (row.lang === "") refuse(file, row, `no language for "${row.text}"`, "a BCP 47 tag");
      checkText(file, row, row.text);
      const { text, lang, from, to, act } = row;
      const status = row.status as ToponymRecord["status"];
      const dates = { ...(from && { from }), ...(to && { to }), ...(act && { act }) };
      const toponym: ToponymRecord = { text, lang, status, ...dates, source: key };
      const same = place.toponyms.findIndex((other) => other.lang === lang && other.text === text);
      // The hand-made row knows more than the upstream one: it replaces it in place.
      if (same >= 0) {
        if (place.toponyms[same].status !== "standardized" || status === "standardized") place.toponyms[same] = toponym;
      } else addToponym(place.toponyms, toponym);
      count++;
    }
  }
  return count;
}
