import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CsvDialect } from "../../../src/clean/rows/csv-dialect";
import { CsvRows } from "../../../src/clean/rows/csv-rows";
import { LONGEST_RECORD } from "../../../src/clean/rows/csv-scanner";

const COMMAS: CsvDialect = { delimiter: ",", quote: '"', lineEnd: "\n" };

/** Hands over a text in pieces of so many bytes. */
async function* pieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The rows of a table, each as its cells and its fault, and the bytes that all of them hold together. */
async function read(text: string, dialect: CsvDialect = COMMAS, size = 1 << 20) {
  const source = await CsvRows.open(pieces(text, size), dialect, { name: "1" });
  const rows: { cells: string[]; fault: string | undefined; asked: string }[] = [];
  let bytes = source.header.toString("latin1");
  for await (const block of source.blocks()) {
    for (let row = 0; row < block.rows; row++) {
      rows.push({
        cells: block.valuesOf(row),
        fault: block.faultOf(row)?.message,
        asked: block.questionOf(row)[0],
      });
      bytes += block.bytes.toString("latin1", block.startOf(row), block.endOf(row));
    }
    bytes += block.tail.toString("latin1");
  }
  return { columns: source.columns, rows, text: Buffer.from(bytes, "latin1").toString() };
}

const cell = fc.string({ unit: fc.constantFrom("a", "ї", '"', ",", ";", "\n", "\r\n", " ", "'", "я"), maxLength: 6 });

describe("the scanner of tables", () => {
  it("reads what csv-parse reads, in pieces of any size, and keeps every byte", async () => {
    const dialect = fc.record({
      delimiter: fc.constantFrom(",", ";", "\t", "|"),
      lineEnd: fc.constantFrom("\n", "\r\n"),
    });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
      );
    await fc.assert(
      fc.asyncProperty(dialect, table, fc.integer({ min: 1, max: 40 }), async ({ delimiter, lineEnd }, rows, size) => {
        const header = rows[0].map((_, at) => `c${at}`);
        const text = stringify([header, ...rows], { delimiter, record_delimiter: lineEnd, quoted_match: /[\r\n]/u });
        const expected = parse(text, { delimiter, record_delimiter: lineEnd });
        const got = await read(text, { delimiter, quote: '"', lineEnd: lineEnd as "\n" }, size);
        expect([got.columns, ...got.rows.map(({ cells }) => cells)]).toEqual(expected);
        expect(got.rows.map(({ asked }) => asked)).toEqual(rows.map(([first]) => first));
        expect(got.text).toBe(text);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it("reads anything the same way in pieces of any size, and keeps every byte", async () => {
    const anything = fc.string({
      unit: fc.constantFrom("a", '"', ",", "\n", "\r", "я", '""', ',"', '",'),
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(anything, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const table = `x,y\n${text}`;
        const whole = await read(table);
        expect(whole.text).toBe(table);
        expect(await read(table, COMMAS, size)).toEqual(whole);
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  it.each([
    ["a quote that is never closed takes one line with it", 'x,y\n1,"Kyiv\n2,Lviv\n3,Odesa\n', [1, 0, 0]],
    ["so does one that the quote of a later line would close", 'x,y\n1,"Kyiv\n2,"Lviv"\n3,Odesa\n', [1, 0, 0]],
    ["too few and too many cells", "x,y\n1\n1,2,3\n1,2\n", [1, 1, 0]],
    ["a cell over two lines is one row", 'x,y\n1,"a\nb"\n2,c\n', [0, 0]],
    ["text behind a closing quote is text", 'x,y\n1,"Град" обстріл\n', [0]],
    ["blank lines are no rows", "x,y\n\n1,2\n\r\n\n3,4\n\n", [0, 0]],
  ])("%s", async (_, text, faults) => {
    const { rows, text: kept } = await read(text);
    expect(rows.map(({ fault }) => Number(fault !== undefined))).toEqual(faults);
    expect(kept).toBe(text);
  });

  it("in a table of one column a blank line is an empty cell", async () => {
    const { rows } = await read("x\nKyiv\n\nLviv\n");
    expect(rows.map(({ asked }) => asked)).toEqual(["Kyiv", "", "Lviv"]);
  });

  it("a quote that is not closed within a megabyte is not waited for", async () => {
    const lines = LONGEST_RECORD / 128 + 10;
    const text = `x,y\n1,"${`${"a".repeat(127)}\n`.repeat(lines)}`;
    const { rows, text: kept } = await read(text, COMMAS, 64 * 1024);
    expect(rows[0].fault).toMatch(/quote is not closed/u);
    expect(rows.length).toBe(lines);
    expect(kept).toBe(text);
  });

  it("a carriage return alone ends a record where the dialect says so", async () => {
    const { rows } = await read("x,y\r1,2\r3,4", { delimiter: ",", quote: '"', lineEnd: "\r" });
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });
});
