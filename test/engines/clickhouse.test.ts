import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AnsweredRow, answeredRow, commandAnswers, commandOnPath, firstDifference } from "./command-answers";
import { dirtyRows, tabSeparated } from "./dirty-rows";
import { docBlock } from "./doc-blocks";
import { npmEngine } from "./engine-folder";

const PAGE = "clickhouse.md";
const RUNNER = fileURLToPath(new URL("run-clickhouse.cjs", import.meta.url));
const engine = npmEngine("chdb", "3.4.0");
const folder = mkdtempSync(join(tmpdir(), "allonym-clickhouse-"));
const rows = dirtyRows(20_000, 2);
let expected: AnsweredRow[] = [];

beforeAll(() => {
  const scripts = join(folder, "user_scripts");
  mkdirSync(scripts, { recursive: true });
  for (const name of ["places.sh", "places-json.sh"]) {
    writeFileSync(join(scripts, name), docBlock(PAGE, name));
    chmodSync(join(scripts, name), 0o755);
  }
  writeFileSync(join(folder, "rows.tsv"), tabSeparated(rows));
  expected = commandAnswers(rows);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LOAD = `CREATE OR REPLACE TABLE rows ENGINE = Memory AS
  SELECT * FROM file('${join(folder, "rows.tsv")}', 'TabSeparated', 'n UInt64, name Nullable(String), oblast Nullable(String)')`;

/** Answers of the last statement. ClickHouse sees a locale that knows no Cyrillic. */
function answersOf(...statements: string[]): AnsweredRow[] {
  const env = { ...process.env, PATH: commandOnPath(folder), LC_ALL: "C" };
  const input = ["CREATE DATABASE IF NOT EXISTS work", "USE work", LOAD, ...statements].join("\n---\n");
  const args = [RUNNER, engine.missing === undefined ? engine.folder : "", folder];
  const output = execFileSync(process.execPath, args, { input, env, maxBuffer: 2 ** 30 }).toString();
  return output
    .trimEnd()
    .split("\n")
    .map((line) => answeredRow(JSON.parse(line) as Record<string, unknown>));
}

describe.skipIf(engine.missing)(`ClickHouse ${engine.missing ?? ""}`, () => {
  it.each(["add places", "add places by JSON"])("%s: row by row what the command says", (name) => {
    expect(firstDifference(answersOf(docBlock(PAGE, name)), expected)).toBeUndefined();
  });

  it("distinct names, joined: NULL and the empty name are one there, and mean no place", () => {
    const answers = answersOf("DROP TABLE IF EXISTS places", docBlock(PAGE, "distinct names"), docBlock(PAGE, "join"));
    expect(firstDifference(answers, expected)).toBeUndefined();
  });
});

describe("the function of the page, whose XML the engine here cannot load", () => {
  it("its command answers chunk by chunk, as a pool waits for it", async () => {
    const command = /<command>(.+)<\/command>/u.exec(docBlock(PAGE, "place_id"))?.[1] ?? "";
    const child = spawn("sh", ["-c", command], { env: { ...process.env, PATH: commandOnPath(folder) } });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const chunk of [rows.slice(0, 1), rows.slice(1, 700), rows.slice(700, 702)]) {
      const sent = tabSeparated(chunk).replace(/^\d+\t/gmu, "");
      child.stdin.write(`${chunk.length}\n${sent}`);
      for (const { n } of chunk) expect((await lines.next()).value).toBe(expected[n - 1].id ?? "\\N");
    }
    child.stdin.end();
    expect((await lines.next()).done).toBe(true);
  });
});
