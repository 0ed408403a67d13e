import type { PlaceRecord, ToponymRecord } from "../../src/types.js";
import { UKRAINIAN } from "./language.js";
import { soundOf, unlikeness } from "./name-keys.js";

/** Sources that do not say the language of a name. */
const UNTAGGED: ReadonlySet<string> = new Set(["geonames-cities500", "cities-json"]);

const NEIGHBOURS: ReadonlySet<string> = new Set(["RU", "BY", "MD"]);

/** Above this share of different letters a name is no form of the Russian one. */
const FORM_OF = 0.4;

/** Letters and endings that no other language writes. */
const SURELY_UKRAINIAN = /[їєґ]|[сцз]ьк/iu;

/** The palochka of Chechen and its neighbours, for which lists have the Cyrillic capital: Соьлж-ГІала, Іалхан-Юрт. */
const PALOCHKA = /\p{L}І|І[аоуеэ]/u;

/** Endings of adjectives as both languages hear them: Холмская and Холмська, Шушенское and Шушенське. */
const heard = (text: string): string =>
  soundOf(text.replace(/(?:ая|яя)(?=$|[\s-])/giu, "а").replace(/(?:ое|ее)(?=$|[\s-])/giu, "е"));

/** Unstressed vowels as Belarusian writes them: а for о, я for е. */
const withoutStress = (text: string): string => text.replace(/о/gu, "а").replace(/[яю]/gu, "е");

const more = (sign: RegExp, text: string, than: string): boolean =>
  (text.match(sign)?.length ?? 0) > (than.match(sign)?.length ?? 0);

/** Whether two names differ by unstressed vowels at most, and this one has more а and я. */
const isStressedOtherwise = (text: string, than: string): boolean =>
  withoutStress(heard(text)) === withoutStress(heard(than)) && more(/[ая]/giu, text, than);

/** Whether a name is the Belarusian form of a Russian one: Адзінцова of Одинцово, Рцішчава of Ртищево, Лакінск of Лакинск. */
function isBelarusian(text: string, russian: string): boolean {
  const [mine, theirs] = [text.toLowerCase(), russian.toLowerCase()];
  if (more(/дз/gu, mine, theirs) || more(/ц/gu, mine, theirs) || more(/шч/gu, mine, theirs)) return true;
  if (/[сц]к(?=$|[\s-]|і$)/u.test(mine) && /[сц]к(?=$|[\s-]|ий$)/u.test(theirs)) return true;
  return heard(mine) !== heard(theirs) && isStressedOtherwise(mine, theirs);
}

/** A Russian name in Ukrainian letters, where that takes no і: Энгельс, Выкса. Undefined where it does, or nothing changes. */
function respelt(russian: string): string | undefined {
  if (/ё|и(?!й(?=$|[\s-]))|цы|ые(?=$|[\s-])/iu.test(russian)) return undefined;
  const text = russian.replaceAll("Э", "Е").replaceAll("э", "е").replaceAll("ы", "и");
  return text === russian ? undefined : text;
}

/**
 * The language of a Cyrillic name of a place in Russia, Belarus or Moldova, told by its Russian name where a source gives one. The alphabet alone
 * takes the Belarusian Адзінцова and the Chechen Соьлж-ГІала for Ukrainian, and the Ukrainian Енгельс for Russian.
 *
 * @param lang what the alphabet says
 *
 * @example
 * languageByRussian("Енгельс", "ru", "Энгельс")   // "uk"
 * languageByRussian("Адзінцова", "uk", "Одинцово") // "be"
 */
export function languageByRussian(text: string, lang: string, russian: string): string {
  if (text === russian || !UKRAINIAN.test(text)) return lang;
  if (PALOCHKA.test(text)) return "und-Cyrl";
  if (lang === "ru") return respelt(russian) === text ? "uk" : "ru";
  if (lang !== "uk" || SURELY_UKRAINIAN.test(text)) return lang;
  if (isBelarusian(text, russian)) return "be";
  return unlikeness(text, russian) <= FORM_OF ? lang : "und-Cyrl";
}

/** Gives the untagged names of the neighbours' places the language that their Russian name tells, and puts the Ukrainian names most like it first. */
export function tellLanguagesByRussian(places: Iterable<PlaceRecord>): void {
  for (const place of places) {
    if (!NEIGHBOURS.has(place.country)) continue;
    // Буда-Кашалёва has letters that Russian has, too.
    if (place.country === "BY") {
      const russians = place.toponyms.filter(({ lang }) => lang === "ru").map(({ text }) => text);
      for (const name of place.toponyms)
        if (
          name.lang === "ru" &&
          UNTAGGED.has(name.source) &&
          russians.some((other) => isStressedOtherwise(name.text, other))
        )
          name.lang = "be";
    }
    const russian = place.toponyms.find(({ lang, source }) => lang === "ru" && !UNTAGGED.has(source))?.text;
    if (russian === undefined) continue;
    const names = place.toponyms.map(
      (name): ToponymRecord =>
        UNTAGGED.has(name.source) && name.status === "variant" && /\p{Script=Cyrillic}/u.test(name.text)
          ? { ...name, lang: languageByRussian(name.text, name.lang, russian) }
          : name,
    );
    const guessed = names.filter(({ lang, source }) => lang === "uk" && UNTAGGED.has(source));
    guessed.sort((a, b) => unlikeness(a.text, russian) - unlikeness(b.text, russian));
    place.toponyms = [...names.filter((name) => !guessed.includes(name)), ...guessed];
  }
}
