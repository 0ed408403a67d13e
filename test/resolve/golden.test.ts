import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { resolve } from "../../src/resolve/resolve";
import { shipped } from "../fixtures/shipped";

interface Row {
  table: string;
  quality: string;
  name: string;
  options: string;
  id: string;
  status: string;
  from: string;
}

const goldenFolder = new URL("../golden/", import.meta.url);

/** Reads a golden table: `#` comments, a header, tab-separated rows. */
function readRows(file: string): Row[] {
  const lines = readFileSync(new URL(file, goldenFolder), "utf8").split("\n");
  const [header, ...rows] = lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  return rows.map(
    (cells) =>
      Object.fromEntries([
        ["table", file.replace(/^.*\/|\.tsv$/gu, "")],
        ...header.map((column, at) => [column, cells[at] ?? ""]),
      ]) as unknown as Row,
  );
}

const gazetteer = shipped();
const tables = readdirSync(new URL("resolve/", goldenFolder)).sort();
const rows = tables.flatMap((file) => readRows(`resolve/${file}`));
const key = ({ name, options }: Row) => `${name} ${options}`;
const open = readRows("resolve-open.tsv");
const openKeys = new Set(open.map(key));

/** What is wrong with the answer to a row, or nothing. A refused hint is a wrong answer too. */
function fault(row: Row): string | undefined {
  const asked = `${row.table}: ${row.name} ${row.options}`;
  try {
    const answer = resolve(gazetteer, row.name, row.options ? JSON.parse(row.options) : {});
    const got = `${answer.status} ${answer.matches[0]?.id ?? ""} ${answer.matches[0]?.names.uk ?? ""}`;
    if (answer.status !== row.status) return `${asked}: got ${got}, expected ${row.status} ${row.id}`;
    if (row.id && answer.matches[0]?.id !== row.id) return `${asked}: got ${got}, expected ${row.id}`;
    return undefined;
  } catch (error) {
    return `${asked}: refused, ${(error as { code?: string }).code}, expected ${row.status} ${row.id}`;
  }
}

const strong = rows.filter((row) => row.quality === "STRONG");

test.each(strong.filter((row) => !openKeys.has(key(row))))("$table: $name ($from)", (row) => {
  expect(fault(row)).toBeUndefined();
});

test("open rows are STRONG rows that fail: one that has come right leaves the list", () => {
  const byKey = new Map(strong.map((row) => [key(row), row]));
  const unknown = open.filter((row) => !byKey.has(key(row))).map(key);
  expect(unknown, "not a STRONG row of a table").toEqual([]);
  const right = open.filter((row) => fault(byKey.get(key(row))!) === undefined).map(key);
  expect(right, "right now: strike them off test/golden/resolve-open.tsv").toEqual([]);
});

test("at least two thirds of the MEDIUM and WEAK rows are right", () => {
  const borderline = rows.filter((row) => row.quality !== "STRONG");
  const faults = borderline.map(fault).filter((one) => one !== undefined);
  expect(borderline.length).toBeGreaterThan(90);
  expect(faults.length, faults.join("\n")).toBeLessThanOrEqual(borderline.length / 3);
});

test("no row stands twice, every row is complete, and a wrong row is noticed", () => {
  const names = rows.map(key);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  for (const row of rows) {
    expect(["STRONG", "MEDIUM", "WEAK"], key(row)).toContain(row.quality);
    expect(["match", "ambiguous", "none"], key(row)).toContain(row.status);
    expect(row.from, key(row)).not.toBe("");
    expect(row.id !== "", key(row)).toBe(row.status === "match");
  }
  expect(fault({ ...rows[0], id: "katottg:UA63140010010035757" })).toContain("expected");
});
