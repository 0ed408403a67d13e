import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { PlaceRecord, ToponymRecord } from "../../src/types.js";

const FOLDER = new URL("../records/", import.meta.url);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function toponymLine(name: ToponymRecord): ToponymRecord {
  const { text, lang, status, from, to, act, source } = name;
  return { text, lang, status, ...(from && { from }), ...(to && { to }), ...(act && { act }), source };
}

/** One record as a line: keys in a fixed order, empty ones left out, so that a diff shows what changed and nothing else. */
export function recordLine(place: PlaceRecord): string {
  const { id, ids, class: kind, country, within, lat, lon, precision, population, seatOf, toponyms } = place;
  return JSON.stringify({
    id,
    ...(ids && Object.keys(ids).length > 0 && { ids: Object.fromEntries(Object.entries(ids).sort()) }),
    class: kind,
    country,
    ...(within && { within }),
    ...(lat !== undefined && lon !== undefined && { lat, lon, precision }),
    ...(population && { population }),
    ...(seatOf && seatOf.length > 0 && { seatOf: [...seatOf].sort(byText) }),
    toponyms: toponyms.map(toponymLine),
  });
}

/** Name of the file a place lies in: an oblast of Ukraine each (`UA-14`), a country each for the neighbours, else `world`. */
export function recordFile(place: PlaceRecord, byId: ReadonlyMap<string, PlaceRecord>): string {
  let at: PlaceRecord | undefined = place;
  for (let steps = 0; at && steps < 12; steps++) {
    const code = /^katottg:UA(\d\d)/.exec(at.id)?.[1];
    if (code) return `UA-${code}`;
    at = at.within === undefined ? undefined : byId.get(at.within);
  }
  return ["UA", "RU", "BY", "MD"].includes(place.country) ? place.country : "world";
}

/** All record files as text by name. Same places in, same bytes out. */
export function formatRecords(places: readonly PlaceRecord[]): Map<string, string> {
  const byId = new Map(places.map((place) => [place.id, place]));
  const lines = new Map<string, string[]>();
  for (const place of [...places].sort((a, b) => byText(a.id, b.id))) {
    const file = `${recordFile(place, byId)}.jsonl`;
    lines.set(file, [...(lines.get(file) ?? []), recordLine(place)]);
  }
  return new Map([...lines].sort(([a], [b]) => byText(a, b)).map(([file, list]) => [file, `${list.join("\n")}\n`]));
}

/** Writes `data/records/` anew: files of an earlier build that hold nothing now go. */
export function writeRecords(places: readonly PlaceRecord[]): void {
  mkdirSync(FOLDER, { recursive: true });
  const files = formatRecords(places);
  for (const old of recordFiles()) if (!files.has(old)) rmSync(new URL(old, FOLDER));
  for (const [file, text] of files) writeFileSync(new URL(file, FOLDER), text);
}

/** Names of the record files on disk, sorted. */
export function recordFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".jsonl"))
    .sort(byText);
}

/** Text of one record file on disk. */
export function recordText(file: string): string {
  return readFileSync(new URL(file, FOLDER), "utf8");
}
