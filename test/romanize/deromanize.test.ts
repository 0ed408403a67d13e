import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRecords } from "../../data/records";
import { deromanize } from "../../src/romanize/deromanize";
import { foldSigns } from "../../src/romanize/inverse-units";
import { romanize } from "../../src/romanize/romanize";
import { romanizationSystems, type SystemId } from "../../src/romanize/systems";

const registerNames = [
  ...new Set(
    readRecords()
      .filter((place) => place.id.startsWith("katottg:") && ["city", "settlement", "village"].includes(place.class))
      .flatMap((place) => place.toponyms.filter((name) => name.source.startsWith("katottg") && name.lang === "uk"))
      .map((name) => name.text),
  ),
].sort();

function folded(text: string): string {
  return foldSigns(text.normalize("NFC").toLowerCase());
}

describe("the register's settlement names by the national system of 2010", () => {
  test("leave no Cyrillic letter and no apostrophe", () => {
    expect(registerNames.length).toBeGreaterThan(15_000);
    for (const name of registerNames) expect(romanize(name, "uk-national-2010")).toMatch(/^[A-Za-z -]+$/);
  });

  test("come back among the first ten candidates for 99.9 in 100, as the first for 9 in 10", () => {
    const sample = registerNames.filter((_, n) => n % 20 === 0);
    let first = 0;
    let ten = 0;
    for (const name of sample) {
      const candidates = deromanize(romanize(name, "uk-national-2010"), { system: "uk-national-2010" });
      const rank = candidates.findIndex((candidate) => candidate.text === name.replace(/[’ʼ]/g, "'"));
      if (rank === 0) first++;
      if (rank >= 0) ten++;
    }
    expect(first / sample.length).toBeGreaterThan(0.9);
    expect(ten / sample.length).toBeGreaterThan(0.999);
  });
});

describe("deromanize", () => {
  test.each(romanizationSystems.map((system) => system.id))(
    "%s: every candidate is a true source",
    (system: SystemId) => {
      let seen = 0;
      for (const source of [
        "Щасливе",
        "Новоград",
        "Яготин",
        "Київ",
        "Донецьк",
        "Чернівці",
        "Згурівка",
        "Москва",
        "Берёзовка",
        "Аўгустава",
      ]) {
        const latin = romanize(source, system);
        for (const candidate of deromanize(latin, { system })) {
          expect(folded(romanize(candidate.text, system))).toBe(folded(latin));
          seen++;
        }
      }
      expect(seen).toBeGreaterThan(5); // else the loop proved nothing
    },
  );

  test("gives candidates best first, each once, at most `limit`", () => {
    const candidates = deromanize("Koriukivka", { lang: "uk", limit: 5 });
    expect(candidates).toHaveLength(5);
    expect(candidates[0]!.text).toBe("Корюківка");
    expect(new Set(candidates.map((candidate) => candidate.text)).size).toBe(5);
    const costs = candidates.map((candidate) => candidate.cost);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
  });

  test("a system of one letter for one letter has one answer", () => {
    for (const [system, source] of [
      ["uk-iso-9-1995", "Щасливцеве"],
      ["ru-gost-7-79-2000-a", "Йошкар-Ола"],
      ["be-iso-9-1995", "Магілёў"],
    ] as const)
      expect(deromanize(romanize(source, system), { system }).map((candidate) => candidate.text)).toEqual([source]);
  });

  test.each([
    ["Shchastia", "uk", "Щастя"],
    ["Pokrowsk", "uk", "Покровськ"],
    ["Saporischschja", "uk", "Запоріжжя"],
    ["Donets'k", "uk", "Донецьк"],
    ["KAMIANETS-PODILSKYI", "uk", "КАМ'ЯНЕЦЬ-ПОДІЛЬСЬКИЙ"],
    ["Louhansk", "uk", "Луганськ"],
    ["Dnepropetrovsk", "ru", "Днепропетровск"],
    ["Homieĺ", "be", "Гомель"],
  ] as const)("%s (%s) is first of all %s", (latin, lang, source) => {
    expect(deromanize(latin, { lang })[0]!.text).toBe(source);
  });

  test("has no candidate for what no system writes, and says nothing worse", () => {
    expect(deromanize("qqq")).toEqual([]);
    expect(deromanize("")).toEqual([]);
    expect(deromanize("2022-24")).toEqual([]);
    expect(deromanize("Kyiv ".repeat(30))).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
        for (const { text: source, system } of deromanize(text))
          expect(folded(romanize(source, system))).toBe(folded(text));
      }),
      { numRuns: 50 },
    );
  });

  test("refuses misuse by code", () => {
    const code = (code: string) => expect.objectContaining({ code });
    expect(() => deromanize("Kyiv", { system: "uk-2010" as SystemId })).toThrow(code("unknown-system"));
    for (const limit of [0, -1, 1.5, Number.NaN])
      expect(() => deromanize("Kyiv", { limit })).toThrow(code("invalid-option"));
  });
});
