import { readTsv } from "../../join/read-tsv.js";

/** A CLDR name of a first-level unit. */
export interface CldrSubdivisionRow {
  /** ISO 3166-2: `UA-14`. */
  iso: string;
  /** BCP 47: be, de, en, fr, pl, ro, ru, uk. */
  lang: string;
  text: string;
}

/** A CLDR name of a country. */
export interface CldrTerritoryRow {
  /** ISO 3166-1 alpha-2. */
  iso: string;
  lang: string;
  /** `""` is the main name; `short` and `variant` are what CLDR calls them. */
  alt: string;
  text: string;
}

/**
 * Names of the oblasts, regions and raions of Ukraine, Russia, Belarus and Moldova, and of the states of the United States and Canada.
 * The trap: the English ones have no generic element ("Belgorod" is the oblast) and for Ukraine are
 * romanized short forms ("Donechchyna").
 */
export function cldrSubdivisions(): CldrSubdivisionRow[] {
  return readTsv(new URL("./subdivisions.tsv", import.meta.url)).map((row) => ({
    iso: row.iso,
    lang: row.lang,
    text: row.text,
  }));
}

/** Names of countries and territories. @example { iso: "UA", lang: "pl", alt: "", text: "Ukraina" } */
export function cldrTerritories(): CldrTerritoryRow[] {
  return readTsv(new URL("./territories.tsv", import.meta.url)).map((row) => ({
    iso: row.iso,
    lang: row.lang,
    alt: row.alt,
    text: row.text,
  }));
}
