import fc from "fast-check";
import fastLevenshtein from "fast-levenshtein";
import { expect, test } from "vitest";
import { NONE } from "../../src/gazetteer/format";
import { EDIT, type EditCosts, editCosts } from "../../src/search/edit-costs";
import { FuzzySearch } from "../../src/search/fuzzy";
import { type KeyColumns, packKeys } from "../../src/search/keys";
import { partTries } from "../../src/search/search-tries";
import { SHIPPED_COSTS } from "../../src/search/shipped-costs";
import { buildTrie, findKey } from "../../src/search/trie";
import { MAX_FUZZY } from "../../src/search/trie-walk";
import { FOLD_LETTERS, foldCode } from "../../src/text/alphabet";

const codesOf = (key: string): Uint8Array => Uint8Array.from(key, (letter) => foldCode(letter));
const textOf = (codes: Uint8Array): string => [...codes].map((code) => FOLD_LETTERS[code - 1]).join("");

function indexOf(
  keys: readonly string[],
  costs: EditCosts,
): { search: FuzzySearch; find: (key: string) => number; texts: string[]; columns: KeyColumns } {
  const texts = [...new Set(keys)].filter((key) => key !== "");
  const byCodes = (a: string, b: string): number => {
    const [x, y] = [codesOf(a), codesOf(b)];
    for (let at = 0; at < Math.min(x.length, y.length); at++) if (x[at] !== y[at]) return x[at] - y[at];
    return x.length - y.length;
  };
  texts.sort(byCodes);
  const columns = packKeys(texts.map(codesOf));
  const reversed = (key: number): string => [...texts[key]].reverse().join("");
  const backward = [...texts.keys()].sort((a, b) => byCodes(reversed(a), reversed(b)));
  const at = (text: string, depth: number): number => (depth < text.length ? foldCode(text[depth]) : 0);
  const forward = buildTrie(Uint32Array.from(texts.keys()), (key, depth) => at(texts[key], depth));
  const reverse = buildTrie(Uint32Array.from(backward), (key, depth) => at(reversed(key), depth));
  return {
    search: new FuzzySearch(forward, reverse, columns, costs),
    find: (key) => findKey(forward, columns, codesOf(key), key.length),
    texts,
    columns,
  };
}

/** Weighted edit distance with transpositions (optimal string alignment), the whole table: the oracle. */
function distance(a: Uint8Array, b: Uint8Array, costs: EditCosts): number {
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    rows.push([]);
    for (let j = 0; j <= b.length; j++) {
      let cost = i === 0 && j === 0 ? 0 : Number.POSITIVE_INFINITY;
      if (i > 0) cost = Math.min(cost, rows[i - 1][j] + costs.insert[a[i - 1]]);
      if (j > 0) cost = Math.min(cost, rows[i][j - 1] + costs.insert[b[j - 1]]);
      if (i > 0 && j > 0) cost = Math.min(cost, rows[i - 1][j - 1] + costs.substitute[a[i - 1] * 32 + b[j - 1]]);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, rows[i - 2][j - 2] + costs.transpose);
      rows[i].push(cost);
    }
  }
  return rows[a.length][b.length];
}

/** One to three random edits, as places and letters to draw from. */
const edits = fc.array(
  fc.tuple(fc.nat(8), fc.constantFrom(..."abdehiknorsv"), fc.constantFrom("put", "drop", "change", "swap")),
  { maxLength: 3 },
);

function misspell(key: string, list: readonly [number, string, string][]): string {
  let text = key;
  for (const [place, letter, kind] of list) {
    const at = place % (text.length + 1);
    const rest = kind === "put" ? text.slice(at) : text.slice(at + 1);
    if (kind === "swap")
      text =
        text.slice(0, at) +
        text
          .slice(at, at + 2)
          .split("")
          .reverse()
          .join("") +
        text.slice(at + 2);
    else text = text.slice(0, at) + (kind === "drop" ? "" : letter) + rest;
  }
  return text || key;
}

const word = fc.string({ unit: fc.constantFrom(..."abdehiknorsv"), minLength: 1, maxLength: 9 });

const BUDGETS = [8, 14, 16, 20, 24, 32, 40];

/** What comparing with every key finds. */
function near(texts: readonly string[], query: string, costs: EditCosts, budget: number): [string, number][] {
  return texts
    .map((text): [string, number] => [text, distance(codesOf(query), codesOf(text), costs)])
    .filter(([, cost]) => cost <= budget)
    .sort();
}

const foundBy = (search: FuzzySearch, texts: readonly string[]): [string, number][] =>
  search.found.map((key): [string, number] => [texts[key], search.cost(key)]).sort();

/** Odd costs: two cheap edits for a dear one, a dear letter, a change of places that costs less than any other edit. */
const ODD_COSTS = editCosts({ ae: 5, dv: 11 }, { a: 3, h: 4, k: 16, o: 5 }, 3);

