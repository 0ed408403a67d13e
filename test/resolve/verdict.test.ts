import { describe, expect, test } from "vitest";
import { resolve, verdict } from "../../src/core";
import { codeOf } from "../fixtures/error-code";
import { shipped } from "../fixtures/shipped";

const full = shipped();

describe("a verdict", () => {
  test.each([
    ["Krasnarmeysk", {}],
    ["Іванівка", { limit: 3 }],
    ["Миколаївка Бахмутського району", {}],
    ["Kharkiv region", {}],
    ["вулиця Садова", {}],
    ["Dimitrov", { within: "Donetsk region" }],
  ])("prints what resolve answers: %s %j", (name, options) => {
    const said = verdict(full, name, options);
    const { status, matches } = resolve(full, name, options);
    expect(said.name).toBe(name);
    expect(said.status).toBe(status);
    expect(said.size).toBe(matches.length);
    matches.forEach((match, at) => {
      expect(said.id(at)).toBe(match.id);
      expect(said.names(at)).toEqual(match.names);
      expect(said.score(at)).toBe(match.score);
      expect(said.match(at)).toEqual(match);
    });
  });

  test("what it does not have is refused", () => {
    const said = verdict(full, "вулиця Садова");
    expect(said.size).toBe(0);
    expect(codeOf(() => said.id(0))).toBe("no-such-match");
    expect(codeOf(() => verdict(full, "Київ", { limit: 1 }).match(1))).toBe("no-such-match");
  });

  test("the same misuse is refused", () => {
    expect(codeOf(() => verdict(full, 5 as unknown as string))).toBe("invalid-name");
    expect(codeOf(() => verdict(full, "Київ", { within: "Qwxzqwxz" }))).toBe("unknown-within");
  });
});
