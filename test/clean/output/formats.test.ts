import { parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, describe, expect, it } from "vitest";
import { CleanFolder, rowsOf } from "../clean-text";

const folder = new CleanFolder();
afterAll(() => folder.remove());

const POKROVSK = "katottg:UA14160210010099403";

/** Rows of a Parquet file. */
async function parquetRows(name: string): Promise<Record<string, unknown>[]> {
  const bytes = folder.read(name);
  return parquetReadObjects({ file: new Uint8Array(bytes).buffer });
}

const lines = (name: string): Record<string, unknown>[] =>
  folder
    .read(name)
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("NDJSON", () => {
  it("keeps the bytes of its lines, and what is no object is kept and marked", async () => {
    const rows = [
      '{"place":"Krasnarmeysk", "n" : 1.50 }',
      "{ }",
      "nothing",
      '{"place":"Kyiv","x":{"place":"}"}}',
      '["Kyiv"]',
      '{"place":7}',
    ];
    folder.write("rows.ndjson", `${rows.join("\r\n")}\n\n`);
    const summary = await folder.clean("rows.ndjson", "rows-out.ndjson");
    expect(summary).toMatchObject({ rows: 6, matched: 2, none: 2, empty: 1, errors: { "invalid-row": 2 } });
    const out = folder.read("rows-out.ndjson").toString().split("\n");
    expect(out[0].startsWith('{"place":"Krasnarmeysk", "n" : 1.50 ,"place_id":"katottg:')).toBe(true);
    expect(out[0].endsWith("}\r")).toBe(true);
    expect(lines("rows-out.ndjson").slice(0, 6)).toMatchObject([
      { place_id: POKROVSK, place_lat: 48.28014, place_status: "match" },
      { place_id: null, place_status: "none" },
      { place_line: "nothing", place_status: "error" },
      { x: { place: "}" }, place_uk: "Київ" },
      { place_line: '["Kyiv"]', place_status: "error" },
      { place: 7, place_status: "none" },
    ]);
    expect(out.slice(6)).toEqual(["", ""]);
  });

  it("a line that is not UTF-8 keeps its bytes", async () => {
    const bad = Buffer.concat([Buffer.from('{"place":"Ky'), Buffer.from([0xff]), Buffer.from('iv"}\n')]);
    folder.write("bytes.ndjson", Buffer.concat([Buffer.from('{"place":"Київ"}\n'), bad]));
    expect((await folder.clean("bytes.ndjson", "bytes-out.ndjson")).errors).toEqual({ "invalid-utf8": 1 });
    const out = folder.read("bytes-out.ndjson");
    expect(out.indexOf(bad.subarray(0, bad.length - 2))).toBeGreaterThan(0);
  });

  it("becomes a table whose columns are those of its lines; a member that comes too late stops it", async () => {
    folder.write("table.ndjson", '{"place":"Kyiv"}\n{"n":[1,2],"place":"Львів"}\n');
    await folder.clean("table.ndjson", "table-out.csv");
    expect(rowsOf(folder.read("table-out.csv"))).toMatchObject([
      { place: "Kyiv", n: "", place_uk: "Київ" },
      { place: "Львів", n: "[1,2]", place_en: "Lviv" },
    ]);
    folder.write("late.ndjson", `${'{"place":"Kyiv"}\n'.repeat(9_000)}{"place":"Kyiv","late":1}\n`);
    await expect(folder.clean("late.ndjson", "late-out.csv")).rejects.toMatchObject({ code: "unknown-column" });
    expect(() => folder.read("late-out.csv")).toThrow("ENOENT");
  });

  it("a column that no line has is an error", async () => {
    folder.write("other.ndjson", '{"plase":"Kyiv"}\n');
    await expect(folder.clean("other.ndjson", "other-out.ndjson")).rejects.toMatchObject({
      code: "unknown-column",
      message: expect.stringMatching(/Did you mean "plase"/u),
    });
  });
});

