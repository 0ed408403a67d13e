import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { COMMAND, type Ended, runCommand } from "../../cli/run-command";

const PLACES = ["Pokrovsk", "Krasnarmeysk", "Pokrovsk", "вул. Садова 5", "ул. Садовая 5", "вул. Садова 6", ""];

const folder = (): string => mkdtempSync(join(tmpdir(), "allonym-"));
const file = (text: string | Uint8Array, name = "in.csv"): string => {
  const path = join(folder(), name);
  writeFileSync(path, text);
  return path;
};
const csv = (names: readonly string[]): string => `place\r\n${names.map((name) => `"${name}"\r\n`).join("")}`;
const quiet = ({ stdout, code }: Ended): [string, number | null] => [stdout, code];

const TABLE = [
  "cluster\tcanonical\tplace_id\tspelling\trows\thow",
  "1\tPokrovsk\tkatottg:UA14160210010099403\tPokrovsk\t2\tplace",
  "1\tPokrovsk\tkatottg:UA14160210010099403\tKrasnarmeysk\t1\tplace",
  "2\tвул. Садова 5\t\tвул. Садова 5\t1\tfold",
  "2\tвул. Садова 5\t\tул. Садовая 5\t1\tfold",
  "",
].join("\n");

describe.concurrent("allonym cluster", () => {
  it("prints a table of the spellings that are grouped, and says on standard error what it did", async () => {
    const { stdout, stderr, code } = await runCommand(["cluster", "-", "-c", "place"], csv(PLACES));
    expect([stdout, code]).toEqual([TABLE, 0]);
    expect(stderr).toBe("allonym: 7 rows, 5 spellings; 4 of them make 2 clusters\n");
  });

  it("reads what clean reads: another dialect, encoding, format, packed", async () => {
    const cells = PLACES.map((place, id) => ({ id, place }));
    const windows1251 = Buffer.from(
      Array.from(["id;place", ...cells.map(({ id, place }) => `${id};${place}`), ""].join("\r\n"), (letter) => {
        const code = letter.charCodeAt(0);
        return code < 128 ? code : code - 0x410 + 0xc0; // the letters of these names lie so in windows-1251
      }),
    );
    const ndjson = cells.map((one) => `${JSON.stringify(one)}\n`).join("");
    const parquet = parquetWriteBuffer({
      columnData: [
        { name: "id", data: cells.map(({ id }) => id) },
        { name: "place", data: PLACES, type: "STRING" },
      ],
    });
    for (const path of [
      file(windows1251),
      file(ndjson, "in.ndjson"),
      file(gzipSync(csv(PLACES)), "in.csv.gz"),
      file(new Uint8Array(parquet), "in.parquet"),
    ])
      expect(quiet(await runCommand(["cluster", path, "-c", "place"]))).toEqual([TABLE, 0]);
  });

  it("writes files of the format that their names say, and the operations of OpenRefine", async () => {
    const at = folder();
    const args = [
      "cluster",
      file(csv(PLACES)),
      "-c",
      "1",
      "-o",
      join(at, "out.csv"),
      "--operations",
      join(at, "edits.json"),
    ];
    expect(quiet(await runCommand([...args, "--lang", "uk"]))).toEqual(["", 0]);
    expect(readdirSync(at).sort()).toEqual(["edits.json", "out.csv"]);
    expect(readFileSync(join(at, "out.csv"), "utf8").split("\n")[1]).toBe(
      "1,Покровськ,katottg:UA14160210010099403,Pokrovsk,2,place",
    );
    const [operation] = JSON.parse(readFileSync(join(at, "edits.json"), "utf8"));
    expect([operation.op, operation.columnName, operation.edits]).toEqual([
      "core/mass-edit",
      "place",
      [
        { from: ["Pokrovsk", "Krasnarmeysk"], fromBlank: false, fromError: false, to: "Покровськ" },
        { from: ["ул. Садовая 5"], fromBlank: false, fromError: false, to: "вул. Садова 5" },
      ],
    ]);
    expect((await runCommand(args)).stderr).toMatch(/out\.csv is there already[\s\S]*--force/u);
    expect((await runCommand([...args, "--force"])).code).toBe(0);
  });

  it("as lines of JSON, with the spellings that stand alone where they are wanted", async () => {
    const args = ["cluster", file(csv(PLACES)), "-c", "place", "--all", "--output-format", "ndjson"];
    const lines = (await runCommand(args)).stdout.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).spelling)).toEqual([
      "Pokrovsk",
      "Krasnarmeysk",
      "вул. Садова 5",
      "ул. Садовая 5",
      "вул. Садова 6",
    ]);
    expect(JSON.parse(lines[4])).toEqual({
      cluster: 3,
      canonical: "вул. Садова 6",
      place_id: "",
      spelling: "вул. Садова 6",
      rows: 1,
      how: "fold",
    });
  });

  it("rows that cannot be read are counted", async () => {
    const { stdout, stderr, code } = await runCommand(
      ["cluster", "-", "-c", "place"],
      `a,place\n1\n1,Pokrovsk\n1,Pokrowsk\n`,
    );
    expect(stdout.split("\n")).toHaveLength(4);
    expect([code, /1 rows could not be read/u.test(stderr)]).toEqual([1, true]);
  });
});

