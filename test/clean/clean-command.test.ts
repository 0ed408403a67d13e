import { execFile } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { COMMAND, endOf, runCommand, startCommand } from "../cli/run-command";
import { CleanFolder, rowsOf } from "./clean-text";
import { dirtyTable } from "./dirty-table";
import { startEndingAt } from "./output/end-at";

const folder = new CleanFolder();
afterAll(() => folder.remove());
const shell = promisify(execFile);
folder.write("table.csv", dirtyTable(30_000, 1));
folder.write("cut.csv.gz", gzipSync(dirtyTable(2_000, 1)).subarray(0, 5_000));
const clean = (...args: string[]): ReturnType<typeof runCommand> => runCommand(["clean", ...args]);

/** Lines of progress come by the clock. */
const withoutProgress = (stderr: string): string => stderr.replace(/^allonym: [\d,]+ rows, .*\n/gmu, "");

describe.concurrent("allonym clean", () => {
  it("--help shows what the command writes", async () => {
    const { stdout } = await clean("--help");
    const printed = stdout.slice(stdout.indexOf("Examples"));
    const table = "id,place\n1,Krasnarmeysk\n2,Pokrovske\n3,вулиця Садова\n";
    const { stdout: cleaned, stderr: summary } = await runCommand(["clean", "-", "-c", "place"], table);
    for (const line of summary.trimEnd().split("\n")) expect(printed).toContain(`  ${line}\n`);
    for (const row of rowsOf(cleaned)) {
      const shown = [row.place, row.place_id, row.place_en, row.place_score, row.place_status].join(",");
      expect(printed).toContain(`  ${shown}\n`);
    }
  });

  it("with threads and without writes the same", async () => {
    const runs = ["0", "1", "2"].map((threads) => clean(folder.file("table.csv"), "-c", "place", "--threads", threads));
    const [none, one, two] = await Promise.all(runs);
    expect(none.stdout.split("\n").length).toBeGreaterThan(30_000);
    for (const run of [one, two]) {
      expect(run.stdout).toBe(none.stdout);
      expect(withoutProgress(run.stderr)).toBe(withoutProgress(none.stderr));
    }
  });

  it("writes the page for review, and heeds what was decided", async () => {
    folder.write("asked.csv", "id,place\n1,Pokrovske\n2,Kyiv\n3,Pokrovske\n");
    const args = [folder.file("asked.csv"), "-c", "place", "--threads", "0"];
    await clean(...args, "-o", folder.file("asked-1.csv"), "--review", folder.file("review.html"));
    expect(folder.read("review.html").toString()).toContain("Pokrovske");
    const decisions = folder.write("decisions.tsv", "name\twithin\tid\nPokrovske\t\tkatottg:UA14160210010099403\n");
    const { stdout, stderr } = await clean(...args, "--decisions", decisions);
    expect(stderr).toMatch(/2 rows were decided/u);
    expect(rowsOf(stdout).map(({ place_en, place_via }) => `${place_en} ${place_via}`)[2]).toBe("Pokrovsk decided");
  });

  it.each([
    [
      "a column that is not there",
      ["IN", "-c", "plaace"],
      2,
      /no column "plaace"; the columns are "id", "place", "note"\. Did you mean "place"\?/u,
    ],
    ["no column", ["IN"], 2, /required option.*--column/u],
    ["a latitude alone", ["IN", "-c", "place", "--lat", "id"], 2, /--lat was given alone/u],
    ["a delimiter of two letters", ["IN", "-c", "place", "--delimiter", "::"], 2, /--delimiter is "::"/u],
    [
      "an encoding that nobody knows",
      ["IN", "-c", "place", "--encoding", "koi8"],
      2,
      /--encoding is "koi8", expected one of utf-8/u,
    ],
    ["a file that is not there", ["/nowhere.csv", "-c", "place"], 4, /nowhere\.csv is not there/u],
    ["a directory", ["/", "-c", "place"], 4, /is a directory/u],
    ["a packed file that is cut off", ["CUT", "-c", "place"], 4, /the gzip data is cut off/u],
    ["an output without a folder", ["IN", "-c", "place", "-o", "/nowhere/out.csv"], 4, /its folder is not there/u],
    [
      "decisions that are not there",
      ["IN", "-c", "place", "--decisions", "/nowhere.tsv"],
      2,
      /--decisions .* cannot be read/u,
    ],
  ])("says what is wrong: %s", async (_, args, code, message) => {
    const files: Record<string, string> = { IN: folder.file("table.csv"), CUT: folder.file("cut.csv.gz") };
    const ended = await clean(...args.map((arg) => files[arg] ?? arg));
    expect(ended.stderr).toMatch(message);
    expect(ended.stderr).not.toMatch(/^ +at /mu);
    expect(ended.code).toBe(code);
  });

  it("a disk that is full: says so, and no half of a file has the name", async () => {
    symlinkSync("/dev/full", folder.file("full.csv.partial"));
    const full = await clean(folder.file("table.csv"), "-c", "place", "--threads", "0", "-o", folder.file("full.csv"));
    expect([full.code, full.stderr]).toEqual([4, expect.stringMatching(/the disk is full; make room/u)]);
    expect(existsSync(folder.file("full.csv"))).toBe(false);
  });

  it("a file that may grow no further: what is done is kept, and the rest follows", async () => {
    const args = [COMMAND, "clean", folder.file("table.csv"), "-c", "place", "--threads", "0", "--keep-every", "0"];
    const limited = [...args, "-o", folder.file("limited.csv")];
    // 4,096 blocks of 1,024 bytes
    const line = `ulimit -f 4096; exec "$0" "$@"`;
    const ended = await shell("bash", ["-c", line, process.execPath, ...limited]).catch((error) => error);
    expect([ended.code, ended.stderr]).toEqual([
      4,
      expect.stringMatching(/cannot be written.*then go on with --resume/su),
    ]);
    expect(existsSync(folder.file("limited.csv"))).toBe(false);
    await clean(...limited.slice(2), "--resume");
    const whole = await clean(folder.file("table.csv"), "-c", "place", "--threads", "0");
    expect(folder.read("limited.csv").toString()).toBe(whole.stdout);
  });

  it("a reader that has enough ends it quietly", async () => {
    const line = `"$0" "$@" | head -n 2`;
    const args = [COMMAND, "clean", folder.file("table.csv"), "-c", "place"];
    const { stdout, stderr } = await shell("bash", ["-c", line, process.execPath, ...args]);
    expect(stdout.split("\n")).toHaveLength(3);
    expect(stderr).toBe("");
  });

  it("standard output on a full disk is no success", async () => {
    const line = `"$0" "$@" > /dev/full`;
    const args = [COMMAND, "clean", folder.file("table.csv"), "-c", "place"];
    const ended = await shell("bash", ["-c", line, process.execPath, ...args]).catch((error) => error);
    expect([ended.code, ended.stderr]).toEqual([4, expect.stringMatching(/the disk is full/u)]);
  });

  it("SIGTERM is heeded while it waits for the first bytes", async () => {
    const child = startEndingAt("SIGTERM waiting", ["clean", "-", "-c", "place"]); // nothing comes, and no end
    expect((await endOf(child)).code).toBe(143);
  });

  it("SIGTERM is heeded while it waits for more rows", async () => {
    const child = startCommand(["clean", "-", "-c", "place"]);
    child.stdin?.on("error", () => {});
    child.stdin?.write(dirtyTable(20_000, 1)); // and no end
    child.stdout?.once("data", () => child.kill("SIGTERM"));
    const { code, stderr } = await endOf(child);
    expect([code, stderr]).toEqual([
      143,
      expect.stringMatching(/stopped after \d+ rows; begin again \(interrupted\)\n$/u),
    ]);
  });

  it("an input that ends before it is whole is what it is", async () => {
    const { stdout, code } = await runCommand(["clean", "-", "-c", "place"], "id,place\n1,Ky");
    expect(rowsOf(stdout)).toMatchObject([{ id: "1", place: "Ky" }]);
    expect(code).toBe(0);
  });

  it("an output that is a folder is refused", async () => {
    mkdirSync(folder.file("folder.csv"));
    const { code, stderr } = await clean(
      folder.file("table.csv"),
      "-c",
      "place",
      "-o",
      folder.file("folder.csv"),
      "--force",
    );
    expect([code, stderr]).toEqual([4, expect.stringMatching(/is a directory; expected the name of a file/u)]);
  });
});
