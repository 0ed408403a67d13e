import type { WordForm } from "../search/word-forms";
import { isTownAdjective } from "../text/adjective-names";
import { says } from "./context-words";
import type { Reading, WordLang } from "./lexicon";
import { isFirstName } from "./people";

/** What a word is as the first of a name, in one language. */
export interface Opening {
  /** its forms with which names begin */
  forms: readonly WordForm[];
  /** the places that it names alone; null for none, undefined as long as nobody has asked */
  alone: Reading | null | undefined;
}

/**
 * What is known of a word as it stands, whatever stands beside it: asked once for each spelling, however often texts have it. What is
 * asked of few words is found out when it is asked.
 */
export class KnownWord {
  readonly text: string;
  readonly lower: string;
  /** what it says about its neighbours, bits of `SAYS` */
  readonly says: number;
  /** the language in which it was read last, and as what: one word is mostly read in one */
  lang: WordLang | undefined = undefined;
  opening: Opening | undefined = undefined;
  #isFirstName: boolean | undefined = undefined;
  #isAdjective: boolean | undefined = undefined;

  constructor(text: string) {
    this.text = text;
    this.lower = text.toLowerCase();
    this.says = says(this.lower);
  }

  get isFirstName(): boolean {
    this.#isFirstName ??= isFirstName(this.lower);
    return this.#isFirstName;
  }

  /** Whether it looks like the adjective of a town. */
  get isAdjective(): boolean {
    this.#isAdjective ??= isTownAdjective(this.lower);
    return this.#isAdjective;
  }
}

/** Spellings remembered; a megabyte of news has some 30,000, of which a third are ever asked for. */
const MOST_WORDS = 30_000;

/** The words of all texts read so far. */
export class KnownWords {
  readonly #words = new Map<string, KnownWord>();

  of(text: string): KnownWord {
    let word = this.#words.get(text);
    if (!word) {
      word = new KnownWord(text);
      if (this.#words.size >= MOST_WORDS) this.#words.clear();
      this.#words.set(text, word);
    }
    return word;
  }
}
