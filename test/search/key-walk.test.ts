import fc from "fast-check";
import { expect, test } from "vitest";
import { NONE } from "../../src/gazetteer/format";
import { KeyWalk, WALK_DEAD, WALK_START } from "../../src/search/key-walk";
import { packKeys } from "../../src/search/keys";
import { buildTrie } from "../../src/search/trie";

const code = fc.integer({ min: 1, max: 3 });
const word = fc.array(code, { minLength: 1, maxLength: 7 });

/** A walk over these keys, in their order. */
function walkOver(keys: readonly (readonly number[])[]): KeyWalk {
  const trie = buildTrie(Uint32Array.from(keys.keys()), (key, depth) => keys[key][depth] ?? 0);
  return new KeyWalk(trie, packKeys(keys.map((key) => Uint8Array.from(key))));
}

const sorted = (words: readonly number[][]): number[][] =>
  [...new Set(words.map((codes) => codes.join()))].sort().map((codes) => codes.split(",").map(Number));

test("wherever a walk is stopped and taken up again, it ends at the key, and reads as far as some key does", () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), word, fc.nat(7), (words, asked, stop) => {
      const keys = sorted(words);
      const walk = walkOver(keys);
      const codes = Uint8Array.from(asked);
      const half = Math.min(stop, codes.length);
      const whole = walk.advance(walk.advance(WALK_START, codes, 0, half), codes, half, codes.length);
      const states = Float64Array.of(WALK_START, ...codes.map(() => Number.NaN));
      const traced = walk.trace(states, codes, 0, half) && walk.trace(states, codes, half, codes.length);
      expect(traced ? states[codes.length] : WALK_DEAD).toBe(whole);
      const shared = keys.map((key) => sharedWith(key, asked));
      expect(walk.reach(states, codes, codes.length)).toBe(Math.max(0, ...shared));
      expect(whole === WALK_DEAD).toBe(!shared.includes(asked.length));
      const key = keys.findIndex((one) => one.join() === asked.join());
      expect(walk.keyAt(whole)).toBe(key < 0 ? NONE : key);
    }),
  );
});

test("over no keys every walk is dead after one code, and no key ends at the start", () => {
  const walk = walkOver([]);
  expect(walk.keyAt(WALK_START)).toBe(NONE);
  expect(walk.advance(WALK_START, Uint8Array.of(1), 0, 1)).toBe(WALK_DEAD);
  expect(walk.reach(new Float64Array(2), Uint8Array.of(1), 1)).toBe(0);
});

function sharedWith(key: readonly number[], asked: readonly number[]): number {
  let shared = 0;
  while (shared < asked.length && key[shared] === asked[shared]) shared++;
  return shared;
}
