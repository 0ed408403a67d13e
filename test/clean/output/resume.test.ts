import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { CleanOptions } from "../../../src/clean";
import { runCommand } from "../../cli/run-command";
import { CleanFolder } from "../clean-text";
import { dirtyTable } from "../dirty-table";
import { endedAt } from "./end-at";

const folder = new CleanFolder();
afterAll(() => folder.remove());

/** Five blocks. */
const ROWS = 20_000;
/** Kills of one run. */
const KILLS = 2;

folder.write("table.csv", dirtyTable(ROWS, 5));

const command = (output: string, ...more: string[]): string[] => [
  ...["clean", folder.file("table.csv"), "-c", "place", "-o", folder.file(output)],
  ...["--threads", "0", "--keep-every", "0", ...more],
];

/** The summary alone: lines of progress come by the clock, and the first says where the run began. */
const summaryOf = (stderr: string): string => stderr.replace(/^allonym: .*\n/gmu, "");

/** Files that have a name of an output, and more behind it. */
const besides = (output: string): string[] =>
  readdirSync(folder.path).filter((name) => name.startsWith(`${output}.`) && !name.startsWith(`${output}.gz`));

const rowsKept = (output: string): number => JSON.parse(folder.read(`${output}.partial.json`).toString()).rows;

describe.concurrent("a run that is broken off", () => {
  it.each(["whole.csv", "whole.csv.gz", "whole.ndjson"])(
    "by kill −9 at random bytes ends as if it had not been: %s",
    async (name) => {
      const whole = await runCommand(command(name));
      expect(whole.code).toBe(1); // some rows are bad
      expect(besides(name)).toEqual([]);
      const expected = folder.read(name);
      const broken = name.replace("whole", "broken");
      // More than a block, so that each run has one to keep, and so little that none is done before its kill.
      const share = fc.integer({ min: Math.ceil(expected.length / 4), max: Math.floor(expected.length / KILLS) });
      let last = 0;
      for (const bytes of fc.sample(share, { seed: name.length, numRuns: KILLS })) {
        const ended = await endedAt(`SIGKILL written ${bytes}`, command(broken, "--resume"));
        expect(ended.signal).toBe("SIGKILL");
        expect(existsSync(folder.file(broken))).toBe(false);
        const kept = existsSync(folder.file(`${broken}.partial.json`)) ? rowsKept(broken) : 0;
        expect(kept).toBeGreaterThanOrEqual(last);
        last = kept;
      }
      expect(last).toBeGreaterThan(0);
      const resumed = await runCommand(command(broken, "--resume"));
      expect(resumed.stderr).toContain(`going on behind ${last.toLocaleString("en")} rows\n`);
      expect(summaryOf(resumed.stderr)).toBe(summaryOf(whole.stderr));
      expect(folder.read(broken).equals(expected)).toBe(true);
      expect(besides(broken)).toEqual([`${broken}.whole.json`]);
      if (name.endsWith(".gz")) expect(gunzipSync(expected).toString("utf8", 0, 24)).toBe("id,place,note,place_id,p");
    },
  );

  it("by SIGTERM keeps what is done, says how to go on, and goes on", async () => {
    await runCommand(command("calm.csv"));
    const expected = folder.read("calm.csv");
    const third = Math.floor(expected.length / 3);
    const { code, signal, stderr } = await endedAt(`SIGTERM written ${third}`, command("stopped.csv"));
    expect({ code, signal }).toEqual({ code: 143, signal: null });
    expect(stderr).toMatch(/stopped after \d+ rows; the same command with --resume goes on/u);
    expect(existsSync(folder.file("stopped.csv"))).toBe(false);
    const again = await runCommand(command("stopped.csv"));
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringMatching(/of a run that was broken off; go on with --resume/u),
    ]);
    const changed = await runCommand(command("stopped.csv", "--resume", "--prefix", "p_"));
    expect([changed.code, changed.stderr]).toEqual([
      2,
      expect.stringMatching(/the options changed .*--force instead of --resume \(cannot-resume\)/u),
    ]);
    await runCommand(command("stopped.csv", "--resume"));
    expect(folder.read("stopped.csv").equals(expected)).toBe(true);
  });

  it("and whose input has changed is not gone on with", async () => {
    const args = command("old.csv");
    args[1] = folder.write("other.csv", dirtyTable(ROWS, 6));
    await endedAt("SIGTERM written 1500000", args);
    folder.write("other.csv", `${dirtyTable(ROWS, 6)}\n`);
    const { code, stderr } = await runCommand([...args, "--resume"]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/the input changed .*\(cannot-resume\)/u)]);
    expect(existsSync(folder.file("old.csv"))).toBe(false);
  });

  it("whose partial output is gone is not gone on with", async () => {
    await endedAt("SIGKILL written 2500000", command("gone.csv"));
    rmSync(folder.file("gone.csv.partial"));
    const { code, stderr } = await runCommand(command("gone.csv", "--resume"));
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/shorter than its journal says; begin again with --force/u),
    ]);
  });

  it("keeps its first block at once", async () => {
    const args = command("early.csv");
    args[args.indexOf("--keep-every") + 1] = "3600";
    await endedAt("SIGKILL written 2500000", args);
    expect(rowsKept("early.csv")).toBe(4_096);
  });
});

