import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cluster, clusterNames, type NameCount, refineOperations } from "../../../src/clean";
import { likeness, mostApart } from "../../../src/clean/cluster/likeness";
import { nameShape } from "../../../src/clean/cluster/name-shape";
import { codeOf } from "../../fixtures/error-code";
import { shipped } from "../../fixtures/shipped";

const once = (...names: string[]): NameCount[] => names.map((name) => ({ name, rows: 1 }));

const clustersOf = (...names: string[]): string[][] =>
  clusterNames(shipped(), once(...names)).map(({ spellings }) => spellings.map(({ name }) => name).sort());

/** Names made of few parts, so that many are alike, with slips. */
const parts = fc.tuple(
  fc.constantFrom("", "вул. ", "ул. ", "с. "),
  fc.constantFrom("", "", "Верхня ", "Нижня "),
  fc.constantFrom("Покровськ", "Krasnarmeysk", "Іванівка", "Довгий Яр", "Грушевського"),
  fc.constantFrom("", "", "", " 2", " ІІ"),
  fc.array(fc.tuple(fc.nat(30), fc.constantFrom(..."аоеиіунс"), fc.boolean()), { maxLength: 2 }),
); // biome-ignore format: a list
const dirty = parts.map(([kind, word, name, number, slips]) => {
  let text = word + name;
  for (const [place, letter, drop] of slips) {
    const at = place % (text.length * 2); // half of the names stay as they are
    if (at > 0 && at < text.length) text = text.slice(0, at) + (drop ? "" : letter) + text.slice(at + 1);
  }
  return kind + text + number;
});
const column = fc.array(fc.record({ name: dirty, rows: fc.integer({ min: 1, max: 20 }) }), {
  minLength: 20,
  maxLength: 40,
});

describe("clusterNames", () => {
  it("groups what the gazetteer knows by place, and everything else by spelling", () => {
    expect(
      clustersOf("Покровськ", "Krasnarmeysk", "вул. Шевченка", "вул. Шевченко", "пров. Шевченка", "Красноармейск"),
    ).toEqual([["Krasnarmeysk", "Красноармейск", "Покровськ"], ["вул. Шевченка", "вул. Шевченко"], ["пров. Шевченка"]]);
  });

  it.each([
    [{ Krasnarmeysk: 3, Покровськ: 1 }, "Pokrovsk"],
    [{ Krasnarmeysk: 1, Покровськ: 3 }, "Покровськ"],
    [{ Krasnarmeysk: 1, Красноармейск: 3 }, "Покровск"],
    [{ Krasnarmeysk: 2, Красноармейск: 2, Покровськ: 2 }, "Покровськ"],
  ])("a known place is called as the cluster is written: %j", (counts, canonical) => {
    const names = Object.entries(counts).map(([name, rows]) => ({ name, rows }));
    expect(clusterNames(shipped(), names).map((cluster) => cluster.canonical)).toEqual([canonical]);
  });

  it("or as the caller says", () => {
    const [cluster] = clusterNames(shipped(), once("Харьков", "Kharkiv"), { lang: "en" });
    expect([cluster.canonical, cluster.placeId]).toEqual(["Kharkiv", "katottg:UA63120270010096107"]);
  });

  it("suggests the most frequent spelling of what nobody knows, then one in mixed letters", () => {
    const canonical = (...names: NameCount[]): string => clusterNames(shipped(), names)[0].canonical;
    expect(canonical({ name: "дачи Ромашка", rows: 2 }, { name: "дачі Ромашка", rows: 3 })).toBe("дачі Ромашка");
    expect(canonical(...once("ДАЧІ РОМАШКА", "дачі ромашка", "Дачі Ромашка"))).toBe("Дачі Ромашка");
    expect(canonical({ name: " вул.  Гагаріна ", rows: 1 })).toBe("вул. Гагаріна");
  });

  it("a number makes it another name, known or not", () => {
    expect(clustersOf("Київ", "Київ 2", "Київ 3", "Kyiv")).toEqual([["Kyiv", "Київ"], ["Київ 2"], ["Київ 3"]]);
    expect(clustersOf("вул. Садова 5", "вул. Садова 6", "ул. Садовая 5")).toEqual([
      ["вул. Садова 5", "ул. Садовая 5"],
      ["вул. Садова 6"],
    ]);
  });

  it("names that mean places without telling which are grouped only if one place has both", () => {
    expect(clustersOf("Іванівка", "Ивановка", "Ivanivka", "Верхня Іванівка", "Іванівці")).toContainEqual([
      "Ivanivka",
      "Іванівка",
      "Ивановка",
    ]);
  });

  it("two frequent spellings a letter apart are two names; a rare one is a slip", () => {
    const street = (one: number, other: number): number =>
      clusterNames(shipped(), [
        { name: "вул. Вербицького", rows: one },
        { name: "вул. Вербинького", rows: other },
      ]).length;
    expect([street(100, 2), street(2, 100), street(100, 80), street(1, 1)]).toEqual([1, 1, 2, 1]);
  });

  it("a chain of small steps does not lead from one name to another", () => {
    const chain = ["Тарабановичі", "Тарабановучі", "Тарабанобучі", "Тараканобучі", "Таракавобучі", "Маракавобучі"];
    const clusters = clusterNames(
      shipped(),
      chain.map((name, at) => ({ name: `уроч. ${name}`, rows: 10 - at })),
    );
    expect(clusters.length).toBeGreaterThan(1);
    expect(likeness(nameShape(chain[0]), nameShape(chain[1]))).toBeLessThan(2);
    expect(clusters[0].spellings.map(({ name }) => name)).not.toContain("уроч. Маракавобучі");
  });

  it("blank names are in no cluster, and signs that are no letters stand alone", () => {
    expect(clustersOf("", "  ", "???", "!!!", "-")).toEqual([["!!!"], ["-"], ["???"]]);
  });

  it("refuses what cannot be meant", () => {
    const cluster =
      (names: unknown, options = {}) =>
      () =>
        clusterNames(shipped(), names as NameCount[], options);
    expect(codeOf(cluster([{ name: 5, rows: 1 }]))).toBe("invalid-name");
    expect(codeOf(cluster([{ name: "Київ", rows: 0 }]))).toBe("invalid-option");
    expect(codeOf(cluster([], { lang: "de" }))).toBe("invalid-option");
    expect(codeOf(cluster([], { within: "Qwrtzx Plmkjh" }))).toBe("unknown-within");
  });
});

