import type { PlaceClass, PlaceRecord, ToponymRecord } from "../../src/types.js";
import { type GeonamesRow, geonamesRows } from "../sources/geonames-cities500/import.js";
import { type KatottgCategory, type KatottgUnit, katottgVanishedUnits } from "../sources/katottg/import.js";
import { citiesJsonAdditions } from "./cities-json-names.js";
import type { Conflict } from "./conflicts.js";
import { type CuratedRename, checkRenameCodes } from "./curated.js";
import { kilometres, medianPoint } from "./distance.js";
import { matchGeonames } from "./match-geonames.js";
import { ownPlaces } from "./own-places.js";
import { hromadaCode, isSettlement, type Register, raionCode, readRegister } from "./register.js";
import { findSeats } from "./seats.js";
import { addSubdivisionNames } from "./subdivisions.js";
import { addToponym, addUkrainianAlternates, sameUkrainianName } from "./toponyms.js";

const CLASSES: Readonly<Record<KatottgCategory, PlaceClass>> = {
  O: "oblast",
  K: "city",
  P: "raion",
  H: "hromada",
  M: "city",
  X: "settlement",
  C: "village",
  B: "city-district",
};

const RUSSIAN_GENERIC: Readonly<Partial<Record<KatottgCategory, string>>> = { O: "область", H: "громада" };

/** A point farther than this from the middle of its hromada's other points is listed: the largest hromadas are 60 km long. */
const FAR_FROM_HROMADA_KM = 45;

/** The register gives areas by their adjective alone ("Покровська"); the generic element is added as it is used. */
export function unitName(category: KatottgCategory, name: string): string {
  if (category === "O" && !name.includes("Республіка")) return `${name} область`;
  if (category === "P" || category === "B") return `${name} район`;
  return category === "H" ? `${name} громада` : name;
}

const hasGeonameid = (row: GeonamesRow): boolean => /^\d+$/.test(row.geonameid);

export const placeId = (code: string): string => `katottg:${code}`;

function unitToponyms(register: Register, unit: KatottgUnit, renames: CuratedRename[]): ToponymRecord[] {
  const source = "katottg";
  const list: ToponymRecord[] = [
    { text: unitName(unit.category, unit.name), lang: "uk", status: "standardized", source },
  ];
  for (const rename of renames) {
    const { from, to, act } = rename;
    const dates = { ...(from && { from }), ...(to && { to }), ...(act && { act }) };
    const old = unitName(unit.category, rename.old);
    addToponym(list, { text: old, lang: "uk", status: "former", ...dates, source: rename.source });
    if (rename.oldRu) {
      const text = isSettlement(unit) ? rename.oldRu : `${rename.oldRu} ${RUSSIAN_GENERIC[unit.category] ?? "район"}`;
      addToponym(list, { text, lang: "ru", status: "former", ...dates, source: rename.source });
    }
  }
  for (const name of register.formerNames.get(unit.code) ?? []) {
    const text = unitName(unit.category, name);
    if (!renames.some((rename) => sameUkrainianName(rename.old, name))) {
      addToponym(list, { text, lang: "uk", status: "former", source });
    }
  }
  return list;
}

/** Places settlements without a point at their hromada's seat or middle, else at their raion's. */
function placeTheRest(register: Register, places: Map<string, PlaceRecord>, seats: Map<string, KatottgUnit>): void {
  const points = new Map<string, PlaceRecord[]>();
  for (const unit of register.units) {
    const place = places.get(unit.code)!;
    if (place.precision !== "point") continue;
    for (const area of [hromadaCode(register, unit), raionCode(register, unit)]) {
      points.set(area, [...(points.get(area) ?? []), place]);
    }
  }
  const middleOf = (area: string): { lat: number; lon: number } | undefined => {
    const seat = places.get(seats.get(area)?.code ?? "");
    if (seat?.precision === "point") return { lat: seat.lat!, lon: seat.lon! };
    return medianPoint((points.get(area) ?? []).map((place) => ({ lat: place.lat!, lon: place.lon! })));
  };
  for (const unit of register.units) {
    const place = places.get(unit.code)!;
    if (place.lat !== undefined) continue;
    if (unit.category === "P" || unit.category === "H" || unit.category === "O") {
      const at = middleOf(unit.code) ?? middleOf(raionCode(register, unit));
      if (at) Object.assign(place, { ...at, precision: "area" });
      continue;
    }
    const city = unit.category === "B" ? places.get(unit.parent) : undefined;
    const hromada =
      city?.precision === "point" ? { lat: city.lat!, lon: city.lon! } : middleOf(hromadaCode(register, unit));
    const raion = hromada ? undefined : middleOf(raionCode(register, unit));
    const at = hromada ?? raion;
    if (at) Object.assign(place, { ...at, precision: hromada ? "hromada" : "raion" });
  }
}

