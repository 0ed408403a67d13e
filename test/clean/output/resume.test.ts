import { existsSync, statSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { endOf, runCommand, startCommand } from "../../cli/run-command";
import { CleanFolder } from "../clean-text";
import { dirtyTable } from "../dirty-table";

const folder = new CleanFolder();
afterAll(() => folder.remove());

const ROWS = 100_000;
/** Kills of one run; all ten of the issue where time is no matter. */
const KILLS = process.env.CI ? 10 : 3;

folder.write("table.csv", dirtyTable(ROWS, 5));

const command = (output: string, ...more: string[]): string[] => [
  ...["clean", folder.file("table.csv"), "-c", "place", "-o", folder.file(output)],
  ...["--threads", "1", "--keep-every", "0", ...more],
];

/** Lines of progress come by the clock. */
const summaryOf = (stderr: string): string => stderr.replace(/^allonym: [\d,]+ rows, .*\n/gmu, "");

/** Starts a run and ends it by a signal when the partial output has so many bytes. */
async function endedAt(bytes: number, signal: "SIGKILL" | "SIGTERM", args: string[]) {
  const partial = `${args[args.indexOf("-o") + 1]}.partial`;
  const child = startCommand(args);
  const watch = setInterval(() => {
    if (!existsSync(partial) || statSync(partial).size < bytes) return;
    child.kill(signal); // once: a second SIGTERM would not wait for what is done to be kept
    clearInterval(watch);
  }, 1);
  const ended = await endOf(child);
  clearInterval(watch);
  return ended;
}

describe("a run that is broken off", () => {
  it.each(["whole.csv", "whole.csv.gz", "whole.ndjson"])(
    "by kill −9 at random moments ends as if it had not been: %s",
    async (name) => {
      const whole = await runCommand(command(name));
      expect(whole.code).toBe(1); // some rows are bad
      const expected = folder.read(name);
      const broken = name.replace("whole", "broken");
      const anywhere = fc.integer({ min: 0, max: expected.length });
      const moments = fc.sample(anywhere, { seed: name.length, numRuns: KILLS }).sort((a, b) => a - b);
      let kills = 0;
      for (const bytes of moments) {
        const resume = existsSync(folder.file(`${broken}.partial.json`)) ? ["--resume"] : ["--force"];
        const { signal } = await endedAt(bytes, "SIGKILL", command(broken, ...resume));
        if (signal === "SIGKILL") kills++;
        else break; // it was done before the moment came
        expect(existsSync(folder.file(broken))).toBe(false);
      }
      expect(kills).toBeGreaterThan(0);
      if (!existsSync(folder.file(broken))) {
        const resumed = await runCommand(
          command(broken, existsSync(folder.file(`${broken}.partial.json`)) ? "--resume" : "--force"),
        );
        expect(summaryOf(resumed.stderr)).toBe(summaryOf(whole.stderr));
      }
      expect(folder.read(broken).equals(expected)).toBe(true);
      for (const rest of [".partial", ".partial.json", ".partial.json.next"]) {
        expect(existsSync(folder.file(broken + rest))).toBe(false);
      }
      if (name.endsWith(".gz")) expect(gunzipSync(expected).toString("utf8", 0, 24)).toBe("id,place,note,place_id,p");
    },
  );

  it("by SIGTERM keeps what is done, says how to go on, and goes on", async () => {
    await runCommand(command("calm.csv"));
    const expected = folder.read("calm.csv");
    const { code, signal, stderr } = await endedAt(expected.length / 3, "SIGTERM", command("stopped.csv"));
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
      expect.stringMatching(/the options changed .*\(cannot-resume\)/u),
    ]);
    await runCommand(command("stopped.csv", "--resume"));
    expect(folder.read("stopped.csv").equals(expected)).toBe(true);
  });

  it("and whose input has changed is not gone on with", async () => {
    const args = command("old.csv");
    args[1] = folder.write("other.csv", dirtyTable(ROWS, 6));
    await endedAt(5_000_000, "SIGTERM", args);
    folder.write("other.csv", `${dirtyTable(ROWS, 6)}\n`);
    const { code, stderr } = await runCommand([...args, "--resume"]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/the input changed .*\(cannot-resume\)/u)]);
    expect(existsSync(folder.file("old.csv"))).toBe(false);
  });
});
