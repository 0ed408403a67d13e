/**
 * Fits what an edit of a folded name costs, on spellings of one place that the shipped sources attest: `tsx data/weights/fit.ts` reads
 * `data/records` and writes `edit-costs.json` and `REPORT.md` beside itself. Deterministic; run it when the records have changed a lot.
 *
 * The pairs are (key of the official or attested Ukrainian or Russian name, key of another spelling) that differ by no more than two
 * letters; those that do not differ count too, because a cost is the chance that a writer departs from the name. Expectation maximization in its hard form: align with the costs of the last round, count, take the costs
 * from the counts. A cost is `16 · ln p / ln p₀`: p is the smoothed chance that one letter stands for the other where the first
 * occurs, p₀ that of a plain slip of the pen, so that a slip costs 16.
 */
import { writeFileSync } from "node:fs";
import { EDIT, type EditCosts, editCosts } from "../../src/search/edit-costs";
import { FOLD_LETTERS, foldCode } from "../../src/text/alphabet";
import { fold } from "../../src/text/fold";
import type { PlaceRecord } from "../../src/types";
import { readRecords } from "../records";

/** Chance of a plain slip at a letter: what costs one edit. Slips are rarer, but below this a pair is noise in these data. */
const SLIP = 0.0008;

/** Pseudo-count of every pair of letters. */
const SMOOTHING = 0.5;

/** The cheapest an edit may become: cheaper ones belong into the fold. */
const CHEAPEST = 8;

const ROUNDS = 6;

/** Places with more names than this are known abroad; their spellings follow other languages' grammar (Kijevas, Kiova). */
const MOST_NAMES = 16;

/** Spellings further from the name than this are other names. */
const MOST_EDITS = 2;

interface Pair {
  name: string;
  spelling: string;
}

function pairsOf(record: PlaceRecord): Pair[] {
  if (record.toponyms.length > MOST_NAMES) return [];
  const official = record.toponyms
    .filter(({ lang, status }) => (lang === "uk" || lang === "ru") && status !== "former")
    .slice(0, 3);
  const names = official.map(({ text }) => fold(text));
  const pairs: Pair[] = [];
  for (const toponym of record.toponyms) {
    const spelling = fold(toponym.text);
    if (toponym.status === "former" || official.includes(toponym) || spelling.length < 5) continue;
    const near = names
      .map((name) => ({ name, distance: align(name, spelling, PLAIN).cost / EDIT }))
      .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))[0];
    if (near && near.distance <= MOST_EDITS) pairs.push({ name: near.name, spelling });
  }
  return pairs;
}

const PLAIN = editCosts({}, {}, EDIT);

/** One step of an alignment: two letters, or one and nothing. */
type Edit = readonly [string, string];

/** Cheapest alignment of two keys under the costs, without transpositions. */
function align(a: string, b: string, costs: EditCosts): { cost: number; edits: Edit[] } {
  const width = b.length + 1;
  const cost = new Float64Array((a.length + 1) * width);
  const code = (text: string, at: number): number => foldCode(text[at]);
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      if (i + j === 0) continue;
      let least = Number.POSITIVE_INFINITY;
      if (i > 0) least = Math.min(least, cost[(i - 1) * width + j] + costs.insert[code(a, i - 1)]);
      if (j > 0) least = Math.min(least, cost[i * width + j - 1] + costs.insert[code(b, j - 1)]);
      if (i > 0 && j > 0) {
        least = Math.min(least, cost[(i - 1) * width + j - 1] + costs.substitute[code(a, i - 1) * 32 + code(b, j - 1)]);
      }
      cost[i * width + j] = least;
    }
  }
  const edits: Edit[] = [];
  for (let i = a.length, j = b.length; i + j > 0; ) {
    const here = cost[i * width + j];
    if (
      i > 0 &&
      j > 0 &&
      here === cost[(i - 1) * width + j - 1] + costs.substitute[code(a, i - 1) * 32 + code(b, j - 1)]
    ) {
      edits.push([a[--i], b[--j]]);
    } else if (i > 0 && here === cost[(i - 1) * width + j] + costs.insert[code(a, i - 1)]) edits.push([a[--i], ""]);
    else edits.push(["", b[--j]]);
  }
  return { cost: cost[a.length * width + b.length], edits };
}

