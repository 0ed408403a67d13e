import { fold } from "./fold";

/** Another order or choice of the words of a name. */
export interface Rewording {
  text: string;
  /** `translated`: Большая for Велика; `turned`: "Burluk Velikiy" for Великий Бурлук; `shortened`: the word that tells namesakes apart is left out */
  how: "translated" | "turned" | "shortened";
}

/** Folded beginnings of the adjectives that tell namesakes apart, in Ukrainian and Russian. */
const MODIFIER =
  /^(?:velik|bolw|mal|nov|star|verh|horiwn|nijn|nizn|seredn|sredn|persh|perv|druh|vtor|krasn|qervon|bil|bel|qorn|qern)[a-z]*(?:i|ii|ia|aia|a|e|oe|oi|ie|ee|iaia|eie|iee)$/u;

/** Bolshoi in its genders, as Ukrainian says it: the one usual modifier whose root differs. */
const BIG: readonly [RegExp, string][] = [
  [/^bolwaia$/u, "Велика"],
  [/^bolw(?:oi|ii)$/u, "Великий"],
  [/^bolwo(?:e|ie)$/u, "Велике"],
  [/^bolw(?:ie|iie)$/u, "Великі"],
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
    const big = BIG.find(([pattern]) => pattern.test(word));
    if (big)
      found.push({ text: words.map((one, other) => (other === at ? big[1] : one)).join(" "), how: "translated" });
  });
  if (words.length === 2) found.push({ text: `${words[1]} ${words[0]}`, how: "turned" });
  folded.forEach((word, at) => {
    if (MODIFIER.test(word)) found.push({ text: words.filter((_, other) => other !== at).join(" "), how: "shortened" });
  });
  return found;
}
