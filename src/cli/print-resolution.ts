import type Table from "cli-table3";
import { type Match, type Resolution, stepWords } from "../core";
import { paint } from "./paint";

/** Units that tell a reader where a place is; a hromada has the name of its seat and tells little. */
const SHOWN_UNITS = new Set(["raion", "oblast", "country"]);
/** A row is as high as its three names. */
const ROW_LINES = 3;

/** Columns by white space alone: what is printed can be copied. */
export const NO_BORDERS = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: " ",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: " ",
} as const;

/**
 * One answer for people: the verdict, then a row a place (score and class; the three names; where; id and point) with how it was found.
 * The wording may change in any version; programs read `--json` or `--ndjson`.
 */
export function printResolution({ name, status, matches }: Resolution, TableOf: typeof Table): string {
  const asked = paint("bold", name);
  if (status === "none") {
    return `${asked}: ${paint("red", "none")}. No place is known by this name; check the spelling, or widen --within, --country and --class.\n`;
  }
  const head =
    status === "match"
      ? `${asked}: ${paint("green", "match")}`
      : `${asked}: ${paint("yellow", "ambiguous")}, ${matches.length} candidates; --within or --near can tell them apart`;
  const shown = status === "match" ? matches.slice(0, 1) : matches;
  const table = new TableOf({ chars: NO_BORDERS, style: { head: [], border: [], compact: true } });
  table.push(...shown.map(cells));
  const lines = table.toString().split("\n");
  const blocks = shown.flatMap((match, row) => [
    ...lines.slice(row * ROW_LINES, (row + 1) * ROW_LINES).map((line) => line.trimEnd()),
    paint("dim", `   how: ${stepWords(name, match)}`),
  ]);
  return `${[head, ...blocks].join("\n")}\n`;
}

function cells({ names, class: kind, within, country, lat, lon, precision, id, score }: Match): string[] {
  const units = within.filter((unit) => SHOWN_UNITS.has(unit.class)).map((unit) => unit.names.en);
  const point =
    lat === undefined ? "no coordinates" : `${lat}, ${lon}${precision === "point" ? "" : ` (of its ${precision})`}`;
  return [
    `${score.toFixed(2)}\n${kind}`,
    `${paint("bold", names.en)}\n${names.uk}\n${names.ru}`,
    (units.length > 0 ? units.slice(-ROW_LINES) : [country]).join("\n"),
    `${id}\n${point}`,
  ];
}
