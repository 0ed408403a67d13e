import levenshtein from "fast-levenshtein";
import type { ToponymRecord } from "../../src/types.js";
import { cleanName } from "./clean-name.js";
import { isForeignSpelling } from "./foreign-spelling.js";
import { languageByAlphabet, languageOf, languageWithoutRegister, RUSSIAN_FORM_LIMIT } from "./language.js";
import { cyrillicKey, latinKey, unlikeness } from "./name-keys.js";

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Names of a unit that GeoNames files under its town: "Воронежская область" of Воронеж, "Місто Київ". */
const NAMES_A_UNIT = /(?:область|вобласць|балһсн| ош| oblast)$|^(?:місто|город|misto) /iu;

const withoutApostrophes = (text: string): string => text.replace(/[’\s-]+/g, " ").toLowerCase();

/** Adds a name unless the place has it already: same language and text, apostrophes, hyphens and case aside. */
export function addToponym(list: ToponymRecord[], toponym: ToponymRecord): void {
  const key = withoutApostrophes(toponym.text);
  if (!list.some((other) => other.lang === toponym.lang && withoutApostrophes(other.text) === key)) list.push(toponym);
}

/** Is the name a case form of another of the list (Киевом, Киеву of Киев)? */
function isCaseForm(text: string, names: readonly { text: string }[]): boolean {
  const stem = /^(.*[бвгджзклмнпрстфхцчшщ])(?:ом|у|е|ым)$/u.exec(text)?.[1];
  return stem !== undefined && names.some((name) => name.text === stem);
}

/**
 * Sorts the untagged names of a GeoNames row of Ukraine into languages and adds them to the names the place has.
 * Russian names come with the one most like the present Ukrainian name first, so that Красноармейск stands after Покровск;
 * names that are the Russian or Latin form of a former name are marked former too, with the same end.
 */
export function addUkrainianAlternates(list: ToponymRecord[], names: readonly string[], source: string): void {
  const current = list.find((name) => name.lang === "uk" && name.status === "standardized")?.text ?? "";
  const former = list.filter((name) => name.lang === "uk" && name.status === "former");
  const clean = names
    .flatMap((name) => cleanName(name) ?? [])
    .filter(({ text }) => !NAMES_A_UNIT.test(text) || NAMES_A_UNIT.test(current))
    .sort((a, b) => byText(a.text, b.text));

  const ukrainian = list.filter((name) => name.lang === "uk").map((name) => name.text);
  // Variants that are surely Ukrainian first: others are Russian by their likeness to one of them.
  for (const { text, script } of clean) {
    if (script === "Cyrl" && languageOf(text, [current]) === "uk") {
      addToponym(list, { text, lang: "uk", status: "variant", source });
      ukrainian.push(text);
    }
  }
  const formerLike = (text: string): ToponymRecord | undefined => {
    if (unlikeness(text, current) <= RUSSIAN_FORM_LIMIT) return undefined;
    return former.find((name) => unlikeness(text, name.text) <= RUSSIAN_FORM_LIMIT);
  };
  const marked = (text: string, lang: string, old: ToponymRecord | undefined): ToponymRecord => {
    if (!old) return { text, lang, status: "variant", source };
    const { to, act } = old;
    return { text, lang, status: "former", ...(to ? { to } : {}), ...(act ? { act } : {}), source };
  };
  const others = clean
    .filter(({ text, script }) => script === "Cyrl" && languageOf(text, [current]) !== "uk")
    .map(({ text }) => {
      const isForeign = isForeignSpelling(current, text);
      const lang = languageOf(text, ukrainian);
      return {
        text,
        lang: lang === "ru" && isForeign ? "und-Cyrl" : lang,
        distance: unlikeness(text, current) + (isForeign ? 1 : 0),
      };
    })
    .filter(({ text }, _, all) => !isCaseForm(text, all))
    .sort((a, b) => a.distance - b.distance || byText(a.text, b.text));
  // Бирюково on Криничне is another name of the place. Tagged `ru` it would be printed as its Russian name, unless a
  // Russian form of today's name stands before it.
  const hasRussianForm = others.some(({ lang, distance }) => lang === "ru" && distance <= RUSSIAN_FORM_LIMIT);
  for (const { text, lang, distance } of others) {
    if (lang === "uk") continue;
    const old = lang === "ru" ? formerLike(text) : undefined;
    const another = lang === "ru" && !old && !hasRussianForm && distance > RUSSIAN_FORM_LIMIT;
    addToponym(list, marked(text, another ? "und-Cyrl" : lang, old));
  }
  const formerLatin = former.filter((name) => latinKey(name.text) !== latinKey(current));
  for (const { text, script } of clean) {
    if (script !== "Latn") continue;
    const old = formerLatin.find((name) => latinKey(name.text) === latinKey(text));
    addToponym(list, marked(text, "und-Latn", old));
  }
}

