import { holdsDecoy, locate, located, PRINT_BITS, plainLetters } from "../gazetteer/decoys";
import type { PlaceRecord } from "../types";

/** The sections that {@link isDecoy} reads; both empty when there are no decoys. */
export interface DecoyColumns {
  decoyShape: Uint32Array;
  decoyPrints: Uint8Array;
}

/** Seeds tried before giving up; of sets of any size more than nine in ten fit at the first. */
const MOST_SEEDS = 64;

/** Filters of which the best is taken: which names pass for decoys by chance depends on the seed (measured: 173 to 211 of 102,395). */
const COMPARED = 4;

/**
 * Makes the filter of the decoys, of a few the one that takes the fewest attested names for decoys. Strings that are an attested name of a
 * record are left out: a decoy hides no name. Same strings, same bytes, whatever their order and however often each is given.
 */
export function decoyFilter(decoys: Iterable<string>, records: readonly PlaceRecord[]): DecoyColumns {
  const chosen = new Set<string>();
  for (const text of decoys) chosen.add(plainLetters(text));
  const names = new Set<string>();
  if (chosen.size > 0)
    for (const { toponyms } of records) for (const { text } of toponyms) names.add(plainLetters(text));
  const strings = [...chosen].filter((text) => !names.has(text)).sort((a, b) => (a < b ? -1 : 1));
  if (strings.length === 0) return { decoyShape: new Uint32Array(), decoyPrints: new Uint8Array() };
  const { segment, firsts } = shapeFor(strings.length);
  const filters: DecoyColumns[] = [];
  for (let seed = 0; seed < MOST_SEEDS && filters.length < COMPARED; seed++) {
    const decoyShape = Uint32Array.of(seed, segment, firsts);
    const decoyPrints = printsOf(strings, decoyShape);
    if (decoyPrints) filters.push({ decoyShape, decoyPrints });
  }
  if (filters.length === 0) throw new Error(`no filter of ${strings.length} decoys in ${MOST_SEEDS} seeds`);
  const hidden = filters.map((filter) => [...names].filter((name) => holdsDecoy(filter, name)).length);
  return filters[hidden.indexOf(Math.min(...hidden))];
}

/** Segment length and number as the paper chooses them for three slots a string: some 16 % more slots than strings. */
function shapeFor(size: number): { segment: number; firsts: number } {
  const segment = 2 ** Math.max(2, Math.floor(Math.log(Math.max(2, size)) / Math.log(3.33) + 2.25));
  const factor = Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(Math.max(2, size)));
  return { segment, firsts: Math.max(1, Math.round((size * factor) / segment) - 2) };
}

/**
 * Peels: a slot that one string alone uses can be filled for it after all others. The strings are taken off in that order and the
 * fingerprints set in the opposite one. Undefined when a rest shares all its slots.
 */
function printsOf(strings: readonly string[], shape: Uint32Array): Uint8Array | undefined {
  const slots = shape[1] * (shape[2] + 2);
  const places = new Uint32Array(strings.length * 4);
  const users = new Uint32Array(slots);
  // All users of a slot, added without carry: when one is left, it is itself.
  const combined = new Uint32Array(slots);
  strings.forEach((text, index) => {
    locate(text, shape);
    places.set(located, index * 4);
    for (let nth = 0; nth < 3; nth++) {
      users[located[nth]]++;
      combined[located[nth]] ^= index;
    }
  });
  const alone: number[] = [];
  for (let slot = 0; slot < slots; slot++) if (users[slot] === 1) alone.push(slot);
  const peeled: { index: number; slot: number }[] = [];
  for (let at = 0; at < alone.length; at++) {
    const slot = alone[at];
    if (users[slot] !== 1) continue;
    const index = combined[slot];
    peeled.push({ index, slot });
    for (let nth = 0; nth < 3; nth++) {
      const other = places[index * 4 + nth];
      combined[other] ^= index;
      if (--users[other] === 1) alone.push(other);
    }
  }
  if (peeled.length < strings.length) return undefined;
  const prints = new Uint16Array(slots);
  for (let at = peeled.length - 1; at >= 0; at--) {
    const { index, slot } = peeled[at];
    const from = index * 4;
    // The slot itself is still 0.
    prints[slot] = places[from + 3] ^ prints[places[from]] ^ prints[places[from + 1]] ^ prints[places[from + 2]];
  }
  return packed(prints);
}

/** Fingerprints bit by bit, the lowest first, and a byte behind them so that the last is read as all others. */
function packed(prints: Uint16Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((prints.length * PRINT_BITS) / 8) + 1);
  prints.forEach((print, slot) => {
    const bit = slot * PRINT_BITS;
    bytes[bit >>> 3] |= print << (bit & 7);
    bytes[(bit >>> 3) + 1] |= print >>> (8 - (bit & 7));
  });
  return bytes;
}
