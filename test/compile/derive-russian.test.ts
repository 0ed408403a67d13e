import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveNames } from "../../data/derivation/derive";

const { toRussian, toUkrainian } = deriveNames();

describe("deriveRussian", () => {
  // Own rows: names of the kinds the fit must get right, whatever the records hold next.
  it.each([
    ["Велика Писарівка", "Великая Писаревка"],
    ["Вовчанськ", "Волчанск"],
    ["Новомиколаївка", "Новониколаевка"],
    ["Кам'янка-Дніпровська", "Каменка-Днепровская"],
    ["Камʼянка", "Каменка"],
    ["Довгеньке", "Долгенькое"],
    ["Харків", "Харьков"],
  ])("%s → %s", (ukrainian, russian) => {
    expect(toRussian(ukrainian)[0].text.replace(/ё/g, "е")).toBe(russian);
  });

  it("keeps capitals, blanks and hyphens", () => {
    expect(toRussian("БАХМУТ")[0].text).toBe("БАХМУТ");
    expect(toRussian("бахмут")[0].text).toBe("бахмут");
    expect(toRussian("Івано-Франківськ")[0].text).toBe("Ивано-Франковск");
  });

  it("gives something for any text, and never throws", () => {
    for (const text of ["", " ", "-", "№ 5", "Kyiv", "constructor", "__proto__"]) {
      expect(toRussian(text).length).toBeGreaterThan(0);
    }
  });

  it("orders up to four different names by probabilities that are no more than one together", () => {
    const letters = fc.constantFrom(..."абвгґдеєжзиіїйклмнопрстуфхцчшщьюя' -");
    const name = fc.array(letters, { minLength: 1, maxLength: 14 }).map((all) => all.join(""));
    fc.assert(
      fc.property(name, (text) => {
        const derived = toRussian(text);
        const probabilities = derived.map(({ probability }) => probability);
        expect(derived.length).toBeLessThanOrEqual(4);
        expect(new Set(derived.map((one) => one.text)).size).toBe(derived.length);
        expect([...probabilities].sort((a, b) => b - a)).toEqual(probabilities);
        expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe("deriveUkrainian", () => {
  it.each([
    ["Валуйки", "Валуйки"],
    ["Курск", "Курськ"],
    ["Красная Яруга", "Красна Яруга"],
  ])("%s → %s", (russian, ukrainian) => {
    expect(toUkrainian(russian)[0].text).toBe(ukrainian);
  });

  it("takes ё for е", () => {
    expect(toUkrainian("Орёл")).toEqual(toUkrainian("Орел"));
  });
});
