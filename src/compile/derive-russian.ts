/**
 * Russian names of Ukrainian places, and Ukrainian names of Russian ones, where no source attests them.
 * The rules are learned from the places that have both (`data/derivation`), never written by hand.
 */
import { type LetterModel, logSumExp, rewriteWord } from "./letter-model";
import { learnSequences, type SequenceModel, sequenceLogProbability } from "./letter-sequences";

/** What `data/derivation/fit.ts` writes. */
export interface DerivationModel {
  letters: LetterModel;
  /** How often each word of a name was attested as what: `{ "перша": { "первая": 3 } }`. */
  words: Record<string, Record<string, number>>;
  /** Words of attested names of the target language, lower case, е for ё. */
  targetWords: string[];
  /** Words that are written with ё: `орёл`. */
  wordsWithYo: string[];
  /** The weight of the target language's letter sequences beside the rules. */
  sequenceWeight: number;
  sequenceOrder: number;
  /** Exponent that makes the probabilities true ones: of the names given 0.8, eight in ten are right. */
  sharpness: number;
  /** How many attestations of a word weigh as much as the rules. */
  ruleWeight: number;
}

export interface DerivedName {
  text: string;
  probability: number;
}

interface Prepared {
  sequences: SequenceModel;
  yo: Map<string, string>;
}

/** Letter sequences are counted once a model; the model itself is never changed. */
const preparedModels = new WeakMap<DerivationModel, Prepared>();

const WORDS_CONSIDERED = 12;
const NAMES_RETURNED = 4;

function prepare(model: DerivationModel): Prepared {
  let prepared = preparedModels.get(model);
  if (prepared === undefined) {
    prepared = {
      sequences: learnSequences(model.targetWords, model.sequenceOrder),
      yo: new Map(model.wordsWithYo.map((word) => [word.replace(/ё/g, "е"), word])),
    };
    preparedModels.set(model, prepared);
  }
  return prepared;
}

/** The likeliest counterparts of one lower-case word; their probabilities sum to one. */
function deriveWord(word: string, position: string, model: DerivationModel, prepared: Prepared): DerivedName[] {
  const rewrites = rewriteWord(model.letters, word, position, WORDS_CONSIDERED);
  const scores = rewrites.map(
    ({ text, logProbability }) =>
      model.sharpness * (logProbability + model.sequenceWeight * sequenceLogProbability(prepared.sequences, text)),
  );
  const total = logSumExp(scores);
  const found = new Map(rewrites.map(({ text }, i) => [text, Math.exp(scores[i] - total)]));
  const attested = Object.hasOwn(model.words, word) ? model.words[word] : undefined;
  if (attested !== undefined) {
    const sum = Object.values(attested).reduce((a, b) => a + b, 0);
    for (const [text, p] of found) found.set(text, (p * model.ruleWeight) / (sum + model.ruleWeight));
    for (const [text, count] of Object.entries(attested)) {
      found.set(text, (found.get(text) ?? 0) + count / (sum + model.ruleWeight));
    }
  }
  return [...found].map(([text, probability]) => ({ text, probability })).sort(byProbability);
}

function byProbability(a: DerivedName, b: DerivedName): number {
  return b.probability - a.probability || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}

/** Gives `text` the capitals of `like`: Бахмут, БАХМУТ, or none. */
function withCaseOf(like: string, text: string): string {
  const lower = like.toLowerCase();
  if (like === lower) return text;
  if (like.length > 1 && like === like.toUpperCase()) return text.toUpperCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function derive(name: string, model: DerivationModel): DerivedName[] {
  const prepared = prepare(model);
  const tidy = name
    .normalize("NFC")
    .trim()
    .replace(/[’`ʼ′´‘]/g, "'")
    .replace(/ё/g, "е")
    .replace(/Ё/g, "Е");
  // Words at even places, what parts them (blanks, hyphens) at odd ones.
  const parts = tidy.split(/([\s-]+)/);
  const count = (parts.length + 1) / 2;
  let names: DerivedName[] = [{ text: "", probability: 1 }];
  for (let i = 0; i < parts.length; i += 2) {
    const place = i / 2;
    const position = count === 1 ? "=" : place === 0 ? "<" : place === count - 1 ? ">" : "|";
    const separator = i === 0 ? "" : parts[i - 1];
    const words = deriveWord(parts[i].toLowerCase(), position, model, prepared);
    const longer: DerivedName[] = [];
    for (const start of names) {
      for (const word of words) {
        const text = start.text + separator + withCaseOf(parts[i], prepared.yo.get(word.text) ?? word.text);
        longer.push({ text, probability: start.probability * word.probability });
      }
    }
    names = longer.sort(byProbability).slice(0, WORDS_CONSIDERED);
  }
  return names.slice(0, NAMES_RETURNED);
}

/**
 * Up to four Russian names a Ukrainian place may have, likeliest first, each with its probability.
 *
 * They are guesses for searching, attested nowhere: the first is right for about three names in four, and the
 * probabilities say how sure each one is. The trap: a renamed place has another Russian name altogether
 * (Покровськ is Покровск here, never Красноармейск); former names are data, not rules.
 *
 * @example
 * deriveRussian("Велика Писарівка", model)[0].text // "Великая Писаревка"
 */
export function deriveRussian(ukrainian: string, model: DerivationModel): DerivedName[] {
  return derive(ukrainian, model);
}

/**
 * Up to four Ukrainian names a place with a Russian name may have, likeliest first, each with its probability.
 *
 * For places of Russia and Belarus that no Ukrainian source names. The trap: ё of the input counts as е, as most
 * sources of Russian names write е for both.
 *
 * @example
 * deriveUkrainian("Белгород", model)[0].text // "Бєлгород"; "Білгород", which tradition prefers, comes second
 */
export function deriveUkrainian(russian: string, model: DerivationModel): DerivedName[] {
  return derive(russian, model);
}
