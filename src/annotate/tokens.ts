import { scriptBit } from "../text/alphabet";

/** What stands between a word and the one before it, as bits. */
export const GAP = {
  SPACE: 1,
  HYPHEN: 2,
  COMMA: 4,
  PERIOD: 8,
  /** ! ? … : and paragraphs, which end a sentence whatever stands before */
  STOP: 16,
  NEWLINE: 32,
  QUOTE: 64,
  PAREN_OPEN: 128,
  PAREN_CLOSE: 256,
  DASH: 512,
  DIGIT: 1024,
  OTHER: 2048,
  COLON: 4096,
  SLASH: 8192,
  PARAGRAPH: 16384,
} as const;

/** How a word is written. */
export const SHAPE = { LOWER: 0, CAPITALIZED: 1, UPPER: 2, INITIAL: 3, MIXED: 4 } as const;

/** Words of a text as columns: one element a word. */
export interface Tokens {
  count: number;
  start: Int32Array;
  end: Int32Array;
  gap: Uint16Array;
  shape: Uint8Array;
  script: Uint8Array;
  sentence: Int32Array;
  /** letters that only Ukrainian (positive) or only Russian (negative) has, summed over the sentence */
  leaning: Int32Array;
  /** the words with a capital letter: the first `capitalCount` elements */
  capitals: Int32Array;
  capitalCount: number;
  /** bits of what stands behind the last word */
  lastGap: number;
  /** bits of all that stands between, before and behind the words */
  gaps: number;
}

const LOWER = 1;
const UPPER = 2;
const INNER = 3;
const APOSTROPHE = 4;

/** Where the kind of a code unit ends and what a letter tells of its language begins. */
const KIND = 31;
const SCRIPTS_AT = 5;
const ONLY_UKRAINIAN = 1 << 7;
const ONLY_RUSSIAN = 1 << 8;

/**
 * What every code unit is, in one number, so that the loop over a text asks once for each: in the low bits 1 lower, 2 upper, 3 inside
 * words only, 4 apostrophe, else `16 + bit number of GAP`; above them the script of a letter and the language that alone has it.
 */
const UNITS: Uint16Array = units();

function units(): Uint16Array {
  const table = new Uint16Array(0x10000).fill(16 + 11);
  for (let unit = 0x41; unit < 0x2000; unit++) {
    const letter = String.fromCharCode(unit);
    if (/\p{Lu}|\p{Lt}/u.test(letter)) table[unit] = UPPER;
    else if (/\p{L}/u.test(letter)) table[unit] = LOWER;
    else if (/\p{M}/u.test(letter)) table[unit] = INNER;
  }
  table.fill(LOWER, 0x1e00, 0x2000);
  table.fill(LOWER, 0x3040, 0xd800);
  for (let unit = 0x41; unit < 0x530; unit++) if (table[unit] <= UPPER) table[unit] |= scriptBit(unit) << SCRIPTS_AT;
  for (const letter of "іїєґІ") table[letter.charCodeAt(0)] |= ONLY_UKRAINIAN;
  for (const letter of "ыэёъЫ") table[letter.charCodeAt(0)] |= ONLY_RUSSIAN;
  for (const unit of [0xad, 0x200b, 0x200c, 0x200d, 0x2060]) table[unit] = INNER;
  for (const unit of [0x27, 0x60, 0xb4, 0x2bc, 0x2b9, 0x2019, 0x2018]) table[unit] = APOSTROPHE;
  const put = (bit: number, characters: string): void => {
    for (let at = 0; at < characters.length; at++) table[characters.charCodeAt(at)] = 16 + bit;
  };
  put(0, " \t\r\u00a0\u2002\u2003\u2009\u202f\u205f\u3000");
  put(1, "-\u2010\u2011");
  put(2, ",;");
  put(3, ".");
  put(4, "!?…");
  put(5, "\n");
  put(6, '"«»„“”‟');
  put(7, "([{");
  put(8, ")]}");
  put(9, "–—−");
  put(10, "0123456789");
  put(12, ":");
  put(13, "/");
  return table;
}

