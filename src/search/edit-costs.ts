import { FOLD_CODES, FOLD_LETTERS, foldCode } from "../text/alphabet";

/** Cost of one plain edit. All costs are whole numbers of sixteenths of an edit, so that search needs no floating point. */
export const EDIT: number = 16;

/**
 * What each edit of a folded name costs. Symmetric: it does not matter which of the two spellings is the query.
 * `substitute[a * 32 + b]`, `insert[a]` (a letter that only one of the two has), `transpose` (two neighbours change places).
 */
export interface EditCosts {
  substitute: Uint8Array;
  insert: Uint8Array;
  transpose: number;
}

/** Pairs of sound classes that writers confuse, with the cost of taking one for the other. See data/weights/REPORT.md. */
export function editCosts(
  pairs: Record<string, number>,
  inserts: Record<string, number>,
  transpose: number,
): EditCosts {
  const substitute = new Uint8Array(32 * 32).fill(EDIT);
  const insert = new Uint8Array(32).fill(EDIT);
  for (let code = 0; code <= FOLD_CODES; code++) substitute[code * 32 + code] = 0;
  for (const [pair, cost] of Object.entries(pairs)) {
    const first = foldCode(pair[0]);
    const second = foldCode(pair[1]);
    substitute[first * 32 + second] = cost;
    substitute[second * 32 + first] = cost;
  }
  for (const [letter, cost] of Object.entries(inserts)) insert[foldCode(letter)] = cost;
  return { substitute, insert, transpose };
}

/** The least that any edit costs. */
export function cheapestEdit({ substitute, insert, transpose }: EditCosts): number {
  let least = transpose;
  for (let a = 1; a <= FOLD_CODES; a++) {
    least = Math.min(least, insert[a]);
    for (let b = 1; b <= FOLD_CODES; b++) if (a !== b) least = Math.min(least, substitute[a * 32 + b]);
  }
  return least;
}

/** The least that it costs to be rid of a letter: to leave it out or to replace it by any other. */
export function cheapestWithout({ substitute, insert }: EditCosts, code: number): number {
  let least = insert[code];
  for (let other = 1; other <= FOLD_CODES; other++)
    if (other !== code) least = Math.min(least, substitute[code * 32 + other]);
  return least;
}

/** For each remaining budget 0…EDIT, the codes that can follow within it: as masks, so that a trie node is filtered in one step. */
export interface ReachMasks {
  /** `substitute[budget * 32 + code]`: codes that may stand for `code` */
  substitute: Uint32Array;
  /** `insert[budget]`: codes that may be added */
  insert: Uint32Array;
}

/** Derives the masks from the costs. */
export function reachMasks(costs: EditCosts): ReachMasks {
  const substitute = new Uint32Array((EDIT + 1) * 32);
  const insert = new Uint32Array(EDIT + 1);
  for (let budget = 0; budget <= EDIT; budget++) {
    for (let other = 1; other <= FOLD_LETTERS.length; other++) {
      if (costs.insert[other] <= budget) insert[budget] |= 1 << other;
      for (let code = 1; code <= FOLD_LETTERS.length; code++)
        if (costs.substitute[code * 32 + other] <= budget) substitute[budget * 32 + code] |= 1 << other;
    }
  }
  return { substitute, insert };
}

/** The same distances, written so that replacing a letter is never dearer than leaving one out and putting the other in. */
export function neverDearerThanTwo({ substitute, insert, transpose }: EditCosts): EditCosts {
  const least = substitute.map((cost, pair) => Math.min(cost, insert[pair >> 5] + insert[pair & 31]));
  return { substitute: least, insert, transpose };
}

/**
 * The letters that need never be put in before their like, as a mask of codes: to put in the first of "aa" and take the second for an e
 * is no cheaper than to keep it and put the e in. True of all letters of the shipped costs, where two edits are never cheaper than one.
 */
export function neverBeforeTheirLike({ substitute, insert }: EditCosts): number {
  let letters = 0;
  for (let code = 1; code <= FOLD_LETTERS.length; code++) {
    let never = true;
    for (let other = 1; other <= FOLD_LETTERS.length; other++)
      if (insert[other] > insert[code] + substitute[code * 32 + other]) never = false;
    if (never) letters |= 1 << code;
  }
  return letters;
}
