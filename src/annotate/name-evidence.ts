import type { Gazetteer } from "../gazetteer/gazetteer";
import { spellingDifference } from "../resolve/ranking/spelling";
import { isRomanization, ownSystem } from "../resolve/romanization";
import { stateOf } from "../resolve/state";
import { yearsSinceOfficial } from "../resolve/toponym";
import { romanize } from "../romanize/romanize";
import type { WordLang } from "./lexicon";

/** What a letter that differs costs, although the folded keys agree; and how many letters may. */
const LETTER = -2.5;
/** Letters of a name in which one that differs costs so much; in longer ones it tells less. */
const SHORT_NAME = 6;
const LATIN_LETTER = -1.2;
/** What each decade takes off a name since it ceased to be official, and after how many it takes no more: "Щербинівка" is seldom the Торецьк of 1938. */
const DECADE = -0.8;
const MOST_DECADES = 6;
const STATUS: Record<string, number> = { standardized: 0, variant: -0.3, claim: -0.3, former: -0.3, derived: 0 };
/** A toponym of the other language than that of the text, of any third one, and of one that nobody tells. */
const OTHER_LANGUAGE = -2;
const THIRD_LANGUAGE = -2;
/** A Latin spelling that a source gives without its language, or for German, French … readers. */
const THIRD_LATIN = -1.5;
const UNTOLD_LANGUAGE = -0.7;

const SPACED = /[\s-]/;
/** Every Cyrillic letter is one of these, but not the other way round. */
const BEHIND_LATIN = /[\u0400-\uffff]/;

const startsCyrillic = (text: string): boolean => {
  const unit = text.charCodeAt(0);
  return unit >= 0x400 && unit < 0x484;
};

/**
 * How well toponyms with the folded key of some words explain them. Most toponyms are the words themselves, or of the other script;
 * only the others are compared letter by letter.
 */
export class NameEvidence {
  readonly #gazetteer: Gazetteer;
  readonly #tags: Uint8Array | Uint16Array | Uint32Array;
  /** by tag: nats of the status, and of the rule that derived the name */
  readonly #status: Float64Array;
  readonly #derivation: Float64Array;
  /** by tag */
  readonly #isFormer: Uint8Array;
  /** by tag: nats of the language for a text in each */
  readonly #language: Record<WordLang, Float64Array>;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
    this.#tags = gazetteer.columns.toponymTag;
    const { tags } = gazetteer.meta;
    this.#status = Float64Array.from(tags, ({ status }) => STATUS[status] ?? 0);
    this.#derivation = Float64Array.from(tags, ({ logProbability }) => (logProbability ?? 0) * 0.5);
    this.#isFormer = stateOf(gazetteer).prior.tags.isFormer;
    const ofLang = (lang: WordLang): Float64Array => Float64Array.from(tags, (tag) => languageNats(tag.lang, lang));
    this.#language = { uk: ofLang("uk"), ru: ofLang("ru"), "uk+ru": ofLang("uk+ru"), "": ofLang("") };
  }

  /**
   * Nats of a toponym for words with its key; -Infinity when it is another name.
   *
   * @param text the words in lower case
   * @param words how many they are: "Он о" is not Оно
   */
  of(text: string, toponym: number, lang: WordLang, words: number): number {
    const written = this.#gazetteer.textOf(toponym);
    if (words > 1 && !SPACED.test(written)) return Number.NEGATIVE_INFINITY;
    const tag = this.#tags[toponym];
    const letters = text === written ? 0 : this.#letters(text, written, tag);
    if (letters > 1 || (letters === 1 && text.length < 6 && lang !== "")) return Number.NEGATIVE_INFINITY;
    const each = lang === "" ? LATIN_LETTER : (LETTER * SHORT_NAME) / text.length;
    return (
      letters * each + this.#status[tag] + this.#derivation[tag] + this.#language[lang][tag] + this.#age(toponym, tag)
    );
  }

  #age(toponym: number, tag: number): number {
    if (!this.#isFormer[tag]) return 0;
    const years = yearsSinceOfficial(this.#gazetteer, toponym) ?? 0;
    return DECADE * Math.min(MOST_DECADES, years / 10);
  }

  /** Letters that differ; Infinity for a Latin toponym of a Cyrillic spelling. */
  #letters(text: string, written: string, tag: number): number {
    if (text.length === written.length && text === written.toLowerCase()) return 0;
    const { lang } = this.#gazetteer.meta.tags[tag];
    if (startsCyrillic(text)) {
      if (!BEHIND_LATIN.test(written)) return Number.POSITIVE_INFINITY;
    } else if (startsCyrillic(written) && !BEHIND_LATIN.test(text)) {
      // Most spellings are by the system that is used most: the others need not be tried.
      if (lang === "uk" || lang === "ru") if (romanize(written, ownSystem(lang)).toLowerCase() === text) return 0;
      return isRomanization(text, written, lang) ? 0 : 1;
    }
    const { letters, latinForCyrillic } = spellingDifference(text, written, lang);
    return latinForCyrillic ? Number.POSITIVE_INFINITY : letters;
  }
}

function languageNats(of: string, lang: WordLang): number {
  if (lang === "") return of === "en" || of === "uk" || of === "ru" ? 0 : THIRD_LATIN;
  if (of === "uk" || of === "ru") return lang === "uk+ru" || of === lang ? 0 : OTHER_LANGUAGE;
  return of === "und-Cyrl" ? UNTOLD_LANGUAGE : THIRD_LANGUAGE;
}
