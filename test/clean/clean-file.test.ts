import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import type { CleanSummary, ResumePoint } from "../../src/clean";
import { CleanFolder, rowsOf } from "./clean-text";

const folder = new CleanFolder();
afterAll(() => folder.remove());

const POKROVSK = "katottg:UA14160210010099403";
const VOVCHANSK = "katottg:UA63140010010035757";

describe("a table of text", () => {
  it.each([
    ["commas", "id,place,note\n", "1,Krasnarmeysk,a\n", "\n", ","],
    ["semicolons, CRLF and a byte order mark", "\uFEFFid;place;note\r\n", '1;Krasnarmeysk;"a;b"\r\n', "\r\n", ";"],
    ["tabs", "id\tplace\tnote\n", "1\tKrasnarmeysk\ta, b\n", "\n", "\t"],
    ["bars and quotes", '"id"|"place"|"note"\n', '"1"|"Krasnarmeysk"|"say ""a"""\n', "\n", "|"],
    ["a last line without an end", "id,place,note\n", "1,Krasnarmeysk,a", "", ","],
  ])("keeps its bytes: %s", async (name, header, row, end, delimiter) => {
    folder.write(`${name}.csv`, header + row);
    const summary = await folder.clean(`${name}.csv`, `${name}-out.csv`);
    const text = folder.read(`${name}-out.csv`).toString();
    const [first, second] = text.split(/\r?\n/u);
    expect(first.startsWith(`${header.trimEnd()}${delimiter}place_id${delimiter}`)).toBe(true);
    expect(second.startsWith(`${row.trimEnd()}${delimiter}${POKROVSK}${delimiter}Покровськ${delimiter}`)).toBe(true);
    expect(text.endsWith(`1 letter off${delimiter === "," ? '"' : ""}${end}`)).toBe(true);
    expect(rowsOf(text, delimiter)[0]).toMatchObject({ id: "1", place_en: "Pokrovsk", place_status: "match" });
    expect(summary).toMatchObject({ rows: 1, matched: 1, distinct: 1, distinctExact: true });
  });

  it.each([
    ["windows-1251", new Uint8Array([0xc2, 0xee, 0xe2, 0xf7, 0xe0, 0xed, 0xf1, 0xfc, 0xea])], // Вовчанськ
    ["utf-16le", Buffer.from("\uFEFFВовчанськ", "utf16le")],
  ])("in %s becomes UTF-8", async (encoding, name) => {
    const utf16 = encoding === "utf-16le";
    const bytes = utf16
      ? Buffer.from("\uFEFFplace\tn\nВовчанськ\t1\n", "utf16le")
      : Buffer.concat([Buffer.from("place\tn\n"), name, Buffer.from("\t1\n")]);
    folder.write(`${encoding}.tsv`, bytes);
    await folder.clean(`${encoding}.tsv`, `${encoding}-out.tsv`);
    expect(rowsOf(folder.read(`${encoding}-out.tsv`), "\t")[0]).toMatchObject({
      place: "Вовчанськ",
      place_id: VOVCHANSK,
    });
  });

  it("the encoding can be told where the beginning does not say it", async () => {
    const rows = `${"plain,1\n".repeat(40_000)}`;
    const name = Buffer.from([0xc2, 0xee, 0xe2, 0xf7, 0xe0, 0xed, 0xf1, 0xfc, 0xea]);
    folder.write("late.csv", Buffer.concat([Buffer.from(`place,n\n${rows}`), name, Buffer.from(",2\n")]));
    const guessed = await folder.clean("late.csv", "late-out.csv");
    expect(guessed.errors).toEqual({ "invalid-utf8": 1 });
    const told = await folder.clean("late.csv", "late-out.csv", { encoding: "windows-1251", force: true });
    expect(told.errors).toEqual({});
    expect(rowsOf(folder.read("late-out.csv")).at(-1)).toMatchObject({ place: "Вовчанськ", place_id: VOVCHANSK });
  });

  it("packed comes and goes", async () => {
    folder.write("packed.csv.gz", gzipSync("place\nKyiv\n"));
    await folder.clean("packed.csv.gz", "packed-out.csv.gz");
    expect(rowsOf(gunzipSync(folder.read("packed-out.csv.gz")))[0]).toMatchObject({ place: "Kyiv", place_uk: "Київ" });
  });

  it("bad rows stay in their places, byte for byte, are marked and counted", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => Buffer.from(`${at},Kyiv,x\n`));
    rows[9_000] = Buffer.concat([Buffer.from("9000,"), Buffer.from([0xd0, 0x20]), Buffer.from(",x\n")]);
    rows[9_001] = Buffer.from("9001\n");
    rows[9_002] = Buffer.from("9002,Kyiv,x,y,z\n");
    rows[9_003] = Buffer.from('9003,"Kyiv,x\n');
    folder.write("bad.csv", Buffer.concat([Buffer.from("id,place,note\n"), ...rows]));
    const summary = await folder.clean("bad.csv", "bad-out.csv");
    expect(summary).toMatchObject({ rows: 20_000, matched: 19_996, errors: { "invalid-row": 3, "invalid-utf8": 1 } });
    const lines = folder.read("bad-out.csv").toString("latin1").split("\n");
    expect(lines).toHaveLength(20_002);
    for (const [at, row] of rows.entries())
      expect(lines[at + 1].startsWith(row.toString("latin1").trimEnd())).toBe(true);
    expect(lines[9_001]).toMatch(/,error,invalid-utf8: the row is not UTF-8$/u);
    expect(lines[9_002]).toBe(`9001${",".repeat(13)}error,invalid-row: 1 cells where the header has 3`);
    expect(lines[9_003]).toMatch(/^9002,Kyiv,x,y,z,.*,error,invalid-row: 5 cells where the header has 3$/u);
    expect(lines[9_004]).toMatch(/^9003,"Kyiv,x,.*,error,invalid-row: a quote is not closed in its line$/u);
    expect(lines[9_005]).toMatch(/^9004,Kyiv,x,katottg:/u);
  });

  it("empty cells have no place, and are counted", async () => {
    folder.write("empty.csv", "place,n\n,1\n  ,2\nKyiv,3\n");
    expect(await folder.clean("empty.csv", "empty-out.csv")).toMatchObject({ rows: 3, none: 2, empty: 2, errors: {} });
  });
});

