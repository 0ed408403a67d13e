import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decision, Decisions, readDecisions, writeDecisions } from "../../../src/clean/review/decisions";
import { codeOf } from "../../fixtures/error-code";

const POKROVSK = "katottg:UA14160210010099403";
const HEADER = "name\twithin\tid\n";

describe("decisions", () => {
  it("are read: a place, no place, and of two lines for one value the last", () => {
    const text = `${HEADER}Pokrovske\t\tgeonames:1\nвул. Садова 5\t\tnone\nPokrovske\t\t${POKROVSK}\n`;
    const decisions = readDecisions(text);
    expect(decisions.of("Pokrovske")).toBe(POKROVSK);
    expect(decisions.of("вул. Садова 5")).toBe("none");
    expect(decisions.of("pokrovske")).toBeUndefined();
    expect(decisions.of("constructor")).toBeUndefined();
    expect(decisions.size).toBe(2);
  });

  it("for a name and its unit win over those for the name alone", () => {
    const decisions = readDecisions(`${HEADER}Іванівка\tОдеська\tallonym:donbas\nІванівка\t\tnone\n`);
    expect(decisions.of("Іванівка", "Одеська")).toBe("allonym:donbas");
    expect(decisions.of("Іванівка", "Сумська")).toBe("none");
    expect(decisions.of("Іванівка")).toBe("none");
    expect(readDecisions(`${HEADER}Іванівка\tОдеська\tnone\n`).of("Іванівка")).toBeUndefined();
  });

  it("may have a byte order mark, CRLF, blank lines and no line end", () => {
    const text = `\uFEFF${HEADER}a\tb\tnone\n\nc\t\t${POKROVSK}`.replaceAll("\n", "\r\n");
    expect([...readDecisions(text)]).toEqual([
      { name: "a", within: "b", id: "none" },
      { name: "c", within: "", id: POKROVSK },
    ]);
  });

  it("are written as ClickHouse writes TabSeparated", () => {
    expect(writeDecisions([{ name: "a\tb\nc\\n", within: "\r", id: "none" }])).toBe(
      `${HEADER}a\\tb\\nc\\\\n\t\\r\tnone\n`,
    );
  });

  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom("\t", "\n", "\r", "\\", "t", "n", "r", "\uFEFF", "\u2028", "і", "'") }),
  );
  const id = fc.oneof(
    fc.constant("none"),
    fc.integer({ min: 1, max: 99_999_999 }).map((number) => `geonames:${number}`),
    fc.bigInt({ min: 10n ** 16n, max: 10n ** 17n - 1n }).map((code) => `katottg:UA${code}`),
    fc.stringMatching(/^[a-z][a-z-]{0,20}$/u).map((word) => `allonym:${word}`),
  );

  it("come back as they were written, whatever the names are", () => {
    const decision: fc.Arbitrary<Decision> = fc.record({ name: cell, within: cell, id });
    fc.assert(
      fc.property(fc.array(decision), (decisions) => {
        const text = writeDecisions(decisions);
        expect(text.split("\n")).toHaveLength(decisions.length + 2);
        const read = readDecisions(text);
        expect([...read]).toEqual([...new Decisions(decisions)]);
        const last = new Map(decisions.map(({ name, within, id }) => [JSON.stringify([name, within]), id]));
        expect(read.size).toBe(last.size);
        for (const { name, within } of decisions)
          expect(read.of(name, within)).toBe(last.get(JSON.stringify([name, within])));
      }),
    );
  });

  it.each([
    ["", 1, "header"],
    ["name\tid\nKiev\tnone\n", 1, "header"],
    [`${HEADER}Kiev\tnone\n`, 2, "2 cells"],
    [`${HEADER}a\t\tnone\nKiev\t\tnone\t\n`, 3, "4 cells"],
    [`${HEADER}Kiev\t\t\n`, 2, "id"],
    [`${HEADER}Kiev\t\tKyiv\n`, 2, "Kyiv"],
    [`${HEADER}Kiev\t\tkatottg:UA123\n`, 2, "katottg:UA123"],
    [`${HEADER}Kiev\t\tgeonames:0\n`, 2, "geonames:0"],
    [`${HEADER}Kiev\t\tgeonames:7 \n`, 2, "geonames:7 "],
    [`${HEADER}c:\\dir\t\tnone\n`, 2, "\\d"],
    [`${HEADER}Kiev\\\t\tnone\n`, 2, "escape"],
  ])("that cannot be read are refused with the line: %j", (text, line, what) => {
    expect(codeOf(() => readDecisions(text))).toBe("invalid-decisions");
    expect(() => readDecisions(text)).toThrow(`line ${line} of the decisions: `);
    expect(() => readDecisions(text)).toThrow(JSON.stringify(what).slice(1, -1));
    expect(() => readDecisions(text)).toThrow("; expected ");
  });
});
