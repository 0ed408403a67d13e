import fastLevenshtein from "fast-levenshtein";
import { isRomanization } from "./romanization";

/** Bare letters of a name, for telling apart what folds alike. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replaceAll("ё", "е");

const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);

/** How a spelling stands to a toponym with the same, or nearly the same, folded key. */
export interface SpellingDifference {
  /** letters that differ, 0 for a published romanization; 1 for a romanization by no system we know */
  letters: number;
  /** a Cyrillic spelling and a Latin toponym: nobody who writes Cyrillic starts from that one */
  latinForCyrillic: boolean;
}

/**
 * Compares what was asked with a toponym, letter by letter in one script, by the published romanizations across scripts.
 *
 * @example
 * spellingDifference("Гутір", "Хутір", "uk").letters         // 1
 * spellingDifference("Volchansk", "Волчанск", "ru").letters  // 0
 */
export function spellingDifference(asked: string, toponym: string, lang: string): SpellingDifference {
  const askedCyrillic = isCyrillic(asked);
  const sameScript = askedCyrillic === isCyrillic(toponym);
  if (sameScript) return { letters: fastLevenshtein.get(bare(asked), bare(toponym)), latinForCyrillic: false };
  if (askedCyrillic) return { letters: 0, latinForCyrillic: true };
  return { letters: isRomanization(asked, toponym, lang) ? 0 : 1, latinForCyrillic: false };
}

/** The same with a memory for one question: namesakes have the same toponym. */
export class SpellingComparison {
  readonly #asked = new Map<string, SpellingDifference>();

  of(asked: string, toponym: string, lang: string): SpellingDifference {
    const memo = `${asked}\t${toponym}\t${lang}`;
    let known = this.#asked.get(memo);
    if (!known) {
      known = spellingDifference(asked, toponym, lang);
      this.#asked.set(memo, known);
    }
    return known;
  }
}