test.each([
  ["the shipped costs", SHIPPED_COSTS, 3000],
  ["odd costs", ODD_COSTS, 1000],
])("finds exactly what comparing with every key finds, with the same costs: %s", (_, costs, numRuns) => {
  let compared = 0;
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 60 }),
      fc.array(fc.tuple(edits, fc.constantFrom(...BUDGETS)), { minLength: 1, maxLength: 3 }),
      (keys, asked) => {
        const { search, texts } = indexOf(keys, costs);
        for (const [list, budget] of asked) {
          const query = misspell(keys[0], list);
          search.search(codesOf(query), query.length, budget);
          const expected = near(texts, query, costs, budget);
          compared += expected.length;
          expect(foundBy(search, texts)).toEqual(expected);
        }
      },
    ),
    { numRuns },
  );
  expect(compared).toBeGreaterThan(numRuns);
});

test("a letter is put in before its like where the like then stands for a dearer one", () => {
  const { search, texts } = indexOf(["a", "eo", "ea"], ODD_COSTS);
  search.search(codesOf("a"), 1, 8);
  expect(foundBy(search, texts)).toEqual(near(texts, "a", ODD_COSTS, 8));
  expect(foundBy(search, texts)).toContainEqual(["ea", 8]);
});

test("long keys are found like short ones", () => {
  const long = fc.string({ unit: fc.constantFrom(..."abkn"), minLength: 28, maxLength: 100 });
  fc.assert(
    fc.property(fc.array(long, { minLength: 1, maxLength: 8 }), edits, (keys, list) => {
      const { search, texts } = indexOf([...keys, keys[0].slice(1), `${keys[0]}ab`], SHIPPED_COSTS);
      const query = misspell(keys[0], list);
      search.search(codesOf(query), query.length, 2 * EDIT);
      expect(foundBy(search, texts)).toEqual(
        query.length > MAX_FUZZY ? [] : near(texts, query, SHIPPED_COSTS, 2 * EDIT),
      );
    }),
    { numRuns: 300 },
  );
});

test("the nearest keys are those within a margin of the least cost, if that is within the budget", () => {
  let reached = 0;
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 60 }),
      edits,
      fc.constantFrom(...BUDGETS),
      fc.constantFrom(0, 4, 8, 20),
      (keys, list, budget, margin) => {
        const { search, texts } = indexOf(keys.slice(1), SHIPPED_COSTS);
        const query = misspell(keys[0], list);
        search.searchNearest(codesOf(query), query.length, budget, margin);
        const within = near(texts, query, SHIPPED_COSTS, budget);
        const least = Math.min(...within.map(([, cost]) => cost));
        expect(foundBy(search, texts)).toEqual(within.filter(([, cost]) => cost <= least + margin));
        if (least > EDIT && within.length > 0) reached++;
        for (const [key, text] of texts.entries())
          expect(search.cost(key)).toBe(
            within.find(([one, cost]) => one === text && cost <= least + margin)?.[1] ?? 255,
          );
      },
    ),
    { numRuns: 2000 },
  );
  expect(reached).toBeGreaterThan(100);
});

test("in the tries of some of the keys it finds what it finds among all, less the others", () => {
  let compared = 0;
  let leftOut = 0;
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 60 }),
      fc.array(edits, { maxLength: 6 }),
      fc.array(fc.array(fc.nat(59), { maxLength: 30 }), { minLength: 1, maxLength: 3 }),
      edits,
      fc.constantFrom(...BUDGETS),
      (words, alike, parts, list, budget) => {
        const keys = [...words, ...alike.map((one) => misspell(words[0], one))];
        const { search, texts, columns } = indexOf(keys, SHIPPED_COSTS);
        const query = misspell(keys[0], list);
        for (const chosen of parts) {
          const part = [...new Set(chosen)].filter((key) => key < texts.length).sort((a, b) => a - b);
          const wanted = new Set(part.map((key) => texts[key]));
          search.search(codesOf(query), query.length, budget);
          const all = foundBy(search, texts);
          search.search(codesOf(query), query.length, budget, partTries(columns, part));
          const expected = all.filter(([text]) => wanted.has(text));
          expect(foundBy(search, texts)).toEqual(expected);
          compared += expected.length;
          leftOut += all.length - expected.length;
        }
      },
    ),
    { numRuns: 2000 },
  );
  expect(compared).toBeGreaterThan(500);
  expect(leftOut).toBeGreaterThan(500);
});

test("with plain costs and no transposition it is fast-levenshtein", () => {
  const plain = editCosts({}, {}, 255);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), word, (keys, query) => {
      const { search, texts } = indexOf(keys, plain);
      search.search(codesOf(query), query.length, 2 * EDIT);
      const got = new Set(search.found.map((key) => texts[key]));
      for (const text of texts) expect(got.has(text), `${query} ${text}`).toBe(fastLevenshtein.get(query, text) <= 2);
    }),
    { numRuns: 500 },
  );
});

test("every key is found exactly, and nothing else is", () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), word, (keys, other) => {
      const { find, texts } = indexOf(keys, SHIPPED_COSTS);
      texts.forEach((text, key) => {
        expect(find(text)).toBe(key);
      });
      if (!texts.includes(other)) expect(find(other)).toBe(NONE);
    }),
  );
});

test("a misspelling that a coder wrote is one cheap edit off", () => {
  const { search, texts } = indexOf(["krasnoarmeisk", "kramatorsk", "krasnohorivka"], SHIPPED_COSTS);
  search.search(codesOf("krasnarmeisk"), "krasnarmeisk".length, EDIT);
  expect(search.found.map((key) => texts[key])).toEqual(["krasnoarmeisk"]);
  expect(textOf(codesOf("abc"))).toBe("abc");
});
