/**
 * How likely a string is as a word of the names of a language: letter n-grams, interpolated after Witten and Bell.
 * It tells -овка from -авка where the letters of the source leave both open.
 */
export interface SequenceModel {
  order: number;
  /** By context: how often it occurs, and how many different letters follow it. */
  contexts: Map<string, { total: number; followers: number }>;
  /** By context, `|` and the letter that follows. */
  counts: Map<string, number>;
}

/** The letters of a name list and the end of a word: what an unseen letter is drawn from. */
const ALPHABET_SIZE = 40;

/** Counts the n-grams of `words` (lower case, each once) up to `order` letters. */
export function learnSequences(words: Iterable<string>, order: number): SequenceModel {
  const contexts: SequenceModel["contexts"] = new Map();
  const counts: SequenceModel["counts"] = new Map();
  for (const word of words) {
    const padded = `^${word}$`;
    for (let i = 1; i < padded.length; i++) {
      for (let n = 0; n < order && i - n >= 0; n++) {
        const context = padded.slice(i - n, i);
        const gram = `${context}|${padded[i]}`;
        const entry = contexts.get(context) ?? { total: 0, followers: 0 };
        const count = counts.get(gram) ?? 0;
        entry.total++;
        if (count === 0) entry.followers++;
        contexts.set(context, entry);
        counts.set(gram, count + 1);
      }
    }
  }
  return { order, contexts, counts };
}

/**
 * Probability of a letter after the ones before it, of which the last `order - 1` count.
 *
 * @param before padded: `^` is the start of a word
 * @param next a letter, or `$` for the end of the word
 */
export function nextProbability(model: SequenceModel, before: string, next: string): number {
  let probability = 1 / ALPHABET_SIZE;
  for (let n = 0; n < model.order && n <= before.length; n++) {
    const context = before.slice(before.length - n);
    const entry = model.contexts.get(context);
    if (entry === undefined) break;
    const count = model.counts.get(`${context}|${next}`) ?? 0;
    probability = (count + entry.followers * probability) / (entry.total + entry.followers);
  }
  return probability;
}

/** Natural logarithm of the probability of `word`, its end included. */
export function sequenceLogProbability(model: SequenceModel, word: string): number {
  const padded = `^${word}$`;
  let sum = 0;
  for (let i = 1; i < padded.length; i++) sum += Math.log(nextProbability(model, padded.slice(0, i), padded[i]));
  return sum;
}
