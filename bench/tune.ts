/**
 * Chooses the numbers of `src/resolve/parameters.ts` on labelled names: `tsx bench/tune.ts DIR [rounds]`, where DIR holds files
 * `*.ndjson` with lines `{ name, hints?, gold: [id…] }` (`gold` empty: no place of the region is meant).
 *
 * A hill climb with a seeded generator: one number is changed at a time and kept when the objective grows. The objective is the mean
 * share of right first answers over the sets, less three times the share of false answers above the bound, so that no large set
 * drowns a small one. It prints what it found; a person judges it, rounds it and writes it down.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Gazetteer } from "../src/gazetteer/gazetteer";
import { placeIndex } from "../src/gazetteer/place";
import type { ResolveOptions } from "../src/resolve/options";
import { PARAMETERS, type Parameters } from "../src/resolve/parameters";
import { decide } from "../src/resolve/resolve";
import { forgetState } from "../src/resolve/state";

interface LabelledName {
  name: string;
  hints?: ResolveOptions;
  gold: string[];
}

const REGION = new Set(["UA", "RU", "BY", "MD"]);

/** Share of negatives that may be answered before it costs; surnames are villages' names too often for the same bound. */
const FALSE_BOUND = 0.02;
const FALSE_BOUNDS: Readonly<Record<string, number>> = { surnames: 0.08 };

const gazetteer = Gazetteer.from(readFileSync(new URL("../data/compiled/allonym.bin", import.meta.url)));

function readSets(directory: string): Map<string, { row: LabelledName; gold: Set<number> }[]> {
  const sets = new Map<string, { row: LabelledName; gold: Set<number> }[]>();
  for (const file of readdirSync(directory).sort()) {
    if (!file.endsWith(".ndjson")) continue;
    const rows = readFileSync(join(directory, file), "utf8").split("\n").filter(Boolean);
    sets.set(
      file.slice(0, -".ndjson".length),
      rows.map((line) => {
        const row = JSON.parse(line) as LabelledName;
        return { row, gold: new Set(row.gold.map((id) => placeIndex(gazetteer, id)).filter((index) => index >= 0)) };
      }),
    );
  }
  return sets;
}

/** Shares of right first answers, or of false answers for sets without gold, by set. */
function measure(sets: ReturnType<typeof readSets>, every: number): Map<string, number> {
  const shares = new Map<string, number>();
  forgetState(); // the prior holds numbers that may have changed
  for (const [set, rows] of sets) {
    let asked = 0;
    let counted = 0;
    for (let at = 0; at < rows.length; at += rows.length > 400 ? every : 1) {
      const { row, gold } = rows[at];
      const { status, ranked } = decide(gazetteer, row.name, row.hints ?? {});
      asked++;
      if (row.gold.length > 0) counted += ranked.length > 0 && gold.has(ranked[0].place) ? 1 : 0;
      else if (status !== "none") {
        const country = gazetteer.meta.countries[gazetteer.columns.placeCountry[ranked[0].place]];
        counted += country.split("-").some((code) => REGION.has(code)) ? 1 : 0;
      }
    }
    shares.set(set, counted / asked);
  }
  return shares;
}

function objective(sets: ReturnType<typeof readSets>, shares: Map<string, number>): number {
  let right = 0;
  let sums = 0;
  let penalty = 0;
  for (const [set, share] of shares) {
    if (sets.get(set)?.some(({ row }) => row.gold.length > 0)) {
      right += Math.min(share, ENOUGH[set] ?? 1);
      sums++;
    } else penalty += Math.max(0, share - (FALSE_BOUNDS[set] ?? FALSE_BOUND)) * (FALSE_BOUNDS[set] ? 0.002 : 3);
  }
  return right / sums - penalty;
}

/** Sets that some reach easily: beyond this share the climb looks at the others. */
const ENOUGH: Readonly<Record<string, number>> = {
  uk_inflected: 0.94,
  ru_names: 0.92,
  ru_names_within: 0.99,
  typos: 0.92,
};

/** Numbers that may change, as a path into the parameters and a step. */
const STEPS: readonly [path: readonly string[], step: number][] = [
  [["growth"], 0.1],
  [["home"], 0.4],
  [["abroad"], 0.4],
  [["edit"], 0.4],
  [["secondEdit"], 0.5],
  [["unknown"], 0.6],
  [["unknownInArea"], 0.6],
  [["unknownLetter"], 0.15],
  [["lowerCase"], 0.5],
  [["lowerCaseEdit"], 0.8],
  [["leastExactLength"], 0.7],
  [["leastBaseLength"], 0.7],
  [["spelling"], 0.2],
  [["inflection"], 0.4],
  [["derivation"], 0.15],
  [["latinForCyrillic"], 0.4],
  [["otherLanguage"], 0.3],
  [["status", "variant"], 0.2],
  [["status", "former"], 0.3],
  [["status", "derived"], 0.3],
  [["anyFrom"], 0.05],
];

function main(directory: string, rounds: number): void {
  const sets = readSets(directory);
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  let best = objective(sets, measure(sets, 4));
  for (let round = 0; round < rounds; round++) {
    const [path, step] = STEPS[Math.floor(random() * STEPS.length)];
    const holder = (path.length === 1 ? PARAMETERS : PARAMETERS.status) as Record<string, number>;
    const last = path[path.length - 1];
    const before = holder[last];
    holder[last] = Math.round((before + (random() < 0.5 ? -1 : 1) * step * (0.5 + random())) * 100) / 100;
    if (last === "inflection") holder[last] = Math.min(0, holder[last]); // a case form is never likelier than the name itself
    const now = objective(sets, measure(sets, 4));
    if (now > best + 1e-5) {
      best = now;
      console.error(`${round}: ${path.join(".")} ${before} → ${holder[last]}  ${best.toFixed(4)}`);
    } else holder[last] = before;
  }
  console.log(JSON.stringify(PARAMETERS satisfies Parameters, null, 2));
  for (const [set, share] of measure(sets, 1)) console.log(set.padEnd(18), (100 * share).toFixed(2));
}

const [directory, rounds] = process.argv.slice(2);
if (!directory) {
  console.error("usage: tsx bench/tune.ts DIR [rounds]");
  process.exitCode = 2;
} else main(directory, Number(rounds ?? 200));
