import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { otherGenders, rewordings } from "../../src/text/rewording";

describe("rewordings", () => {
  it.each([
    ["Krasnaya Polyana", "Червона Polyana"],
    ["Красное Поле", "Червоне Поле"],
    ["Большие Копани", "Великі Копани"],
    ["Wielka Hlusza", "Велика Hlusza"],
  ])("%s may be %s", (name, other) => {
    expect(rewordings(name)).toContainEqual({ text: other, how: "translated" });
  });

  it("translates only the word that tells namesakes apart", () => {
    expect(rewordings("Краснодонская Поляна").filter(({ how }) => how === "translated")).toEqual([]);
    expect(rewordings("Красное")).toEqual([]);
  });
});

describe("other genders of an adjective", () => {
  const stems = fc.stringMatching(/^[А-Я][а-я]{3,8}ск$/u);

  it("each gender leads to the two others", () => {
    fc.assert(
      fc.property(stems, (stem) => {
        const forms = ["ий", "ая", "ое"].map((ending) => stem + ending);
        for (const form of forms) expect([form, ...otherGenders(form)].sort()).toEqual(forms.slice().sort());
      }),
    );
  });

  it.each(["днепровская", "Днепр", "Новая Днепровская", "Донецьк", ""])(
    "%s is no adjective that names a place",
    (name) => {
      expect(otherGenders(name)).toEqual([]);
    },
  );
});
