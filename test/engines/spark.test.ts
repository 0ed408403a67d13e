import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type AnsweredRow,
  answeredLine,
  answeredRow,
  commandAnswers,
  commandOnPath,
  firstDifference,
} from "./command-answers";
import { dirtyRows, tabSeparated } from "./dirty-rows";
import { docBlock } from "./doc-blocks";
import { pythonEngine, systemEngine } from "./engine-folder";

const PAGE = "spark.md";
const java = systemEngine("java", "install Java 17 or later (Debian: apt-get install openjdk-17-jre-headless)");
const engine = java.missing ? java : pythonEngine("spark", "pyspark==4.3.0");
const folder = mkdtempSync(join(tmpdir(), "allonym-spark-"));
const rows = dirtyRows(20_000, 3);
let expected: AnsweredRow[] = [];

beforeAll(() => {
  writeFileSync(join(folder, "rows.tsv"), tabSeparated(rows));
  writeFileSync(join(folder, "rows.jsonl"), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  for (const name of ["places_pipe.py", "places_transform.py"]) writeFileSync(join(folder, name), docBlock(PAGE, name));
  expected = commandAnswers(rows);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command of the page and gives the lines that Spark has written. The JVM's default encoding is ASCII. */
function linesBy(name: string): string[] {
  const bin = join(engine.missing === undefined ? engine.folder : "", "bin");
  const options = "-Dfile.encoding=US-ASCII -Dstdout.encoding=US-ASCII";
  const env = {
    ...process.env,
    PATH: `${bin}:${commandOnPath(folder)}`,
    PYSPARK_PYTHON: join(bin, "python"),
    LC_ALL: "C",
    JAVA_TOOL_OPTIONS: options,
    SPARK_LOCAL_IP: "127.0.0.1",
  };
  const out = join(folder, "places");
  rmSync(out, { recursive: true, force: true });
  execFileSync("bash", ["--norc", "-euc", docBlock(PAGE, name)], {
    cwd: folder,
    env,
    stdio: ["ignore", "ignore", "pipe"],
    maxBuffer: 2 ** 30,
  });
  const parts = readdirSync(out).filter((file) => file.startsWith("part-"));
  expect(parts.length).toBeGreaterThanOrEqual(1);
  return parts.sort().flatMap((file) => readFileSync(join(out, file), "utf8").split("\n").slice(0, -1));
}

describe.skipIf(engine.missing)(`Spark ${engine.missing ?? ""}`, () => {
  it("RDD.pipe: row by row what the command says, in the order of the file", () => {
    const lines = linesBy("run places_pipe.py");
    const answers = lines.map((line) => {
      const [n, , , ...answer] = line.split("\t");
      return answeredLine([n, ...answer].join("\t"));
    });
    expect(firstDifference(answers, expected)).toBeUndefined();
    expect(lines.map((line) => line.split("\t").slice(0, 3).join("\t"))).toEqual(
      tabSeparated(rows).trimEnd().split("\n"),
    );
  });

  it("SQL TRANSFORM: row by row what the command says", () => {
    const answers = linesBy("run places_transform.py").map((line) => {
      const { via, ...row } = JSON.parse(line) as Record<string, string>;
      const [unescaped] = [answeredLine(["", ...Array(5).fill("\\N"), via ?? "\\N"].join("\t"))];
      return { ...answeredRow(row), via: unescaped.via };
    });
    expect(
      firstDifference(
        answers.sort((a, b) => Number(a.n) - Number(b.n)),
        expected,
      ),
    ).toBeUndefined();
  });
});
