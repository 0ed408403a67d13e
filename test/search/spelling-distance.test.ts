import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, SpellingIndex, spellingDistance } from "../../src/core";
import { EDIT } from "../../src/search/edit-costs";
import { SHIPPED_COSTS } from "../../src/search/shipped-costs";
import { foldCode } from "../../src/text/alphabet";

/** Weighted edit distance with transpositions (optimal string alignment) of folded forms, by recursion: the oracle. */
function oracle(one: string, other: string): number {
  const [a, b] = [fold(one), fold(other)].map((text) => [...text].map(foldCode));
  const { insert, substitute, transpose } = SHIPPED_COSTS;
  const known = new Map<number, number>();
  const from = (i: number, j: number): number => {
    if (i === a.length && j === b.length) return 0;
    const at = i * 1000 + j;
    let least = known.get(at) ?? Number.POSITIVE_INFINITY;
    if (least < Number.POSITIVE_INFINITY) return least;
    if (i < a.length) least = Math.min(least, insert[a[i]] + from(i + 1, j));
    if (j < b.length) least = Math.min(least, insert[b[j]] + from(i, j + 1));
    if (i < a.length && j < b.length) least = Math.min(least, substitute[a[i] * 32 + b[j]] + from(i + 1, j + 1));
    if (i + 1 < a.length && j + 1 < b.length && a[i] === b[j + 1] && a[i + 1] === b[j])
      least = Math.min(least, transpose + from(i + 2, j + 2));
    known.set(at, least);
    return least;
  };
  return from(0, 0) / EDIT;
}

const letters = fc.constantFrom(..."авіиояктсхshzku'ь ");
const name = fc.string({ unit: letters, maxLength: 12 });
/** A name and another that is not far from it. */
const pair = fc
  .tuple(name, fc.array(fc.tuple(fc.nat(12), letters, fc.boolean()), { maxLength: 4 }))
  .map(([text, slips]) => {
    let other = text;
    for (const [at, letter, drop] of slips) other = other.slice(0, at) + (drop ? "" : letter) + other.slice(at + 1);
    return [text, other] as const;
  });

test("it is the weighted distance of the folded forms, both ways, and Infinity beyond the limit", () => {
  let near = 0;
  fc.assert(
    fc.property(pair, fc.constantFrom(0, 0.5, 1, 1.5, 2, 15), ([a, b], most) => {
      const expected = oracle(a, b);
      expect(spellingDistance(a, b, most)).toBe(expected <= most ? expected : Number.POSITIVE_INFINITY);
      expect(spellingDistance(b, a, most)).toBe(spellingDistance(a, b, most));
      if (expected > 0 && expected <= most) near++;
    }),
    { numRuns: 3000 },
  );
  expect(near).toBeGreaterThan(500);
});

test("long names: alike or beyond any limit", () => {
  const long = "Верхньодніпровська".repeat(7);
  expect(spellingDistance(long, long.toUpperCase())).toBe(0);
  expect(spellingDistance(long, `${long}к`)).toBe(Number.POSITIVE_INFINITY);
  expect(spellingDistance("", "")).toBe(0);
  expect(spellingDistance("", "в")).toBe(SHIPPED_COSTS.insert[foldCode("v")] / EDIT);
});

test("an index finds what comparing with every spelling finds, the nearest first", () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 30 }), pair, fc.constantFrom(0, 0.5, 1, 1.5, 2), (pairs, [a, b], most) => {
      const list = [a, ...pairs.flat()];
      const expected = list
        .map((text, index) => ({ index, distance: oracle(text, b) }))
        .filter(({ index, distance }) => fold(list[index]) !== "" && fold(b) !== "" && distance <= most)
        .sort((x, y) => x.distance - y.distance || x.index - y.index);
      found += expected.length;
      expect(new SpellingIndex(list).near(b, most)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(300);
});

test("an index of nothing finds nothing", () => {
  expect(new SpellingIndex([]).near("Садова", 2)).toEqual([]);
});
