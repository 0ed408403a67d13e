import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type AnsweredRow,
  ASKED,
  answeredLine,
  commandAnswers,
  commandOnPath,
  firstDifference,
} from "./command-answers";
import { dirtyRows, tabSeparated } from "./dirty-rows";
import { docBlock } from "./doc-blocks";
import { systemEngine } from "./engine-folder";

const folder = mkdtempSync(join(tmpdir(), "allonym-split-"));
const rows = dirtyRows(20_000, 1);
let expected: AnsweredRow[] = [];

beforeAll(() => {
  writeFileSync(join(folder, "rows.tsv"), tabSeparated(rows));
  expected = commandAnswers(rows);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The rows that a script of the page leaves in places.tsv: number and answer. */
function placesBy(script: string): AnsweredRow[] {
  const asked = script.replaceAll("--within 3", `--within 3 --columns ${ASKED.join()}`);
  const env = { ...process.env, PATH: commandOnPath(folder), LC_ALL: "C" };
  execFileSync("bash", ["--norc", "-euc", `rm -f part-* places.tsv; ${asked}`], { cwd: folder, env });
  const lines = readFileSync(join(folder, "places.tsv"), "utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const [n, , , ...answer] = line.split("\t");
    return answeredLine([n, ...answer].join("\t"));
  });
}

describe("one machine", () => {
  it("the rows hold what breaks tables", () => {
    const text = tabSeparated(rows);
    for (const sign of ["\\t", "\\n", "\\r", "\\\\", "\\N", '"', "'", "😀", "щ"]) expect(text).toContain(sign);
    expect(new Set(expected.map(({ status }) => status))).toEqual(new Set(["match", "ambiguous", "none", "error"]));
    expect(expected.filter(({ via }) => /[\t\n\r\\]/u.test(via ?? "")).length).toBeGreaterThan(50);
  });

  const split = systemEngine("split", "install GNU coreutils");
  it.skipIf(split.missing).each(["split rows.tsv", "split, then xargs"])(`%s ${split.missing ?? ""}`, (name) => {
    expect(firstDifference(placesBy(docBlock("split-and-parallel.md", name)), expected)).toBeUndefined();
  });

  const parallel = systemEngine("parallel", "install GNU parallel (Debian: apt-get install parallel)");
  it.skipIf(parallel.missing)(`parallel --pipe ${parallel.missing ?? ""}`, () => {
    expect(
      firstDifference(
        placesBy(docBlock("split-and-parallel.md", "parallel", { "--block 1M": "--block 100k" })),
        expected,
      ),
    ).toBeUndefined();
  });
});
