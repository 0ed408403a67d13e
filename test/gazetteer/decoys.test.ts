import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile/compile";
import { decoyFilter } from "../../src/compile/decoy-filter";
import { isDecoy, plainLetters } from "../../src/gazetteer/decoys";
import { Gazetteer } from "../../src/gazetteer/gazetteer";
import { MINI, MINI_OPTIONS } from "../fixtures/mini";

const withDecoys = (decoys: Iterable<string>): Gazetteer => Gazetteer.from(compile(MINI, { ...MINI_OPTIONS, decoys }));

const word = fc
  .array(fc.constantFrom(..."абвгґеєжиіїкмностуьabcdeiknorstyü -’"), { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join(""));

describe("decoys", () => {
  it("every string that was put in is found, in sets of any size", () => {
    const names = new Set(MINI.flatMap(({ toponyms }) => toponyms.map(({ text }) => plainLetters(text))));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 300 }), (decoys) => {
        const gazetteer = withDecoys(decoys);
        for (const decoy of decoys)
          if (!names.has(plainLetters(decoy))) expect(isDecoy(gazetteer, decoy), decoy).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("same strings, same bytes, whatever their order and number", () => {
    fc.assert(
      fc.property(
        fc
          .array(word, { minLength: 1, maxLength: 60 })
          .chain((decoys) =>
            fc.tuple(
              fc.constant(decoys),
              fc.shuffledSubarray([...decoys, ...decoys], { minLength: 2 * decoys.length }),
            ),
          ),
        ([decoys, shuffled]) => {
          expect(decoyFilter(shuffled, MINI)).toEqual(decoyFilter(decoys, MINI));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("of other strings some two in a thousand pass", () => {
    const gazetteer = withDecoys(Array.from({ length: 20_000 }, (_, index) => `слово${index}`));
    let passed = 0;
    for (let index = 0; index < 100_000; index++) if (isDecoy(gazetteer, `інше${index}`)) passed++;
    expect(passed).toBeLessThan(300);
    // A filter that passed nothing would be broken too: it would compare more than the fingerprints.
    expect(passed).toBeGreaterThan(100);
  });

  it("a string is found however its letters are written", () => {
    const gazetteer = withDecoys(["Дзеркальця", "п’ятому", "Ōsaka", "ещё", "Łódź"]);
    for (const text of ["дзеркальця", "ДЗЕРКАЛЬЦЯ", "п'ятому", "Пʼятому", "пятому", "Osaka", "osaka", "еще", "łodz"])
      expect(isDecoy(gazetteer, text), text).toBe(true);
    expect(isDecoy(gazetteer, "Дзеркальце")).toBe(false);
  });

  it("й, ї and ґ are letters, not marked ones", () => {
    expect(plainLetters("Київ".normalize("NFD"))).toBe("київ");
    expect(plainLetters("Ґалаґан, Йосип")).toBe("ґалаґан, йосип");
  });

  it("an attested name of the records is never one", () => {
    const gazetteer = withDecoys(["покровськ", "красноармейск", "калиною"]);
    expect(isDecoy(gazetteer, "Покровськ")).toBe(false);
    expect(isDecoy(gazetteer, "Красноармейск")).toBe(false);
    expect(isDecoy(gazetteer, "калиною")).toBe(true);
  });

  it("a file without decoys knows none", () => {
    const gazetteer = Gazetteer.from(compile(MINI, MINI_OPTIONS));
    expect(gazetteer.columns.decoyPrints.byteLength).toBe(0);
    expect(isDecoy(gazetteer, "калиною")).toBe(false);
  });
});
