import { describe, expect, test } from "vitest";
import { LEAF } from "../../src/gazetteer/format";
import { placeIndex } from "../../src/gazetteer/place";
import { AreaTries } from "../../src/resolve/hints/area-tries";
import type { FlatTrie } from "../../src/search/flat-trie";
import { shipped } from "../fixtures/shipped";

const gazetteer = shipped();
const KHARKIV_OBLAST = placeIndex(gazetteer, "katottg:UA63000000000041885");

/** The keys of a trie, sorted: the records with bit 31 set. */
function keysOf({ nodes }: FlatTrie): number[] {
  const keys: number[] = [];
  for (let record = 0; record < nodes.length; record += 2) if (nodes[record] < 0) keys.push(nodes[record] & 0x7fffffff);
  return keys.sort((a, b) => a - b);
}

/** The keys that lead to a place of a unit, told from the postings one by one. */
function keysIn(unit: number): number[] {
  const { keyPosting, postings } = gazetteer.columns;
  const keys: number[] = [];
  keyPosting.forEach((posting, key) => {
    const start = posting - LEAF;
    const all = posting < LEAF ? [posting] : [...postings.subarray(start + 1, start + 1 + postings[start])];
    if (all.some((one) => gazetteer.isWithin(one >>> 8, unit))) keys.push(key);
  });
  return keys;
}

describe("the tries of an area", () => {
  test("hold every key of the oblast and no other, from both ends", () => {
    const tries = new AreaTries(gazetteer).of(KHARKIV_OBLAST);
    const expected = keysIn(KHARKIV_OBLAST);
    expect(expected.length).toBeGreaterThan(2000);
    expect(tries && keysOf(tries.forward)).toEqual(expected);
    expect(tries && keysOf(tries.backward)).toEqual(expected);
  });

  test("are those of the oblast for what lies in it, and all keys for a country", () => {
    const areas = new AreaTries(gazetteer);
    const oblast = areas.of(KHARKIV_OBLAST);
    expect(oblast).toBeDefined();
    expect(areas.of(KHARKIV_OBLAST + 1)).toBe(oblast);
    expect(areas.of(gazetteer.endOf(KHARKIV_OBLAST) - 1)).toBe(oblast);
    expect(areas.of(gazetteer.endOf(KHARKIV_OBLAST))).not.toBe(oblast);
    expect(areas.of(gazetteer.parentOf(KHARKIV_OBLAST))).toBeUndefined();
    expect(areas.of(-1)).toBeUndefined();
  });
});
