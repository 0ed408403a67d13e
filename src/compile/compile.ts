import { AllonymError } from "../errors";
import {
  type GazetteerMeta,
  ID_GEONAMES,
  ID_STRING,
  NO_COORDINATE,
  NO_TOPONYM,
  NONE,
  type ToponymTag,
} from "../gazetteer/format";
import { writeStringPool } from "../gazetteer/string-pool";
import { fold } from "../text/fold";
import type { PlaceRecord } from "../types";
import { decoyFilter } from "./decoy-filter";
import { type DeriveName, derivedNames } from "./derived-names";
import { type Headline, headlineNames } from "./headline-names";
import { hierarchy } from "./hierarchy";
import { importance } from "./importance";
import { type IndexedToponym, indexKeys } from "./index-keys";
import { keptToponyms } from "./kept-toponyms";
import { usageNats } from "./unlike-names";
import { writeFile } from "./write-file";

/** What `compile` needs beside the records. */
export interface CompileOptions {
  /** One line that says what the file holds. */
  title: string;
  /** Day of the data, `YYYY-MM-DD`; from the sources, never from the clock. */
  dataDate: string;
  sources?: GazetteerMeta["sources"];
  /** Russian forms of a Ukrainian name; none are derived without it. */
  toRussian?: DeriveName;
  /** Ukrainian forms of a Russian name. */
  toUkrainian?: DeriveName;
  /**
   * Words, surnames and places elsewhere that could be taken for a misspelt place of the records ("melon" for Мелані); as they are
   * written, in any case. `isDecoy` knows them again. Attested names of the records are left out.
   */
  decoys?: Iterable<string>;
}

interface Toponym extends IndexedToponym {
  history?: { from: number; to: number; act: number };
}

const KATOTTG = /^katottg:UA(\d{8})(\d{9})$/u;
const GEONAMES = /^geonames:(\d+)$/u;
const nothing: DeriveName = () => [];
/** Whose names no smaller unit's area takes: Харківщина is the oblast. */
const WIDE: ReadonlySet<PlaceRecord["class"]> = new Set(["country", "oblast", "region"]);

/**
 * Turns records into the bytes of a gazetteer file. Pure: same records, same bytes.
 *
 * Derived names are made here and nowhere else; the records hold attested names only.
 *
 * @example
 * const file = compile([{ id: "allonym:demo", class: "city", country: "UA",
 *   toponyms: [{ text: "Покровськ", lang: "uk", status: "standardized", source: "demo" }] }],
 *   { title: "one town", dataDate: "2026-01-01" })
 * Gazetteer.from(file).size // 1
 *
 * @throws AllonymError `invalid-record`
 */