describe("always", () => {
  it("the order of the names does not matter, nor how their rows are split", () => {
    fc.assert(
      fc.property(
        column.chain((names) => fc.tuple(fc.constant(names), fc.shuffledSubarray(names, { minLength: names.length }))),
        ([names, shuffled]) => {
          const split = shuffled.flatMap(({ name, rows }) => Array.from({ length: rows }, () => ({ name, rows: 1 })));
          const expected = clusterNames(shipped(), names);
          expect(clusterNames(shipped(), shuffled)).toEqual(expected);
          expect(clusterNames(shipped(), split)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("every name is in one cluster with all its rows, and what must agree agrees with the canonical spelling", () => {
    let merged = 0;
    fc.assert(
      fc.property(column, (names) => {
        const counts = new Map<string, number>();
        for (const { name, rows } of names) counts.set(name, (counts.get(name) ?? 0) + rows);
        const clusters = clusterNames(shipped(), names);
        const seen = clusters.flatMap(({ spellings }) =>
          spellings.map(({ name, rows }): [string, number] => [name, rows]),
        );
        expect(seen.sort()).toEqual([...counts].sort());
        for (const cluster of clusters) merged += check(cluster);
      }),
      { numRuns: 120 },
    );
    expect(merged).toBeGreaterThan(50);
  });
});

/** Checks one cluster, and counts the spellings that came by distance. */
function check({ canonical, placeId, rows, spellings }: Cluster): number {
  expect(rows).toBe(spellings.reduce((sum, one) => sum + one.rows, 0));
  if (placeId !== undefined) {
    expect(spellings.every(({ how }) => how === "place")).toBe(true);
    return 0;
  }
  const centre = nameShape(canonical);
  for (const { name, how, distance } of spellings) {
    expect(nameShape(name).fixed).toBe(centre.fixed);
    expect(likeness(centre, nameShape(name))).toBe(distance ?? 0);
    if (how === "distance") expect(distance).toBeLessThanOrEqual(mostApart(99));
  }
  return spellings.filter(({ how }) => how === "distance").length;
}

describe("refineOperations", () => {
  const clusters = clusterNames(shipped(), once("Krasnarmeysk", "Pokrovsk", "Pokrowsk", "Харків"));

  it("is one mass edit of the column, an edit a cluster, without values that stay as they are", () => {
    expect(refineOperations(clusters, "place")).toEqual([
      {
        op: "core/mass-edit",
        engineConfig: { facets: [], mode: "row-based" },
        columnName: "place",
        expression: "value",
        edits: [{ from: ["Krasnarmeysk", "Pokrowsk"], fromBlank: false, fromError: false, to: "Pokrovsk" }],
        description: "Mass edit cells in column place: spellings of one place",
      },
    ]);
  });

  it("is empty when nothing is to change", () => {
    expect(refineOperations(clusterNames(shipped(), once("Харків")), "place")).toEqual([]);
  });

  it("for known places are settled: applied once, nothing is left to change", () => {
    const edits = (names: readonly NameCount[]): Map<string, string> => {
      const known = clusterNames(shipped(), names).filter(({ placeId }) => placeId !== undefined);
      const [operation] = refineOperations(known, "x");
      return new Map(operation?.edits.flatMap(({ from, to }) => from.map((one): [string, string] => [one, to])));
    };
    let changed = 0;
    fc.assert(
      fc.property(column, (names) => {
        const to = edits(names);
        changed += to.size;
        expect(edits(names.map(({ name, rows }) => ({ name: to.get(name) ?? name, rows }))).size).toBe(0);
      }),
      { numRuns: 60 },
    );
    expect(changed).toBeGreaterThan(50);
  });

  it("a headline name that means another place is not suggested", () => {
    const [village, city] = [once("с. Покровськ"), once("Покровськ")].map((names) => clusterNames(shipped(), names)[0]);
    expect(village.placeId).not.toBe(city.placeId);
    expect([village.canonical, city.canonical]).toEqual(["с. Покровськ", "Покровськ"]);
  });
});
