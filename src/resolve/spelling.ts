import fastLevenshtein from "fast-levenshtein";
import type { Gazetteer } from "../gazetteer/gazetteer";
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

const SAME: SpellingDifference = { letters: 0, latinForCyrillic: false };

/** The same with a memory for one question: a hundred namesakes have one toponym. */
export class SpellingComparison {
  readonly #gazetteer: Gazetteer;
  readonly #known = new Map<string, Map<number, SpellingDifference>>();

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  /** How `asked` stands to a toponym of the file. */
  of(asked: string, toponym: number): SpellingDifference {
    let bySpelling = this.#known.get(asked);
    if (!bySpelling) {
      bySpelling = new Map();
      this.#known.set(asked, bySpelling);
    }
    const string = this.#gazetteer.columns.toponymString[toponym];
    let known = bySpelling.get(string);
    if (!known) {
      const text = this.#gazetteer.pool.get(string);
      known = asked === text ? SAME : spellingDifference(asked, text, this.#gazetteer.tagOf(toponym).lang);
      bySpelling.set(string, known);
    }
    return known;
  }
}
