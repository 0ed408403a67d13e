import { readTsv } from "../../join/read-tsv.js";

/** A populated place outside Ukraine, Russia, Belarus and Moldova. */
export interface AbroadRow {
  geonameid: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  admin1: string;
  /** GeoNames feature code of 2023 (`PPLC`, `PPLX` …), `""` for places that are newer. */
  featureCode: string;
  lat: number;
  lon: number;
  population: number;
  name: string;
  /** Latin alternates in any language, the nearest in length to `name` first. */
  latin: string[];
  /** Cyrillic alternates in any language that writes with Ukrainian, Russian or Belarusian letters. */
  cyrillic: string[];
}

const list = (cell: string): string[] => (cell === "" ? [] : cell.split("|"));

/** Cities from 100,000 people, and from 15,000 within 60 km of Ukraine in Poland, Slovakia, Hungary, Romania; by id. */
export function placesAbroad(): AbroadRow[] {
  return readTsv(new URL("./snapshot.tsv", import.meta.url)).map((row) => ({
    geonameid: row.geonameid,
    country: row.country,
    admin1: row.admin1,
    featureCode: row.featureCode,
    lat: Number(row.lat),
    lon: Number(row.lon),
    population: Number(row.population),
    name: row.name,
    latin: list(row.latin),
    cyrillic: list(row.cyrillic),
  }));
}
