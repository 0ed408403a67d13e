import { readTsv } from "../../join/read-tsv.js";

/** A first-level unit of Ukraine, Russia, Belarus or Moldova with the codes by which sources name it. */
export interface AdminUnitRow {
  /** ISO 3166-2: `RU-BEL`. */
  iso: string;
  /** GeoNames admin1 with its country: `RU.09`. */
  geonamesAdmin1: string;
  geonameid: string;
  /** As ISO 3166-2 calls the category: `Administrative region`, `Republic`, `District` … */
  type: string;
  /** Romanized name of ISO 3166-2. */
  name: string;
  /** GeoNames alternates without a language: mixed, see the README. */
  alternates: string[];
}

/** A country with its GeoNames id and the English long form. */
export interface CountryRow {
  /** ISO 3166-1 alpha-2. */
  iso: string;
  geonameid: string;
  name: string;
  officialName: string;
  commonName: string;
  alternates: string[];
}

const list = (cell: string): string[] => (cell === "" ? [] : cell.split("|"));

/** First-level units, by ISO code. @example adminUnits().find((u) => u.iso === "RU-BEL")?.geonameid // "578071" */
export function adminUnits(): AdminUnitRow[] {
  return readTsv(new URL("./subdivisions.tsv", import.meta.url)).map((row) => ({
    iso: row.iso,
    geonamesAdmin1: row.geonamesAdmin1,
    geonameid: row.geonameid,
    type: row.type,
    name: row.name,
    alternates: list(row.alternates),
  }));
}

/** Countries that exist, by ISO code. */
export function localisCountries(): CountryRow[] {
  return readTsv(new URL("./countries.tsv", import.meta.url)).map((row) => ({
    iso: row.iso,
    geonameid: row.geonameid,
    name: row.name,
    officialName: row.officialName,
    commonName: row.commonName,
    alternates: list(row.alternates),
  }));
}
