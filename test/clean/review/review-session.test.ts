import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDecisions } from "../../../src/clean/review/decisions";
import type { PageValue } from "../../../src/clean/review/page/page-data";
import { ReviewSession } from "../../../src/clean/review/page/review-session";

const value = (name: string, rows: number, status: PageValue["status"] = "ambiguous", within = ""): PageValue => ({
  name,
  within,
  rows,
  status,
  candidates: [],
});
const VALUES = [
  value("Іванівка", 40, "ambiguous", "Одеська"),
  value("Кам’янка", 30),
  value("вул. Садова 5", 20, "none"),
  value("Іванівка", 10),
];

describe("a review", () => {
  it("counts values and rows", () => {
    const session = new ReviewSession(VALUES);
    session.decide(0, "none");
    session.decide(2, "none");
    session.decide(2, undefined);
    expect(session.progress()).toEqual({ values: 4, decidedValues: 1, rows: 100, decidedRows: 40 });
  });

  it("shows what passes the filter and holds what is searched for", () => {
    const session = new ReviewSession(VALUES);
    session.decide(1, "none");
    expect(session.visible("all", "")).toEqual([0, 1, 2, 3]);
    expect(session.visible("decided", "")).toEqual([1]);
    expect(session.visible("undecided", "")).toEqual([0, 2, 3]);
    expect(session.visible("ambiguous", "")).toEqual([0, 1, 3]);
    expect(session.visible("unmatched", "")).toEqual([2]);
    expect(session.visible("all", " ОДЕС")).toEqual([0]);
    expect(session.visible("all", "кам'ян")).toEqual([1]);
    expect(session.visible("undecided", "кам'ян")).toEqual([]);
  });

  it("takes an earlier file, and keeps what it says of other values", () => {
    const session = new ReviewSession(VALUES);
    const file = "name\twithin\tid\nІванівка\tОдеська\tgeonames:1\nІванівка\tСумська\tgeonames:2\nхутір\t\tnone\n";
    expect(session.take(readDecisions(file))).toEqual({ taken: 1, others: 2 });
    expect([0, 1, 2, 3].map((at) => session.idOf(at))).toEqual(["geonames:1", undefined, undefined, undefined]);
    session.decide(2, "none");
    const saved = readDecisions(session.text());
    expect(saved.size).toBe(4);
    expect(saved.of("Іванівка", "Сумська")).toBe("geonames:2");
    expect(saved.of("хутір")).toBe("none");
    expect(saved.of("вул. Садова 5")).toBe("none");
  });

  it("takes back every change in turn", () => {
    const change = fc.tuple(fc.nat(VALUES.length - 1), fc.constantFrom("none", "geonames:1", "geonames:2", undefined));
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const session = new ReviewSession(VALUES);
        const states = [session.text()];
        for (const [at, id] of changes) {
          session.decide(at, id);
          if (session.text() !== states.at(-1)) states.push(session.text());
        }
        while (states.length > 1) {
          states.pop();
          expect(session.undo()).toBeTypeOf("number");
          expect(session.text()).toBe(states.at(-1));
        }
        expect(session.undo()).toBeUndefined();
      }),
    );
  });
});
