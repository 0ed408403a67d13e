import { NO_TOPONYM } from "../gazetteer/format";
import type { PlaceClass, PlaceRecord } from "../types";

/** Which toponym of a place is its name in each language; {@link NO_TOPONYM} in English asks for the romanization of the Ukrainian. */
export interface Headline {
  uk: number;
  ru: number;
  en: number;
}

const LATIN = /^[^\p{Script=Cyrillic}]*$/u;

const NAMED_BY_THE_REGISTER: readonly PlaceClass[] = [
  "oblast",
  "raion",
  "hromada",
  "city",
  "settlement",
  "village",
  "city-district",
];

/**
 * The three names that answers print. Ukrainian and Russian: the first standardized one, else the first variant, else the best
 * derived one. English: for units of the Ukrainian register the official romanization of the Ukrainian name (resolution 55 of
 * 27 January 2010) unless a source has a standardized English name; elsewhere the first English, else the first Latin name.
 *
 * @param all the attested names of the record, then the derived ones, in the order of the file
 */
export function headlineNames(
  record: PlaceRecord,
  all: readonly { text: string; lang: string; status?: string }[],
): Headline {
  const first = (lang: string, status?: string): number =>
    all.findIndex((name) => name.lang === lang && (status === undefined || name.status === status));
  const best = (...choices: number[]): number => choices.find((index) => index >= 0) ?? -1;
  const named = (lang: string): number => best(first(lang, "standardized"), first(lang, "variant"));
  const derived = (lang: string): number => first(lang, undefined);
  const cyrillic = all.findIndex((name) => name.status !== "former" && !LATIN.test(name.text));
  const latin = all.findIndex((name) => name.status !== "former" && LATIN.test(name.text));
  const uk = best(
    named("uk"),
    all.findIndex((name) => name.lang === "uk" && name.status === undefined),
    cyrillic,
    derived("ru"),
    0,
  );
  const ru = best(
    named("ru"),
    all.findIndex((name) => name.lang === "ru" && name.status === undefined),
    cyrillic,
    uk,
  );
  const official = record.country === "UA" && NAMED_BY_THE_REGISTER.includes(record.class) && named("uk") >= 0;
  const en = official ? first("en", "standardized") : best(named("en"), latin);
  return { uk, ru, en: en < 0 ? NO_TOPONYM : en };
}
