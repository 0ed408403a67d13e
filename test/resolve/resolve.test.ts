import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile/compile";
import { Gazetteer } from "../../src/gazetteer/gazetteer";
import { key } from "../../src/resolve/key";
import { lookup } from "../../src/resolve/lookup";
import type { ResolveOptions } from "../../src/resolve/options";
import { place } from "../../src/resolve/place";
import { resolve } from "../../src/resolve/resolve";
import { codeOf } from "../fixtures/error-code";
import { MINI, MINI_OPTIONS } from "../fixtures/mini";
import { shipped } from "../fixtures/shipped";

const mini = Gazetteer.from(compile(MINI, MINI_OPTIONS));
const full = shipped();

describe("an answer", () => {
  test("says why: toponym, status, system, edits, hint", () => {
    const [match] = resolve(full, "Volchansk").matches;
    expect(match.via).toContainEqual(expect.objectContaining({ step: "toponym", text: "Волчанск", lang: "ru" }));
    expect(match.via).toContainEqual({ step: "romanization", system: expect.stringMatching(/^ru-/u) });
    const [former] = resolve(full, "Димитров", { within: "Донецька область" }).matches;
    expect(former.toponym).toMatchObject({
      status: "former",
      to: expect.stringMatching(/^2016/u),
      act: expect.stringContaining("VIII"),
    });
    expect(former.via).toContainEqual(expect.objectContaining({ step: "hint", hint: "within" }));
    const [typo] = resolve(full, "Krasnarmeysk").matches;
    expect(typo.via.map(({ step }) => step)).toContain("edits");
  });

  test("has scores that add up to at most one, best first", () => {
    for (const name of ["Іванівка", "Pokrovsk", "Kyiv", "Новоселівка", "Gulyaypole"]) {
      const { matches } = resolve(full, name, { limit: 100 });
      const scores = matches.map(({ score }) => score);
      expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1.001);
      expect([...scores].sort((a, b) => b - a)).toEqual(scores);
      expect(new Set(matches.map(({ id }) => id)).size).toBe(matches.length);
    }
  });

  test("is ambiguous for a name of a hundred villages, with as many candidates as asked", () => {
    const answer = resolve(full, "Іванівка", { limit: 7 });
    expect(answer.status).toBe("ambiguous");
    expect(answer.matches).toHaveLength(7);
    expect(answer.matches.every(({ toponym }) => toponym.text === "Іванівка")).toBe(true);
  });

  test("is ready for JSON", () => {
    const answer = resolve(full, "Покровськ");
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
});

describe("hints", () => {
  test("within takes units of every level in every language, ids, and towns for what they are the seat of", () => {
    for (const within of [
      "Donetsk region",
      "Донецька область",
      "Донецкая обл.",
      "Donetsk",
      "Покровський район",
      "Pokrovsk district",
      "katottg:UA14000000000091971",
      "Ukraine",
    ]) {
      expect(resolve(full, "Красноармейск", { within }).matches[0]?.names.uk, within).toBe("Покровськ");
    }
  });

  test("near, country and class choose among namesakes", () => {
    expect(resolve(full, "Pokrovsk", { near: [51.5, 46.1] }).matches[0].country).toBe("RU");
    expect(resolve(full, "Красноармейск", { country: "RU" }).matches[0].country).toBe("RU");
    expect(resolve(full, "Київ", { class: "oblast" }).matches.every((match) => match.class === "oblast")).toBe(true);
    expect(resolve(full, "Покровський район", { within: "Донецька область" }).matches[0].class).toBe("raion");
  });

  test("an unknown within is an error, not a wrong answer", () => {
    expect(codeOf(() => resolve(full, "Kyiv", { within: "Qwxzqwxz" }))).toBe("unknown-within");
  });
});

describe("bad input", () => {
  test("wrong types are refused by code", () => {
    for (const name of [undefined, null, 5, {}, []])
      expect(codeOf(() => resolve(mini, name as never))).toBe("invalid-name");
    const wrong: unknown[] = [
      { near: [Number.NaN, 1] },
      { near: [1] },
      { near: [95, 0] },
      { near: "48,37" },
      { limit: 0 },
      { limit: 1.5 },
      { limit: Number.NaN },
      { country: "UKR" },
      { class: 5 },
      { within: 5 },
      { asOf: "yesterday" },
      { lang: 5 },
      null,
    ];
    for (const options of wrong)
      expect(
        codeOf(() => resolve(mini, "Донецк", options as ResolveOptions)),
        JSON.stringify(options),
      ).toBe("invalid-option");
  });

  test("what is no name is answered none", () => {
    for (const name of [
      "",
      " ",
      "\0\u0001\n",
      "\ud800",
      "🙂🙂",
      "'",
      "---",
      "...",
      "«»",
      "()",
      ",",
      "№",
      "5",
      "а".repeat(257),
    ]) {
      expect(resolve(full, name).status, JSON.stringify(name)).toBe("none");
    }
  });

  test("marks around a name do no harm", () => {
    for (const name of [
      "«Донецьк»",
      " Донецьк\u0000 ",
      "\u202aДонецьк\u202c",
      "Доне\u0301цьк",
      "(Донецьк)",
      "ДОНЕЦЬК!",
      "\ud800Донецьк",
    ]) {
      expect(resolve(mini, name).matches[0]?.names.uk, JSON.stringify(name)).toBe("Донецьк");
    }
  });

  test("ten megabytes are answered at once", () => {
    const start = performance.now();
    expect(resolve(full, "Краснoармейск".repeat(800_000)).status).toBe("none");
    expect(performance.now() - start).toBeLessThan(1000); // a hang, not a speed, is what this guards against
  });

  test("no string crashes it", () => {
    const options = fc.record(
      {
        near: fc.tuple(fc.float({ min: -90, max: 90, noNaN: true }), fc.float({ min: -180, max: 180, noNaN: true })),
        limit: fc.integer({ min: 1, max: 100 }),
      },
      { requiredKeys: [] },
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(..."Покровськ, (область) м. г. -'ʼ Krasnarmeysk"), maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, options, (name, hints) => {
        const answer = resolve(full, name, hints as ResolveOptions);
        expect(answer.status === "none").toBe(answer.matches.length === 0);
      }),
      { numRuns: 400 },
    );
  });
});

