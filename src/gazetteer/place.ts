import { romanize } from "../romanize/romanize";
import type { PlaceClass, Precision } from "../types";
import { ID_GEONAMES, ID_STRING, NO_COORDINATE, NO_TOPONYM } from "./format";
import type { Gazetteer } from "./gazetteer";

/** Names of a place in the three languages that every answer carries. */
export interface PlaceNames {
  uk: string;
  ru: string;
  en: string;
}

/** A unit that holds a place, from the smallest up. */
export interface PlaceUnit {
  id: string;
  names: PlaceNames;
  class: PlaceClass;
}

/** A place as it goes out everywhere: flat and ready for JSON. */
export interface Place {
  /** CURIE that never changes its meaning: `katottg:UA…`, `geonames:…`, `allonym:…` */
  id: string;
  /** Cross references without their prefix: `{ katottg: "UA…", geonames: "…" }` */
  ids: Record<string, string>;
  names: PlaceNames;
  class: PlaceClass;
  /** ISO 3166-1 alpha-2 */
  country: string;
  /** The units that hold it, smallest first: hromada, raion, oblast, country. Shared between answers and frozen */
  within: PlaceUnit[];
  /** Degrees, WGS 84; absent when not known */
  lat?: number;
  lon?: number;
  /** Whether the coordinates are the place's own (`point`) or those of the seat of a unit that holds it */
  precision?: Precision;
  population?: number;
}

/** CURIE of a place. */
export function placeId(gazetteer: Gazetteer, place: number): string {
  const { placeIdHigh, placeIdLow } = gazetteer.columns;
  const high = placeIdHigh[place];
  const low = placeIdLow[place];
  if (high === ID_GEONAMES) return `geonames:${low}`;
  if (high === ID_STRING) return gazetteer.pool.get(low);
  return `katottg:${katottgCode(high, low)}`;
}

/** A KATOTTG code is UA and 17 digits, which do not fit a 32-bit column. */
export function katottgCode(high: number, low: number): string {
  // One addition pads: 14160210 → "114160210" → "14160210".
  return `UA${String(high + 100_000_000).slice(1)}${String(low + 1_000_000_000).slice(1)}`;
}

/** Places by id, made when the first one is asked for: some 20 ms for the shipped file, which a column in it would cost in bytes. */
const indexes = new WeakMap<Gazetteer, Map<string, number>>();

function indexOf(gazetteer: Gazetteer): Map<string, number> {
  let index = indexes.get(gazetteer);
  if (!index) {
    index = new Map();
    const { geonamesIds } = gazetteer.columns;
    for (let pair = 0; pair < geonamesIds.length; pair += 2)
      index.set(`geonames:${geonamesIds[pair + 1]}`, geonamesIds[pair]);
    for (let place = 0; place < gazetteer.size; place++) index.set(placeId(gazetteer, place), place);
    indexes.set(gazetteer, index);
  }
  return index;
}

/** Index of the place with this CURIE, or -1. Also finds `geonames:…` of a place whose own id is another. */
export function placeIndex(gazetteer: Gazetteer, id: string): number {
  return indexOf(gazetteer).get(id) ?? -1;
}

/** The three headline names. English is the official romanization where no source gives another name. */
export function placeNames(gazetteer: Gazetteer, place: number): PlaceNames {
  const { placeNameUk, placeNameRu, placeNameEn, placeToponyms } = gazetteer.columns;
  const first = placeToponyms[place];
  const uk = gazetteer.textOf(first + placeNameUk[place]);
  const en = placeNameEn[place];
  return {
    uk,
    ru: gazetteer.textOf(first + placeNameRu[place]),
    en: en === NO_TOPONYM ? romanize(uk, "uk-national-2010") : gazetteer.textOf(first + en),
  };
}

/** The flat place at an index. */
export function placeAt(gazetteer: Gazetteer, place: number): Place {
  const { columns, meta } = gazetteer;
  const answer: Place = {
    id: placeId(gazetteer, place),
    ids: crossReferences(gazetteer, place),
    names: placeNames(gazetteer, place),
    class: meta.classes[columns.placeClass[place]] as PlaceClass,
    country: meta.countries[columns.placeCountry[place]],
    within: unitsOver(gazetteer, place),
  };
  if (columns.placeLat[place] !== NO_COORDINATE) {
    answer.lat = columns.placeLat[place] / 1e5;
    answer.lon = columns.placeLon[place] / 1e5;
    answer.precision = meta.precisions[columns.placePrecision[place]] as Precision;
  }
  const population = firstPair(columns.populations, place);
  if (columns.populations[population] === place) answer.population = columns.populations[population + 1];
  return answer;
}

/** Units described lately, each with those that hold it: answers repeat the same oblasts, raions and hromadas. */
const chains = new WeakMap<Gazetteer, Map<number, readonly PlaceUnit[]>>();

/** Holds all units of the shipped file (2,600, about 1.5 MB), so that it is not emptied and filled again and again. */
const MOST_UNITS = 4096;

/** A unit and all that hold it, smallest first. All answers share the units, which are frozen. */
function unitAndOver(gazetteer: Gazetteer, unit: number): readonly PlaceUnit[] {
  let known = chains.get(gazetteer);
  if (!known) {
    known = new Map();
    chains.set(gazetteer, known);
  }
  let chain = known.get(unit);
  if (!chain) {
    const { columns, meta } = gazetteer;
    const described: PlaceUnit = Object.freeze({
      id: placeId(gazetteer, unit),
      names: Object.freeze(placeNames(gazetteer, unit)),
      class: meta.classes[columns.placeClass[unit]] as PlaceClass,
    });
    const parent = gazetteer.parentOf(unit);
    chain = parent < 0 ? [described] : [described, ...unitAndOver(gazetteer, parent)];
    if (known.size >= MOST_UNITS) known.clear();
    known.set(unit, chain);
  }
  return chain;
}

/** A unit as answers name it among those that hold a place. */
export function unitAt(gazetteer: Gazetteer, unit: number): PlaceUnit {
  return unitAndOver(gazetteer, unit)[0];
}

/** The units that hold a place, smallest first: a list of its own for each answer. */
function unitsOver(gazetteer: Gazetteer, place: number): PlaceUnit[] {
  const parent = gazetteer.parentOf(place);
  return parent < 0 ? [] : unitAndOver(gazetteer, parent).slice();
}

function crossReferences(gazetteer: Gazetteer, place: number): Record<string, string> {
  const { placeIdHigh, placeIdLow, geonamesIds, otherIds } = gazetteer.columns;
  const ids: Record<string, string> = {};
  const high = placeIdHigh[place];
  if (high < ID_STRING) ids.katottg = katottgCode(high, placeIdLow[place]);
  if (high === ID_GEONAMES) ids.geonames = String(placeIdLow[place]);
  const own = firstPair(geonamesIds, place);
  if (geonamesIds[own] === place) ids.geonames = String(geonamesIds[own + 1]);
  for (let pair = firstPair(otherIds, place); pair < otherIds.length && otherIds[pair] === place; pair += 2) {
    const [scheme, value] = gazetteer.pool.get(otherIds[pair + 1]).split(":");
    ids[scheme] = value;
  }
  return ids;
}

/** Index of the first pair whose first number is `wanted` or more, in a column of sorted pairs. */
export function firstPair(pairs: Uint32Array, wanted: number): number {
  let low = 0;
  let high = pairs.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairs[middle * 2] < wanted) low = middle + 1;
    else high = middle;
  }
  return low * 2;
}
