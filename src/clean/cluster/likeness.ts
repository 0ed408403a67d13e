import { spellingDistance } from "../../core";
import type { NameShape } from "./name-shape";

/**
 * How far apart two spellings of one name may be, by the number of folded letters of the shorter, in plain edits. Nothing below six letters:
 * Лісова and Лугова, Зірка and Сірка are names of their own. What writers confuse (о for а, и for е) costs a half, so six letters may have one
 * of those and no plain slip. Set by hand, by reading clusters; a gazetteer that knew the names could allow more.
 */
export function mostApart(letters: number): number {
  if (letters < 6) return 0;
  if (letters === 6) return 0.6;
  if (letters < 10) return 1;
  return letters < 15 ? 1.5 : 2;
}

/**
 * How far apart two names are that may be spellings of one; `Infinity` when they are two. Kind, numbers and the words that tell namesakes apart
 * must agree; where both have the same number of words, each pair of words must be near enough by itself: an edit that fourteen letters
 * bear makes another word of five.
 *
 * @example
 * likeness(nameShape("вул. Грушевського"), nameShape("ул. Грушевскова")) // 1
 * likeness(nameShape("вул. Садова 5"), nameShape("вул. Садова 6"))       // Infinity
 */
export function likeness(one: NameShape, other: NameShape): number {
  if (one.key === other.key) return 0;
  if (one.fixed !== other.fixed || tellApart(one.prefixes, other.prefixes)) return Number.POSITIVE_INFINITY;
  if (one.bag === other.bag && one.bag !== "") return 0; // "Тараса Шевченка", "Шевченка Тараса"
  const most = mostApart(Math.min(one.letters.length, other.letters.length));
  if (most === 0) return Number.POSITIVE_INFINITY;
  if (one.words.length !== other.words.length)
    return !beginAlike(one.letters, other.letters)
      ? Number.POSITIVE_INFINITY
      : within(1, spellingDistance(one.words.join(" "), other.words.join(" "), most));
  let sum = 0;
  for (let at = 0; at < one.words.length; at++) {
    if (!beginAlike(one.folded[at], other.folded[at])) return Number.POSITIVE_INFINITY;
    const letters = Math.min(one.folded[at].length, other.folded[at].length);
    const [a, b] = [one.words[at], other.words[at]];
    sum += one.folded[at] === other.folded[at] ? 0 : within(mostApart(letters), spellingDistance(a, b, most));
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
