import { IMPORTANCE_STEPS, LEAF, NONE } from "../gazetteer/format";
import type { Gazetteer } from "../gazetteer/gazetteer";
import { type Place, placeAt } from "../gazetteer/place";
import { decide } from "../resolve/decide";
import { seatsOf } from "../resolve/hints/seats";
import { isAtHome, type Prior } from "../resolve/ranking/prior";
import { spellingDifference } from "../resolve/ranking/spelling";
import { stateOf } from "../resolve/state";
import { yearsSinceOfficial } from "../resolve/toponym";
import { EDIT } from "../search/edit-costs";
import { KeyWalk, WALK_START } from "../search/key-walk";
import { type WordForm, wordForms } from "../search/word-forms";
import { foldInto, MAX_FOLD } from "../text/fold";
import { type KnownWord, KnownWords, type Opening } from "./known-word";
import { NameEvidence } from "./name-evidence";

/** Language of a word: "uk+ru" where neither it nor the text tells; "" for Latin letters, whose case endings are not read. */
export type WordLang = "uk" | "ru" | "uk+ru" | "";

/** A place that a stretch of text may name, and by which toponym. */
export interface NamedPlace {
  place: number;
  toponym: number;
  /** Natural log of how well the toponym explains the words, the prior of the place not counted. */
  nats: number;
  /** Natural log of the weight of the place among all places. */
  prior: number;
}

/** The beginning of a name: where the walk stands after its first words. */
export interface NameStart {
  /** the words in their base forms */
  text: string;
  state: number;
  nats: number;
}

/** What words name. */
export interface Reading {
  places: readonly NamedPlace[];
  /** the base form by which the most important place was found */
  base: string;
  /** its importance, what its name lacks taken off */
  prominence: number;
}

/** Words remembered for each language; a megabyte of news has some 30,000 different ones, a third of them capitalized. */
const MOST_WORDS = 30_000;
const MOST_NAMES = 20_000;
const MOST_NEAR = 4096;
/** Misspelt names: the least probability of a place, and what an edit takes off its importance. */
const NEAR_FROM = 0.05;
const EDIT_NATS = 2;
/** Places described lately: a text names the same again and again. */
const MOST_PLACES = 4096;

const NOWHERE: readonly NamedPlace[] = [];

const byLang = <T>(): Record<WordLang, Map<string, T>> => ({
  uk: new Map(),
  ru: new Map(),
  "uk+ru": new Map(),
  "": new Map(),
});

/** Share of the preference for places at home that a text leaves. */
const COUNTRY = 0.6;

/**
 * The names of a gazetteer as annotating sees them: words, their case forms, and the places that words name. Together with
 * `search/word-forms.ts` the only place that knows how names are stored, compared and weighed.
 */