export function compile(records: readonly PlaceRecord[], options: CompileOptions): Uint8Array {
  const { order, parents, ends, indexOf } = hierarchy(
    records.map((record) => ({ ...record, toponyms: keptToponyms(record) })),
  );
  const places = order.length;
  const table = <T>(): { values: T[]; indexOf: (value: T, key?: string) => number } => {
    const values: T[] = [];
    const known = new Map<string, number>();
    return {
      values,
      indexOf(value, key = String(value)) {
        let index = known.get(key);
        if (index === undefined) {
          index = values.push(value) - 1;
          known.set(key, index);
        }
        return index;
      },
    };
  };
  const tags = table<ToponymTag>();
  const acts = table<string>();
  const classes = table<string>();
  const countries = table<string>();
  const precisions = table<string>();
  const toponyms: Toponym[] = [];
  const placeToponyms = new Uint32Array(places + 1);
  const headline: Headline[] = [];
  const seatClasses: string[][] = order.map((record) =>
    (record.seatOf ?? []).map((unit) => order[indexOf.get(unit) ?? -1]?.class ?? ""),
  );

  const keysOf = (of: readonly PlaceRecord[]): ReadonlySet<string> =>
    new Set(of.flatMap((record) => record.toponyms.map(({ text }) => fold(text))));
  const attested = keysOf(order);
  const ofWideUnits = keysOf(order.filter((record) => WIDE.has(record.class)));

  order.forEach((record, place) => {
    placeToponyms[place] = toponyms.length;
    if (record.toponyms.length === 0) {
      throw new AllonymError("invalid-record", `${record.id} has no toponym; give it at least one`);
    }
    const usage = usageNats(record.toponyms, options.dataDate);
    for (const [index, { text, lang, status, source, from, to, act }] of record.toponyms.entries()) {
      const tag: ToponymTag = { lang, status, source };
      if (usage[index] < 0) tag.logProbability = usage[index];
      const toponym: Toponym = { text, place, tag: tags.indexOf(tag, JSON.stringify(tag)) };
      if (from || to || act) {
        toponym.history = { from: dateNumber(from), to: dateNumber(to), act: act ? acts.indexOf(act) + 1 : 0 };
      }
      toponyms.push(toponym);
    }
    const derived = derivedNames(
      record,
      options.toRussian ?? nothing,
      options.toUkrainian ?? nothing,
      (key) => attested.has(key),
      (key) => ofWideUnits.has(key),
    );
    for (const { text, lang, derivedBy, logProbability } of derived) {
      const tag: ToponymTag = { lang, status: "derived", source: "compile", derivedBy, logProbability };
      toponyms.push({ text, place, tag: tags.indexOf(tag, JSON.stringify(tag)) });
    }
    const all = [...record.toponyms, ...derived];
    if (all.length >= NO_TOPONYM) {
      throw new AllonymError(
        "invalid-record",
        `${record.id} has ${all.length} names, fewer than ${NO_TOPONYM} fit; drop some variants`,
      );
    }
    headline.push(headlineNames(record, all));
  });
  placeToponyms[places] = toponyms.length;
  if (tags.values.length > 65_535) {
    throw new AllonymError(
      "invalid-record",
      `${tags.values.length} combinations of language, status and source, at most 65,535 fit; use fewer source keys`,
    );
  }

  const strings = new Set<string>();
  for (const toponym of toponyms) strings.add(toponym.text);
  const otherIds: [number, string][] = [];
  order.forEach((record, place) => {
    for (const [scheme, value] of Object.entries(record.ids ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (scheme !== "katottg" && scheme !== "geonames") otherIds.push([place, `${scheme}:${value}`]);
    }
    if (!KATOTTG.test(record.id) && !GEONAMES.test(record.id)) strings.add(record.id);
  });
  for (const [, text] of otherIds) strings.add(text);
  const sorted = [...strings].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const idOf = new Map(sorted.map((text, id) => [text, id]));
  const stringId = (text: string): number => idOf.get(text) as number;
  const pool = writeStringPool(sorted);

  const importances = Uint8Array.from(order, (record, place) => importance(record, seatClasses[place]));
  const keys = indexKeys(toponyms, tags.values, importances, placeToponyms);
  const ids = order.map((record) => splitId(record.id, stringId));
  const seats = order.flatMap((record, place) =>
    (record.seatOf ?? []).flatMap((unit) => (indexOf.has(unit) ? [place, indexOf.get(unit) as number] : [])),
  );
  const coordinate = (degrees: number | undefined): number =>
    degrees === undefined ? NO_COORDINATE : Math.round(degrees * 1e5);
  const u8 = (value: (record: PlaceRecord) => number): Uint8Array => Uint8Array.from(order, value);
  const meta: GazetteerMeta = {
    title: options.title,
    classes: classes.values,
    countries: countries.values,
    precisions: precisions.values,
    tags: tags.values,
    acts: acts.values,
    counts: { places, toponyms: toponyms.length, keys: keys.keyPosting.length },
    sources: options.sources ?? [],
  };
  const columns = {
    poolBytes: pool.bytes,
    poolBuckets: pool.buckets,
    placeClass: u8((record) => classes.indexOf(record.class)),
    placeCountry: Uint16Array.from(order, (record) => countries.indexOf(record.country)),
    placePrecision: u8((record) => precisions.indexOf(record.precision ?? "")),
    placeImportance: importances,
    placeLat: Int32Array.from(order, (record) => coordinate(record.lat)),
    placeLon: Int32Array.from(order, (record) => coordinate(record.lon)),
    populations: pairs(order, (record) => record.population),
    units: Uint32Array.from(unitRows(parents, ends)),
    placeIdHigh: Uint32Array.from(ids, (id) => id[0]),
    placeIdLow: Uint32Array.from(ids, (id) => id[1]),
    geonamesIds: pairs(order, (record) => (GEONAMES.test(record.id) ? undefined : Number(record.ids?.geonames ?? 0))),
    placeNameUk: Uint8Array.from(headline, (names) => names.uk),
    placeNameRu: Uint8Array.from(headline, (names) => names.ru),
    placeNameEn: Uint8Array.from(headline, (names) => names.en),
    placeToponyms,
    seats: Uint32Array.from(seats),
    otherIds: Uint32Array.from(otherIds.flatMap(([place, text]) => [place, stringId(text)])),
    toponymStringLow: Uint16Array.from(toponyms, (toponym) => stringId(toponym.text) & 0xffff),
    toponymStringHigh: Uint8Array.from(toponyms, (toponym) => stringId(toponym.text) >>> 16),
    toponymTag: Uint16Array.from(toponyms, (toponym) => toponym.tag),
    toponymHistory: Uint32Array.from(
      toponyms.flatMap(({ history }, id) => (history ? [id, history.from, history.to, history.act] : [])),
    ),
    ...keys,
    ...decoyFilter(options.decoys ?? [], records),
  };
  return writeFile({ ...columns, meta: new TextEncoder().encode(JSON.stringify(meta)) }, options.dataDate);
}

/** The triples of the `units` section. */
function unitRows(parents: readonly number[], ends: readonly number[]): number[] {
  const rowOf = new Map<number, number>();
  const rows: number[] = [];
  ends.forEach((end, place) => {
    if (end === place + 1) return;
    rowOf.set(place, rowOf.size);
    rows.push(place, end, rowOf.get(parents[place]) ?? NONE);
  });
  return rows;
}

/** `2016-05-12` → 20160512, `2016` → 20160000, nothing → 0. */
function dateNumber(date: string | undefined): number {
  return date ? Number(date.replaceAll("-", "").padEnd(8, "0")) : 0;
}

function splitId(id: string, stringId: (text: string) => number): [number, number] {
  const katottg = KATOTTG.exec(id);
  if (katottg) return [Number(katottg[1]), Number(katottg[2])];
  const geonames = GEONAMES.exec(id);
  return geonames ? [ID_GEONAMES, Number(geonames[1])] : [ID_STRING, stringId(id)];
}

/** Place and value of the places that have one that is not 0. */
function pairs(order: readonly PlaceRecord[], value: (record: PlaceRecord) => number | undefined): Uint32Array {
  return Uint32Array.from(order.flatMap((record, place) => (value(record) ? [place, value(record) as number] : [])));
}
