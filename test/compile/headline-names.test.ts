import { describe, expect, it } from "vitest";
import { headlineNames } from "../../src/compile/headline-names";
import type { PlaceRecord } from "../../src/types";

const record = (country: string, placeClass: PlaceRecord["class"]): PlaceRecord => ({
  id: "allonym:one",
  class: placeClass,
  country,
  toponyms: [],
});

describe("names that head an answer", () => {
  it("have no soft sign in English where a source writes the name without", () => {
    const all = [
      { text: "Казань", lang: "ru", status: "variant" },
      { text: "Kazan’", lang: "en", status: "variant" },
      { text: "Kazan", lang: "und-Latn", status: "variant" },
    ];
    expect(headlineNames(record("RU", "city"), all).en).toBe(2);
    expect(headlineNames(record("RU", "city"), all.slice(0, 2)).en).toBe(1);
  });

  it("are the last ones of a unit that is no more, and never a part of a name", () => {
    const all = [
      { text: "Краснолиманський район", lang: "uk", status: "former", to: "2016" },
      { text: "Лиманський район", lang: "uk", status: "former", to: "2020-07-17" },
      { text: "Краснолиманский район", lang: "ru", status: "former", to: "2016" },
      { text: "Лиманщина", lang: "uk", derivedBy: "area" },
      { text: "Лиманський", lang: "uk", derivedBy: "specific-element" },
    ];
    expect(headlineNames(record("UA", "raion"), all)).toMatchObject({ uk: 1, ru: 2 });
  });
});
