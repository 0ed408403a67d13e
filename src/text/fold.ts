import {
  FOLD_LETTERS,
  foldCode,
  SCRIPT_CYRILLIC,
  SCRIPT_LATIN,
  scriptBit,
  TABLE_SIZE,
  UNIT,
  UNIT_CLASS,
} from "./alphabet";

/**
 * Version of the fold. It stands in the header of every gazetteer file: a file whose keys were made by another fold is refused,
 * because its names would silently not be found.
 */
export const FOLD_VERSION = 1;

/** Longest folded name; `foldInto` stops there. Names over 256 characters are answered `none` before they come here. */
export const MAX_FOLD = 512;

/**
 * How the writer of a Latin spelling may have meant `ch`, `z`, `j`, `ou`, `x`. Every index key is made with `english`; the others
 * are tried on queries only. `slavic`: ch = х (Polish, Czech, and German with sch = ш); `german`: also z = ц; `french`: ch = ш,
 * j = ж, ou = у; `scholarly`: x = х; `hungarian`: s = ш, sz = с, cs = ч, zs = ж; `spanish`: j = х.
 */
export type LatinReading = "english" | "slavic" | "german" | "french" | "scholarly" | "hungarian" | "spanish";

const A = foldCode("a");
const C = foldCode("c");
const E = foldCode("e");
const F = foldCode("f");
const H = foldCode("h");
const I = foldCode("i");
const J = foldCode("j");
const K = foldCode("k");
const O = foldCode("o");
const P = foldCode("p");
const Q = foldCode("q");
const S = foldCode("s");
const T = foldCode("t");
const U = foldCode("u");
const W = foldCode("w");
const Z = foldCode("z");
const ESCAPE = foldCode("#");

/** Codes of the basic Latin letters a…z when they open no digraph. */
const PLAIN: Uint8Array = Uint8Array.from([..."abcdefhhiiklmnopkrstuvvkiz"], (letter) => foldCode(letter));

const letterIndex = (letter: string): number => UNIT.LATIN | (letter.charCodeAt(0) - 0x61);
const LC = letterIndex("c");
const LG = letterIndex("g");
const LH = letterIndex("h");
const LJ = letterIndex("j");
const LK = letterIndex("k");
const LO = letterIndex("o");
const LP = letterIndex("p");
const LS = letterIndex("s");
const LT = letterIndex("t");
const LU = letterIndex("u");
const LX = letterIndex("x");
const LZ = letterIndex("z");

const classAt = (text: string, at: number): number => {
  if (at >= text.length) return 0;
  const unit = text.charCodeAt(at);
  return unit < TABLE_SIZE ? UNIT_CLASS[unit] : 0;
};

/**
 * Writes the folded codes of `text` into `out` and returns how many there are. One pass, no allocation for clean text.
 *
 * The rules, each the meeting point of published systems (national 2010, BGN/PCGN, ISO 9, scholarly, GOST, Duden, Polish):
 * letters go to sound classes; digraphs are read (`shch sch sh ch tch zh kh gh ts cz sz`); soft signs, apostrophes, stress marks,
 * spaces and hyphens vanish; doubled letters are one; `i` before `e` vanishes (ye = ie = є = е); тс = ts = ц; тч = ч.
 *
 * Trap: it is not a transliteration and cannot be read back. Гутір and Хутір fold alike; ranking compares the spellings again.
 *
 * @example
 * // Вовчанськ, Vovchansk, Vovčansʹk and Wowtschansk (read as german) all give "vovqansk"
 */
export function foldInto(text: string, out: Uint8Array, reading: LatinReading = "english"): number {
  const n = foldOnto(text, out, 0, 0, reading);
  return n < 0 ? foldRare(text, out, reading) : n;
}

/**
 * Goes on folding behind the first `from` codes of `out`; the current word started at `wordStart`. Returns the number of codes, or -1 for
 * text that must be composed first (combining marks, compatibility characters).
 *
 * Trap: the first code may change the one before it (т and с become ц), and `i` before `e` is taken back.
 */
