import { readTsv } from "../../join/read-tsv.js";

/** A name of a first-level unit: out of ISO 3166-2 itself (`lang: "iso"`) or a translation of it. */
export interface IsoSubdivisionRow {
  /** ISO 3166-2: `UA-14`. */
  iso: string;
  /** Category of ISO 3166-2: `Region`, `Administrative region`, `Republic`, `City` … */
  type: string;
  /** BCP 47, or `iso` for the romanized name that the standard lists. */
  lang: string;
  text: string;
}

/** A name of a country of ISO 3166-1 or a translation of it. */
export interface IsoCountryRow {
  iso: string;
  /** `official_name` is the long form ("Republic of Belarus"). */
  kind: "name" | "common_name" | "official_name";
  lang: string;
  text: string;
}

/**
 * Translations that name another unit or are misspelt, by ISO code, language and text. The first two are
 * copies from a neighbouring row, the rest slips against the Ukrainian and Russian spelling of the name.
 */
const SLIPS: ReadonlySet<string> = new Set([
  "RU-KYA uk Краснодарський край",
  "RU-SA uk Республіка Алтай",
  "RU-UD uk Удмурдська Республіка",
  "RU-LIP uk Ліпецька область",
  "RU-VOR uk Воронізька область",
  "RU-IVA uk Іванівська область",
  "RU-ULY uk Ульянівська область",
  "RU-KK ru Республика Хакассия",
  "RU-KC uk Карачаєво-Черкеська республіка",
  "RU-CE ru Чеченская республика",
  "RU-CU ru Чувашская республика",
  "RU-KB ru Кабардино-Балкарская республика",
  "RU-KC ru Карачаево-Черкесская республика",
]);

/** Names of first-level units of Ukraine, Russia, Belarus and Moldova, without the known slips. */
export function isoSubdivisions(): IsoSubdivisionRow[] {
  return readTsv(new URL("./subdivisions.tsv", import.meta.url))
    .filter((row) => !SLIPS.has(`${row.iso} ${row.lang} ${row.text}`))
    .map((row) => ({ iso: row.iso, type: row.type, lang: row.lang, text: row.text }));
}

/**
 * Names of countries. The trap: `name` may be inverted ("Moldova, Republic of"); such rows are left out, since the
 * long form stands under `official_name`. Taiwan is left out but for its common name: the rest states a claim over it.
 */
export function isoCountries(): IsoCountryRow[] {
  return readTsv(new URL("./countries.tsv", import.meta.url))
    .filter((row) => !/[,(]/.test(row.text) && (row.iso !== "TW" || row.kind === "common_name"))
    .map((row) => ({ iso: row.iso, kind: row.kind as IsoCountryRow["kind"], lang: row.lang, text: row.text }));
}
