import { spellingDistance } from "../../core";
import type { NameShape } from "./name-shape";

/**
 * How far apart two spellings of one name may be, by the letters of the shorter that tell something, in plain edits: nothing below four (Лісова
 * and Лугова have three), what writers confuse (о for а costs a half) from four on, a plain slip from six. Set by hand, by reading clusters, and
 * by counting how many of the 17,000 names of Ukrainian villages fall together when nobody knows that they are villages.
 */
export function mostApart(telling: number): number {
  if (telling < 4) return 0;
  if (telling < 6) return 0.65;
  if (telling < 9) return 1;
  return telling < 13 ? 1.5 : 2;
}

/**
 * How far apart two names are that may be spellings of one; `Infinity` when they are two. Kind, numbers and the words that tell namesakes apart
 * must agree; where both have the same number of words, each pair of words must be near enough by itself: an edit that fourteen letters
 * bear makes another word of five.
 *
 * @example
 * likeness(nameShape("вул. Шевченка"), nameShape("ул. Шевченко"))        // 0.5
 * likeness(nameShape("вул. Садова 5"), nameShape("вул. Садова 6"))       // Infinity
 */
export function likeness(one: NameShape, other: NameShape): number {
  if (one.key === other.key) return 0;
  if (one.fixed !== other.fixed || tellApart(one.prefixes, other.prefixes)) return Number.POSITIVE_INFINITY;
  if (one.bag === other.bag && one.bag !== "") return 0; // "Тараса Шевченка", "Шевченка Тараса"
  const most = mostApart(Math.min(one.weight, other.weight));
  if (most === 0) return Number.POSITIVE_INFINITY;
  if (one.words.length !== other.words.length)
    return !beginAlike(one.letters, other.letters)
      ? Number.POSITIVE_INFINITY
      : within(1, spellingDistance(one.words.join(" "), other.words.join(" "), most));
  let sum = 0;
  for (let at = 0; at < one.words.length; at++) {
    if (!beginAlike(one.folded[at], other.folded[at])) return Number.POSITIVE_INFINITY;
    const telling = Math.min(one.weights[at], other.weights[at]);
    const [a, b] = [one.words[at], other.words[at]];
    sum += one.folded[at] === other.folded[at] ? 0 : within(mostApart(telling), spellingDistance(a, b, most));
    if (sum > most) return Number.POSITIVE_INFINITY;
  }
  return sum;
}

/** First letters that writers confuse cost no more than this. */
const CONFUSED = 0.75;

/**
 * Whether two folded words begin as one may: people slip inside a word, and names differ at their beginning (Калинова, Малинова).
 * The first two letters may have changed places.
 */
function beginAlike(one: string, other: string): boolean {
  if (one[0] === other[0] || (one[0] === other[1] && one[1] === other[0])) return true;
  return one !== "" && other !== "" && spellingDistance(one[0], other[0], CONFUSED) <= CONFUSED;
}

const within = (most: number, distance: number): number => (distance <= most ? distance : Number.POSITIVE_INFINITY);

/** Each has a beginning that the other has not; where only one has, the letters themselves are far apart. */
function tellApart(one: readonly string[], other: readonly string[]): boolean {
  return one.some((prefix) => !other.includes(prefix)) && other.some((prefix) => !one.includes(prefix));
}
