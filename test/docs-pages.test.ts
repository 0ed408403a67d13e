import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runCommand } from "./cli/run-command";

const DOCS = fileURLToPath(new URL("../docs/", import.meta.url));
const pages = readdirSync(DOCS).filter((name) => name.endsWith(".md"));

// What the pages show is run by `npm run test:engines`; this is what can be checked without an engine.
describe("docs", () => {
  it.each(pages)("%s names pages that are there", (page) => {
    const text = readFileSync(join(DOCS, page), "utf8");
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/gu)].map(([, path]) => path);
    expect(links.filter((path) => !existsSync(join(DOCS, path)))).toEqual([]);
  });

  it("the index names every page", () => {
    const index = readFileSync(join(DOCS, "README.md"), "utf8");
    expect(pages.filter((page) => page !== "README.md" && !index.includes(`(${page})`))).toEqual([]);
  });

  it("every option of a command of the pages is one of allonym stream", async () => {
    const { stdout } = await runCommand(["stream", "--help"]);
    const known = new Set(stdout.match(/--[a-z-]+/gu));
    let checked = 0;
    for (const page of pages) {
      for (const [command] of readFileSync(join(DOCS, page), "utf8").matchAll(/allonym stream [^\n'"<|]*/gu)) {
        const options = command.match(/(?<= )--[a-z-]+/gu) ?? [];
        checked += options.length;
        expect(options.filter((option) => !known.has(option))).toEqual([]);
      }
    }
    expect(checked).toBeGreaterThan(30);
  });
});