test("resolve is pure: asking other names in between changes nothing", () => {
  const before = JSON.stringify(resolve(full, "Krasnarmeysk"));
  for (const name of ["Київ", "qqqq", "Іванівка", "Charkiw"]) resolve(full, name);
  expect(JSON.stringify(resolve(full, "Krasnarmeysk"))).toBe(before);
});

test("key joins spellings of a place it is sure of, and folds the rest", () => {
  const keys = ["Вовчанськ", "Volchansk", "Волчанск", "Vovčansʹk", "Wowtschansk"].map((name) => key(full, name));
  expect(new Set(keys)).toEqual(new Set(["katottg:UA63140010010035757"]));
  expect(key(full, "Вулиця Соборна 5")).toMatch(/^fold:/u);
  expect(key(full, "")).toBe("");
});

test.each([
  ["Khmelntyskyi", "Хмельницький"],
  ["Chernivsti", "Чернівці"],
  ["Skahdovsk", "Скадовськ"],
  ["Бахчсиарай", "Бахчисарай"],
])("neighbours that changed places inside what the fold reads as one letter: %s is %s", (name, uk) => {
  expect(resolve(full, name).matches[0].names.uk).toBe(uk);
});

test.each([
  ["Bakhrnut", "Бахмут"],
  ["Volnovaklia", "Волноваха"],
  ["Черкассьі", "Черкаси"],
])("letters that readers of print take for two others, or two for one: %s is %s", (name, uk) => {
  const { status, matches } = resolve(full, name);
  expect([status, matches[0].names.uk]).toEqual(["match", uk]);
});

test("a region without bounds excludes nothing; what is far from it is less likely", () => {
  expect(resolve(full, "Pokrovsk (Donbas)").matches[0].names.uk).toBe("Покровськ");
  expect(resolve(full, "Stalino", { within: "Donbas" }).matches[0].names.uk).toBe("Донецьк");
  const galicia = resolve(full, "Миколаїв", { within: "Галичина" });
  expect(galicia.matches[0].within.map(({ names }) => names.uk)).toContain("Львівська область");
  expect(galicia.matches[0].via).toContainEqual(expect.objectContaining({ step: "hint", hint: "within" }));
});

test("a word of a name of two is found in its unit, and is no place elsewhere", () => {
  expect(resolve(full, "Вершинова", { within: "Чернігівська область" }).matches[0].names.uk).toBe(
    "Вершинова Муравійка",
  );
  expect(resolve(full, "Вершинова").status).toBe("none");
});

test("place and lookup lead to the same ids", () => {
  expect(place(full, "geonames:704422")?.id).toBe("katottg:UA14160210010099403");
  expect(place(full, "katottg:UA00000000000000000")).toBeUndefined();
  expect(lookup(full, "Вовчанськ")[0]).toBe("katottg:UA63140010010035757");
  expect(lookup(full, "")).toEqual([]);
});

test.each([
  ["Краматурску", "Краматорськ"],
  ["Авдєївкою", "Авдіївка"],
])("a misspelt case form is read: %s", (name, uk) => {
  const { status, matches } = resolve(full, name);
  expect([status, matches[0]?.names.uk]).toEqual(["match", uk]);
});
