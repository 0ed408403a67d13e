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

/** The soft sign of a transliteration, behind a consonant: Kazan’, Engel's. Al'met'yevsk is left alone unless somebody writes it without. */
const SOFT_SIGN = /(?<=[b-df-hj-np-tv-z])['’ʹ]/giu;

/** A name that a source writes without the soft signs of another, where there is one: English has Tver, not Tver'. */
function withoutSoftSign(all: readonly { text: string; status?: string }[], index: number): number {
  const plain = all[index]?.text.replace(SOFT_SIGN, "");
  if (plain === undefined || plain === all[index].text) return index;
  const found = all.findIndex(({ text, status }) => text === plain && status !== "former");
  return found >= 0 ? found : index;
}

/** Rules that give whole names; the others give parts of names, which head no answer. */
const WHOLE: ReadonlySet<string> = new Set(["ru-from-uk", "uk-from-ru"]);

/**
 * The three names that answers print. Ukrainian and Russian: the first standardized one, else the first variant, else the best
 * derived one, else (of what is no more) the last former one. English: for units of the Ukrainian register the official romanization of the Ukrainian name (resolution 55 of
 * 27 January 2010) unless a source has a standardized English name; elsewhere the first English, else the first Latin name,
 * without the soft signs of a transliteration where a source writes it so.
 *
 * @param all the attested names of the record, then the derived ones, in the order of the file
 */
export function headlineNames(
  record: PlaceRecord,
  all: readonly { text: string; lang: string; status?: string; to?: string; derivedBy?: string }[],
): Headline {
  const first = (lang: string, status?: string): number =>
    all.findIndex((name) => name.lang === lang && (status === undefined || name.status === status));
  const best = (...choices: number[]): number => choices.find((index) => index >= 0) ?? -1;
  const named = (lang: string): number => best(first(lang, "standardized"), first(lang, "variant"));
  const derived = (lang: string): number =>
    all.findIndex((name) => name.lang === lang && name.derivedBy !== undefined && WHOLE.has(name.derivedBy));
  const lastFormer = (lang: string): number => {
    const to = (index: number): string => all[index]?.to ?? "";
    return all.reduce(
      (last, name, index) => (name.lang === lang && name.status === "former" && to(index) >= to(last) ? index : last),
      -1,
    );
  };
  const cyrillic = all.findIndex(
    ({ text, status, derivedBy }) => status !== "former" && (!derivedBy || WHOLE.has(derivedBy)) && !LATIN.test(text),
  );
  const latin = all.findIndex((name) => name.status !== "former" && LATIN.test(name.text));
  const uk = best(named("uk"), derived("uk"), lastFormer("uk"), cyrillic, first("ru"), 0);
  const ru = best(named("ru"), derived("ru"), lastFormer("ru"), cyrillic, uk);
  const official = record.country === "UA" && NAMED_BY_THE_REGISTER.includes(record.class) && named("uk") >= 0;
  const en = official ? first("en", "standardized") : withoutSoftSign(all, best(named("en"), latin));
  return { uk, ru, en: en < 0 ? NO_TOPONYM : en };
}