describe("memory", () => {
  it("does not grow with the file", async () => {
    const thousand = Array.from({ length: 1_000 }, (_, at) => `${at},Kyiv,${"x".repeat(110)}\n`).join("");
    folder.write("large.csv", `id,place,note\n${thousand.repeat(1_000)}`);
    let most = 0;
    const onProgress = (): void => {
      most = Math.max(most, process.memoryUsage().arrayBuffers);
    };
    const before = process.memoryUsage().arrayBuffers;
    const { signal } = new AbortController();
    const { rows } = await folder.clean("large.csv", "large-out.csv", { onProgress, signal });
    expect(rows).toBe(1_000_000);
    expect(folder.size("large.csv")).toBeGreaterThan(115e6);
    // Blocks that are held on to would be the whole file.
    expect(most - before).toBeLessThan(90e6);
  });
});

describe("a run that resumes each time", () => {
  it("begins, goes on, and ends with the same summary again", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `Place${at % 70},${at}\n`).join("");
    folder.write("each.csv", `place,n\n${rows}Kyiv\n`);
    const points: ResumePoint[] = [];
    const run = (stopAfter?: number): Promise<CleanSummary> => {
      const stop = new AbortController();
      return folder.clean("each.csv", "each-out.csv", {
        ...{ resume: true, review: 5, signal: stop.signal, onResume: (point) => points.push(point) },
        onProgress: ({ rows }) => rows === stopAfter && stop.abort(),
      });
    };
    await expect(run(8_192)).rejects.toMatchObject({ code: "interrupted" });
    const summary = await run();
    expect(await run()).toEqual(summary);
    expect(summary).toMatchObject({ rows: 20_001, distinct: 70, errors: { "invalid-row": 1 } });
    expect(summary.review.length).toBeGreaterThan(0);
    expect(points).toEqual([
      { found: "nothing", rows: 0 },
      { found: "part", rows: 8_192 },
      { found: "whole", rows: 20_001 },
    ]);
  });
});

describe("hints of a row", () => {
  const columns = { name: "place", within: "unit", lat: "lat", lon: "lon", country: "land", date: "day" };

  it("are heeded", async () => {
    const rows = [
      "place,unit,lat,lon,land,day",
      "Dimitrov,Donetsk region,,,,",
      'Іванівка,,"46,98","30,45",,',
      "Красноармійськ,,,,UA,01.06.2015",
    ];
    folder.write("hints.csv", rows.join("\n"));
    await folder.clean("hints.csv", "hints-out.csv", { columns });
    const [myrnohrad, ivanivka, pokrovsk] = rowsOf(folder.read("hints-out.csv"));
    expect(myrnohrad).toMatchObject({ place_en: "Myrnohrad", place_status: "match" });
    expect(ivanivka.place_via).toMatch(/^one of Ivanivka katottg:UA51020090010055034 /u);
    expect(pokrovsk).toMatchObject({ place_id: POKROVSK });
  });

  it.each([
    ["Kyiv,Atlantis,,,,", /^unknown-within: /u],
    ["Kyiv,,91,0,,", /^invalid-option: option near/u],
    ["Kyiv,,48,,,", /^invalid-option: option near/u],
    ["Kyiv,,,,Ukraine,", /^invalid-option: option country/u],
    ["Kyiv,,,,,yesterday", /^invalid-option: option asOf/u],
  ])("that cannot be used make an error of the row: %s", async (row, via) => {
    folder.write("hint.csv", `place,unit,lat,lon,land,day\n${row}\n`);
    const summary = await folder.clean("hint.csv", "hint-out.csv", { columns, force: true });
    expect(rowsOf(folder.read("hint-out.csv"))[0]).toMatchObject({ place_id: "", place_status: "error" });
    expect(rowsOf(folder.read("hint-out.csv"))[0].place_via).toMatch(via);
    expect(summary.matched).toBe(0);
    expect(Object.values(summary.errors)).toEqual([1]);
  });
});

