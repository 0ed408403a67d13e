import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { HEADER_BYTES, SECTION, SECTION_ENTRY_BYTES } from "../src/gazetteer/format";
import { Gazetteer } from "../src/gazetteer/gazetteer";
import { shipped } from "./fixtures/shipped";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Folders of `src` from the ground up; an import only goes down. A file of `src` itself stands where it is named. */
const LAYERS = [
  ["types.ts", "errors.ts"],
  ["text"],
  ["romanize"],
  ["gazetteer"],
  ["search"],
  ["resolve"],
  ["annotate"],
  ["compile"],
  ["core.ts"],
  ["bundled.ts"],
  ["index.ts"],
  ["export", "reconcile", "clean"],
  ["clean.ts"],
  ["cli"],
];
/** Clients of the public API: nothing below `core` is open to them. */
const CLIENTS = ["cli", "export", "reconcile", "clean"];
const PUBLIC = ["core.ts", "index.ts", "bundled.ts", "clean.ts"];
/** Where `node:*` may be imported; everything else runs in a browser. */
const NODE_ALLOWED = /^src\/(bundled\.ts|cli\/|clean\/|reconcile\/server)/u;
const VAGUE = /^(utils?|helpers?|commons?|misc|shared|manager)$/u;
const MOST_LINES = 400;

type Sources = Record<string, string>;

/** What breaks the rules of the house, a line each. */
function violations(sources: Sources): string[] {
  const found: string[] = [];
  for (const [path, text] of Object.entries(sources)) {
    const stem = (part: string): string => part.split(".")[0];
    if (path.split("/").some((part) => VAGUE.test(stem(part)))) found.push(`${path}: a vague name`);
    if (!path.startsWith("src/") || !path.endsWith(".ts")) continue;
    if (text.split("\n").length > MOST_LINES) found.push(`${path}: more than ${MOST_LINES} lines`);
    if (/^export default\b|^export \{[^}]*\bas default\b/mu.test(text)) found.push(`${path}: a default export`);
    for (const [, target] of text.matchAll(
      /(?:^|\s)(?:import|export)\b[^;"']*?["']([^"']+)["']|import\(["']([^"']+)["']\)/gmu,
    )) {
      if (target === undefined) continue;
      if (target.startsWith("node:") && !NODE_ALLOWED.test(path)) found.push(`${path}: imports ${target}`);
      if (!target.startsWith(".")) continue;
      const wanted = posix.join(dirname(path), target);
      if (!wanted.startsWith("src/")) continue; // romanization tables, package.json
      const [from, to] = [folderOf(path), folderOf(wanted)];
      if (from === to) continue;
      if (levelOf(to) >= levelOf(from)) found.push(`${path}: imports ${target}, which is not below`);
      else if (CLIENTS.includes(from) && !PUBLIC.includes(to))
        found.push(`${path}: imports ${target}, past the public API`);
    }
    if (levelOf(folderOf(path)) < 0) found.push(`${path}: in no layer`);
  }
  return found;
}

/** `src/text/fold.ts` → `text`, `src/core` → `core.ts` */
function folderOf(path: string): string {
  const [, first, second] = path.split("/");
  return second === undefined ? `${first.replace(/\.ts$/u, "")}.ts` : first;
}

const levelOf = (folder: string): number => LAYERS.findIndex((layer) => layer.includes(folder));

function read(...folders: string[]): Sources {
  const sources: Sources = {};
  for (const folder of folders) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      const path = relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/");
      if (path.includes("node_modules/")) continue;
      if (entry.isFile()) sources[path] = /\.ts$/u.test(basename(path)) ? readFileSync(join(ROOT, path), "utf8") : "";
    }
  }
  return sources;
}

describe("the house", () => {
  it("keeps its rules", () => {
    const sources = read("src", "data", "test", "bench");
    expect(Object.keys(sources).filter((path) => path.startsWith("src/")).length).toBeGreaterThan(40);
    expect(violations(sources)).toEqual([]);
  });

  it.each([
    ["src/text/fold.ts", 'import { resolve } from "../resolve/resolve";'],
    ["src/resolve/ranking/rank.ts", 'import type { compile } from "../../compile/compile";'],
    ["src/gazetteer/place.ts", 'import {\n  a,\n} from "../core";'],
    ["src/cli/main.ts", 'import { fold } from "../text/fold";'],
    ["src/cli/main.ts", 'import { answerCells } from "../clean/answer-columns";'],
    ["src/search/trie.ts", 'import { readFileSync } from "node:fs";'],
    ["src/search/trie.ts", 'const fs = await import("node:fs");'],
    ["src/text/fold.ts", 'export * from "../index";'],
    ["src/text/fold.ts", "export default 1;"],
    ["src/text/fold.ts", "\n".repeat(MOST_LINES + 1)],
    ["src/strange/fold.ts", ""],
    ["src/text/utils.ts", ""],
    ["data/helpers/a.ts", ""],
    ["test/common.test.ts", ""],
  ])("a planted violation is found: %s %#", (path, text) => {
    expect(violations({ [path]: text })).toHaveLength(1);
  });

  it("what is allowed is not found", () => {
    const text =
      'import { fold } from "../text/fold";\nimport type { Place } from "./place";\nimport x from "commander";';
    const node = 'import { readFileSync } from "node:fs";\nimport { Gazetteer } from "../core";';
    expect(violations({ "src/search/trie.ts": text, "src/cli/main.ts": node })).toEqual([]);
  });
});

describe("the invariants of src/README.md that no other test keeps", () => {
  it("opening a gazetteer reads its header and no more", () => {
    const bytes = readFileSync(new URL("../data/compiled/allonym.bin", import.meta.url));
    bytes.fill(0xa5, HEADER_BYTES + Object.keys(SECTION).length * SECTION_ENTRY_BYTES);
    const nonsense = Gazetteer.from(bytes);
    expect(nonsense.dataDate).toBe(shipped().dataDate);
    expect(nonsense.size).toBe(shipped().size);
    expect(() => nonsense.verify()).toThrow(expect.objectContaining({ code: "checksum" }));
  });

  it("records are attested, and every derived name in the file says by which rule", () => {
    const records = Object.keys(read("data/records")).filter((path) => path.endsWith(".jsonl"));
    expect(records.length).toBeGreaterThan(25);
    for (const path of records)
      expect(readFileSync(join(ROOT, path), "utf8")).not.toMatch(/"status":"derived"|"derivedBy"/u);
    const { tags } = shipped().meta;
    expect(tags.filter(({ status, derivedBy }) => (status === "derived") !== Boolean(derivedBy))).toEqual([]);
    expect(tags.some(({ status }) => status === "derived")).toBe(true);
  });
});
