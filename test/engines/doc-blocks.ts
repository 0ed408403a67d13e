import { readFileSync } from "node:fs";

/**
 * A block of code of a page of `docs/`, found by its first line, which names it: `# places.sh` or `-- add places`. The tests run what
 * the pages show, so the two cannot differ.
 *
 * @param changes what the page's text is to say here: a path, a number of rows
 * @throws Error when the page has no such block, or none of the text to be changed
 */
export function docBlock(page: string, name: string, changes: Record<string, string> = {}): string {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), "utf8");
  const blocks = [...text.matchAll(/^```\w+\n([\s\S]*?)^```$/gmu)].map(([, code]) => code);
  let block = blocks.find((code) => {
    const head = code.split("\n", 2);
    return head.some((line) => line.replace(/^(#|--|\/\/|<!--) /u, "").replace(/ -->$/u, "") === name);
  });
  if (block === undefined) throw new Error(`docs/${page} has no block "${name}"`);
  for (const [from, to] of Object.entries(changes)) {
    if (!block.includes(from)) throw new Error(`block "${name}" of docs/${page} has no ${from}`);
    block = block.replaceAll(from, to);
  }
  return block;
}
