import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { annotate } from "../../src/annotate/annotate";
import type { Annotation } from "../../src/annotate/answer";
import { annotateStream } from "../../src/annotate/stream";
import { Gazetteer } from "../../src/gazetteer/gazetteer";
import { shipped } from "../fixtures/shipped";
import { goldenTexts } from "./golden-texts";

const gazetteer = shipped();
const sentences = goldenTexts().map(({ text }) => text);
const noise = [
  "🚀",
  "👩‍👩‍👧",
  "e\u0301",
  "Ки\u0301їв",
  "\u0000",
  "\ud83d",
  "«",
  "”",
  "\n",
  "\n\n",
  "\r\n",
  " ",
  "-",
  "—",
  "'",
  "’",
  "1",
  ".",
  "А",
  "I",
];

/** Texts of golden sentences, single words of them, and what breaks offsets. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(...sentences),
      fc.constantFrom(...sentences.flatMap((text) => text.split(" "))),
      fc.constantFrom(...noise),
    ),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(" "));

test("annotations are ordered and disjoint, and offsets give the surface back", () => {
  fc.assert(
    fc.property(texts, (text) => {
      let end = 0;
      for (const annotation of annotate(gazetteer, text).annotations) {
        expect(annotation.start).toBeGreaterThanOrEqual(end);
        expect(annotation.end).toBeGreaterThan(annotation.start);
        expect(text.slice(annotation.start, annotation.end)).toBe(annotation.surface);
        expect(annotation.match.score).toBeGreaterThan(0);
        expect(
          annotation.match.score + annotation.alternatives.reduce((sum, { score }) => sum + score, 0),
        ).toBeLessThan(1.001);
        end = annotation.end;
      }
    }),
    { numRuns: 80 },
  );
});

test("any string is answered", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      for (const { start, end, surface } of annotate(gazetteer, text).annotations)
        expect(text.slice(start, end)).toBe(surface);
    }),
    { numRuns: 200 },
  );
});

test("what was annotated before changes nothing", () => {
  const first = sentences.map((text) => JSON.stringify(annotate(gazetteer, text)));
  const again = [...sentences].reverse().map((text) => JSON.stringify(annotate(gazetteer, text)));
  expect(again.reverse()).toEqual(first);
});

/** A text of several blocks: with blank lines, with single lines, and with neither. */
function longText(separator: string): string {
  let text = "";
  for (let at = 0; text.length < 350_000; at++) text += sentences[(at * 7) % sentences.length] + separator;
  return text;
}

test.each([["\n\n"], ["\n"], [" "]])("any chunking gives the same answers %#", async (separator) => {
  const text = longText(separator);
  const whole = annotate(gazetteer, text).annotations;
  expect(whole.length).toBeGreaterThan(3000);
  expect(whole.every(({ start, end, surface }) => text.slice(start, end) === surface)).toBe(true);
  for (const size of [1009, 65_536, text.length]) {
    const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
      text.slice(at * size, (at + 1) * size),
    );
    const streamed: Annotation[] = [];
    for await (const annotation of annotateStream(gazetteer, pieces)) streamed.push(annotation);
    expect(streamed.length).toBe(whole.length);
    expect(JSON.stringify(streamed) === JSON.stringify(whole)).toBe(true);
  }
});

test("a text in one language answers as if none in another had been asked before", () => {
  const text = "Бои около села Тернвка.";
  const asked = (of: Gazetteer, lang: string): unknown => annotate(of, text, { lang }).annotations[0].match.toponym;
  const bytes = readFileSync(new URL("../../data/compiled/allonym.bin", import.meta.url));
  const [before, fresh] = [Gazetteer.from(bytes), Gazetteer.from(bytes)];
  const ukrainian = asked(before, "uk");
  const russian = asked(fresh, "ru");
  expect(russian).not.toEqual(ukrainian);
  expect(asked(before, "ru")).toEqual(russian);
});
