import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as core from "../src/core";
import { shipped } from "./fixtures/shipped";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const README = readFileSync(join(ROOT, "README.md"), "utf8");

/** One line of an example: `expression // expected`. */
interface Claim {
  expression: string;
  expected: string;
}

/** The value at the head of a comment: `"Pokrovsk": cross references …` says "Pokrovsk". Words that are no value give undefined. */
function literalOf(comment: string): string | undefined {
  const text = /^("(?:[^"\\]|\\.)*"|true|false|null|undefined|-?\d+(?:\.\d+)?(?![\w%.])|\[.*\]|\{.*\})/u.exec(
    comment,
  )?.[1];
  return text;
}

/** Compares what an example says with what came out; `…` in an array or object stands for whatever else there is. */
function expectClaim(actual: unknown, literal: string): void {
  const open = /,? *…/u.test(literal.replace(/"(?:[^"\\]|\\.)*"/gu, ""));
  const expected: unknown = new Function(`return (${literal.replace(/(?<=\[)… *, *|,? *…/gu, "")})`)();
  if (/^\[ *…/u.test(literal)) expect(actual).toEqual(expect.arrayContaining(expected as unknown[]));
  else if (!open) expect(actual).toEqual(expected);
  else if (Array.isArray(expected)) expect((actual as unknown[]).slice(0, expected.length)).toEqual(expected);
  else expect(actual).toMatchObject(expected as object);
}

/** Runs the statements of a block in order with these names in scope; lines `expression // value` are claims. */
function runBlock(code: string, scope: Record<string, unknown>): number {
  const lines = code.split("\n").filter((line) => !/^\s*import\b/u.test(line));
  let before = "";
  let pending: Claim | undefined;
  let claims = 0;
  const evaluate = (expression: string): unknown =>
    new Function(...Object.keys(scope), `${before}\nreturn (${expression});`)(...Object.values(scope));
  for (const line of [...lines, ""]) {
    const comment = /^\s*\/\/ (.+)$/u.exec(line);
    if (pending && comment) {
      pending.expected += ` ${comment[1]}`; // a value over several lines
      continue;
    }
    if (pending) {
      const literal = literalOf(pending.expected);
      if (literal !== undefined) {
        expectClaim(evaluate(pending.expression), literal);
        claims++;
      }
      pending = undefined;
    }
    const claim = /^(.*?\S)\s+\/\/ (.+)$/u.exec(line);
    const declares = /^\s*(const|let|for|if|try|await|\})/u.test(line);
    if (claim && !declares) pending = { expression: claim[1].replace(/;$/u, ""), expected: claim[2] };
    else before += `${line}\n`;
  }
  return claims;
}