/** Cleans names and puts those first that the main (Latin) name romanizes; the rest by text. */
function nearestFirst(names: readonly string[]): { text: string; script: "Cyrl" | "Latn"; edits: number }[] {
  const main = latinKey(names[0]);
  return names
    .flatMap((name) => cleanName(name) ?? [])
    .filter(({ text }) => !NAMES_A_UNIT.test(text))
    .map(({ text, script }) => ({ text, script, edits: levenshtein.get(latinKey(text), main) }))
    .sort((a, b) => a.edits - b.edits || byText(a.text, b.text));
}

/**
 * Adds the names of a Ukrainian row that no unit of the register matches: languages told by the letters, and where they
 * do not tell, Ukrainian for the name that the main name romanizes, unknown for the rest (Биюк-Мускомья).
 */
export function addUnregisteredNames(list: ToponymRecord[], names: readonly string[], source: string): void {
  const clean = nearestFirst(names);
  const hasRussian = clean.some(({ text, script }) => script === "Cyrl" && languageOf(text, []) === "ru");
  for (const { text, script, edits } of clean) {
    const lang = script === "Latn" ? "und-Latn" : languageWithoutRegister(text, hasRussian && edits < 3);
    addToponym(list, { text, lang, status: "variant", source });
  }
}

/**
 * Adds the names of a GeoNames row abroad: language by alphabet; of a language the name that the main (Latin) name
 * romanizes comes first, so that Белгород stands before its old or mistyped names.
 */
export function addForeignAlternates(
  list: ToponymRecord[],
  names: readonly string[],
  country: string,
  source: string,
): void {
  for (const { text, script } of nearestFirst(names)) {
    const lang = script === "Latn" ? "und-Latn" : languageByAlphabet(text, country);
    addToponym(list, { text, lang, status: "variant", source });
  }
}

const LANG_ORDER = ["uk", "ru", "en"];
const STATUS_ORDER = ["standardized", "variant", "former", "claim"];

/** Names that a person has put right come before those of their status that nobody has looked at. */
const byHand = ({ source }: ToponymRecord): number => (PUT_RIGHT.has(source) ? 0 : 1);

const PUT_RIGHT: ReadonlySet<string> = new Set([
  "curated/names/russian",
  "curated/names/irregular",
  "curated/names/neighbours",
]);

/**
 * Orders names so that the headline of a language is its first: standardized names, then variants, former names and claims.
 * A name that stands under a language is not repeated without one. Within a status the order stays, since the join puts the best
 * first: Покровск, then Красноармейск.
 */
export function inHeadlineOrder(names: readonly ToponymRecord[]): ToponymRecord[] {
  const langRank = ({ lang }: ToponymRecord): number => {
    const at = LANG_ORDER.indexOf(lang);
    if (at >= 0) return at;
    return lang.startsWith("und-") ? LANG_ORDER.length + 1 : LANG_ORDER.length;
  };
  const sorted = [...names].sort(
    (a, b) =>
      langRank(a) - langRank(b) ||
      byText(a.lang, b.lang) ||
      STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status) ||
      byHand(a) - byHand(b),
  );
  const seen = new Set<string>();
  return sorted.filter(({ text, lang, status }) => {
    if (lang.startsWith("und-")) return !seen.has(text);
    const key = `${lang} ${text} ${status === "claim"}`;
    const first = !seen.has(key);
    seen.add(key).add(text);
    return first;
  });
}

/** Are two Cyrillic names the same Ukrainian name but for case, apostrophes and ґ? */
export function sameUkrainianName(a: string, b: string): boolean {
  return cyrillicKey(a) === cyrillicKey(b);
}