describe("Parquet", () => {
  const when = [1_715_342_400_000_001n, 1_715_342_400_000_002n, undefined];
  const schema = [
    { name: "root", num_children: 5 },
    {
      name: "place",
      type: "BYTE_ARRAY" as const,
      converted_type: "UTF8" as const,
      repetition_type: "OPTIONAL" as const,
    },
    { name: "n", type: "INT64" as const, repetition_type: "REQUIRED" as const },
    { name: "share", type: "DOUBLE" as const, repetition_type: "OPTIONAL" as const },
    { name: "day", type: "INT32" as const, converted_type: "DATE" as const, repetition_type: "OPTIONAL" as const },
    {
      name: "when",
      type: "INT64" as const,
      converted_type: "TIMESTAMP_MICROS" as const,
      repetition_type: "OPTIONAL" as const,
    },
  ];
  const columnData = [
    { name: "place", data: ["Krasnarmeysk", null, "вулиця Садова"] },
    { name: "n", data: [1n, 9_007_199_254_740_993n, 3n] },
    { name: "share", data: [0.1, null, -2.5] },
    { name: "day", data: [new Date("2024-05-10"), undefined, new Date("1969-12-31")] },
    { name: "when", data: when },
  ];
  folder.write("in.parquet", new Uint8Array(parquetWriteBuffer({ columnData, schema })));

  it("keeps its types and values, and gets columns", async () => {
    const summary = await folder.clean("in.parquet", "out.parquet");
    expect(summary).toMatchObject({ rows: 3, matched: 1, none: 2, empty: 1 });
    const before = await parquetRows("in.parquet");
    const after = await parquetRows("out.parquet");
    expect(after).toMatchObject(before);
    expect(after[1].n).toBe(9_007_199_254_740_993n);
    expect(after[0]).toMatchObject({ place_id: POKROVSK, place_lat: 48.28014, place_status: "match" });
    expect(after[1]).toMatchObject({ place_id: null, place_lat: null, place_status: "none" });
    await folder.clean("out.parquet", "twice.csv", { prefix: "again_" });
    expect(rowsOf(folder.read("twice.csv"))[1].when).toBe("2024-05-10T12:00:00.000002Z"); // no digit was lost
    const metadata = await parquetMetadataAsync(new Uint8Array(folder.read("out.parquet")).buffer);
    expect(metadata.schema.slice(1, 6)).toMatchObject(schema.slice(1));
    expect(metadata.schema[0].num_children).toBe(17);
  });

  it("becomes text without loss", async () => {
    await folder.clean("in.parquet", "out.csv");
    expect(rowsOf(folder.read("out.csv"))).toMatchObject([
      { place: "Krasnarmeysk", n: "1", share: "0.1", day: "2024-05-10", when: "2024-05-10T12:00:00.000001Z" },
      { place: "", n: "9007199254740993", share: "", day: "", when: "2024-05-10T12:00:00.000002Z" },
      { place: "вулиця Садова", n: "3", share: "-2.5", day: "1969-12-31", when: "" },
    ]);
    await folder.clean("in.parquet", "out.ndjson");
    expect(lines("out.ndjson")[0]).toMatchObject({ n: 1, share: 0.1, place_id: POKROVSK });
  });

  it("comes from a table of text, of more rows than a row group has, bad ones among them", async () => {
    const rows = Array.from({ length: 40_000 }, (_, at) =>
      at === 39_000 ? "39000,Kyiv,too,many\n" : `${at},Kyiv,x\n`,
    );
    folder.write("many.csv", `id,place,note\n${rows.join("")}`);
    await folder.clean("many.csv", "many.parquet");
    const out = await parquetRows("many.parquet");
    expect(out).toHaveLength(40_000);
    for (const [at, row] of out.entries()) expect(row.id).toBe(String(at));
    expect(out[39_000]).toMatchObject({ note: "too", place_id: null, place_status: "error" });
    expect(out[39_000].place_via).toMatch(/; more cells: \["many"\]$/u);
    expect(out[39_999]).toMatchObject({ place_uk: "Київ", place_lat: 50.45466 });
  });

  it("is recognized by its bytes, and refused when it is cut off", async () => {
    folder.write("named.bin", folder.read("in.parquet"));
    await folder.clean("named.bin", "named-out.ndjson");
    expect(lines("named-out.ndjson")).toHaveLength(3);
    folder.write("cut.parquet", folder.read("in.parquet").subarray(0, 200));
    await expect(folder.clean("cut.parquet", "cut-out.csv")).rejects.toMatchObject({ code: "unreadable-input" });
    await expect(folder.clean("in.parquet", "out.parquet.gz")).rejects.toMatchObject({ code: "invalid-option" });
  });
});