/**
 * Every unit of the Ukrainian register as a place, with names, points and populations of the GeoNames rows that join it,
 * and the GeoNames rows that the register does not know as places of their own.
 */
export function ukraine(renamesByCode: ReadonlyMap<string, CuratedRename[]>, conflicts: Conflict[]): PlaceRecord[] {
  const curatedFormer = new Map([...renamesByCode].map(([code, list]) => [code, list.map((rename) => rename.old)]));
  const register = readRegister(curatedFormer);
  checkRenameCodes(renamesByCode, register.byCode);
  const seats = findSeats(register);
  const rows = geonamesRows().filter((row) => row.country === "UA");
  const { namesOf, points } = citiesJsonAdditions(rows, "UA");
  const matches = matchGeonames(register, [...rows, ...points]);
  conflicts.push(...matches.conflicts);

  const places = new Map<string, PlaceRecord>();
  for (const unit of register.units) {
    const toponyms = unitToponyms(register, unit, renamesByCode.get(unit.code) ?? []);
    const ids: Record<string, string> = { katottg: unit.code };
    const place: PlaceRecord = { id: placeId(unit.code), ids, class: CLASSES[unit.category], country: "UA", toponyms };
    if (unit.parent !== "") place.within = placeId(unit.parent);
    const row = matches.rowOf.get(unit.code);
    if (row) {
      if (hasGeonameid(row)) ids.geonames = row.geonameid;
      Object.assign(place, { lat: row.lat, lon: row.lon, precision: "point" });
      if (row.population > 0) place.population = row.population;
      const all: GeonamesRow[] = [row, ...(matches.twinsOf.get(unit.code) ?? [])];
      const names = all.filter(hasGeonameid).flatMap((each) => [each.name, ...each.alternates]);
      addUkrainianAlternates(toponyms, names, "geonames-cities500");
      const further = all.flatMap((each) => (hasGeonameid(each) ? (namesOf.get(each.geonameid) ?? []) : [each.name]));
      addUkrainianAlternates(toponyms, further, "cities-json");
    }
    places.set(unit.code, place);
  }
  addSubdivisionNames(register, places);
  for (const [area, seat] of seats) {
    const place = places.get(seat.code)!;
    place.seatOf = [...(place.seatOf ?? []), placeId(area)];
  }
  listFarPoints(register, places, conflicts);
  placeTheRest(register, places, seats);
  for (const unit of katottgVanishedUnits()) {
    conflicts.push({
      reason: "vanished-from-register",
      source: "katottg",
      row: unit.code,
      name: unit.name,
      detail: `stands in the edition of ${unit.edition} in ${unit.parent}`,
    });
  }
  const own = ownPlaces(register, matches.own.filter(hasGeonameid), places);
  for (const row of matches.own) {
    if (hasGeonameid(row)) continue;
    const detail = `${row.lat}, ${row.lon}, admin2 ${row.admin2}: no unit of that name, and no id to make it a place of its own`;
    conflicts.push({ reason: "point-without-id", source: "cities-json", row: row.geonameid, name: row.name, detail });
  }
  return [...places.values(), ...own];
}

function listFarPoints(register: Register, places: Map<string, PlaceRecord>, conflicts: Conflict[]): void {
  const points = new Map<string, { lat: number; lon: number }[]>();
  for (const unit of register.units) {
    const { lat, lon, precision } = places.get(unit.code)!;
    if (precision !== "point") continue;
    const hromada = hromadaCode(register, unit);
    points.set(hromada, [...(points.get(hromada) ?? []), { lat: lat!, lon: lon! }]);
  }
  for (const unit of register.units) {
    const { id, lat, lon, precision } = places.get(unit.code)!;
    const list = points.get(hromadaCode(register, unit)) ?? [];
    if (precision !== "point" || list.length < 3 || hromadaCode(register, unit) === "") continue;
    const middle = medianPoint(list)!;
    const km = kilometres(middle.lat, middle.lon, lat!, lon!);
    if (km > FAR_FROM_HROMADA_KM) {
      conflicts.push({
        reason: "far-from-hromada",
        source: "geonames-cities500",
        row: id,
        name: unit.name,
        detail: `${Math.round(km)} km from the middle of its hromada`,
      });
    }
  }
}
