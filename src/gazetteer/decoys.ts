import { KIND, letterKinds } from "../text/letter-kinds";
import type { Gazetteer } from "./gazetteer";

/**
 * The form in which decoys are kept and asked: lower case, NFC, without apostrophes, ё as е, Latin letters without marks. No fold:
 * what folds alike is not the same word.
 *
 * @example
 * plainLetters("Міжгір’я") // "міжгіря"
 * plainLetters("Ōsaka")    // "osaka"
 */
export function plainLetters(text: string): string {
  if (!(letterKinds(text) & (KIND.OTHER | KIND.APOSTROPHE | KIND.RUSSIAN))) return text.toLowerCase();
  let plain = text.toLowerCase().normalize("NFC");
  if (MARKED_LATIN.test(plain)) plain = plain.normalize("NFD").replace(MARKS, "$1").normalize("NFC");
  return LEFT_OUT.test(plain) ? plain.replace(/['’‘ʼʻ`′]/gu, "").replaceAll("ё", "е") : plain;
}

const MARKED_LATIN = /[\u00c0-\u024f\u1e00-\u1eff]|[a-z][\u0300-\u036f]/u;
const MARKS = /([a-z])[\u0300-\u036f]+/gu;
const LEFT_OUT = /['’‘ʼʻ`′ё]/u;

/** Bits of a fingerprint: one string in 512 that is no decoy passes for one. With nine, every fingerprint lies in two bytes. */
export const PRINT_BITS = 9;

/** Where a string stands in the filter: three slots and its fingerprint. Scratch memory of {@link locate}. */
export const located: Uint32Array = new Uint32Array(4);

/**
 * Writes the slots and the fingerprint of a string to {@link located}: the slots lie in three consecutive segments, the first
 * of which the hash chooses.
 *
 * Trap: the next call overwrites what this one wrote.
 *
 * @param shape seed, slots in a segment (a power of two), segments in which the first slot may lie
 */
export function locate(plain: string, shape: ArrayLike<number>): void {
  const [seed, segment, firsts] = [shape[0], shape[1], shape[2]];
  let a = seed ^ 0x9e3779b9;
  let b = Math.imul(seed + 1, 0x85ebca6b);
  for (let at = 0; at < plain.length; at++) {
    const unit = plain.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0xcc9e2d51);
    b = (b << 13) | (b >>> 19);
  }
  a = mixed(a ^ plain.length);
  b = mixed(b ^ a);
  const first = Math.floor((a / 0x100000000) * segment * firsts);
  const c = mixed(b ^ 0x27d4eb2f);
  located[0] = first;
  located[1] = (first + segment) ^ (b & (segment - 1));
  located[2] = (first + 2 * segment) ^ (c & (segment - 1));
  located[3] = (b ^ c) >>> (32 - PRINT_BITS);
}

/** Finalizer of MurmurHash3: every bit of the input changes half of the bits of the output. */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The fingerprint in a slot. They lie bit by bit, the lowest first; a byte follows the last. */
function printAt(prints: Uint8Array, slot: number): number {
  const bit = slot * PRINT_BITS;
  const at = bit >>> 3;
  return ((prints[at] | (prints[at + 1] << 8)) >>> (bit & 7)) & ((1 << PRINT_BITS) - 1);
}

/**
 * Whether a string is known as a word, a surname or a place elsewhere, and was put into the file because it looks like a place that
 * the file has. Then it is unlikely that it is a slip for that place.
 *
 * Trap: the file holds fingerprints, not strings. A decoy is always told; of other strings 0.2 % are taken for one. And no is not
 * "no word": words that look like no place are left out.
 *
 * The filter is a binary fuse filter (T. M. Graf, D. Lemire: Binary Fuse Filters: Fast and Smaller Than Xor Filters, 2022): the
 * fingerprints in three slots give the string's own when added without carry.
 *
 * @example
 * isDecoy(gazetteer, "Калиною")   // true: "with guelder rose", and a case of a dozen villages
 * isDecoy(gazetteer, "Покровськ") // false
 */
export function isDecoy({ columns }: Gazetteer, text: string): boolean {
  return columns.decoyShape.length > 0 && holdsDecoy(columns, plainLetters(text));
}

/** {@link isDecoy} for plain letters, asked of a filter that is not empty. */
export function holdsDecoy(
  { decoyShape, decoyPrints }: Pick<Gazetteer["columns"], "decoyShape" | "decoyPrints">,
  plain: string,
): boolean {
  locate(plain, decoyShape);
  const [one, two, three, print] = [located[0], located[1], located[2], located[3]];
  return (printAt(decoyPrints, one) ^ printAt(decoyPrints, two) ^ printAt(decoyPrints, three)) === print;
}
