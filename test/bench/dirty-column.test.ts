import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDirtyColumn } from "../../bench/clean/dirty-column";
import { type ColumnMode, dirtyRows } from "../../bench/clean/dirty-rows";
import { judgeOutput } from "../../bench/clean/judge-output";
import { type MeantPlace, meantPlaces } from "../../bench/clean/meant-places";
import { tally } from "../../bench/clean/outcomes";
import { place } from "../../src/core";
import { shipped } from "../fixtures/shipped";

const ROWS = 30_000;
let places: MeantPlace[];
let folder: string;

beforeAll(() => {
  places = meantPlaces(readFileSync(new URL("../../data/compiled/allonym.bin", import.meta.url)));
  folder = mkdtempSync(join(tmpdir(), "allonym-dirty-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function csv(rows: number, mode: ColumnMode, seed: number): Promise<string> {
  let text = "";
  const out = new Writable({
    write(chunk, _, done) {
      text += chunk;
      done();
    },
  });
  await writeDirtyColumn(out, places, rows, mode, seed);
  return text;
}

describe("the dirty column", () => {
  it("is the same for the same seed, and another for another", async () => {
    const first = await csv(2000, "zipf", 3);
    expect(await csv(2000, "zipf", 3)).toBe(first);
    expect(await csv(2000, "zipf", 4)).not.toBe(first);
    expect(first.startsWith("id,name,oblast,note,meant,made\n1,")).toBe(true);
  });

  it("repeats no name where none should repeat", () => {
    const names = [...dirtyRows(places, ROWS, "distinct", 3)].map(([, name]) => name);
    expect(names).toHaveLength(ROWS);
    expect(new Set(names).size).toBe(ROWS);
  });

  it("repeats values by Zipf's law: the r-th most frequent has about 1/r of the rows of the first", () => {
    const counts = new Map<string, number>();
    for (const [, name, oblast] of dirtyRows(places, ROWS * 10, "zipf", 3))
      counts.set(`${name}\0${oblast}`, (counts.get(`${name}\0${oblast}`) ?? 0) + 1);
    const sorted = [...counts.values()].sort((one, other) => other - one);
    const slope = Math.log(sorted[9] / sorted[999]) / Math.log(100);
    expect(slope).toBeGreaterThan(0.8);
    expect(slope).toBeLessThan(1.2);
  });

  it("means places that are there, with every kind of spelling and slip", () => {
    const made = new Set<string>();
    for (const [, , , , meant, how] of dirtyRows(places, ROWS, "distinct", 3)) {
      if (meant !== "") expect(place(shipped(), meant)?.id).toBe(meant);
      expect(how === "none").toBe(meant === "");
      for (const word of how.split(" ")) made.add(word);
    }
    const wanted =
      "uk ru en former variant romanized typo two-typos look-alike apostrophe upper lower generic unit-behind spaces no-oblast wrong-oblast none";
    expect([...made].sort()).toEqual(wanted.split(" ").sort());
  });
});

describe("the judge of a cleaned column", () => {
  const judge = async (change: (lines: string[][]) => string[][], answer: (meant: string) => string) => {
    const rows = [...dirtyRows(places, 500, "zipf", 5)].map((cells) => [...cells, answer(cells[4])]);
    const table = [["id", "name", "oblast", "note", "meant", "made", "place_id"], ...change(rows)];
    const path = join(folder, "out.csv");
    writeFileSync(
      path,
      table.map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`).join(""),
    );
    const expected = dirtyRows(places, 500, "zipf", 5);
    const { outcomes } = await judgeOutput(path, "place_id", expected, { rows: 500, namesakes: new Set() });
    return tally(outcomes);
  };
  const asItIs = (lines: string[][]): string[][] => lines;

  it("counts right, wrong and unanswered rows", async () => {
    const right = await judge(asItIs, (meant) => meant);
    expect(right).toMatchObject({ rows: 500, right: right.labelled, wrong: 0, nothingAnswered: 0 });
    expect(right.nothing).toBe(500 - right.labelled);
    expect(await judge(asItIs, () => "")).toMatchObject({ right: 0, wrong: 0, nothingAnswered: 0 });
    expect(await judge(asItIs, () => "katottg:UA1")).toMatchObject({
      right: 0,
      wrong: right.labelled,
      nothingAnswered: right.nothing,
    });
  });

  it.each([
    ["a lost row", (lines: string[][]) => lines.slice(1), /row 1 is/u],
    ["a lost last row", (lines: string[][]) => lines.slice(0, -1), /499 rows; 500 went in/u],
    ["a row too many", (lines: string[][]) => [...lines, lines[0]], /more rows than the 500/u],
    ["two rows that changed places", (lines: string[][]) => [lines[1], lines[0], ...lines.slice(2)], /row 1 is/u],
    ["a changed cell", ([first, ...rest]: string[][]) => [first.with(3, "x"), ...rest], /row 1 is/u],
  ])("finds %s", async (_, change, message) => {
    await expect(judge(change, (meant) => meant)).rejects.toThrow(message);
  });
});
