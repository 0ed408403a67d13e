import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deriveNames } from "../../data/derivation/derive";
import { DATA_DATE, SOURCES } from "../../data/editions";
import { readRecords } from "../../data/records";
import { compile } from "../../src/compile/compile";
import { Gazetteer } from "../../src/gazetteer/gazetteer";
import type { PlaceRecord } from "../../src/types";
import { misspeltRecords, shuffled, worldRecords } from "./ballast";

/** A gazetteer of one size, on disk. */
export interface Size {
  title: string;
  path: string;
  places: number;
  /** distinct toponyms of all places */
  names: number;
  /** ballast names that are a real one with a letter changed, because the real ones did not suffice */
  made: number;
  bytes: number;
  compileSeconds: number;
}

const SEED = 5_150;

/** Distinct toponyms of the places of a file. */
function distinctNames(gazetteer: Gazetteer): number {
  const strings = new Set<number>();
  for (let toponym = 0; toponym < gazetteer.meta.counts.toponyms; toponym++) strings.add(gazetteer.stringOf(toponym));
  return strings.size;
}

/** Some of the records, and the units that hold them. */
function sample(drawn: readonly PlaceRecord[], byId: ReadonlyMap<string, PlaceRecord>, count: number): PlaceRecord[] {
  const kept = new Set<PlaceRecord>();
  for (const record of drawn.slice(0, count)) {
    for (
      let one: PlaceRecord | undefined = record;
      one && !kept.has(one);
      one = one.within ? byId.get(one.within) : undefined
    )
      kept.add(one);
  }
  const ids = new Set([...kept].map(({ id }) => id));
  return [...kept].map((record) =>
    record.seatOf ? { ...record, seatOf: record.seatOf.filter((unit) => ids.has(unit)) } : record,
  );
}

/** Attested names of records, distinct; compile adds the derived ones. */
const attested = (records: readonly PlaceRecord[]): Set<string> =>
  new Set(records.flatMap(({ toponyms }) => toponyms.map(({ text }) => text)));

/**
 * Compiles the shipped records, a tenth of them, and the shipped ones with ballast up to `threefold` and tenfold. A size is counted in
 * distinct names.
 */
export function compileSizes(folder: string, cities: string): Size[] {
  const records = readRecords();
  const derivation = deriveNames();
  const write = (title: string, some: readonly PlaceRecord[], made = 0): Size => {
    const started = performance.now();
    const file = compile(some, { title, dataDate: DATA_DATE, sources: SOURCES, ...derivation });
    const compileSeconds = (performance.now() - started) / 1000;
    const path = join(folder, `${title.replaceAll(/\W/gu, "-")}.bin`);
    writeFileSync(path, file);
    const gazetteer = Gazetteer.from(file);
    const names = distinctNames(gazetteer);
    console.error(`${title}: ${names} names of ${gazetteer.size} places, compiled in ${compileSeconds.toFixed(0)} s`);
    return { title, path, places: gazetteer.size, names, made, bytes: file.byteLength, compileSeconds };
  };
  const shipped = write("1", records);
  const byId = new Map(records.map((record) => [record.id, record]));
  const drawn = shuffled(records, SEED);
  // A place brings its units with it, so the share of places that gives a tenth of the names must be sought.
  let tenth: Size | undefined;
  let [low, high] = [0, drawn.length / 4];
  for (let turn = 0; turn < 6; turn++) {
    const middle = Math.floor((low + high) / 2);
    tenth = write("1/10", sample(drawn, byId, middle));
    if (Math.abs(tenth.names / shipped.names - 0.1) < 0.003) break;
    if (tenth.names > shipped.names / 10) high = middle;
    else low = middle;
  }
  const world = worldRecords(cities, records, SEED + 1);
  const grown = (title: string, times: number): Size => {
    const wanted = shipped.names * times;
    const names = attested(records);
    const derived = shipped.names - names.size;
    const ballast: PlaceRecord[] = [];
    for (const record of world) {
      if (names.size + derived >= wanted) break;
      for (const { text } of record.toponyms) names.add(text);
      ballast.push(record);
    }
    const lacking = Math.max(0, wanted - derived - names.size);
    const made = misspeltRecords(world, names, lacking, SEED + 2);
    return write(title, [...records, ...ballast, ...made], made.length);
  };
  return [tenth as Size, shipped, grown("3", 3), grown("10", 10)];
}