const RECORDS =
  'id;name;lat;lon\n1;Krasnarmeysk;48,28;37.18\n2;"Ky""iv";50.45;30.52\n\n3;Покровськ;48.282;37.176\n4;;1;1\n5;Lviv\n';

describe.concurrent("allonym dedupe", () => {
  it("keeps each row as it is and adds the number of its group", async () => {
    const { stdout, stderr, code } = await runCommand([
      "dedupe",
      file(RECORDS),
      "-c",
      "name",
      "--lat",
      "lat",
      "--lon",
      "lon",
    ]);
    expect(stdout).toBe(
      'id;name;lat;lon;duplicate_group\n1;Krasnarmeysk;48,28;37.18;1\n2;"Ky""iv";50.45;30.52;\n\n3;Покровськ;48.282;37.176;1\n4;;1;1;\n5;Lviv;;;\n',
    );
    expect(stderr).toBe(
      "allonym: 5 rows, 2 of them in 1 group; 1 without a name or a point were compared with none; 1 could not be read\n",
    );
    expect(code).toBe(1);
  });

  it("keeps the first row of a group where that is wanted", async () => {
    const args = [
      "dedupe",
      file(RECORDS),
      "-c",
      "name",
      "--lat",
      "lat",
      "--lon",
      "lon",
      "--keep-first",
      "--group-column",
      "g",
    ];
    expect((await runCommand(args)).stdout).toBe(
      'id;name;lat;lon;g\n1;Krasnarmeysk;48,28;37.18;1\n2;"Ky""iv";50.45;30.52;\n4;;1;1;\n5;Lviv;;;\n',
    );
  });

  it("reads and writes NDJSON, and writes it from CSV and the other way round", async () => {
    const lines = '{"n":"Krasnarmeysk","y":48.28,"x":37.180}\n{ "n":"Покровськ", "y":"48.282", "x":37.176 }\n[]\n';
    const at = folder();
    const run = (path: string, name: string, columns: string[]): Promise<Ended> => {
      const [column, lat, lon] = columns;
      return runCommand(["dedupe", path, "-c", column, "--lat", lat, "--lon", lon, "-o", join(at, name)]);
    };
    const source = file(lines, "in.ndjson");
    await run(source, "a.ndjson", ["n", "y", "x"]);
    expect(readFileSync(join(at, "a.ndjson"), "utf8")).toBe(
      '{"n":"Krasnarmeysk","y":48.28,"x":37.180,"duplicate_group":1}\n{ "n":"Покровськ", "y":"48.282", "x":37.176 ,"duplicate_group":1}\n{"line":"[]","duplicate_group":null}\n',
    );
    await run(source, "b.tsv", ["n", "y", "x"]);
    expect(readFileSync(join(at, "b.tsv"), "utf8").split("\n").slice(0, 3)).toEqual([
      "n\ty\tx\tduplicate_group",
      "Krasnarmeysk\t48.28\t37.18\t1",
      "Покровськ\t48.282\t37.176\t1",
    ]);
    await run(file("n,y,x\nKyiv,50.45,30.52\n"), "c.ndjson", ["n", "y", "x"]);
    expect(readFileSync(join(at, "c.ndjson"), "utf8")).toBe(
      '{"n":"Kyiv","y":"50.45","x":"30.52","duplicate_group":null}\n',
    );
    expect(readdirSync(at).sort()).toEqual(["a.ndjson", "b.tsv", "c.ndjson"]);
  });

  it("reads Parquet and writes a table of text", async () => {
    const parquet = parquetWriteBuffer({
      columnData: [
        { name: "n", data: ["Kyiv", "Lviv", "Київ"], type: "STRING" },
        { name: "y", data: [50.45, 49.84, 50.45], type: "DOUBLE" },
        { name: "x", data: [30.52, 24.03, 30.52], type: "DOUBLE" },
      ],
    });
    const args = ["dedupe", file(new Uint8Array(parquet), "in.parquet"), "-c", "n", "--lat", "y", "--lon", "x"];
    const { stdout, stderr } = await runCommand([...args, "--quiet"]);
    expect([stdout, stderr]).toEqual([
      "n,y,x,duplicate_group\nKyiv,50.45,30.52,1\nLviv,49.84,24.03,\nКиїв,50.45,30.52,1\n",
      "",
    ]);
  });

  it("cells beyond the header are kept in NDJSON, and a header in Cyrillic stays what it is", async () => {
    const args = ["dedupe", file("n,y,x\nKyiv,50.45,30.52,more\n"), "-c", "n", "--lat", "y", "--lon", "x"];
    const { stdout } = await runCommand([...args, "--output-format", "ndjson", "--group-column", "група"]);
    expect(JSON.parse(stdout)).toEqual({ n: "Kyiv", y: "50.45", x: "30.52", more: ["more"], група: null });
  });

  it("a last row without a line end, and one that is left out before it", async () => {
    const text = "n,y,x\nKyiv,50.45,30.52\nLviv,49.84,24.03\nКиїв,50.45,30.52";
    const args = ["dedupe", file(text), "-c", "n", "--lat", "y", "--lon", "x"];
    expect((await runCommand(args)).stdout).toBe(
      "n,y,x,duplicate_group\nKyiv,50.45,30.52,1\nLviv,49.84,24.03,\nКиїв,50.45,30.52,1",
    );
    expect((await runCommand([...args, "--keep-first"])).stdout).toBe(
      "n,y,x,duplicate_group\nKyiv,50.45,30.52,1\nLviv,49.84,24.03,\n",
    );
  });
});

