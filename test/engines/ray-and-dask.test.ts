import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AnsweredRow, answeredRow, commandAnswers, commandOnPath, firstDifference } from "./command-answers";
import { dirtyRows } from "./dirty-rows";
import { docBlock } from "./doc-blocks";
import { pythonEngine } from "./engine-folder";

const PAGE = "ray-and-dask.md";
const dask = pythonEngine("dask", "dask[bag]==2026.8.0");
const ray = pythonEngine("ray", "ray[data]==2.60.0", "pyarrow==26.0.1");
const folder = mkdtempSync(join(tmpdir(), "allonym-python-"));
const rows = dirtyRows(20_000, 5);
let expected: AnsweredRow[] = [];

beforeAll(() => {
  writeFileSync(join(folder, "rows.jsonl"), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  for (const name of ["place_worker.py", "places_dask.py", "places_ray.py"])
    writeFileSync(join(folder, name), docBlock(PAGE, name));
  expected = commandAnswers(rows);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command of the page with the Python of an engine and gives the rows that it has written, by their number. */
function rowsBy(name: string, engine: string): AnsweredRow[] {
  const out = join(folder, "places");
  rmSync(out, { recursive: true, force: true });
  const env = { ...process.env, PATH: `${join(engine, "bin")}:${commandOnPath(folder)}`, RAY_USAGE_STATS_ENABLED: "0" };
  execFileSync("bash", ["--norc", "-euc", docBlock(PAGE, name)], {
    cwd: folder,
    env,
    stdio: "pipe",
    maxBuffer: 2 ** 30,
  });
  const files = readdirSync(out).filter((file) => /json/u.test(file));
  const lines = files.flatMap((file) => readFileSync(join(out, file), "utf8").trimEnd().split("\n"));
  const answers = lines.map((line) => answeredRow(JSON.parse(line) as Record<string, unknown>));
  return answers.sort((a, b) => Number(a.n) - Number(b.n));
}

describe.skipIf(dask.missing)(`Dask ${dask.missing ?? ""}`, () => {
  it("one child a worker: row by row what the command says", () => {
    const answers = rowsBy("run places_dask.py", dask.missing === undefined ? dask.folder : "");
    expect(firstDifference(answers, expected)).toBeUndefined();
  });
});

describe.skipIf(ray.missing)(`Ray ${ray.missing ?? ""}`, () => {
  it("one child an actor: row by row what the command says", () => {
    const answers = rowsBy("run places_ray.py", ray.missing === undefined ? ray.folder : "");
    expect(firstDifference(answers, expected)).toBeUndefined();
  });
});