/** Words before which a full stop ends no sentence: abbreviated generic elements, titles, initials are told by their length. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  "обл смт пгт пос ст-ца дер хут вул просп бул пров пл ген полк им ім см тис млн млрд грн руб св див напр mr mrs ms dr st gen col lt sgt sen rep gov prof no vs jr sr mt ft обл р-н оз о-в імені".split(
    " ",
  ),
);

/**
 * Cuts a text into words and what stands between them. An apostrophe belongs to the word when letters stand on both sides; hyphens
 * part words, and {@link GAP} says so.
 *
 * Trap: `gap[n]` is what stands before word n, not behind it; the first word stands behind a stop.
 *
 * @example
 * tokenize("м. Куп’янськ-Вузловий").count // 3: м, Куп’янськ, Вузловий
 */
export function tokenize(text: string): Tokens {
  const capacity = Math.max(16, (text.length >> 1) + 1);
  const start = new Int32Array(capacity);
  const end = new Int32Array(capacity);
  const gap = new Uint16Array(capacity);
  const shape = new Uint8Array(capacity);
  const script = new Uint8Array(capacity);
  const sentence = new Int32Array(capacity);
  const capitals = new Int32Array(capacity);
  const leanings: number[] = [0];
  let count = 0;
  let capitalCount = 0;
  let between: number = GAP.STOP;
  let gaps = 0;
  let sentences = 0;
  const length = text.length;
  let at = 0;
  while (at < length) {
    const kind = UNITS[text.charCodeAt(at)] & KIND;
    if (kind > UPPER) {
      if (kind >= 16) {
        const bit = 1 << (kind - 16);
        if (bit === GAP.NEWLINE && between & GAP.NEWLINE) between |= GAP.PARAGRAPH;
        between |= bit;
      } else between |= kind === APOSTROPHE ? GAP.QUOTE : 0;
      at++;
      continue;
    }
    const from = at;
    let uppers = 0;
    let letters = 0;
    let all = 0;
    let leaning = 0;
    for (; at < length; at++) {
      const unit = UNITS[text.charCodeAt(at)];
      const here = unit & KIND;
      if (here <= UPPER) {
        letters++;
        uppers += here - LOWER;
        all |= unit;
        leaning += ((unit & ONLY_UKRAINIAN) >> 7) - ((unit & ONLY_RUSSIAN) >> 8);
      } else if (here === INNER) continue;
      else if (here === APOSTROPHE && at + 1 < length && (UNITS[text.charCodeAt(at + 1)] & KIND) <= UPPER) continue;
      else break;
    }
    const firstUpper = kind === UPPER;
    // A space alone ends no sentence, and is what stands before most words.
    if (
      between !== GAP.SPACE &&
      count > 0 &&
      endsSentence(between, text, start[count - 1], end[count - 1], firstUpper)
    ) {
      sentences++;
      leanings.push(0);
    }
    start[count] = from;
    end[count] = at;
    gap[count] = between;
    gaps |= between;
    script[count] = (all >> SCRIPTS_AT) & 3;
    sentence[count] = sentences;
    leanings[sentences] += leaning;
    if (uppers > 0) {
      shape[count] = shapeOf(firstUpper, uppers, letters);
      capitals[capitalCount++] = count;
    }
    count++;
    between = 0;
  }
  return {
    count,
    start,
    end,
    gap,
    shape,
    script,
    sentence,
    leaning: Int32Array.from(leanings),
    capitals,
    capitalCount,
    lastGap: between,
    gaps: gaps | between,
  };
}

function shapeOf(firstUpper: boolean, uppers: number, letters: number): number {
  if (!firstUpper) return SHAPE.MIXED;
  if (letters === 1) return SHAPE.INITIAL;
  if (uppers === 1) return SHAPE.CAPITALIZED;
  return uppers === letters ? SHAPE.UPPER : SHAPE.MIXED;
}

function endsSentence(between: number, text: string, from: number, to: number, upper: boolean): boolean {
  if (between & (GAP.STOP | GAP.PARAGRAPH)) return true;
  if (between & GAP.NEWLINE && !(between & ~(GAP.NEWLINE | GAP.SPACE))) return false;
  if (between & GAP.NEWLINE) return true;
  if (!(between & GAP.PERIOD)) return false;
  if (!upper) return false;
  if (to - from <= 2 && !(between & GAP.NEWLINE)) return false;
  return !(to - from <= 5 && ABBREVIATIONS.has(text.slice(from, to).toLowerCase()));
}