describe.concurrent("a wrong command line or file says what, what is expected and what to do", () => {
  const good = file("place,lat,lon\nKyiv,50,30\n");
  const POINT = ["--lat", "lat", "--lon", "lon"];
  it.each([
    [["cluster", good], 2, /--column/u],
    [["cluster", good, "-c", "plce"], 2, /plce[\s\S]*"place"[\s\S]*unknown-column/u],
    [["cluster", "no-such.csv", "-c", "place"], 4, /no-such\.csv[\s\S]*path[\s\S]*unreadable-input/u],
    [["cluster", tmpdir(), "-c", "place"], 4, /directory/u],
    [["cluster", good, "-c", "place", "--lang", "de"], 2, /uk, ru or en/u],
    [["cluster", good, "-c", "place", "--unit", "Qwrtzx Plmkjh"], 2, /unknown-within/u],
    [["cluster", good, "-c", "place", "--output-format", "xls"], 2, /xls[\s\S]*ndjson/u],
    [["cluster", good, "-c", "place", "-o", "/no-such-folder/out.tsv"], 4, /unwritable-output/u],
    [["dedupe", good, "-c", "place", "--lat", "lat"], 2, /--lon/u],
    [["dedupe", good, "-c", "place", "--lat", "lat", "--lon", "lng"], 2, /lng[\s\S]*"lon"/u],
    [["dedupe", "-", "-c", "place", ...POINT], 2, /read twice[\s\S]*file/u],
    [["dedupe", good, "-c", "place", ...POINT, "--radius", "far"], 2, /--radius[\s\S]*0\.5/u],
    [["dedupe", good, "-c", "place", ...POINT, "--radius", "0"], 2, /radius[\s\S]*500/u],
    [["dedupe", good, "-c", "place", ...POINT, "-o", "out.parquet"], 2, /Parquet[\s\S]*\.csv/u],
    [["dedupe", good, "-c", "place", ...POINT, "--group-column", "lat"], 2, /column-exists/u],
    [["dedupe", good, "-c", "place", ...POINT, "-o", good], 2, /output-exists/u],
    [["dedupe", file(gzipSync(csv(PLACES)).subarray(0, 40), "cut.csv.gz"), "-c", "place", ...POINT], 4, /cut off/u],
  ] as const)("%j", async (args, expected, message) => {
    const { stdout, stderr, code } = await runCommand(args);
    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([expected, ""]);
    expect(stderr).not.toMatch(/\n\s+at /u); // no stack
  });

  it("leaves nothing behind", () => expect(existsSync("out.parquet")).toBe(false));
});

describe.concurrent("--help", () => {
  it.each([["cluster"], ["dedupe"]])("%s: each example prints what the help says", async (command) => {
    const { stdout } = await runCommand([command, "--help"]);
    const examples = [...stdout.matchAll(/^ {2}\$ (.+(?:\n {4}allonym .+)?)\n((?: {2}.*\n|\n(?= {2}(?!\$)))+)/gmu)];
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const [, line, output] of examples) {
      const script = `allonym() { "${process.execPath}" "${COMMAND}" "$@"; }\n${line}`;
      const ran = await promisify(execFile)("bash", ["-c", script], {
        cwd: folder(),
        env: { ...process.env, NO_COLOR: "1" },
      });
      expect(ran.stdout.trimEnd()).toBe(output.replace(/^ {2}/gmu, "").trimEnd());
    }
  });
});
