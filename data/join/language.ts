import { cyrillicKey, unlikeness } from "./name-keys.js";

/** A name that may be Ukrainian by its letters. */
export const UKRAINIAN: RegExp = /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’\s\-–.]+$/iu;
const RUSSIAN = /^[абвгдеёжзийклмнопрстуфхцчшщъыьэюя\s\-–.]+$/iu;
const BELARUSIAN = /^[абвгдеёжзійклмнопрстуўфхцчшыьэюя’\s\-–.]+$/iu;

/** Unstressed o written as a, soft doubled consonants, hard adjectives: Нарач says nothing, Краснаполле and Красная Слабада do. */
const BELARUSIAN_ENDING = /(?:[бвгджзклмнпрстфхцчш]ава|[ая]е|[ыі]я|(.)\1е|ць)$|дзе|слабада/iu;

/** Above this share of different letters a Russian-looking name is not the Russian form of the Ukrainian one. */
export const RUSSIAN_FORM_LIMIT = 0.4;

/**
 * Which language a Cyrillic name of a Ukrainian place is in, told by its alphabet and, where the alphabets agree, by its
 * likeness to the Ukrainian names. GeoNames does not say, and where other sources say they are often wrong.
 *
 * The trap: `Артемовск` is all Ukrainian letters; only its likeness to the known `Артемівськ` shows that it is Russian.
 * A name equal to a Ukrainian one counts as Ukrainian, though Russian may write it the same (`Бахмут`).
 *
 * @example languageOf("Красноармейск", ["Покровськ", "Красноармійськ"]) // "ru"
 */
export function languageOf(text: string, ukrainian: readonly string[]): "uk" | "ru" | "be" | "und-Cyrl" {
  const key = cyrillicKey(text);
  if (ukrainian.some((name) => cyrillicKey(name) === key)) return "uk";
  if (UKRAINIAN.test(text) && /[іїєґ’]|[сцз]ьк/iu.test(text)) return "uk";
  if (BELARUSIAN.test(text) && (/ў/iu.test(text) || (/і/iu.test(text) && /[ыэё]/iu.test(text)))) return "be";
  if (!RUSSIAN.test(text)) return "und-Cyrl";
  if (/[ыэёъ]|(?:ово|ево|овка|евка|ая|ое|ее)$/iu.test(text)) return "ru";
  const nearest = Math.min(...ukrainian.map((name) => unlikeness(text, name)));
  return nearest <= RUSSIAN_FORM_LIMIT ? "ru" : "und-Cyrl";
}

/**
 * Language of a Cyrillic name of a Ukrainian place that no register names: by letters where they tell, else Ukrainian
 * for a name that stands beside a surely Russian one or ends as Ukrainian adjectives do, else unknown.
 */
export function languageWithoutRegister(text: string, hasRussian: boolean): "uk" | "ru" | "be" | "und-Cyrl" {
  const told = languageOf(text, []);
  if (told !== "und-Cyrl" || !UKRAINIAN.test(text)) return told;
  return hasRussian || /(?:[аво]в|ий|ине|ове|еве|не|ла|ка)$/iu.test(text) ? "uk" : "und-Cyrl";
}

/** Language of a Cyrillic name of a place in Russia, Belarus or Moldova by its alphabet alone. */
export function languageByAlphabet(text: string, country: string): "uk" | "ru" | "be" | "und-Cyrl" {
  if (UKRAINIAN.test(text) && /[їєґ]/iu.test(text)) return "uk";
  if (BELARUSIAN.test(text) && /ў/iu.test(text)) return "be";
  if (BELARUSIAN.test(text) && /і/iu.test(text)) return /[ыэё]/iu.test(text) || country === "BY" ? "be" : "uk";
  if (UKRAINIAN.test(text) && /і|[сцз]ьк/iu.test(text)) return "uk";
  if (country === "BY" && BELARUSIAN.test(text) && BELARUSIAN_ENDING.test(text)) return "be";
  return RUSSIAN.test(text) ? "ru" : "und-Cyrl";
}
