import { readTsv } from "../../join/read-tsv.js";

/** One name with a language that GeoNames gives it. */
export interface TaggedNameRow {
  /** A geonameid, `UA.05` (country and GeoNames admin1) or a country code. */
  key: string;
  lang: "be" | "crh" | "de" | "en" | "fr" | "pl" | "ro" | "ru" | "uk";
  text: string;
}

/**
 * Names by language, only those whose alphabet fits the language. The trap: an `en` name may still be a German or
 * Romanian one, and a `ru` name without ы, э, ё, ъ may be Ukrainian: no letter tells them apart.
 *
 * @example { key: "706483", lang: "ru", text: "Харьков" }
 */
export function taggedNames(): TaggedNameRow[] {
  return readTsv(new URL("./snapshot.tsv", import.meta.url)).map((row) => ({
    key: row.key,
    lang: row.lang as TaggedNameRow["lang"],
    text: row.text,
  }));
}

/** The same rows by key: `taggedNamesByKey().get("706483")` has Kharkiv's names in up to nine languages. */
export function taggedNamesByKey(): Map<string, TaggedNameRow[]> {
  const byKey = new Map<string, TaggedNameRow[]>();
  for (const row of taggedNames()) {
    const rows = byKey.get(row.key);
    if (rows) rows.push(row);
    else byKey.set(row.key, [row]);
  }
  return byKey;
}
