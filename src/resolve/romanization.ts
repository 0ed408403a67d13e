import { plainLatin } from "../romanize/matcher";
import { romanizesTo } from "../romanize/romanize";
import { romanizationSystems, type SystemId } from "../romanize/systems";

const systemsOf: Map<string, SystemId[]> = new Map();
for (const { id, language } of romanizationSystems) {
  const list = systemsOf.get(language);
  if (list) list.push(id);
  else systemsOf.set(language, [id]);
}

/** What was asked last, without marks: it is held against many toponyms, and against some of them again when the answer is explained. */
let last = "";
let lastPlain = "";
const lastSystems: Map<string, Map<string, SystemId | undefined>> = new Map();

/**
 * The first published system of the toponym's language in which the Cyrillic `text` is written as `asked`, case, soft signs and
 * diacritics aside; undefined when there is none.
 *
 * @example
 * romanizationOf("Volchansk", "Волчанск", "ru") // "ru-bgn-pcgn-1947"
 */
export function romanizationOf(asked: string, text: string, lang: string): SystemId | undefined {
  if (asked !== last) {
    last = asked;
    lastPlain = plainLatin(asked);
    for (const known of lastSystems.values()) known.clear();
  }
  let known = lastSystems.get(lang);
  if (!known) {
    known = new Map();
    lastSystems.set(lang, known);
  }
  let system = known.get(text);
  if (system === undefined && !known.has(text)) {
    system = systemsOf.get(lang)?.find((one) => romanizesTo(text, one, lastPlain));
    known.set(text, system);
  }
  return system;
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