/** Fenced blocks of a language, each with the `text` block that follows at once, if one does. */
function blocksOf(markdown: string, language: string): { code: string; output?: string }[] {
  const fence = new RegExp(
    `^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`\\n(?:\\s*^\`\`\`text\\n([\\s\\S]*?)^\`\`\`$)?`,
    "gmu",
  );
  return [...markdown.matchAll(fence)].map(([, code, output]) => (output === undefined ? { code } : { code, output }));
}

describe("README", () => {
  it("ts examples give what they say", () => {
    const scope = boundToShipped();
    const blocks = blocksOf(README, "ts");
    let claims = 0;
    for (const { code } of blocks) claims += runBlock(code, scope);
    expect(claims).toBeGreaterThanOrEqual(6);
  });

  it("sh examples print what follows them", () => {
    const blocks = blocksOf(README, "sh").filter(({ output }) => output !== undefined);
    expect(blocks.length).toBeGreaterThanOrEqual(2);
    let updated = README;
    for (const { code, output } of blocks) {
      // `npm ci` has been done when tests run, and must not be done under them.
      const script = code.replace(/^npm ci && /gmu, "");
      const env = { ...process.env, NO_COLOR: "1" };
      const printed = execFileSync("bash", ["-c", script], { cwd: ROOT, encoding: "utf8", env });
      const before = `\`\`\`sh\n${code}\`\`\`\n\n\`\`\`text\n`;
      // After a change of the data: UPDATE_README=1 npx vitest run test/docs.test.ts
      if (process.env.UPDATE_README) updated = updated.replace(before + output, () => before + printed);
      else expect(printed).toBe(output);
    }
    if (updated !== README) writeFileSync(join(ROOT, "README.md"), updated);
  });

  it("names files that are there", () => {
    const links = [...README.matchAll(/\]\((?!https?:|#)([^)#]+)\)/gu)].map(([, path]) => path);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe("src/README.md", () => {
  it("names the tests that keep the invariants", () => {
    const map = readFileSync(join(ROOT, "src/README.md"), "utf8");
    const named = [...map.matchAll(/`(test\/[^`]+)`: "([^"]+)"/gu)];
    expect(named).toHaveLength(7);
    for (const [, path, name] of named) expect(readFileSync(join(ROOT, path), "utf8")).toContain(`"${name}"`);
  });

  it("names files and folders that are there", () => {
    const map = readFileSync(join(ROOT, "src/README.md"), "utf8");
    const folders = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).map((path) =>
      path.replaceAll("\\", "/"),
    );
    const named = [...map.matchAll(/`([\w-]+\.ts)`/gu)].map(([, name]) => name);
    expect(named.filter((name) => !folders.some((path) => path === name || path.endsWith(`/${name}`)))).toEqual([]);
    for (const [, folder] of map.matchAll(/^## (\w+):/gmu)) expect(folders).toContain(folder);
  });
});

/** `@example` blocks of the docstrings of a file. */
function docExamples(source: string): string[] {
  const comments = [...source.matchAll(/\/\*\*([\s\S]*?)\*\//gu)].map(([, text]) => text.replace(/^\s*\* ?/gmu, ""));
  return comments.flatMap((text) =>
    text
      .split(/^@example *\n?/mu)
      .slice(1)
      .map((part) => part.split(/^\s*$|^@\w+/mu)[0]),
  );
}

describe("@example", () => {
  const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts") && !path.startsWith("cli/"))
    .sort();
  let claims = 0;
  for (const path of files) {
    const examples = docExamples(readFileSync(join(ROOT, "src", path), "utf8"))
      .map((code) =>
        code
          .split("\n")
          .filter((line) => /^[\w.]+\(.*\S\s+\/\/ /u.test(line) || /^\/\/ /u.test(line))
          .join("\n"),
      )
      .filter((code) => /\S/u.test(code) && !/\(…|await |fetch/u.test(code));
    for (const code of examples) {
      it(`${relative(".", path)}: ${code.split("\n")[0].slice(0, 80)}`, async () => {
        const own = (await import(/* @vite-ignore */ join(ROOT, "src", path))) as Record<string, unknown>;
        const bound = path === "index.ts" ? boundToShipped() : {};
        try {
          claims += runBlock(code, { ...core, ...own, ...bound, gazetteer: shipped() });
        } catch (error) {
          if (!isOnlyForReaders(error, own)) throw error;
        }
      });
    }
  }
  it("some were checked", () => expect(claims).toBeGreaterThanOrEqual(20));
});

/** Some examples have words for values ("a village of 200 people"): they are for readers. A function that is not there is a mistake. */
function isOnlyForReaders(error: unknown, own: Record<string, unknown>): boolean {
  const missing = /^(\S+) is not defined$/u.exec((error as Error).message)?.[1];
  return error instanceof SyntaxError || (missing !== undefined && !(missing in own) && !(missing in core));
}

/** The functions of `allonym` as users call them. `src/index` itself looks for its gazetteer beside the built code. */
function boundToShipped(): Record<string, unknown> {
  type Bindable = (gazetteer: core.Gazetteer, ...all: never[]) => unknown;
  const bind =
    (of: Bindable) =>
    (...all: unknown[]) =>
      of(shipped(), ...(all as never[]));
  const { resolve, verdict, key, place, toponyms, lookup, annotate, annotateStream, normalize } = core;
  return {
    ...core,
    resolve: bind(resolve),
    verdict: bind(verdict),
    key: bind(key),
    place: bind(place),
    toponyms: bind(toponyms),
    lookup: bind(lookup),
    annotate: bind(annotate),
    annotateStream: bind(annotateStream),
    normalize: bind(normalize),
  };
}
