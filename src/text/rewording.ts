import { fold } from "./fold";

/** Another order or choice of the words of a name. */
export interface Rewording {
  text: string;
  /**
   * - `translated`: Большая for Велика, Красное for Червоне
   * - `turned`: "Burluk Velikiy" for Великий Бурлук
   * - `shortened`: the word that tells namesakes apart is left out
   * - `other-gender`: Днепровская for Дніпровський
   */
  how: "translated" | "turned" | "shortened" | "other-gender";
}

/** Folded beginnings of the adjectives that tell namesakes apart, in Ukrainian and Russian. */
const MODIFIER =
  /^(?:velik|velk|bolw|mal|nov|star|verh|horiwn|nijn|nizn|seredn|sredn|persh|perv|druh|vtor|krasn|qervon|bil|bel|qorn|qern)[a-z]*(?:i|ii|ia|aia|a|e|oe|oi|ie|ee|iaia|eie|iee)$/u;

/** Modifiers in their genders whose roots differ, as Ukrainian says them: Russian bolshoi and krasny, Polish wielki. */
const TRANSLATED: readonly (readonly [RegExp, string])[] = [
  [/^(?:bolwaia|velka)$/u, "Велика"],
  [/^(?:bolwoi|bolwii|velki)$/u, "Великий"],
  [/^bolwoi?e$/u, "Велике"],
  [/^(?:bolwe|velke)$/u, "Великі"],
  [/^krasnaia$/u, "Червона"],
  [/^krasni$/u, "Червоний"],
  [/^krasnoi?e$/u, "Червоне"],
];

/**
 * How else a name of several words may be written: gazetteers of the twentieth century translate "Велика" as "Bol'shaya", put the
 * modifier behind ("Burluk Velikiy") and keep one that the place has lost since.
 *
 * Trap: a shortened name is a weak reason; Нова and Стара Збур’ївка are not one village.
 *
 * @example
 * rewordings("Bol’shaya Novosëlka") // [{ text: "Велика Novosëlka", how: "translated" }, { text: "Novosëlka Bol’shaya", how: "turned" }, …]
 */
export function rewordings(name: string): Rewording[] {
  if (!/[\s-]/u.test(name)) return [];
  const words = name.split(/[\s-]+/u).filter((word) => word !== "");
  if (words.length < 2 || words.length > 3) return [];
  const found: Rewording[] = [];
  const folded = words.map((word) => fold(word));
  folded.forEach((word, at) => {
    const translated = TRANSLATED.find(([pattern]) => pattern.test(word))?.[1];
    if (translated)
      found.push({ text: words.map((one, other) => (other === at ? translated : one)).join(" "), how: "translated" });
  });
  if (words.length === 2) found.push({ text: `${words[1]} ${words[0]}`, how: "turned" });
  folded.forEach((word, at) => {
    if (MODIFIER.test(word)) found.push({ text: words.filter((_, other) => other !== at).join(" "), how: "shortened" });
  });
  return found;
}

/** Endings of adjectives that name places, with the nominatives of the same adjective. */
const GENDERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<=.{3}[сцз]ь?к)(?:ий|ой|ая|ую|ое)$/u, ["ий", "ая", "ое"]],
  [/(?<=.{3}[сцз]ьк)(?:ий|а|у|е)$/u, ["ий", "а", "е"]],
  [/(?<=.{3}[нв])(?:ый|ой|ая|ую|ое)$/u, ["ый", "ая", "ое"]],
  [/(?<=.{3}[sz]['’ʼ]?k)(?:iy|yy|yi|iyi|yj|ij|aya|aia|oye|oe|oie|e)$/u, ["iy", "aya", "oye"]],
  [/(?<=.{3}[nv])(?:yy|yi|aya|oye|oe)$/u, ["yy", "aya", "oye"]],
];

/** What these end in: most names are ruled out by their last letter. */
const LAST_LETTERS = "йяюеауyijae";

/**
 * The other genders of a name that is an adjective: they follow the word for the place (посёлок, станица, село), which changes with its
 * category and with the language.
 *
 * Trap: in lower case an adjective is just an adjective; nothing is found.
 *
 * @example
 * otherGenders("Днепровская") // ["Днепровский", "Днепровское"]
 */
export function otherGenders(name: string): string[] {
  if (!LAST_LETTERS.includes(name[name.length - 1]) || /^\p{Ll}|\s/u.test(name)) return [];
  for (const [ending, nominatives] of GENDERS) {
    if (ending.test(name))
      return nominatives.map((other) => name.replace(ending, other)).filter((other) => other !== name);
  }
  return [];
}
