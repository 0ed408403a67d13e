import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MEGABYTE = 1e6;
const project = mkdtempSync(join(tmpdir(), "allonym-package-"));
const installed = join(project, "node_modules/allonym");
let files: string[] = [];

beforeAll(() => {
  // --ignore-scripts: what is tested is what has been built, and no build under the other tests' feet.
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", project];
  const [packed] = JSON.parse(
    execFileSync("npm", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
  );
  files = packed.files.map(({ path }: { path: string }) => path);
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", join(project, packed.filename), "--strip-components=1", "-C", installed]);
  // As npm would install it, without asking a registry.
  for (const name of ["fast-levenshtein", "fastest-levenshtein"]) {
    cpSync(join(ROOT, "node_modules", name), join(project, "node_modules", name), { recursive: true });
  }
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const QUESTION = `JSON.stringify([
  resolve("Krasnarmeysk"), resolve("Volchansk", { within: "Kharkiv region" }), key("Вовчанську"), romanize("Щастя", "uk-national-2010")
])`;

function run(file: string, code: string): string {
  writeFileSync(join(project, file), code);
  return execFileSync(process.execPath, [file], { cwd: project, encoding: "utf8" });
}

describe("the package", () => {
  it("holds what is built and what the law asks for, nothing else", () => {
    const whole = ["CHANGELOG.md", "LICENSE", "NOTICE", "README.md", "package.json"];
    expect(files.filter((path) => !path.startsWith("dist/")).sort()).toEqual(whole);
    for (const path of [
      "index.js",
      "index.cjs",
      "index.d.ts",
      "index.d.cts",
      "core.js",
      "core.cjs",
      "cli.js",
      "allonym.bin",
    ]) {
      expect(files).toContain(`dist/${path}`);
    }
    expect(files.filter((path) => /\.map$|\.ts$/u.test(path) && !/\.d\.ts$/u.test(path))).toEqual([]);
  });

  it("answers the same through import and require, and from core with the file at hand", () => {
    const esm = run("esm.mjs", `import { resolve, key, romanize } from "allonym";\nprocess.stdout.write(${QUESTION});`);
    const cjs = run(
      "cjs.cjs",
      `const { resolve, key, romanize } = require("allonym");\nprocess.stdout.write(${QUESTION});`,
    );
    const own = run(
      "core.mjs",
      `import { readFileSync } from "node:fs";
      import * as core from "allonym/core";
      const gazetteer = core.Gazetteer.from(readFileSync(new URL(import.meta.resolve("allonym/allonym.bin"))));
      const [resolve, key] = [core.resolve, core.key].map((of) => (...all) => of(gazetteer, ...all));
      const { romanize } = core;
      process.stdout.write(${QUESTION});`,
    );
    expect(JSON.parse(esm)[0].matches[0].names.uk).toBe("Покровськ");
    expect(cjs).toBe(esm);
    expect(own).toBe(esm);
  });

  it("has a command that runs where it is installed", () => {
    const answer = execFileSync(process.execPath, [
      join(installed, "dist/cli.js"),
      "resolve",
      "Krasnarmeysk",
      "--json",
    ]);
    expect(JSON.parse(answer.toString())[0].status).toBe("match");
  });

  it("runs the README's program for a column, where no optional library is installed", () => {
    const program = [...readFileSync(join(ROOT, "README.md"), "utf8").matchAll(/```js\n(.*?)```/gsu)]
      .map(([, code]) => code)
      .find((code) => code.includes("allonym/clean"));
    const said = /\/\/ (.*)\n/u.exec(program ?? "")?.[1];
    expect(said).toBeTruthy();
    expect(run("column.mjs", program ?? "").trim()).toBe(said);
  });

  it("has types for both module systems", () => {
    const { exports } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    for (const entry of [exports["."], exports["./core"], exports["./clean"]]) {
      for (const side of [entry.import, entry.require]) {
        expect(files).toContain(side.types.slice(2));
        expect(files).toContain(side.default.slice(2));
      }
    }
  });

  it("brings a gazetteer of at most 8 MB, and 3 MB by brotli", { timeout: 180_000 }, async () => {
    const gazetteer = readFileSync(join(installed, "dist/allonym.bin"));
    expect(gazetteer.length).toBeLessThanOrEqual(8 * 1024 * 1024);
    // Level 11, which servers use for files at rest, takes half a minute; level 5 makes this file 1.36 times as large (measured 2026-11).
    const [level, most] = process.env.CI ? [11, 3 * MEGABYTE] : [5, 3 * 1.36 * MEGABYTE];
    const params = { [constants.BROTLI_PARAM_QUALITY]: level, [constants.BROTLI_PARAM_LGWIN]: 24 };
    expect((await promisify(brotliCompress)(gazetteer, { params })).length).toBeLessThanOrEqual(most);
  });
});
