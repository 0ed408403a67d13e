import { romanize } from "../romanize/romanize";
import { romanizationSystems, type SystemId } from "../romanize/systems";

const systemsOf: Map<string, SystemId[]> = new Map();
for (const { id, language } of romanizationSystems) {
  const list = systemsOf.get(language);
  if (list) list.push(id);
  else systemsOf.set(language, [id]);
}

/** Marks that writers leave out and letters with marks that keyboards lack. */
const plain = (text: string): string => {
  const lower = text.toLowerCase();
  // Most names need no more than this; the rest is for marks and apostrophes.
  return /^[a-zа-я]*$/u.test(lower) ? lower : lower.normalize("NFD").replace(/[^a-zа-я]/gu, "");
};

/**
 * The first published system of the toponym's language in which the Cyrillic `text` is written as `asked`, case, soft signs and
 * diacritics aside; undefined when there is none.
 *
 * @example
 * romanizationOf("Volchansk", "Волчанск", "ru") // "ru-bgn-pcgn-1947"
 */
export function romanizationOf(asked: string, text: string, lang: string): SystemId | undefined {
  const wanted = plain(asked);
  return systemsOf.get(lang)?.find((system) => plain(romanize(text, system)) === wanted);
}

/** Whether `asked` is `text` in any published system of its language. */
export function isRomanization(asked: string, text: string, lang: string): boolean {
  return romanizationOf(asked, text, lang) !== undefined;
}

/**
 * The system in which the names of a language are romanized unless somebody says otherwise.
 *
 * Trap: a language without a system here gets the Ukrainian one.
 *
 * @example
 * ownSystem("ru") // "ru-bgn-pcgn-1947"
 */
export function ownSystem(lang: string): SystemId {
  if (lang === "ru") return "ru-bgn-pcgn-1947";
  return lang === "be" ? "be-national-2007" : "uk-national-2010";
}