export function foldOnto(
  text: string,
  out: Uint8Array,
  from: number,
  wordStart: number,
  reading: LatinReading = "english",
): number {
  const length = text.length;
  let n = from;
  for (let at = 0; at < length && n < MAX_FOLD - 8; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= TABLE_SIZE) {
      if (unit === 0x2019 || unit === 0x2018 || unit === 0x2032 || unit === 0x200b || unit === 0xfeff) continue;
      if (unit >= 0x2000 && unit < 0x2070) {
        wordStart = n;
        continue;
      }
      return -1;
    }
    const kind = UNIT_CLASS[unit];
    if (kind >= UNIT.LATIN) {
      const unitRead = readLatin(text, at, kind, reading);
      at += unitRead >> 8;
      if (kind === LX && (unitRead & 255) === S) n = push(out, n, wordStart, K); // x = ks
      n = push(out, n, wordStart, unitRead & 255);
    } else if (kind === UNIT.SKIP) {
      if (unit >= 0x300 && unit < 0x370 && unit !== 0x301) return -1;
    } else if (kind === UNIT.BREAK) {
      wordStart = n;
    } else if (kind !== 0) {
      n = push(out, n, wordStart, kind);
    } else if (unit === 0x44f || unit === 0x42f) {
      n = push(out, push(out, n, wordStart, I), wordStart, A); // я
    } else if (unit === 0x44e || unit === 0x42e) {
      n = push(out, push(out, n, wordStart, I), wordStart, U); // ю
    } else {
      n = writeEscape(out, n, unit);
      wordStart = n;
    }
  }
  return n;
}

/**
 * {@link foldInto} for a word of plain Cyrillic letters and apostrophes, which also notes what each of its beginnings folds to: that of
 * n letters to `ends[n]` codes, of which the last is `lasts[n]` and the others stay what they are in the whole word.
 *
 * @example
 * foldLetters("київ", out, ends, lasts) // "kiv": ends[3] is 2, for "ки" and "киї" fold alike
 */
export function foldLetters(word: string, out: Uint8Array, ends: Uint16Array, lasts: Uint8Array): number {
  let n = 0;
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    const kind = unit < TABLE_SIZE ? UNIT_CLASS[unit] : UNIT.SKIP;
    if (kind !== UNIT.SKIP) {
      if (kind !== 0) n = push(out, n, 0, kind);
      else n = push(out, push(out, n, 0, I), 0, unit === 0x44f ? A : U); // я, ю
    }
    ends[at + 1] = n;
    lasts[at + 1] = n > 0 ? out[n - 1] : 0;
  }
  return n;
}

/** The code of the letter or digraph that starts at `at`, with the number of further letters it takes in the bits above 8. */
function readLatin(text: string, at: number, kind: number, reading: LatinReading): number {
  const next = at + 1 < text.length ? classAt(text, at + 1) : 0;
  switch (kind) {
    case LS:
      if (reading === "hungarian") return next === LZ ? S | (1 << 8) : W;
      if (next === LH) return takeSecondHalf(text, at + 2, 1, reading);
      if (next === LC && classAt(text, at + 2) === LH) return takeSecondHalf(text, at + 3, 2, reading);
      if (next === LZ)
        return classAt(text, at + 2) === LC && classAt(text, at + 3) === LZ ? W | (3 << 8) : W | (1 << 8);
      return S;
    case LC:
      if (next === LZ || (next === LS && reading === "hungarian")) return Q | (1 << 8);
      if (next !== LH) return C;
      if (reading === "slavic" || reading === "german") return H | (1 << 8);
      return reading === "french" ? takeSecondHalf(text, at + 2, 1, reading) : Q | (1 << 8);
    case LT:
      if (next === LC && classAt(text, at + 2) === LH) return Q | (2 << 8);
      if (next === LS && classAt(text, at + 2) === LC && classAt(text, at + 3) === LH) return Q | (3 << 8); // German tsch
      if (next === LZ) return C | (1 << 8);
      return next === LH ? T | (1 << 8) : T;
    case LZ:
      if (next === LH || (next === LS && reading === "hungarian")) return J | (1 << 8);
      return reading === "german" ? C : Z;
    case LK:
      return next === LH ? H | (1 << 8) : K;
    case LG:
      return next === LH ? H | (1 << 8) : H;
    case LP:
      return next === LH ? F | (1 << 8) : P;
    case LX:
      return reading === "scholarly" ? H : S;
    case LJ:
      if (reading === "spanish") return H;
      return reading === "french" ? J : I;
    case LO:
      return reading === "french" && next === LU ? U | (1 << 8) : O;
    default:
      return PLAIN[kind & 31];
  }
}

/** ш, or щ when a spelling of ч follows: shch, schtsch, chtch. All fold to `w`. */
function takeSecondHalf(text: string, at: number, taken: number, reading: LatinReading): number {
  const first = classAt(text, at);
  if (first === LC && classAt(text, at + 1) === LH && reading !== "french") return W | ((taken + 2) << 8);
  if (first !== LT) return W | (taken << 8);
  if (classAt(text, at + 1) === LC && classAt(text, at + 2) === LH) return W | ((taken + 3) << 8);
  const german = classAt(text, at + 1) === LS && classAt(text, at + 2) === LC && classAt(text, at + 3) === LH;
  return german ? W | ((taken + 4) << 8) : W | (taken << 8);
}

