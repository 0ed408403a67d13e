import { readFileSync } from "node:fs";
import { Gazetteer } from "../src/gazetteer/gazetteer";

/** The countries whose names are benched: those for which the gazetteer holds every place it knows, not only decoys. */
const COUNTRIES: ReadonlySet<string> = new Set(["UA", "RU", "BY", "MD"]);

/** What every engine of the bench gets: the same names, and which places have them. */
export interface BenchNames {
  /** Distinct toponyms, in the order of the file's string pool. */
  texts: string[];
  /** Places that have the toponym, by index into `texts`. */
  places: (readonly number[])[];
  gazetteer: Gazetteer;
}

/** Reads the names of all places of the four countries out of a gazetteer file. */
export function readNames(path: string): BenchNames {
  const gazetteer = Gazetteer.from(readFileSync(path));
  const { columns, meta, pool } = gazetteer;
  const inRegion = meta.countries.map((codes) => codes.split("-").some((code) => COUNTRIES.has(code)));
  const byString = new Map<number, Set<number>>();
  for (let place = 0; place < gazetteer.size; place++) {
    if (!inRegion[columns.placeCountry[place]]) continue;
    for (let toponym = columns.placeToponyms[place]; toponym < columns.placeToponyms[place + 1]; toponym++) {
      const string = gazetteer.stringOf(toponym);
      const places = byString.get(string);
      if (places) places.add(place);
      else byString.set(string, new Set([place]));
    }
  }
  const strings = [...byString.keys()].sort((a, b) => a - b);
  return {
    texts: strings.map((string) => pool.get(string)),
    places: strings.map((string) => [...(byString.get(string) ?? [])]),
    gazetteer,
  };
}

/**
 * The names without those that are the bare adjective of a unit ("Миргородский"): where no "район" or "громада" stands beside them,
 * `resolve` takes them for the surnames that they are, too. They are in every index, but nobody is asked for them.
 */
export function namesThatStandAlone(names: BenchNames): BenchNames {
  const { gazetteer } = names;
  const bare = new Set<string>();
  for (let toponym = 0; toponym < gazetteer.meta.counts.toponyms; toponym++)
    if (gazetteer.tagOf(toponym).derivedBy === "specific-element") bare.add(gazetteer.textOf(toponym));
  const kept = names.texts.flatMap((text, index) => (bare.has(text) ? [] : [index]));
  return {
    texts: kept.map((index) => names.texts[index]),
    places: kept.map((index) => names.places[index]),
    gazetteer,
  };
}
