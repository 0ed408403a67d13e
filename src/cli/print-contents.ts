import Table from "cli-table3";
import type { FileContents } from "../core";
import { paint } from "./paint";
import { NO_BORDERS } from "./print-resolution";

/** Longer lists are cut here for people; `--json` has them whole. */
const MOST_ROWS = 10;

/** What a gazetteer file holds, for people. */
export function printContents(contents: FileContents): string {
  const { register, settlements, sources, sections } = contents;
  const ofUnits = (count: number): string => share(count, register.units);
  const headlines = [
    ["Ukrainian", ofUnits(register.named.uk), ""],
    ["Russian", ofUnits(register.named.ru), `${ofUnits(register.derivedRussian)} derived by rule, the rest attested`],
    [
      "English",
      ofUnits(register.named.en),
      `${ofUnits(register.romanizedEnglish)} by the national romanization of 2010`,
    ],
  ];
  const places = mostFirst(settlements.byPrecision).map(([precision, count]) => [
    PRECISION_WORDS[precision] ?? `its ${precision}`,
    number(count),
    share(count, settlements.all),
  ]);
  const unplaced = settlements.all - settlements.placed;
  if (unplaced > 0) places.push(["nothing (not known)", number(unplaced), share(unplaced, settlements.all)]);
  return [
    paint("bold", contents.title),
    table([
      ["data of", contents.dataDate],
      ["file", `${number(contents.bytes)} bytes, format ${contents.formatVersion}, fold ${contents.foldVersion}`],
      [
        "holds",
        `${number(contents.places)} places, ${number(contents.toponyms)} toponyms, ${number(contents.keys)} keys`,
      ],
    ]),
    heading(`Ukrainian register: ${number(register.units)} units`),
    counted(register.byClass, Number.POSITIVE_INFINITY),
    heading("Units with a headline name in"),
    table(headlines),
    heading(`Coordinates of the ${number(settlements.all)} cities, settlements and villages are those of`),
    table(places),
    heading("All places by country"),
    counted(contents.byCountry),
    heading("All places by class"),
    counted(contents.byClass, Number.POSITIVE_INFINITY),
    heading("Toponyms by status"),
    counted(contents.byStatus),
    heading("Toponyms by language"),
    counted(contents.byLanguage),
    heading("Sources (licences in full: NOTICE)"),
    table(sources.map(({ key, title, licence, edition }) => [key, title, licence, edition])),
    ...(sections ? [heading("Bytes by section of the file"), counted(sections, Number.POSITIVE_INFINITY)] : []),
    "",
  ].join("\n");
}

const PRECISION_WORDS: Record<string, string> = {
  point: "the place itself",
  hromada: "the seat of its hromada",
  raion: "the seat of its raion",
  oblast: "the seat of its oblast",
};

const heading = (text: string): string => `\n${paint("bold", text)}`;

const number = (count: number): string => count.toLocaleString("en");

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;

/** Equal counts by name in code units. */
function mostFirst(counts: Record<string, number>): [string, number][] {
  return Object.entries(counts).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : a > b ? 1 : 0));
}

function counted(counts: Record<string, number>, most = MOST_ROWS): string {
  const sorted = mostFirst(counts);
  const rows = sorted.slice(0, most).map(([name, count]) => [name, number(count)]);
  const rest = sorted.slice(most).reduce((sum, [, count]) => sum + count, 0);
  if (rest > 0) rows.push([`${sorted.length - most} more`, number(rest)]);
  return table(rows);
}

function table(rows: string[][]): string {
  const made = new Table({ chars: NO_BORDERS, style: { head: [], border: [], compact: true } });
  made.push(...rows);
  return made.toString().replace(/ +$/gmu, "");
}
