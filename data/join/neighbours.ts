import type { PlaceClass, PlaceRecord } from "../../src/types.js";
import { type GeonamesRow, geonamesRows } from "../sources/geonames-cities500/import.js";
import { citiesJsonAdditions } from "./cities-json-names.js";
import { firstLevelByGeonamesAdmin1 } from "./first-level.js";
import { addForeignAlternates } from "./toponyms.js";

/** From this population a place abroad counts as a city: the least that Russian law asks of a new city. */
const CITY_POPULATION = 12_000;

function classOf(row: GeonamesRow): PlaceClass {
  if (row.feature === "PPLX") return "city-district";
  if (/^PPL[AC]/.test(row.feature) || row.population >= CITY_POPULATION) return "city";
  return row.population >= 3_000 ? "settlement" : "village";
}

/** The GeoNames places of Russia, Belarus and Moldova, each within its first-level unit. Names by alphabet, untagged Latin. */
export function neighbours(): PlaceRecord[] {
  const rows = geonamesRows().filter((row) => row.country !== "UA");
  const { namesOf } = citiesJsonAdditions(rows);
  return rows.map((row) => {
    const within = firstLevelByGeonamesAdmin1(row.country, row.admin1);
    const place: PlaceRecord = {
      id: `geonames:${row.geonameid}`,
      ids: { geonames: row.geonameid },
      class: classOf(row),
      country: row.country,
      ...(within && { within }),
      lat: row.lat,
      lon: row.lon,
      precision: "point",
      ...(row.population > 0 && { population: row.population }),
      toponyms: [],
    };
    addForeignAlternates(place.toponyms, [row.name, ...row.alternates], row.country, "geonames-cities500");
    const further = namesOf.get(row.geonameid);
    if (further) addForeignAlternates(place.toponyms, further, row.country, "cities-json");
    return place;
  });
}
