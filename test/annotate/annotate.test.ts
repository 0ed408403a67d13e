import { describe, expect, test } from "vitest";
import { annotate } from "../../src/annotate/annotate";
import { shipped } from "../fixtures/shipped";
import { compare, goldenTexts } from "./golden-texts";

const gazetteer = shipped();
const named = (text: string, options = {}): string[] =>
  annotate(gazetteer, text, options).annotations.map(({ surface, match }) => `${surface} → ${match.names.uk}`);

describe("the golden texts", () => {
  const texts = goldenTexts();

  test("are at least sixty, in three languages, of every manner", () => {
    expect(texts.length).toBeGreaterThanOrEqual(60);
    expect(new Set(texts.map(({ language }) => language))).toEqual(new Set(["uk", "ru", "en", "mixed"]));
    expect(
      texts.every(({ text, places }) => places.every(({ start, end, surface }) => text.slice(start, end) === surface)),
    ).toBe(true);
  });

  test("found 97, linked 93, nothing else", () => {
    let found = 0;
    let linked = 0;
    let places = 0;
    const wrong: string[] = [];
    for (const golden of texts) {
      const agreement = compare(golden, annotate(gazetteer, golden.text).annotations);
      found += agreement.found;
      linked += agreement.linked;
      places += agreement.places;
      wrong.push(...agreement.wrong);
    }
    const report = `found ${found}, linked ${linked} of ${places}\n${wrong.join("\n")}`;
    expect(found / places, report).toBeGreaterThanOrEqual(0.97);
    expect(linked / places, report).toBeGreaterThanOrEqual(0.93);
    expect(
      wrong.filter((line) => line.includes(" is false in ")),
      report,
    ).toEqual([]);
  });
});

test("a wire report: every place right and nothing else", () => {
  const text =
    "Russian forces took Krasnarmeysk and Dimitrov in the Krasnoarmeysk-Dmitrovsky agglomeration, Volchansk in the Kharkiv region, " +
    "Gulyaypole; Donbass, Donetsk People's Republic";
  expect(named(text)).toEqual([
    "Krasnarmeysk → Покровськ",
    "Dimitrov → Мирноград",
    "Krasnoarmeysk-Dmitrovsky agglomeration → Покровсько-Мирноградська агломерація",
    "Volchansk → Вовчанськ",
    "Kharkiv region → Харківська область",
    "Gulyaypole → Гуляйполе",
    "Donbass → Донбас",
    "Donetsk People's Republic → Донецька область",
  ]);
});
