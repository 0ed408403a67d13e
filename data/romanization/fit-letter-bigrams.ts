/**
 * Counts how often one letter follows another in the Ukrainian, Russian and Belarusian names of `data/records` and
 * writes `letter-bigrams.json`, the prior by which `deromanize` orders its candidates.
 *
 * Each distinct name counts once, so that 200 villages Михайлівка weigh as one. Run after the records change:
 * `npx tsx data/romanization/fit-letter-bigrams.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { lettersOf } from "../../src/romanize/alphabets";
import type { SourceLanguage } from "../../src/romanize/systems";
import type { PlaceRecord } from "../../src/types";

/** One step of a written cost, in nats; a cost is one base-36 digit, so 35 steps (p = 0.00016) is the dearest. */
const STEP = 0.25;
/** Added to every count, so that a pair never seen stays possible. */
const SMOOTHING = 0.1;

const records = new URL("../records/", import.meta.url);
const names: Record<SourceLanguage, Set<string>> = { uk: new Set(), ru: new Set(), be: new Set() };
for (const file of readdirSync(records).sort()) {
  if (!file.endsWith(".jsonl")) continue;
  for (const line of readFileSync(new URL(file, records), "utf8").split("\n")) {
    if (line === "") continue;
    for (const { lang, text } of (JSON.parse(line) as PlaceRecord).toponyms) {
      const known = names[lang as SourceLanguage] as Set<string> | undefined;
      known?.add(text.toLowerCase().replace(/[’ʼ]/g, "'"));
    }
  }
}

const lines = Object.entries(names).map(([language, texts]) => {
  const letters = `#${[...lettersOf(language as SourceLanguage)].sort().join("")}`;
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of text.split(/[^\p{L}']+/u)) {
      const edged = `#${word}#`;
      if (word === "" || [...edged].some((letter) => !letters.includes(letter))) continue;
      for (let i = 1; i < edged.length; i++) {
        const pair = edged.slice(i - 1, i + 1);
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    }
  }
  const costs = [...letters].map((first) => {
    const row = [...letters].map((second) => (counts.get(first + second) ?? 0) + SMOOTHING);
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count) => Math.min(35, Math.round(-Math.log(count / total) / STEP)).toString(36)).join("");
  });
  process.stderr.write(`${language}: ${texts.size} names\n`);
  return `  "${language}": {\n    "letters": "${letters}",\n    "costs": [\n${costs
    .map((row) => `      "${row}"`)
    .join(",\n")}\n    ]\n  }`;
});
writeFileSync(new URL("letter-bigrams.json", import.meta.url), `{\n${lines.join(",\n")}\n}\n`);
