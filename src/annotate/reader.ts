import { SCRIPT_CYRILLIC } from "../text/alphabet";
import { SAYS } from "./context-words";
import type { KnownWord } from "./known-word";
import type { Lexicon, NameStart, WordLang } from "./lexicon";
import { type Mention, mentionOf } from "./mention";
import { GAP, SHAPE, type Tokens } from "./tokens";

/** Longest name in words. */
const MOST_WORDS = 6;

/** Between the words of a name stand a space, a hyphen or the end of a line. */
const APART = ~(GAP.SPACE | GAP.HYPHEN | GAP.NEWLINE);

/** The words of one text, with what is asked of them again and again. */
export class Reader {
  readonly text: string;
  readonly tokens: Tokens;
  readonly lexicon: Lexicon;
  readonly #known: (KnownWord | undefined)[];
  /** language of Cyrillic words in sentences that do not tell */
  readonly #lang: WordLang;

  constructor(text: string, tokens: Tokens, lexicon: Lexicon, lang: "uk" | "ru" | undefined) {
    this.text = text;
    this.tokens = tokens;
    this.lexicon = lexicon;
    this.#known = new Array(tokens.count).fill(undefined);
    let leaning = 0;
    for (const one of tokens.leaning) leaning += one;
    this.#lang = lang ?? (leaning === 0 ? "uk+ru" : leaning < 0 ? "ru" : "uk");
  }

  /** A word as it stands. */
  word(token: number): string {
    return this.known(token).text;
  }

  /** What is known of a word, whatever stands beside it. */
  known(token: number): KnownWord {
    let word = this.#known[token];
    if (word === undefined) {
      word = this.lexicon.words.of(this.text.slice(this.tokens.start[token], this.tokens.end[token]));
      this.#known[token] = word;
    }
    return word;
  }

  /** What a word says about its neighbours; 0 past the ends. */
  says(token: number): number {
    return token < 0 || token >= this.tokens.count ? 0 : this.known(token).says;
  }

  /** Whether a word is the first of its sentence or line. */
  startsSentence(token: number): boolean {
    const { sentence, gap } = this.tokens;
    return token === 0 || sentence[token] !== sentence[token - 1] || (gap[token] & GAP.NEWLINE) !== 0;
  }

  /** Whether nothing but white space stands before a word. */
  follows(token: number): boolean {
    return token > 0 && token < this.tokens.count && (this.tokens.gap[token] & ~(GAP.SPACE | GAP.NEWLINE)) === 0;
  }

  /** Whether a word is a generic element; "С." and "Г." are initials. */
  isGeneric(token: number): boolean {
    if (token < 0) return false;
    const { start, end, shape } = this.tokens;
    return (this.says(token) & SAYS.GENERIC) !== 0 && (end[token] - start[token] > 2 || shape[token] === SHAPE.LOWER);
  }

  /** Whether a word stands in a headline in capitals: then capital letters tell nothing. */
  inCapitals(token: number): boolean {
    const { shape, start, end, count, sentence } = this.tokens;
    if (shape[token] !== SHAPE.UPPER) return false;
    const tells = (other: number): boolean =>
      other >= 0 &&
      other < count &&
      sentence[other] === sentence[token] &&
      shape[other] === SHAPE.UPPER &&
      end[other] - start[other] >= 5;
    return tells(token - 1) || tells(token + 1) || tells(token - 2) || tells(token + 2);
  }

  langOf(token: number): WordLang {
    if ((this.tokens.script[token] & SCRIPT_CYRILLIC) === 0) return "";
    const leaning = this.tokens.leaning[this.tokens.sentence[token]];
    return leaning > 0 ? "uk" : leaning < 0 ? "ru" : this.#lang;
  }

  /**
   * The longest stretch of words from `first` on that names a place, or undefined.
   *
   * @param most longest name to look for, in words
   */
  mentionAt(first: number, most: number = MOST_WORDS): Mention | undefined {
    const { lexicon } = this;
    const lang = this.langOf(first);
    const word = this.known(first);
    const opening = lexicon.opening(word, lang);
    if (opening.forms.length === 0) return undefined;
    const longer =
      most > 1 && this.#goesOn(first, first + 1, lang, opening.forms)
        ? this.#longerMention(first, most, lang, opening.forms)
        : undefined;
    if (longer) return longer;
    const found = lexicon.alone(opening, lang);
    return found && mentionOf(found, first, first, lang, word.lower, false);
  }

  /** The longest mention of two words and more. */
  #longerMention(first: number, most: number, lang: WordLang, opening: readonly NameStart[]): Mention | undefined {
    const { lexicon } = this;
    let mention: Mention | undefined;
    let frontier = opening;
    let { lower } = this.known(first);
    let lowered = false;
    for (let last = first + 1; last < first + most && this.#goesOn(first, last, lang, frontier); last++) {
      if (this.#lacksCapital(last)) lowered = true;
      const next = this.known(last).lower;
      const further: NameStart[] = [];
      for (const form of lexicon.furtherForms(next, lang)) {
        for (const start of frontier) {
          const state = lexicon.walk.advance(start.state, form.codes, 0, form.codes.length);
          if (state >= 0)
            further.push({ text: `${start.text} ${form.text}`, state, nats: Math.min(start.nats, form.nats) });
        }
      }
      if (further.length === 0) break;
      frontier = further;
      lower += ` ${next}`;
      const found = lexicon.reading(frontier, lang, last - first + 1);
      if (found) mention = mentionOf(found, first, last, lang, lower, lowered);
    }
    return mention;
  }

  /** Whether a name that begins at `first` may go on with the word `last`. */
  #goesOn(first: number, last: number, lang: WordLang, frontier: readonly NameStart[]): boolean {
    const { tokens } = this;
    if (last >= tokens.count || tokens.gap[last] & APART) return false;
    // "у Нове озеро": where a capital letter is no matter of the sentence, the second word may lack it.
    if (this.#lacksCapital(last) && (last > first + 1 || lang === "" || this.startsSentence(first))) return false;
    return this.lexicon.mayGoOn(frontier, this.known(last).lower);
  }

  #lacksCapital(token: number): boolean {
    const { shape, gap } = this.tokens;
    if (shape[token] !== SHAPE.LOWER || gap[token] === GAP.HYPHEN) return false;
    return !(this.says(token) & (SAYS.NAME_PART | SAYS.UNIT));
  }
}
