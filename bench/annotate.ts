/**
 * Speed of `annotate` on mixed news, beside modern-ahocorasick (double array) over the same plain names in the same run, and its growth
 * on adversarial text: `npx tsx bench/annotate.ts [RECORD.md]`. Rates are of processor time, since other work on the machine slows the
 * clock and not that; medians of rounds, the first of which is shown apart: it fills the memories and compiles the code.
 */
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { annotate } from "../src/annotate/annotate";
import { type Article, drawArticles } from "./articles";
import { readNames } from "./names";

const ROUNDS = 5;
const SEED = 20261124;
/** Bytes of articles in a round: each round has others, so that no round is answered from memory alone. */
const BYTES = 3e6;
const GROWTH = [1, 2, 4, 8];

const names = readNames(fileURLToPath(new URL("../data/compiled/allonym.bin", import.meta.url)));
const { gazetteer } = names;

const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];
const bytesOf = (articles: readonly Article[]): number =>
  articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);

interface Round {
  rate: number;
  /** of the places that were put in, how many annotations there are */
  found: number;
}

function measure(articles: readonly Article[], find: (text: string) => number): Round {
  let found = 0;
  const started = processorMs();
  for (const { text } of articles) found += find(text);
  const ms = processorMs() - started;
  const places = articles.reduce((sum, one) => sum + one.places, 0);
  if (found < places / 2) throw new Error(`${found} found of ${places}: what finds nothing must not pass for fast`);
  return { rate: bytesOf(articles) / 1e3 / ms, found: found / places };
}

/** Texts that try to be slow, about `bytes` of UTF-8 long. */
const ADVERSARIAL: Record<string, (bytes: number) => string> = {
  "one letter repeated": (bytes) => "А".repeat(bytes / 2),
  "only capital words, known": (bytes) => "Новоселівка Іванівка Kyiv Степне ".repeat(bytes / 57),
  "only capital words, unknown": (bytes) => "Прадзікавець Ґвілтураз Wexstrup ".repeat(bytes / 52),
  "hyphen chain of a town": (bytes) => "Київ-".repeat(bytes / 9),
  "hyphen chain of a letter": (bytes) => "А-".repeat(bytes / 3),
  "misspelt villages": (bytes) => "у Новоселивце ".repeat(bytes / 26),
};

async function main(record: string | undefined): Promise<void> {
  const { default: FastAhoCorasick } = await import("modern-ahocorasick/fast");
  const exact = new FastAhoCorasick(names.texts, { boundary: "unicode" });
  const engines: Record<string, (text: string) => number> = {
    "allonym `annotate`": (text) => annotate(gazetteer, text).annotations.length,
    "modern-ahocorasick, plain names, whole words": (text) =>
      exact.search(text, { strategy: "leftmost-longest" }).length,
  };
  const rounds = new Map<string, Round[]>(Object.keys(engines).map((title) => [title, []]));
  const cold = measure(drawArticles(names, 1e6, SEED - 1), engines["allonym `annotate`"]);
  for (let round = 0; round < ROUNDS; round++) {
    const articles = drawArticles(names, BYTES, SEED + round);
    for (const [title, find] of Object.entries(engines)) rounds.get(title)?.push(measure(articles, find));
  }
  const lines = [
    `# Annotate: speed, ${new Date().toISOString().slice(0, 10)}`,
    "",
    `${cpus()[0].model}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)} at the end; Node ${process.version}. ${names.texts.length.toLocaleString("en-US")} distinct names.`,
    "Written by `npx tsx bench/annotate.ts`. MB is 10⁶ bytes of UTF-8, rates are of processor time.",
    "",
    "| engine | MB/s, median | rounds | found ÷ places put in |",
    "| - | -: | - | -: |",
    `| allonym \`annotate\`, the first megabyte of the process | ${cold.rate.toFixed(2)} | | ${cold.found.toFixed(2)} |`,
    ...[...rounds].map(([title, all]) => {
      const rates = all.map(({ rate }) => rate);
      return `| ${title} | ${median(rates).toFixed(2)} | ${rates.map((rate) => rate.toFixed(2)).join(", ")} | ${median(all.map(({ found }) => found)).toFixed(2)} |`;
    }),
    "",
    "## Growth on text that tries to be slow (ms of processor time)",
    "",
    `| text | ${GROWTH.map((size) => `${size} MB`).join(" | ")} |`,
    `| - | ${GROWTH.map(() => "-:").join(" | ")} |`,
    ...Object.entries(ADVERSARIAL).map(([title, make]) => `| ${title} | ${growthOf(make).join(" | ")} |`),
    "",
  ];
  const report = lines.join("\n");
  console.log(report);
  if (record) writeFileSync(record, report);
}

function growthOf(make: (bytes: number) => string): string[] {
  return GROWTH.map((size) => {
    const text = make(size * 1e6);
    const started = processorMs();
    annotate(gazetteer, text, { alternatives: 0 });
    return Math.round(processorMs() - started).toLocaleString("en-US");
  });
}

await main(process.argv[2]);
