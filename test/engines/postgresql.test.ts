import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningCluster, startCluster } from "../../bench/peers/postgres-cluster";
import { type AnsweredRow, answeredLine, commandAnswers, commandOnPath, firstDifference } from "./command-answers";
import { dirtyRows, tabSeparated } from "./dirty-rows";
import { docBlock } from "./doc-blocks";

const PAGE = "postgresql.md";
const folder = mkdtempSync(join(tmpdir(), "allonym-postgresql-"));
const rows = dirtyRows(20_000, 4);
let expected: AnsweredRow[] = [];
let cluster: RunningCluster | undefined;
let missing = "";
// The server inherits the PATH, and with it the command.
process.env.PATH = commandOnPath(folder);
try {
  cluster = startCluster();
} catch (error) {
  missing = (error as Error).message;
}

beforeAll(() => {
  chmodSync(folder, 0o755); // the server runs as another user
  writeFileSync(join(folder, "rows.tsv"), tabSeparated(rows));
  expected = commandAnswers(rows);
  if (missing !== "") return;
  shell("psql -c 'CREATE TABLE rows (n bigint, name text, oblast text)'");
  shell('psql -c "COPY rows FROM STDIN" < rows.tsv');
});
afterAll(() => {
  cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function shell(script: string): string {
  const env = {
    ...process.env,
    PATH: `${cluster?.bin === "" ? "" : `${cluster?.bin}:`}${process.env.PATH}`,
    PGHOST: cluster?.socket,
    PGUSER: "bench",
    PGDATABASE: "postgres",
    PGOPTIONS: "-c client_min_messages=warning",
  };
  const strict = `set -eo pipefail; psql() { command psql -X -q -v ON_ERROR_STOP=1 "$@"; }; ${script}`;
  return execFileSync("bash", ["--norc", "-c", strict], { cwd: folder, env, encoding: "utf8", maxBuffer: 2 ** 30 });
}

const sql = (statement: string): string => shell(`psql <<'END'\n${statement.replace(/^--.*\n/u, "")};\nEND`);

/** The rows of a query, as COPY writes them. */
function answersOf(query: string): AnsweredRow[] {
  const lines = sql(`COPY (${query.replace(/^--.*\n/u, "").replace(/;\s*$/u, "")}) TO STDOUT`)
    .trimEnd()
    .split("\n");
  return lines.map(answeredLine);
}

describe.skipIf(missing)(`PostgreSQL ${missing}`, () => {
  it("a table of decisions through psql, joined: row by row what the command says", () => {
    sql(docBlock(PAGE, "table of decisions").replace(/;\s*$/u, ""));
    shell(docBlock(PAGE, "psql pipe"));
    expect(firstDifference(answersOf(docBlock(PAGE, "join")), expected)).toBeUndefined();
  });

  it("COPY FROM PROGRAM: row by row what the command says", () => {
    sql(docBlock(PAGE, "copy from program", { "/data/rows.tsv": join(folder, "rows.tsv") }));
    const answers = answersOf("SELECT n, id, uk, lat, score, status, via FROM placed ORDER BY n");
    expect(firstDifference(answers, expected)).toBeUndefined();
    const [same] =
      sql("SELECT count(*) FROM placed JOIN rows USING (n) WHERE placed.name IS NOT DISTINCT FROM rows.name").match(
        /\d+/u,
      ) ?? [];
    expect(Number(same)).toBe(rows.length);
  });
});
