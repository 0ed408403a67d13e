import fastLevenshtein from "fast-levenshtein";
import type { Gazetteer } from "../../gazetteer/gazetteer";
import { romanize } from "../../romanize/romanize";
import { isCyrillic, KIND, letterKinds } from "../../text/letter-kinds";
import { isOneSlip } from "../../text/one-slip";
import { isRomanization, ownSystem } from "../romanization";

/** Bare letters of a name, for telling apart what folds alike. */
function bare(text: string): string {
  const lower = text.toLowerCase();
  // Most names need no more than this; the rest is for marks, apostrophes, spaces and ё.
  const kinds = letterKinds(lower);
  if ((kinds & ~(KIND.LATIN | KIND.CYRILLIC | KIND.UKRAINIAN)) === 0 || /^[a-zа-яієїґ]*$/u.test(lower)) return lower;
  return lower
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replaceAll("ё", "е");
}

/** Ukrainian and Russian letters that stand for one another when a name is carried over letter by letter: Ніжин, Нижин. */
const neutral = (text: string): string =>
  /[іїыєэґьъ]/u.test(text)
    ? text.replace(/[іїы]/gu, "и").replace(/[єэ]/gu, "е").replaceAll("ґ", "г").replace(/[ьъ]/gu, "")
    : text;

/** What all such letters of a name count together, in letters. */
const CARRIED_OVER = 0.3;

/**
 * Letters in which two Cyrillic spellings differ. A name is carried over by one who writes Russian letters, who also writes a soft sign or
 * leaves it out ("Редьковцы", Редковцы): to one who writes Ukrainian ones, "Крім" is a word and Крим a peninsula.
 */
function cyrillicLetters(asked: string, toponym: string, lang: string): number {
  const [a, b] = [bare(asked), bare(toponym)];
  if (a === b) return 0;
  if ((lang !== "uk" && lang !== "ru") || letterKinds(a) & KIND.UKRAINIAN || /[зсц]ьк/u.test(a))
    return fastLevenshtein.get(a, b);
  const [c, d] = [neutral(a), neutral(b)];
  if (c === d) return CARRIED_OVER;
  const letters = fastLevenshtein.get(c, d);
  return c.length === a.length && letters === fastLevenshtein.get(a, b) ? letters : letters + CARRIED_OVER;
}

/** Whether a spelling starts with a Latin letter; names of mixed letters have been repaired before. */
export const isLatin = (text: string): boolean => text.charCodeAt(0) < 0x250;

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
  if (sameScript && askedCyrillic) return { letters: cyrillicLetters(asked, toponym, lang), latinForCyrillic: false };
  if (sameScript) return { letters: fastLevenshtein.get(bare(asked), bare(toponym)), latinForCyrillic: false };
  if (askedCyrillic) return { letters: 0, latinForCyrillic: true };
  return { letters: isRomanization(asked, toponym, lang) ? 0 : 1, latinForCyrillic: false };
}

/**
 * Whether a spelling is a toponym with one slip of the pen, in its own letters or in the romanizations that are most used. The fold reads
 * "ts" and "zh" as one letter, so a slip inside costs it two.
 *
 * @example
 * isSlipOf("Donegsk", "Донецьк", "uk") // true: Donetsk
 */
export function isSlipOf(asked: string, toponym: string, lang: string): boolean {
  const wanted = bare(asked);
  if (isCyrillic(asked) === isCyrillic(toponym)) return isOneSlip(wanted, bare(toponym));
  return !isCyrillic(asked) && isOneSlip(wanted, bare(romanize(toponym, ownSystem(lang))));
}

const SAME: SpellingDifference = { letters: 0, latinForCyrillic: false };

/** The same with a memory for one question: a hundred namesakes have one toponym. */
export class SpellingComparison {
  readonly #gazetteer: Gazetteer;
  #known: Map<string, Map<number, SpellingDifference>> | undefined;
  /** the last answer, which is most often asked for again */
  #asked = "";
  #string = -1;
  #last: SpellingDifference = SAME;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  /** How `asked` stands to a toponym of the file. */
  of(asked: string, toponym: number): SpellingDifference {
    const string = this.#gazetteer.stringOf(toponym);
    if (string === this.#string && asked === this.#asked) return this.#last;
    if (this.#string >= 0) this.#remember();
    let known = this.#known?.get(asked)?.get(string);
    if (!known) {
      const text = this.#gazetteer.pool.get(string);
      known = asked === text ? SAME : spellingDifference(asked, text, this.#gazetteer.tagOf(toponym).lang);
    }
    this.#asked = asked;
    this.#string = string;
    this.#last = known;
    return known;
  }

  #remember(): void {
    this.#known ??= new Map();
    let bySpelling = this.#known.get(this.#asked);
    if (!bySpelling) {
      bySpelling = new Map();
      this.#known.set(this.#asked, bySpelling);
    }
    bySpelling.set(this.#string, this.#last);
  }

  /** Whether a toponym with the folded key of `asked` is the name as somebody writes it, and not another name that folds alike. */
  isPlain(asked: string, toponym: number): boolean {
    return this.#gazetteer.tagOf(toponym).lang !== "und-Cyrl" && this.of(asked, toponym).letters === 0;
  }
}
