import { NONE } from "../gazetteer/format";
import { foldOnto, foldTogether, MAX_FOLD } from "../text/fold";
import { eachBaseForm, type InflectionRules } from "../text/inflection";
import { type KeyWalk, WALK_DEAD, WALK_START } from "./key-walk";

/** A key that a name may be a case form of. */
export interface CaseForm {
  key: number;
  /** the base form as it would be written */
  text: string;
  /** how usual the endings are, as a natural logarithm: 0 is regular */
  nats: number;
  rules: InflectionRules;
}

/** Names of more words are looked up as they stand only. */
const MOST_WORDS = 5;

/** Base forms kept of one name. */
const MOST_FOUND = 48;

/**
 * Leads a case form back to the base forms that the index has. Every word of the name may stand as it is or in any case; the words are
 * read one after the other along the trie, so a first word that starts no name ends its branch, and a name of several words costs
 * hardly more than its words.
 *
 *     Великій Новосілці    велик|ій → великий ✓ велика ✓ велике ✓    велика + новосілк|а ✓  → Велика Новосілка
 *                                                                    великий + новосілк… ✗
 */
export class CaseFormSearch {
  readonly #keys: KeyWalk;
  readonly #codes = new Uint8Array(MAX_FOLD);
  /** where the walk stands after so many codes */
  readonly #states = new Float64Array(MAX_FOLD + 1);
  #words: string[] = [];
  #gaps: string[] = [];
  #rules: InflectionRules = "uk";
  #found: CaseForm[] = [];

  constructor(keys: KeyWalk) {
    this.#keys = keys;
  }

  /**
   * Base forms of a name that the index has, without the name itself.
   *
   * @example
   * search.find("Великій Новосілці", "uk") // [{ key: …, text: "Велика Новосілка", nats: 0, rules: "uk" }]
   */
  find(name: string, rules: InflectionRules): CaseForm[] {
    this.#found = [];
    if (/[\s-]/u.test(name)) {
      const pieces = name.split(/([\s-]+)/u);
      this.#words = pieces.filter((_, at) => at % 2 === 0);
      this.#gaps = pieces.filter((_, at) => at % 2 === 1);
    } else this.#words = [name];
    this.#rules = rules;
    if (this.#words.length > MOST_WORDS || name.length > MAX_FOLD / 4) return this.#found;
    this.#states[0] = WALK_START;
    this.#read(0, 0, "", 0, false);
    return this.#found;
  }

  /** Reads word `at` behind the first `from` codes, of which the base form so far is `text`. */
  #read(at: number, from: number, text: string, nats: number, changed: boolean): void {
    const word = this.#words[at];
    const codes = this.#codes;
    const whole = foldOnto(word, codes, from, from);
    if (whole < 0) return;
    const isWholeName = this.#words.length === 1;
    if (!isWholeName && this.#reads(from, whole)) this.#goOn(at, whole, text + word, nats, changed);
    let stemEnd = -1;
    let stemState = WALK_DEAD;
    const begins = (stem: string): boolean => {
      stemEnd = foldOnto(stem, codes, from, from);
      // The last code of the stem may still change with what follows.
      if (stemEnd < 0 || !this.#reads(from, Math.max(from, stemEnd - 1))) return false;
      stemState =
        stemEnd > from
          ? this.#keys.advance(this.#states[stemEnd - 1], codes, stemEnd - 1, stemEnd)
          : this.#states[from];
      return true;
    };
    eachBaseForm(word, this.#rules, begins, (stem, { text: ending, codes: endingCodes }, endingNats) => {
      if (this.#found.length >= MOST_FOUND) return;
      if (endingCodes.length === 0 || stemEnd === from || !foldTogether(codes[stemEnd - 1], endingCodes[0])) {
        const state = this.#keys.advance(stemState, endingCodes, 0, endingCodes.length);
        const end = stemEnd + endingCodes.length;
        this.#states[end] = state;
        if (state !== WALK_DEAD && isOther(word, stem, ending))
          this.#goOn(at, end, text + stem + ending, nats + endingNats, true);
        return;
      }
      const resume = Math.max(from, stemEnd - 2);
      const first = codes[resume];
      const second = codes[resume + 1];
      const end = foldOnto(ending, codes, stemEnd, from);
      if (this.#reads(resume, end) && isOther(word, stem, ending))
        this.#goOn(at, end, text + stem + ending, nats + endingNats, true);
      codes[resume] = first;
      codes[resume + 1] = second;
    });
  }

  #goOn(at: number, end: number, text: string, nats: number, changed: boolean): void {
    if (at + 1 < this.#words.length) {
      this.#read(at + 1, end, text + this.#gaps[at], nats, changed);
      return;
    }
    if (!changed) return;
    const key = this.#keys.keyAt(this.#states[end]);
    if (key === NONE) return;
    const known = this.#found.find((form) => form.text === text);
    if (!known) this.#found.push({ key, text, nats, rules: this.#rules });
    else if (known.nats < nats) known.nats = nats;
  }

  /** Whether some key goes on with the codes from `from` to before `to`. */
  #reads(from: number, to: number): boolean {
    return this.#keys.trace(this.#states, this.#codes, from, to);
  }
}

/** Whether a stem and an ending make another word. */
const isOther = (word: string, stem: string, ending: string): boolean =>
  stem.length + ending.length !== word.length || !word.endsWith(ending) || !word.startsWith(stem);