export class Lexicon {
  readonly walk: KeyWalk;
  readonly #gazetteer: Gazetteer;
  readonly words: KnownWords = new KnownWords();
  readonly #near: Record<WordLang, Map<string, readonly NamedPlace[]>> = byLang();
  readonly #letter = new Uint8Array(MAX_FOLD);
  readonly #evidence: NameEvidence;
  readonly #prior: Prior;
  /** where a place stands among those that are being collected, counted from 1; all 0 between two collections */
  readonly #indexOf: Int32Array;
  /** by country, 1 for those whose places are all known */
  readonly #isHome: Uint8Array;
  readonly #places = new Map<number, Place>();
  #seatOfUnit: Map<number, number> | undefined;
  readonly #openings: Record<WordLang, Map<string, Opening>> = byLang();
  readonly #further: Record<WordLang, Map<string, readonly WordForm[]>> = byLang();
  readonly #names: Record<WordLang, Map<string, readonly NamedPlace[]>> = byLang();

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
    this.#evidence = new NameEvidence(gazetteer);
    this.#prior = stateOf(gazetteer).prior;
    this.#indexOf = new Int32Array(gazetteer.size);
    this.#isHome = Uint8Array.from(gazetteer.meta.countries, (codes) => (isAtHome(codes) ? 1 : 0));
    const { keyBytes, keyLength, keyBuckets, trieMask, trieBase, trieSlots } = gazetteer.columns;
    this.walk = new KeyWalk(
      { mask: trieMask, base: trieBase, slots: trieSlots },
      { bytes: keyBytes, lengths: keyLength, buckets: keyBuckets },
    );
  }

  /** A word as the first of a name. */
  opening(word: KnownWord, lang: WordLang): Opening {
    if (word.lang === lang && word.opening) return word.opening;
    const known = this.#openings[lang];
    let opening = known.get(word.lower);
    if (!opening) {
      opening = { forms: wordForms(this.walk, word.lower, lang, false), alone: undefined };
      if (known.size >= MOST_WORDS) known.clear();
      known.set(word.lower, opening);
    }
    word.lang = lang;
    word.opening = opening;
    return opening;
  }

  /** All forms of a word that stands second or later in a name. */
  furtherForms(lower: string, lang: WordLang): readonly WordForm[] {
    const known = this.#further[lang];
    let forms = known.get(lower);
    if (!forms) {
      forms = wordForms(this.walk, lower, lang, true);
      if (known.size >= MOST_WORDS) known.clear();
      known.set(lower, forms);
    }
    return forms;
  }

  /**
   * The places of the key at which a walk ended, as far as their spelling agrees with `text`.
   *
   * @param text the base form, in lower case
   * @param words how many words it has: "Он о" is not Оно
   */
  #named(text: string, state: number, lang: WordLang, words: number): readonly NamedPlace[] {
    // What a single word names is remembered under the word itself.
    if (words === 1) return this.#atEnd(text, state, lang, words);
    const known = this.#names[lang];
    let places = known.get(text);
    if (!places) {
      places = this.#atEnd(text, state, lang, words);
      if (known.size >= MOST_NAMES) known.clear();
      known.set(text, places);
    }
    return places;
  }

  #atEnd(text: string, state: number, lang: WordLang, words: number): readonly NamedPlace[] {
    const key = this.walk.keyAt(state);
    return key === NONE ? NOWHERE : this.#ofKey(text, key, lang, words);
  }

  /** The places that have exactly this name, case forms not read. */
  exactly(name: string, lang: WordLang): readonly NamedPlace[] {
    const length = foldInto(name, this.#letter);
    return length === 0 ? [] : this.#named(name, this.walk.advance(WALK_START, this.#letter, 0, length), lang, 1);
  }

  /** The places that a word alone names, remembered: the array is shared. */
  alone(opening: Opening, lang: WordLang): Reading | undefined {
    if (opening.alone === undefined) opening.alone = this.reading(opening.forms, lang, 1) ?? null;
    return opening.alone ?? undefined;
  }

  /** The places at which walks stand, each by its best toponym; undefined when there are none. */
  reading(ends: readonly NameStart[], lang: WordLang, words: number): Reading | undefined {
    const found: (readonly NamedPlace[])[] = [];
    // All are looked up before any is added: looking up has its own use for the index.
    for (let end = 0; end < ends.length; end++) {
      const { text, state } = ends[end];
      found.push(this.#named(text, state, lang, words));
    }
    const places: NamedPlace[] = [];
    let base = "";
    let prominence = Number.NEGATIVE_INFINITY;
    for (let end = 0; end < ends.length; end++) {
      const { nats } = ends[end];
      for (let at = 0; at < found[end].length; at++) {
        const named = found[end][at];
        const sum = named.nats + nats;
        const here = this.importance(named.place) + sum / Math.LN10;
        if (here > prominence) {
          prominence = here;
          base = ends[end].text;
        }
        this.#addNamed(named, sum, places);
      }
    }
    if (places.length === 0) return undefined;
    for (let at = 0; at < places.length; at++) this.#indexOf[places[at].place] = 0;
    return { places, base, prominence };
  }

  #addNamed({ place, toponym, prior }: NamedPlace, nats: number, places: NamedPlace[]): void {
    const index = this.#indexOf[place];
    if (index === 0) this.#indexOf[place] = places.push({ place, toponym, nats, prior });
    else if (nats > places[index - 1].nats) places[index - 1] = { place, toponym, nats, prior };
  }

  /** The places of a key, each by the toponym that explains the words best. */
  #ofKey(text: string, key: number, lang: WordLang, words: number): NamedPlace[] {
    const { keyPosting, postings } = this.#gazetteer.columns;
    const places: NamedPlace[] = [];
    const posting = keyPosting[key];
    if (posting < LEAF) {
      this.#addPosting(posting, this.#natsOf(text, posting, lang, words), places);
      this.#indexOf[posting >>> 8] = 0;
      return places;
    }
    const start = posting - LEAF;
    const end = start + postings[start];
    let lastName = -1;
    let lastNats = 0;
    for (let at = start + 1; at <= end; at++) {
      // Namesakes have the same name by the same tag, and mostly stand together.
      const name = this.#nameOf(postings[at]);
      if (name !== lastName) {
        lastName = name;
        lastNats = this.#natsOf(text, postings[at], lang, words);
      }
      this.#addPosting(postings[at], lastNats, places);
    }
    for (const { place } of places) this.#indexOf[place] = 0;
    return places;
  }

  #toponymOf(posting: number): number {
    return this.#gazetteer.columns.placeToponyms[posting >>> 8] + (posting & 255);
  }

  /** One number for what decides how well a toponym explains words: its text and its tag. */
  #nameOf(posting: number): number {
    const toponym = this.#toponymOf(posting);
    return this.#gazetteer.stringOf(toponym) * 0x10000 + this.#gazetteer.columns.toponymTag[toponym];
  }

  #natsOf(text: string, posting: number, lang: WordLang, words: number): number {
    return this.#evidence.of(text, this.#toponymOf(posting), lang, words);
  }

  #addPosting(posting: number, nats: number, places: NamedPlace[]): void {
    if (nats === Number.NEGATIVE_INFINITY) return;
    const place = posting >>> 8;
    const index = this.#indexOf[place];
    if (index === 0) {
      this.#indexOf[place] = places.push({
        place,
        toponym: this.#toponymOf(posting),
        nats,
        prior: this.#priorOf(place),
      });
    } else if (nats > places[index - 1].nats) {
      places[index - 1].nats = nats;
      places[index - 1].toponym = this.#toponymOf(posting);
    }
  }

  /**
   * The places that a misspelt name may mean, by {@link decide}: the way of `resolve`, some 50 µs a name, so ask it only for words that
   * surely name a place.
   */
  near(name: string, lang: WordLang): readonly NamedPlace[] {
    const remembered = this.#near[lang];
    const known = remembered.get(name);
    if (known) return known;
    const options = lang === "uk" || lang === "ru" ? { lang } : {};
    const { status, ranked } = decide(this.#gazetteer, name, options);
    const places: NamedPlace[] = [];
    if (status !== "none") {
      for (const { place, toponym, cost, probability } of ranked)
        if (probability >= NEAR_FROM && this.isHome(place))
          places.push({ place, toponym, nats: -(cost / EDIT) * EDIT_NATS, prior: this.#priorOf(place) });
    }
    if (remembered.size >= MOST_NEAR) remembered.clear();
    remembered.set(name, places);
    return places;
  }

  /**
   * Whether words are a toponym as it is written in a language of our texts, or a published romanization of it, and not another that
   * folds alike.
   */
  isPlain(text: string, toponym: number): boolean {
    if (!OUR_LANGUAGES.has(this.#gazetteer.tagOf(toponym).lang)) return false;
    return spellingDifference(text, this.#gazetteer.textOf(toponym), this.#gazetteer.tagOf(toponym).lang).letters === 0;
  }

  /** The toponym by which a place was found, in lower case. */
  textOf({ toponym }: NamedPlace): string {
    return this.#gazetteer.textOf(toponym).toLowerCase();
  }

  /**
   * Whether the toponym by which a place was found is one of its headline names, was official within living memory, or is that of the unit
   * that led to it.
   */
  isKnownBy({ place, toponym }: NamedPlace): boolean {
    const { placeToponyms, placeNameUk, placeNameRu } = this.#gazetteer.columns;
    const first = placeToponyms[place];
    if (toponym < first || toponym >= placeToponyms[place + 1]) return true;
    const text = this.#gazetteer.textOf(toponym);
    const ru = this.#gazetteer.textOf(first + placeNameRu[place]);
    if (text === ru || text === this.#gazetteer.textOf(first + placeNameUk[place])) return true;
    if (text.replaceAll("ё", "е") === ru.replaceAll("ё", "е")) return true;
    const years = yearsSinceOfficial(this.#gazetteer, toponym);
    return years !== undefined && years <= LIVING_MEMORY;
  }

  /** Whether any name goes on with the first letter of `next`: most do not, and its forms need not be made. */
  mayGoOn(frontier: readonly { state: number }[], next: string): boolean {
    if (foldInto(next.slice(0, 1), this.#letter) === 0) return true;
    for (const { state } of frontier) if (this.walk.advance(state, this.#letter, 0, 1) >= 0) return true;
    // Two letters may be one code: ts, zh, sh, ch, kh.
    if (next.length < 2 || next.charCodeAt(0) > 0x7f) return false;
    foldInto(next.slice(0, 2), this.#letter);
    return frontier.some(({ state }) => this.walk.advance(state, this.#letter, 0, 1) >= 0);
  }

  /** The flat place of an answer; a copy, since callers may change it. */
  placeOf(place: number): Place {
    let known = this.#places.get(place);
    if (!known) {
      known = placeAt(this.#gazetteer, place);
      if (this.#places.size >= MOST_PLACES) this.#places.clear();
      this.#places.set(place, known);
    }
    return { ...known, ids: { ...known.ids }, names: { ...known.names } };
  }

  /** Decimal logarithm of how important a place is, in people: 2.3 a village, 7 Харків. */
  importance(place: number): number {
    return this.#gazetteer.columns.placeImportance[place] / IMPORTANCE_STEPS;
  }

  classOf(place: number): string {
    return this.#gazetteer.meta.classes[this.#gazetteer.columns.placeClass[place]];
  }

  /** ISO 3166-1 alpha-2; of a place in several countries all, joined by hyphens. */
  countryOf(place: number): string {
    return this.#gazetteer.meta.countries[this.#gazetteer.columns.placeCountry[place]];
  }

  /** Whether a place is one of Ukraine or of the neighbours whose places are all known. */
  isHome(place: number): boolean {
    return this.#isHome[this.#gazetteer.columns.placeCountry[place]] === 1;
  }

  /** Units whose seat a place is, the widest first. */
  unitsSeatedAt(place: number): number[] {
    return seatsOf(this.#gazetteer, place);
  }

  /** The place from which a unit is governed, or -1. */
  seatOf(unit: number): number {
    if (!this.#seatOfUnit) {
      this.#seatOfUnit = new Map();
      const { seats } = this.#gazetteer.columns;
      for (let pair = 0; pair < seats.length; pair += 2) this.#seatOfUnit.set(seats[pair + 1], seats[pair]);
    }
    return this.#seatOfUnit.get(unit) ?? -1;
  }

  /** A place as a candidate that another candidate led to. */
  instead(place: number, of: NamedPlace, nats: number): NamedPlace {
    return { place, toponym: of.toponym, nats: of.nats + nats, prior: this.#priorOf(place) };
  }

  /** How likely a place is to be named in a text. Its country counts for less than in a bare name, because the text says where it plays. */
  #priorOf(place: number): number {
    return this.#prior.weight(place, false) + COUNTRY * this.#prior.preference(place);
  }
}

/** Years for which people go on using a former name of a town. */
const LIVING_MEMORY = 30;

const OUR_LANGUAGES: ReadonlySet<string> = new Set(["uk", "ru", "en", "und-Latn"]);

const lexicons = new WeakMap<Gazetteer, Lexicon>();

/** The lexicon of a gazetteer, made on first use. */
export function lexiconOf(gazetteer: Gazetteer): Lexicon {
  let lexicon = lexicons.get(gazetteer);
  if (!lexicon) {
    lexicon = new Lexicon(gazetteer);
    lexicons.set(gazetteer, lexicon);
  }
  return lexicon;
}
