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
  /** The units that hold it, smallest first: hromada, raion, oblast, country */
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
  return `UA${String(high).padStart(8, "0")}${String(low).padStart(9, "0")}`;
}

/** Index of the place with this CURIE, or -1. Also finds `geonames:…` of a place whose own id is another. */
export function placeIndex(gazetteer: Gazetteer, id: string): number {
  const { placesById, geonamesIds } = gazetteer.columns;
  let low = 0;
  let high = placesById.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = placeId(gazetteer, placesById[middle]);
    if (found === id) return placesById[middle];
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  if (id.startsWith("geonames:")) {
    const number = Number(id.slice("geonames:".length));
    for (let pair = 1; pair < geonamesIds.length; pair += 2)
      if (geonamesIds[pair] === number) return geonamesIds[pair - 1];
  }
  return -1;
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
  const within: PlaceUnit[] = [];
  for (let unit = gazetteer.parentOf(place); unit >= 0; unit = gazetteer.parentOf(unit)) {
    within.push({
      id: placeId(gazetteer, unit),
      names: placeNames(gazetteer, unit),
      class: meta.classes[columns.placeClass[unit]] as PlaceClass,
    });
  }
  const answer: Place = {
    id: placeId(gazetteer, place),
    ids: crossReferences(gazetteer, place),
    names: placeNames(gazetteer, place),
    class: meta.classes[columns.placeClass[place]] as PlaceClass,
    country: meta.countries[columns.placeCountry[place]],
    within,
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
