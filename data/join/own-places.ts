import type { PlaceRecord } from "../../src/types.js";
import type { GeonamesRow } from "../sources/geonames-cities500/import.js";
import { kilometres } from "./distance.js";
import { OBLAST_BY_ADMIN1 } from "./oblast-codes.js";
import type { Register } from "./register.js";
import { addUnregisteredNames } from "./toponyms.js";

/** How far from a city's point its parts reach, by population: read off the rows that GeoNames 2023 marks PPLX. */
function reach(population: number): number {
  if (population >= 1_000_000) return 16;
  if (population >= 300_000) return 12;
  if (population >= 100_000) return 7;
  return population >= 30_000 ? 4 : 2.5;
}

/**
 * Rows of GeoNames that no unit of the register matches, as places of their own: parts of cities within the city, the
 * villages of Sevastopol, places in Crimea under names the register no longer has.
 */
export function ownPlaces(
  register: Register,
  rows: readonly GeonamesRow[],
  places: ReadonlyMap<string, PlaceRecord>,
): PlaceRecord[] {
  const cities = [...places.values()].filter((place) => place.class === "city" && place.precision === "point");
  const raions = new Map(
    register.units.filter((unit) => unit.category === "P").map((unit) => [unit.code.slice(2, 6), unit.code]),
  );
  const firstLevel = new Map(
    register.units.filter((unit) => unit.parent === "").map((unit) => [unit.code.slice(2, 4), unit.code]),
  );
  return rows.map((row) => {
    let city: PlaceRecord | undefined;
    let nearest = Number.POSITIVE_INFINITY;
    for (const candidate of cities) {
      const share = kilometres(candidate.lat!, candidate.lon!, row.lat, row.lon) / reach(candidate.population ?? 0);
      if (share < 1 && share < nearest) {
        city = candidate;
        nearest = share;
      }
    }
    const oblast = OBLAST_BY_ADMIN1[row.admin1];
    // Sevastopol is large and holds true villages; elsewhere a place inside a city's reach is a part of the city.
    const part =
      row.feature === "PPLX" || oblast === "80" || (city !== undefined && oblast !== "85" && oblast !== "01");
    const area = raions.get(row.admin2) ?? firstLevel.get(oblast);
    const within = part && city ? city.id : area && `katottg:${area}`;
    const place: PlaceRecord = {
      id: `geonames:${row.geonameid}`,
      ids: { geonames: row.geonameid },
      class: part ? "city-district" : row.population >= 1500 ? "settlement" : "village",
      country: "UA",
      ...(within && { within }),
      lat: row.lat,
      lon: row.lon,
      precision: "point",
      ...(row.population > 0 && { population: row.population }),
      toponyms: [],
    };
    addUnregisteredNames(place.toponyms, [row.name, ...row.alternates], "geonames-cities500");
    return place;
  });
}
