/**
 * The script-neutral alphabet into which {@link foldInto} writes: one code for each sound class that Ukrainian and Russian
 * Cyrillic and their published romanizations share. Codes are 1…31 so that the children of a trie node fit one 32-bit mask.
 *
 *     a b c(ц ts) d e(е є э ё) f h(г ґ х kh) i(и і ї й ы y j) j(ж zh) k l m n o p q(ч ch) r s t u v(в w) w(ш щ sh) z  #
 *
 * `#` opens an escape for every other character, so that no two different names of another script fold to nothing.
 */
export const FOLD_LETTERS = "abcdefhijklmnopqrstuvwz#";

/** Number of codes in use, `#` included; code 0 is never written. */
export const FOLD_CODES: number = FOLD_LETTERS.length;

/** Code (1-based) of a letter of {@link FOLD_LETTERS}. */
export function foldCode(letter: string): number {
  return FOLD_LETTERS.indexOf(letter) + 1;
}

const SKIP = 64;
const BREAK = 65;
const LATIN = 128;

/** Code units below this are classified by table; all others are escaped or normalized first. */
export const TABLE_SIZE = 0x600;

/** Letters that Unicode does not decompose but that a reader takes for a plain one. */
const UNDECOMPOSED: Record<string, string> = {
  ł: "l",
  ı: "i",
  đ: "d",
  ø: "o",
  ð: "d",
  ħ: "h",
  þ: "t",
  ŋ: "n",
  æ: "a",
  œ: "o",
  ə: "a",
};

/**
 * What each UTF-16 code unit means to the fold: 1…24 a code; `SKIP` dropped (apostrophes, soft signs, combining marks);
 * `BREAK` ends a word; `LATIN | n` the n-th letter of the basic Latin alphabet, which may open a digraph; 0 unknown.
 */
export const UNIT_CLASS: Uint8Array = unitClasses();

export const UNIT: { SKIP: number; BREAK: number; LATIN: number } = { SKIP, BREAK, LATIN };

/** Scripts of a code unit as bits, for finding words that mix them. */
export const SCRIPT_LATIN = 1;
export const SCRIPT_CYRILLIC = 2;

export function scriptBit(unit: number): number {
  if (unit < 0x41) return 0;
  if (unit < 0x5b || (unit > 0x60 && unit < 0x7b)) return SCRIPT_LATIN;
  if (unit < 0xc0) return 0;
  if (unit < 0x250) return unit === 0xd7 || unit === 0xf7 ? 0 : SCRIPT_LATIN;
  return unit >= 0x400 && unit < 0x530 ? SCRIPT_CYRILLIC : 0;
}

function unitClasses(): Uint8Array {
  const table = new Uint8Array(TABLE_SIZE);
  for (let unit = 0; unit < 0x41; unit++) table[unit] = BREAK;
  for (let unit = 0x5b; unit < 0xc0; unit++) table[unit] = BREAK;
  for (let digit = 0x30; digit < 0x3a; digit++) table[digit] = 0;
  for (let unit = 0x300; unit < 0x370; unit++) table[unit] = SKIP;
  for (let letter = 0; letter < 26; letter++) {
    table[0x41 + letter] = LATIN | letter;
    table[0x61 + letter] = LATIN | letter;
  }
  // Marks that stand for the soft sign, the apostrophe or a stress: ' ` ´ ’ and the modifier letters ʼ ʹ ʺ ˈ
  for (const mark of [0x27, 0x60, 0xb4, 0xad, 0x2bc, 0x2b9, 0x2ba, 0x2bb, 0x2bd, 0x2c8]) table[mark] = SKIP;
  const single: Record<string, string> = {
    а: "a", б: "b", в: "v", г: "h", ґ: "h", д: "d", е: "e", ё: "e", є: "e", ж: "j", з: "z", и: "i", і: "i", ї: "i", й: "i",
    к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "h", ц: "c", ч: "q", ш: "w",
    щ: "w", ы: "i", э: "e", ў: "v", ј: "i", љ: "l", њ: "n", ћ: "q", ђ: "j", ѕ: "z", ѣ: "e", ѳ: "f", ѵ: "i",
    қ: "k", ғ: "h", ң: "n", ө: "o", ү: "u", ұ: "u", һ: "h", ә: "a",
    ß: "s", š: "w", ŝ: "w", ş: "w", ș: "w", č: "q", ç: "q", ĉ: "q", ć: "c", ţ: "c", ț: "c", ž: "j", ż: "j", ŭ: "v", ğ: "h", ǧ: "h",
  }; // biome-ignore format: a table
  for (const [letter, code] of Object.entries(single)) {
    table[letter.charCodeAt(0)] = foldCode(code);
    const upper = letter.toUpperCase();
    if (upper.length === 1) table[upper.charCodeAt(0)] = foldCode(code);
  }
  for (const sign of "ьЬъЪ") table[sign.charCodeAt(0)] = SKIP;
  for (let unit = 0xc0; unit < 0x250; unit++) {
    if (table[unit] !== 0) continue;
    const base = latinBase(String.fromCharCode(unit));
    if (base >= 0) table[unit] = LATIN | base;
  }
  return table;
}

function latinBase(letter: string): number {
  const lower = letter.toLowerCase();
  const base = (UNDECOMPOSED[lower] ?? lower.normalize("NFD")).charCodeAt(0) - 0x61;
  return base >= 0 && base < 26 ? base : -1;
}
