import { readTsv } from "../../join/read-tsv.js";

/** A country as GeoNames has it. */
export interface GeonamesCountryRow {
  /** ISO 3166-1 alpha-2, and XK for Kosovo. */
  iso: string;
  geonameid: string;
  name: string;
  /** 0 where nobody lives or nobody counted. */
  population: number;
}

/** Countries and territories of GeoNames, by ISO code. @example geonamesCountries().find((c) => c.iso === "UA")?.geonameid // "690791" */
export function geonamesCountries(): GeonamesCountryRow[] {
  return readTsv(new URL("./snapshot.tsv", import.meta.url)).map((row) => ({
    iso: row.iso,
    geonameid: row.geonameid,
    name: row.name,
    population: Number(row.population),
  }));
}
