import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DedupeOptions, dedupe, type LocatedRecord } from "../../../src/clean";
import { globePoint, kilometres } from "../../../src/clean/cluster/geo-grid";
import { codeOf } from "../../fixtures/error-code";
import { shipped } from "../../fixtures/shipped";

type Row = readonly [name: string, lat?: number, lon?: number, within?: string];

const recordOf = ([name, lat, lon, within]: Row): LocatedRecord => ({
  name,
  ...(lat === undefined ? {} : { lat }),
  ...(lon === undefined ? {} : { lon }),
  ...(within === undefined ? {} : { within }),
});
const groupsOf = (rows: readonly Row[], options: DedupeOptions = {}): number[] =>
  dedupe(shipped(), rows.map(recordOf), options);

describe("dedupe", () => {
  it("groups names of one place that are near, numbered by their first records", () => {
    const rows: Row[] = [
      ["Kharkiv", 49.99, 36.23],
      ["Krasnarmeysk", 48.28, 37.18],
      ["Київ", 50.45, 30.52],
      ["Покровськ", 48.281, 37.176],
      ["Харьков", 49.992, 36.231],
      ["Красноармійськ", 48.279, 37.18],
    ];
    expect(groupsOf(rows)).toEqual([1, 2, 0, 2, 1, 2]);
  });

  it("groups names that no gazetteer has by their spelling", () => {
    const rows: Row[] = [
      ["ФГ «Колос»", 49.1, 32.1],
      ["Фермерське господарство Колос", 49.101, 32.1],
      ["ФГ Колос", 49.4, 32.1],
      ["вул. Грушевського 5", 49.1, 32.1],
      ["ул. Грушевского, 5", 49.1, 32.1],
      ["вул. Грушевського 7", 49.1, 32.1],
    ];
    expect(groupsOf(rows)).toEqual([1, 1, 0, 2, 2, 0]);
  });

  it("one name in two places is two places; the radius says how near is near", () => {
    const rows: Row[] = [
      ["Іванівка", 46.716, 34.552],
      ["Ivanivka", 46.72, 34.55],
      ["Іванівка", 46.983, 30.471],
    ];
    expect(groupsOf(rows)).toEqual([1, 1, 0]);
    expect(groupsOf(rows, { radius: 0.1 })).toEqual([0, 0, 0]);
  });

  it("the same name at the same point is one place, also where the gazetteer is sure of one record only", () => {
    expect(
      groupsOf([
        ["Степанівка", 48.5, 38.2, "Донецька область"],
        ["Степанівка", 48.5, 38.2, "no such unit"],
      ]),
    ).toEqual([1, 1]);
  });

  it("distinguishing words never merge, however near the points are", () => {
    const names = ["Верхня Роща", "Нижня Роща", "ур. Довгий Яр 1", "ур. Довгий Яр 2", "Велика Роща", "Мала Роща"];
    expect(groupsOf(names.map((name): Row => [name, 49, 32]))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("a row of neighbours is not one place: all are near the one that leads", () => {
    const row = Array.from({ length: 9 }, (_, at): Row => ["ФГ Колос", 49 + at * 0.015, 32]); // 1.7 km apart
    const groups = groupsOf(row);
    expect(new Set(groups).size).toBeGreaterThan(2);
  });

  it("without coordinates, or at 0, 0, or with a blank name, a record is a duplicate of none", () => {
    const rows: Row[] = [
      ["Київ"],
      ["Київ", 50.45],
      ["Київ", 0, 0],
      ["Київ", Number.NaN, 30],
      ["Київ", 95, 30],
      ["", 50.45, 30.52],
      [" ", 50.45, 30.52],
      ["Київ", 50.45, 30.52],
    ];
    expect(groupsOf(rows)).toEqual(rows.map(() => 0));
  });

  it("refuses what cannot be meant", () => {
    for (const radius of [0, -1, Number.NaN, 501])
      expect(codeOf(() => groupsOf([], { radius }))).toBe("invalid-option");
    expect(codeOf(() => dedupe(shipped(), [{ name: 5 as unknown as string, lat: 1, lon: 1 }]))).toBe("invalid-name");
    expect(codeOf(() => groupsOf([], { country: "Ukraine" }))).toBe("invalid-option");
  });
});

describe("always", () => {
  const row = fc.tuple(
    fc.constantFrom("Київ", "Kyiv", "Покровськ", "Krasnarmeysk", "ФГ Колос", "ФГ «Колосс»", "Іванівка", "Ивановка", "урочище Довгий Яр", "Урочище Довгий Ярр"),
    fc.oneof(fc.constantFrom(48.28, 48.29, 48.3, 48.31, 50.45), fc.double({ min: 48.2, max: 48.4, noNaN: true })),
    fc.constantFrom(37.17, 37.18, 37.2, 30.52),
  ); // biome-ignore format: a list
  const table = fc.array(row, { minLength: 5, maxLength: 40 });
  /** Which records are together, whatever the numbers of the groups are. */
  const partition = (rows: readonly Row[], groups: readonly number[], numberOf: (row: Row) => number): string[] => {
    const sets = new Map<number, number[]>();
    groups.forEach((group, at) => {
      const key = group === 0 ? -1 - at : group;
      sets.set(key, [...(sets.get(key) ?? []), numberOf(rows[at])]);
    });
    return [...sets.values()].map((one) => one.sort((a, b) => a - b).join()).sort();
  };

  it("which records fall together does not depend on their order", () => {
    let grouped = 0;
    fc.assert(
      fc.property(
        table.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          // Records that are equal in all are interchangeable: they go by one number.
          const numbers = new Map([...new Set(rows.map(String))].sort().map((text, at) => [text, at]));
          const numberOf = (one: Row): number => numbers.get(String(one)) ?? -1;
          const groups = groupsOf(rows);
          grouped += groups.filter((group) => group > 0).length;
          expect(partition(shuffled, groupsOf(shuffled), numberOf)).toEqual(partition(rows, groups, numberOf));
        },
      ),
      { numRuns: 200 },
    );
    expect(grouped).toBeGreaterThan(200);
  });

  it("groups are numbered by their first records, and their records are within twice the radius of each other", () => {
    fc.assert(
      fc.property(table, fc.constantFrom(0.5, 2, 5), (rows, radius) => {
        const groups = groupsOf(rows, { radius });
        const firsts = [...new Set(groups.filter((group) => group > 0))];
        expect(firsts).toEqual(firsts.map((_, at) => at + 1));
        for (const number of firsts) {
          const points = rows.filter((_, at) => groups[at] === number).map(([, lat, lon]) => globePoint(lat, lon));
          expect(points.length).toBeGreaterThan(1);
          for (const a of points)
            for (const b of points) expect(kilometres(a, b)).toBeLessThanOrEqual(2 * radius + 1e-6);
        }
      }),
      { numRuns: 200 },
    );
  });
});
