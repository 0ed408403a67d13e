import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { resolve } from "../../src/resolve/resolve";
import { shipped } from "../fixtures/shipped";

interface Row {
  quality: string;
  name: string;
  options: string;
  id: string;
  status: string;
  from: string;
}

/** Reads a golden table: `#` comments, a header, tab-separated rows. */
function readRows(file: string): Row[] {
  const lines = readFileSync(new URL(`../golden/${file}`, import.meta.url), "utf8").split("\n");
  const [header, ...rows] = lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  return rows.map(
    (cells) => Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ""])) as unknown as Row,
  );
}

const gazetteer = shipped();
const rows = readRows("resolve.tsv");

/** What is wrong with the answer to a row, or nothing. */
function fault(row: Row): string | undefined {
  const answer = resolve(gazetteer, row.name, row.options ? JSON.parse(row.options) : {});
  const got = `${answer.status} ${answer.matches[0]?.id ?? ""} ${answer.matches[0]?.names.uk ?? ""}`;
  if (answer.status !== row.status) return `${row.name}: got ${got}, expected ${row.status} ${row.id}`;
  if (row.id && answer.matches[0]?.id !== row.id) return `${row.name}: got ${got}, expected ${row.id}`;
  return undefined;
}

test.each(rows.filter((row) => row.quality === "STRONG"))("$name ($from)", (row) => {
  expect(fault(row)).toBeUndefined();
});

test("at least two thirds of the MEDIUM and WEAK rows are right", () => {
  const borderline = rows.filter((row) => row.quality !== "STRONG");
  const faults = borderline.map(fault).filter((one) => one !== undefined);
  expect(borderline.length).toBeGreaterThan(4);
  expect(faults.length, faults.join("\n")).toBeLessThanOrEqual(borderline.length / 3);
});

test("no row stands twice, and a wrong row is noticed", () => {
  const names = rows.map((row) => `${row.name} ${row.options}`);
  expect(new Set(names).size).toBe(names.length);
  expect(fault({ ...rows[0], id: "katottg:UA63140010010035757" })).toContain("expected");
});