const letters = [...FOLD_LETTERS].filter((letter) => letter !== "#");
const pairKey = (a: string, b: string): string => (a < b ? a + b : b + a);
const toCost = (p: number): number =>
  Math.max(CHEAPEST, Math.min(EDIT, Math.round((EDIT * Math.log(p)) / Math.log(SLIP))));

/** Costs from the counts of one round. */
function costsOf(
  counts: ReadonlyMap<string, number>,
  occurrences: ReadonlyMap<string, number>,
): [pairs: Record<string, number>, inserts: Record<string, number>] {
  const pairs: Record<string, number> = {};
  const inserts: Record<string, number> = {};
  for (const a of letters) {
    const inserted = counts.get(a) ?? 0;
    const total = [...occurrences.values()].reduce((sum, count) => sum + count, 0);
    const share = Math.max(inserted / (occurrences.get(a) ?? 1), (8 * inserted) / total);
    inserts[a] = toCost(Math.min(1, share + SMOOTHING / (occurrences.get(a) ?? 1)));
    for (const b of letters) {
      if (b <= a) continue;
      const rarer = Math.min(occurrences.get(a) ?? 0, occurrences.get(b) ?? 0);
      const cost = toCost(Math.min(1, ((counts.get(pairKey(a, b)) ?? 0) + SMOOTHING) / (rarer + 1)));
      if (cost < EDIT) pairs[a + b] = cost;
    }
  }
  return [pairs, inserts];
}

function main(): void {
  const pairs = readRecords()
    .filter(({ country }) => ["UA", "RU", "BY", "MD"].includes(country))
    .flatMap(pairsOf);
  let costs = PLAIN;
  let fitted: ReturnType<typeof costsOf> = [{}, {}];
  let counts = new Map<string, number>();
  const rounds: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    counts = new Map();
    const occurrences = new Map<string, number>();
    let spent = 0;
    for (const { name, spelling } of pairs) {
      const { cost, edits } = align(name, spelling, costs);
      spent += cost;
      for (const [a, b] of edits) {
        for (const letter of new Set([a, b])) if (letter) occurrences.set(letter, (occurrences.get(letter) ?? 0) + 1);
        if (a !== b) {
          const key = a && b ? pairKey(a, b) : a || b;
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
      }
    }
    rounds.push(`| ${round} | ${(spent / pairs.length / EDIT).toFixed(3)} |`);
    fitted = costsOf(counts, occurrences);
    costs = editCosts(fitted[0], fitted[1], EDIT - 2);
  }
  const [substitute, insert] = fitted;
  const json = { transpose: EDIT - 2, insert, substitute };
  writeFileSync(new URL("edit-costs.json", import.meta.url), `${JSON.stringify(json, null, 1)}\n`);
  const cheapest = Object.entries(substitute).sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  const report = [
    "# Fitted costs of edits",
    "",
    "Written by `tsx data/weights/fit.ts`; sixteenths of a plain edit. Not fitted: a transposition costs 14, because spellings in",
    "gazetteers hold none; a slip's chance is a constant of the script.",
    "",
    `Pairs of spellings: ${pairs.length}.`,
    "",
    "| round | mean cost of a pair, in edits |",
    "|---|---|",
    ...rounds,
    "",
    "| pair | cost | seen |",
    "|---|---|---|",
    ...cheapest.slice(0, 60).map(([pair, cost]) => `| ${pair[0]} ~ ${pair[1]} | ${cost} | ${counts.get(pair) ?? 0} |`),
    "",
    "| letter added or left out | cost | seen |",
    "|---|---|---|",
    ...Object.entries(insert).map(([letter, cost]) => `| ${letter} | ${cost} | ${counts.get(letter) ?? 0} |`),
    "",
  ];
  writeFileSync(new URL("REPORT.md", import.meta.url), report.join("\n"));
}

main();