/** Whether a code behind another changes it or vanishes in it, as {@link foldOnto} does it: the other letters of a name stay what they are. */
export function foldTogether(last: number, code: number): boolean {
  if (last === code) return true;
  if (last === T) return code === S || code === Q || code === C;
  return (last === I && code === E) || (last === W && code === Q);
}

/** Appends one code under the rules that look back: doubled letters, i before e, ts, tch. */
function push(out: Uint8Array, n: number, wordStart: number, code: number): number {
  if (n > wordStart) {
    const last = out[n - 1];
    if (last === code) return n;
    if (last === W && code === Q) return n; // šč and шч are щ
    if (code === E && last === I) {
      // ie = ye = є; what stood before the i may now double
      if (n - 1 > wordStart && out[n - 2] === E) return n - 1;
      out[n - 1] = E;
      return n;
    }
    if (last === T && (code === S || code === Q || code === C)) {
      out[n - 1] = code === S ? C : code;
      if (n - 1 > wordStart && out[n - 2] === out[n - 1]) return n - 1;
      return n;
    }
  }
  out[n] = code;
  return n + 1;
}

/** Any other character as `#` and four base-20 digits: nothing vanishes, nothing collides. */
function writeEscape(out: Uint8Array, n: number, unit: number): number {
  out[n++] = ESCAPE;
  for (let digit = 0; digit < 4; digit++) {
    out[n++] = 1 + (unit % 20);
    unit = Math.floor(unit / 20);
  }
  return n;
}

/** Text with combining marks or compatibility characters: compose it first, then fold what the table still does not know unit by unit. */
function foldRare(text: string, out: Uint8Array, reading: LatinReading): number {
  const composed = text.normalize("NFKC").replace(/[\u0300-\u036f\u200b-\u200f\ufeff]/gu, "");
  let known = "";
  let n = 0;
  const buffer = new Uint8Array(MAX_FOLD);
  const flush = (): void => {
    const length = foldInto(known, buffer, reading);
    for (let index = 0; index < length && n < MAX_FOLD - 8; index++) out[n++] = buffer[index];
    known = "";
  };
  for (let at = 0; at < composed.length && n < MAX_FOLD - 8; at++) {
    const unit = composed.charCodeAt(at);
    if (unit < TABLE_SIZE || (unit >= 0x2000 && unit < 0x2070)) known += composed[at];
    else {
      flush();
      n = writeEscape(out, n, unit);
    }
  }
  flush();
  return n;
}

const scratch = new Uint8Array(MAX_FOLD);

/**
 * The folded form of a name as a readable string over {@link FOLD_LETTERS}: the key of indexes and joins.
 *
 * @example
 * fold("Красноармійськ") // "krasnoarmisk"
 * fold("Krasnoarmiisk")  // "krasnoarmisk"
 */
export function fold(text: string, reading: LatinReading = "english"): string {
  const length = foldInto(text, scratch, reading);
  let key = "";
  for (let at = 0; at < length; at++) key += FOLD_LETTERS[scratch[at] - 1];
  return key;
}

/** What any of the other readings needs: ch, cs, j, ou, x, z. */
const READ_OTHERWISE = /[cjxz]|ou/iu;

/**
 * Other readings worth trying for a Latin spelling, beside `english`: none for Cyrillic and for names without the letters in question.
 *
 * @example
 * otherReadings("Charkiw") // ["slavic", "french"]
 */
export function otherReadings(text: string): LatinReading[] {
  const readings: LatinReading[] = [];
  if (!READ_OTHERWISE.test(text)) return readings;
  const ch = /(?<!s|t)ch/iu.test(text);
  if (ch) readings.push("slavic");
  if (/z(?!h)/iu.test(text) && !/[cs]z/iu.test(text)) readings.push("german");
  if (ch || /ou|j/iu.test(text)) readings.push("french");
  if (/x/iu.test(text)) readings.push("scholarly");
  if (/sz|cs|zs/iu.test(text)) readings.push("hungarian");
  if (/j/iu.test(text)) readings.push("spanish");
  return readings;
}

/** True when a word of `text` mixes Latin and Cyrillic letters: a sign of look-alikes ("Kpaснoapмейск"). */
export function mixesScripts(text: string): boolean {
  let word = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const bit = scriptBit(unit);
    if (bit) word |= bit;
    else if (unit <= 0x40 || (unit > 0x5a && unit < 0x61)) {
      if (unit !== 0x27) word = 0;
    }
    if (word === (SCRIPT_LATIN | SCRIPT_CYRILLIC)) return true;
  }
  return false;
}
