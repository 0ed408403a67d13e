import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PageData } from "../../../src/clean/review/page/page-data";
import { reviewPage } from "../../../src/clean/review/review-page";
import type { ReviewValue } from "../../../src/clean/review/review-value";
import { resolve } from "../../../src/core";
import { shipped } from "../../fixtures/shipped";

const { matches } = resolve(shipped(), "Pokrovske");
const unmatched = (name: string, rows: number): ReviewValue => ({ name, rows, status: "none", matches: [] });
const POKROVSKE: ReviewValue = { name: "Pokrovske", rows: 12, status: "ambiguous", matches };

/** What stands in the scripts of a page, as a browser finds them: up to the first end tag. */
const scriptsOf = (page: string): string[] =>
  [...page.matchAll(/<script[^>]*>(.*?)<\/script/gsu)].map(([, text]) => text);

const dataOf = (page: string): PageData => JSON.parse(scriptsOf(page)[0]) as PageData;

describe("the review page as a text", () => {
  it("holds the values by frequency, each place once, and how it was found", () => {
    const values = [unmatched("вул. Садова 5", 3), POKROVSKE, { ...POKROVSKE, within: "Одеська", rows: 5 }];
    const data = dataOf(reviewPage(values, { column: "place" }));
    expect(data.values.map(({ name, within, rows }) => [name, within, rows])).toEqual([
      ["Pokrovske", "", 12],
      ["Pokrovske", "Одеська", 5],
      ["вул. Садова 5", "", 3],
    ]);
    expect(data.places.map(({ id }) => id)).toEqual(matches.map(({ id }) => id));
    expect(data.places[0]).toEqual({
      id: matches[0].id,
      en: "Pokrovske",
      uk: "Покровське",
      ru: "Покровское",
      class: matches[0].class,
      within: matches[0].within.slice(0, -1).map((unit) => unit.names.en),
      population: matches[0].population,
    });
    const [first] = data.values[0].candidates;
    expect(first.score).toBe(matches[0].score);
    expect(first.how).toContain("Pokrovske = ");
  });

  it("has a fingerprint of the column and its values, not of the counts", () => {
    const fingerprint = (column: string, ...values: ReviewValue[]): string =>
      dataOf(reviewPage(values, { column })).fingerprint;
    expect(fingerprint("place", POKROVSKE)).toBe(fingerprint("place", { ...POKROVSKE, rows: 13 }));
    const others = [
      fingerprint("place", POKROVSKE),
      fingerprint("town", POKROVSKE),
      fingerprint("place", { ...POKROVSKE, within: "Одеська" }),
      fingerprint("place", POKROVSKE, unmatched("a", 1)),
    ];
    expect(new Set(others).size).toBe(others.length);
  });

  it("asks for nothing, and lets nothing run but its own script", () => {
    const page = reviewPage([POKROVSKE], { column: "place" });
    expect(page).not.toMatch(/https?:|\bsrc=|\bhref=|@import|url\(/u);
    const [, script] = scriptsOf(page);
    const hash = createHash("sha256").update(script).digest("base64");
    expect(page).toContain(`default-src 'none'; script-src 'sha256-${hash}';`);
  });

  it("cannot be broken out of by a name, a unit, a column or a title", () => {
    const part = fc.constantFrom(
      "</script>",
      "<!--",
      "<script>",
      "'",
      '"',
      "&",
      "\u2028",
      "\\",
      "\t",
      "\n",
      "і",
      "]]>",
    );
    const text = fc.oneof(
      fc.array(part).map((parts) => parts.join("")),
      fc.string(),
    );
    const plain = reviewPage([unmatched("a", 1)], { column: "b", title: "c" });
    fc.assert(
      fc.property(text, text, text, text, (name, within, column, title) => {
        const page = reviewPage([{ ...unmatched(name, 1), within }], { column, title });
        expect(dataOf(page).values[0]).toMatchObject({ name, within });
        expect(scriptsOf(page)[1]).toBe(scriptsOf(plain)[1]);
        expect(page.match(/<[a-z!]/gu)?.length).toBe(plain.match(/<[a-z!]/gu)?.length);
      }),
    );
  });
});