describe("what a person decides", () => {
  it("is asked for by frequency, and then wins", async () => {
    folder.write("asked.csv", `place,unit\n${"Pokrovske,\n".repeat(3)}${"вул. Садова,\n".repeat(2)}Kyiv,\n`);
    const columns = { name: "place", within: "unit" };
    const first = await folder.clean("asked.csv", "asked-1.csv", { columns, review: 10 });
    expect(first.review.map(({ name, rows, status }) => [name, rows, status])).toEqual([
      ["Pokrovske", 3, "ambiguous"],
      ["вул. Садова", 2, "none"],
    ]);
    expect(first.review[0].matches.length).toBeGreaterThan(1);
    expect(first.topUnmatched).toEqual([{ name: "вул. Садова", rows: 2, atLeast: false }]);
    const { id } = first.review[0].matches[1];
    const decisions = `name\twithin\tid\nPokrovske\t\t${id}\nвул. Садова\t\tnone\nKyiv\t\tgeonames:999999999\n`;
    const second = await folder.clean("asked.csv", "asked-2.csv", { columns, decisions, review: 10 });
    expect(second).toMatchObject({ matched: 3, none: 2, decided: 5, review: [], errors: { "invalid-decisions": 1 } });
    const [decided, , , none] = rowsOf(folder.read("asked-2.csv"));
    expect(decided).toMatchObject({ place_id: id, place_score: "1.000", place_status: "match", place_via: "decided" });
    expect(none).toMatchObject({ place_id: "", place_status: "none", place_via: "decided" });
  });

  it("the likeliest place of an ambiguous row is written when asked for", async () => {
    folder.write("likeliest.csv", "place\nPokrovske\n");
    await folder.clean("likeliest.csv", "likeliest-out.csv", { ambiguous: "likeliest" });
    expect(rowsOf(folder.read("likeliest-out.csv"))[0]).toMatchObject({
      place_status: "ambiguous",
      place_en: "Pokrovske",
    });
  });
});

describe("what is refused", () => {
  it.each([
    [
      "a column that is not there",
      { columns: { name: "Plase" } },
      "unknown-column",
      /"id", "place".*Did you mean "place"\?/u,
    ],
    ["a column of another part", { columns: { name: "place", within: "unit" } }, "unknown-column", /no column "unit"/u],
    ["a prefix whose column exists", { prefix: "" }, "column-exists", /has a column id/u],
    ["decisions that are none", { decisions: "a\tb\n" }, "invalid-decisions", /line 1/u],
  ])("%s", async (_, options, code, message) => {
    folder.write("refused.csv", "id,place\n1,Kyiv\n");
    await expect(folder.clean("refused.csv", "refused-out.csv", options)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(() => folder.read("refused-out.csv")).toThrow("ENOENT");
  });

  it("an output that exists, unless forced", async () => {
    folder.write("there.csv", "place\nKyiv\n");
    folder.write("there-out.csv", "mine");
    await expect(folder.clean("there.csv", "there-out.csv")).rejects.toMatchObject({ code: "output-exists" });
    expect(folder.read("there-out.csv").toString()).toBe("mine");
    await folder.clean("there.csv", "there-out.csv", { force: true });
    expect(rowsOf(folder.read("there-out.csv"))[0].place_uk).toBe("Київ");
  });

  it("an empty file", async () => {
    folder.write("nothing.csv", "");
    await expect(folder.clean("nothing.csv", "nothing-out.csv")).rejects.toMatchObject({ code: "unreadable-input" });
  });

  it("a packed file that is cut off or damaged, and nothing has its name", async () => {
    const packed = gzipSync(`place,n\n${Array.from({ length: 50_000 }, (_, at) => `Kyiv,${at}\n`).join("")}`);
    folder.write("cut.csv.gz", packed.subarray(0, packed.length - 100));
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, 2_000, 2_010);
    folder.write("damaged.csv.gz", damaged);
    await expect(folder.clean("cut.csv.gz", "cut-out.csv")).rejects.toMatchObject({
      message: expect.stringMatching(/is cut off/u),
    });
    await expect(folder.clean("damaged.csv.gz", "damaged-out.csv")).rejects.toMatchObject({
      message: expect.stringMatching(/is damaged/u),
    });
    for (const name of ["cut-out.csv", "damaged-out.csv"]) expect(() => folder.read(name)).toThrow("ENOENT");
  });
});
