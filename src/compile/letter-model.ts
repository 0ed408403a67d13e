/**
 * Turns a word of one language into its likely counterparts in another, letter by letter.
 *
 * Each letter is rewritten to zero to three letters. Which ones is decided by a multinomial logistic model over what
 * stands around the letter: the classic conditional model of grapheme conversion (maximum entropy Markov model).
 * The fit is in `data/derivation`; the functions here are shared by the fit and the build of the gazetteer.
 */

/** Weights by feature. A weight list runs over `outputs[letter]`; what is missing at its end is zero. */
export interface LetterModel {
  /** What each letter may become, most frequent first. A letter that is not here stays as it is. */
  outputs: Record<string, string[]>;
  weights: Record<string, number[]>;
}

/** A possible counterpart of a word with the natural logarithm of its probability. */
export interface Rewrite {
  text: string;
  logProbability: number;
}

/** Contexts as [letters to the left, letters to the right]. Longer ones need the fit's frequency cut to pay. */
const WINDOWS: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
  [2, 0],
  [0, 2],
  [2, 1],
  [1, 2],
  [2, 2],
  [3, 0],
  [0, 3],
  [3, 1],
  [1, 3],
  [3, 2],
  [2, 3],
  [3, 3],
  [0, 4],
  [4, 0],
  [4, 4],
  [1, 5],
];

/**
 * The features of letter `index` of `word` that look at the source alone: windows of letters, ends marked `^` and `$`,
 * and the end of the word seen from far away (a middle і is о in -івка and и in -івни).
 */
export function contextFeatures(word: string, index: number, position: string): string[] {
  const padded = `^${word}$`;
  const at = index + 1;
  const letter = padded[at];
  const features: string[] = [];
  for (const [left, right] of WINDOWS) {
    const from = Math.max(0, at - left);
    const to = Math.min(padded.length, at + right + 1);
    // A window cut short by the end of the word is the shorter window again.
    if (at - from < left && left - (at - from) > 0 && from === 0 && padded[from] === "^" && left > at) continue;
    if (to - at - 1 < right && right > padded.length - 1 - at) continue;
    features.push(`${padded.slice(from, at)}[${letter}]${padded.slice(at + 1, to)}`);
  }
  const distance = padded.length - 1 - at;
  features.push(`[${letter}]~${padded.slice(-3)}`);
  features.push(`[${letter}]~${padded.slice(-4)}`);
  if (distance <= 6) features.push(`[${letter}]${distance}${position}`);
  if (distance <= 5) features.push(`${padded.slice(at - 1, at)}[${letter}]${padded.slice(at + 1)}${position}`);
  if (at <= 4) features.push(`[${letter}]@${at}`);
  return features;
}

/** The features that look at what was written before letter `index`: this is what makes the model a Markov one. */
export function historyFeatures(word: string, index: number, written: string): string[] {
  const letter = word[index];
  const next = word[index + 1] ?? "$";
  const one = written.slice(-1) || "^";
  const two = written.slice(-2) || "^";
  const three = written.slice(-3) || "^";
  return [
    `${one}>[${letter}]`,
    `${two}>[${letter}]`,
    `${one}>[${letter}]${next}`,
    `${two}>[${letter}]${next}`,
    `${three}>[${letter}]${next}`,
  ];
}

/** Scores of the outputs of one letter, summed over features. */
export function addScores(model: LetterModel, features: readonly string[], scores: Float64Array): void {
  for (const feature of features) {
    const weights = model.weights[feature];
    if (weights !== undefined) for (let k = 0; k < weights.length; k++) scores[k] += weights[k];
  }
}

/** Natural logarithm of the sum of exponentials, safe from overflow. */
export function logSumExp(values: ArrayLike<number>): number {
  let top = -Infinity;
  for (let k = 0; k < values.length; k++) if (values[k] > top) top = values[k];
  if (top === -Infinity) return top;
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += Math.exp(values[k] - top);
  return top + Math.log(sum);
}

/**
 * The `limit` likeliest counterparts of a lower-case word, best first.
 * @param position where the word stands in its name: `=` alone, `<` first, `>` last, `|` between.
 */
export function rewriteWord(model: LetterModel, word: string, position: string, limit: number): Rewrite[] {
  let beam: Rewrite[] = [{ text: "", logProbability: 0 }];
  for (let index = 0; index < word.length; index++) {
    const outputs = model.outputs[word[index]];
    if (outputs === undefined) {
      beam = beam.map((state) => ({ text: state.text + word[index], logProbability: state.logProbability }));
      continue;
    }
    const base = new Float64Array(outputs.length);
    addScores(model, contextFeatures(word, index, position), base);
    const next = new Map<string, number>();
    for (const state of beam) {
      const scores = base.slice();
      addScores(model, historyFeatures(word, index, state.text), scores);
      const total = logSumExp(scores);
      for (let k = 0; k < outputs.length; k++) {
        const logProbability = state.logProbability + scores[k] - total;
        const text = state.text + outputs[k];
        const known = next.get(text);
        next.set(text, known === undefined ? logProbability : logSumExp([known, logProbability]));
      }
    }
    beam = [...next].map(([text, logProbability]) => ({ text, logProbability })).sort(byProbability);
    const floor = beam[0].logProbability - 9;
    beam = beam.slice(0, limit * 2).filter((state) => state.logProbability > floor);
  }
  return beam.slice(0, limit);
}

/** Likeliest first; equals by code unit, so that the order never depends on how they were found. */
export function byProbability(a: Rewrite, b: Rewrite): number {
  return b.logProbability - a.logProbability || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}
