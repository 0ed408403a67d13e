import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

/** Folders of `src/clean` from the ground up; what lies in none of them stands on top, but for the words that all share. */
const FOLDERS = ["answer-columns", "review", "rows", "answers", "summary", "output", "cluster", "on top"];
const ROOT = fileURLToPath(new URL("../../src/clean", import.meta.url));

const levelOf = (path: string): number => {
  const at = FOLDERS.indexOf(path.split("/")[0].replace(/\.ts$/u, ""));
  return at < 0 ? FOLDERS.indexOf("on top") : at;
};

/** Imports that go up, as `from: to`. */
function upward(sources: Record<string, string>): string[] {
  return Object.entries(sources).flatMap(([path, text]) =>
    [...text.matchAll(/from "(\.[^"]+)"/gu)]
      .map(([, target]) => posix.join(posix.dirname(path), target))
      .filter((target) => !target.startsWith("..") && levelOf(target) > levelOf(path))
      .map((target) => `${path}: ${target}`),
  );
}

it("a folder imports only those below it", () => {
  const paths = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  const sources = Object.fromEntries(paths.map((path) => [path, readFileSync(`${ROOT}/${path}`, "utf8")]));
  expect(new Set(paths.map(levelOf)).size).toBe(FOLDERS.length);
  expect(upward(sources)).toEqual([]);
  expect(upward({ "rows/a.ts": 'import { b } from "../output/b";' })).toEqual(["rows/a.ts: output/b"]);
  expect(upward({ "summary/a.ts": 'import type { b } from "../clean-options";' })).toHaveLength(1);
});
