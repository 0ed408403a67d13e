import { readTsv } from "../../join/read-tsv.js";

/** One row of GeoNames cities500. Alternates carry no language tag; some are mixed-script or inflected. */
export interface GeonamesRow {
  geonameid: string;
  name: string;
  country: string;
  lat: number;
  lon: number;
  /** 0 where GeoNames does not know it. */
  population: number;
  admin1: string;
  /** In Ukraine the first four digits of the register's raion code; empty where unknown. */
  admin2: string;
  /** GeoNames feature code (PPL, PPLA2, PPLX …) of the 2023 edition; empty for rows that came later. */
  feature: string;
  alternates: string[];
}

/** The rows of Ukraine, Russia, Belarus and Moldova, sorted by geonameid. */
export function geonamesRows(): GeonamesRow[] {
  return readTsv(new URL("places.tsv", import.meta.url)).map((row) => ({
    geonameid: row.geonameid,
    name: row.name,
    country: row.country,
    lat: Number(row.lat),
    lon: Number(row.lon),
    population: Number(row.population),
    admin1: row.admin1,
    admin2: row.admin2,
    feature: row.feature,
    alternates: row.alternates === "" ? [] : row.alternates.split("|"),
  }));
}

/** A first or second level unit as GeoNames names it. */
export interface GeonamesSubdivision {
  /** GeoNames code: `UA.05` or, for raions of Ukraine, `UA.05.1416` whose last part begins the register's code. */
  code: string;
  /** ISO 3166-2 code on the first level, where known. */
  iso: string;
  geonameid: string;
  name: string;
  alternates: string[];
}

/** First-level units of the four countries and the raions of Ukraine, sorted by code. */
export function geonamesSubdivisions(): GeonamesSubdivision[] {
  return readTsv(new URL("subdivisions.tsv", import.meta.url)).map((row) => ({
    code: row.code,
    iso: row.iso,
    geonameid: row.geonameid,
    name: row.name,
    alternates: row.alternates === "" ? [] : row.alternates.split("|"),
  }));
}