describe.concurrent("--resume", () => {
  const folderOf = (output: string, ...more: string[]) => runCommand(command(output, "--resume", ...more));

  it("with nothing to go on with begins from the start, and says so", async () => {
    const { code, stderr } = await folderOf("fresh.csv");
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^allonym: there is nothing to go on with; beginning/u)]);
    await runCommand(command("plain.csv"));
    expect(folder.read("fresh.csv").equals(folder.read("plain.csv"))).toBe(true);
  });

  it("after a kill before the first rows begins from the start", async () => {
    await endedAt("SIGKILL written 100", command("first.csv", "--resume"));
    expect(besides("first.csv")).toEqual(["first.csv.partial"]);
    expect((await folderOf("first.csv")).stderr).toMatch(/nothing to go on with/u);
    expect(folder.size("first.csv")).toBeGreaterThan(1e6);
  });

  it("with the output whole does nothing and ends well, again and again", async () => {
    await folderOf("again.csv");
    const { mtimeMs } = statSync(folder.file("again.csv"));
    for (let time = 0; time < 2; time++) {
      const { code, stderr } = await folderOf("again.csv", "--review", folder.file("again.html"), "--force");
      expect([code, stderr]).toEqual([
        0,
        expect.stringMatching(/^allonym: .*again\.csv is whole already, with 20,000 rows; nothing to do\n$/u),
      ]);
    }
    expect(statSync(folder.file("again.csv")).mtimeMs).toBe(mtimeMs);
    expect(readFileSync(folder.file("again.html"), "utf8")).toContain("Pokrovske"); // the page may be missing though the table is whole
  });

  it("after a kill between the naming of the output and the end finds it whole", async () => {
    const { signal } = await endedAt("SIGKILL named", command("named.csv"));
    expect(signal).toBe("SIGKILL");
    const { code, stderr } = await folderOf("named.csv");
    expect([code, stderr]).toEqual([0, expect.stringMatching(/is whole already/u)]);
    expect(besides("named.csv")).toEqual(["named.csv.whole.json"]);
  });

  it.each([
    ["another input", "the input changed since it was written"],
    ["other options", "the options changed since it was written"],
    ["another file in its place", "it was changed since it was written"],
    ["no journal", "nothing says which run has written it"],
  ])("does not take an output for whole with %s", async (what, words) => {
    const [small, out] = [`${words}-in.csv`, `${words}.csv`];
    folder.write(small, "id,place\n1,Kyiv\n");
    const points: string[] = [];
    const run = (options: Partial<CleanOptions> = {}) =>
      folder.clean(small, out, { resume: true, onResume: ({ found }) => points.push(found), ...options });
    await run();
    if (what === "another input") folder.write(small, "id,place\n1,Lviv\n");
    if (what === "another file in its place") utimesSync(folder.file(out), 1, 1);
    if (what === "no journal") rmSync(folder.file(`${out}.whole.json`));
    const options = what === "other options" ? { prefix: "p_" } : {};
    const message = expect.stringContaining(`is there already and ${words}; `);
    await expect(run(options)).rejects.toMatchObject({ code: "output-exists", message });
    await run({ ...options, force: true });
    await run(options);
    expect(points).toEqual(["nothing", "nothing", "whole"]);
  });

  it("for Parquet begins again where it was broken off, and finds it whole where it was not", async () => {
    const args = command("out.parquet", "--resume");
    await endedAt("SIGKILL written 1000", args);
    expect(existsSync(folder.file("out.parquet"))).toBe(false);
    expect((await runCommand(args)).stderr).toMatch(/nothing to go on with/u);
    expect((await runCommand(args)).stderr).toMatch(/is whole already/u);
  });

  it.each([
    ["standard output", ["table.csv"], []],
    ["a device", ["table.csv"], ["-o", "/dev/null"]],
    ["standard input", ["-"], ["-o", folder.file("from-stdin.csv")]],
  ])("is refused for %s", async (_, [input], output) => {
    const path = input === "-" ? input : folder.file(input);
    const { code, stderr } = await runCommand(["clean", path, "-c", "place", "--resume", ...output], "place\nKyiv\n");
    expect([code, stderr]).toEqual([2, expect.stringMatching(/\(cannot-resume\)/u)]);
  });
});
