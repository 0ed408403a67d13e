import type { MeantPlace, Spelling, UnitNames } from "./meant-places";

/** What forms and people write before a name, by language and class. */
const BEFORE: Record<Spelling["lang"], Record<MeantPlace["class"], readonly string[]>> = {
  uk: {
    city: ["м. ", "м.", "місто ", "м ", "г. "],
    settlement: ["смт ", "смт. ", "селище ", "с-ще ", "пгт "],
    village: ["с. ", "с.", "село ", "с ", "с. "],
  },
  ru: {
    city: ["г. ", "г.", "город ", "гор. ", "г "],
    settlement: ["пгт ", "пгт. ", "пос. ", "поселок ", "п. "],
    village: ["с. ", "с.", "село ", "с ", "дер. "],
  },
  en: {
    city: ["city of ", "City of ", "m. ", "town of ", "c. "],
    settlement: ["settlement of ", "smt ", "urban-type settlement ", "smt. ", "town of "],
    village: ["village of ", "s. ", "Village ", "vil. ", "selo "],
  },
};

/** A name with its generic element. */
export function withGeneric({ text, lang }: Spelling, place: MeantPlace, random: () => number): string {
  const before = BEFORE[lang][place.class];
  return before[Math.floor(random() * before.length)] + text;
}

/** How the oblast is written: whole, shortened, or as the bare adjective. */
export type UnitForm = "whole" | "short" | "bare";

/** An oblast as data teams write it. Units that are no "область" are shortened where a usual short form is known. */
export function unitText(unit: UnitNames, lang: keyof UnitNames, form: UnitForm): string {
  const whole = unit[lang];
  if (form === "whole") return whole;
  const known = SHORT.get(whole);
  if (known) return known;
  if (form === "short") return whole.replace(/ область$/u, " обл.").replace(/ (?:oblast|Oblast)$/u, " obl.");
  return whole.replace(/ (?:область|oblast|Oblast)$/u, "");
}

const SHORT = new Map([
  ["Автономна Республіка Крим", "АР Крим"],
  ["Автономная Республика Крым", "АР Крым"],
  ["Autonomous Republic of Crimea", "Crimea"],
  ["Київ", "м. Київ"],
  ["Севастополь", "м. Севастополь"],
]);
