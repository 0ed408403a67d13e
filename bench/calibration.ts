/**
 * Whether scores are probabilities, and where the verdicts' thresholds must lie: `tsx bench/calibration.ts DIR`, where DIR holds labelled
 * names as `bench/tune.ts` takes them. Prints Markdown for the quality report.
 *
 * A row that accepts one place asks whether the first answer is it: the score of the first answer is compared with how often it is
 * right. A row that accepts all namesakes asks whether the name was understood: there the scores of the answers that bear the first one's
 * name are added up, because which namesake was meant nobody knows.
 */
import { readFileSync } from "node:fs";
import { Gazetteer } from "../src/gazetteer/gazetteer";
import { placeIndex } from "../src/gazetteer/place";
import { decide } from "../src/resolve/decide";
import { PARAMETERS } from "../src/resolve/ranking/parameters";
import { fold } from "../src/text/fold";
import { type LabelledName, REGION, readLabelledNames } from "./labelled-names";

/** What the thresholds must keep, in per cent. */
const RIGHT_OF_MATCH = 97;
const FALSE_OF_NAMES = { negatives: 0.8, surnames: 8 } as const;

/** Sets whose answers need not be right so often: an old name that another place bears today cannot be told without its date. */
const RIGHT_NOT_ASKED: ReadonlySet<string> = new Set(["renames", "renames_within"]);

const BINS = 10;
const FEWEST_IN_BIN = 50;

const gazetteer = Gazetteer.from(readFileSync(new URL("../data/compiled/allonym.bin", import.meta.url)));

interface Answer {
  /** how likely it is that the first answer, or its name, is right */
  confidence: number;
  /** score of the first answer */
  score: number;
  /** called `match` */
  match: boolean;
  /** clear of the second answer */
  clear: boolean;
  /** score of all answers */
  any: number;
  right: boolean;
  inFive: boolean;
  inRegion: boolean;
  known: boolean;
}

function answerOf({ name, hints, gold }: LabelledName): Answer {
  let decision: ReturnType<typeof decide>;
  try {
    decision = decide(gazetteer, name, hints ?? {});
  } catch {
    decision = decide(gazetteer, name, {});
  }
  const accepted = new Set(gold.map((id) => placeIndex(gazetteer, id)).filter((place) => place >= 0));
  const [first] = decision.ranked;
  const any = decision.ranked.reduce((sum, { probability }) => sum + probability, 0);
  if (!first)
    return {
      confidence: 0,
      score: 0,
      any,
      match: false,
      clear: false,
      right: false,
      inFive: false,
      inRegion: false,
      known: gold.length > 0,
    };
  const key = fold(gazetteer.textOf(first.toponym));
  const bearers = decision.ranked.filter(({ toponym }) => fold(gazetteer.textOf(toponym)) === key);
  const country = gazetteer.meta.countries[gazetteer.columns.placeCountry[first.place]];
  return {
    confidence: accepted.size > 1 ? bearers.reduce((sum, { probability }) => sum + probability, 0) : first.probability,
    score: first.probability,
    match: decision.status === "match",
    clear: first.probability >= PARAMETERS.clearOf * (decision.ranked[1]?.probability ?? 0),
    any,
    right: accepted.has(first.place),
    inFive: decision.ranked.slice(0, 5).some(({ place }) => accepted.has(place)),
    inRegion: country.split("-").some((code) => REGION.has(code)),
    known: gold.length > 0,
  };
}

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : ((100 * part) / whole).toFixed(1));

function printReliability(answers: readonly Answer[]): void {
  console.log("\n| confidence | answers | mean | right | off by |\n|---|---|---|---|---|");
  let worst = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const inside = answers.filter(
      ({ confidence }) => confidence > 0 && Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin,
    );
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    const right = inside.filter((answer) => answer.right).length / inside.length;
    const off = 100 * (right - mean);
    if (inside.length >= FEWEST_IN_BIN) worst = Math.max(worst, Math.abs(off));
    console.log(
      `| ${bin / BINS}–${(bin + 1) / BINS} | ${inside.length} | ${(100 * mean).toFixed(1)} | ${(100 * right).toFixed(1)} | ${off.toFixed(1)} |`,
    );
  }
  console.log(`\nWorst bin of ${FEWEST_IN_BIN} answers or more: off by ${worst.toFixed(1)} points.`);
}

function printThresholds(sets: ReadonlyMap<string, readonly Answer[]>): void {
  console.log(
    "\n| set | rows | first right | in five | right of `match` | called `match` | smallest `matchFrom` |\n|---|---|---|---|---|---|---|",
  );
  for (const [set, answers] of sets) {
    if (!answers.some(({ known }) => known)) continue;
    const rows = answers.filter(({ known }) => known);
    const rightFrom = (from: number): number => {
      const matches = rows.filter(({ score, clear }) => clear && score >= from);
      return matches.length === 0 ? 100 : (100 * matches.filter(({ right }) => right).length) / matches.length;
    };
    let least = 0.5;
    while (least < 1 && rightFrom(least) < RIGHT_OF_MATCH) least += 0.01;
    const matches = rows.filter(({ match }) => match);
    const cells = [
      set,
      rows.length,
      percent(rows.filter(({ right }) => right).length, rows.length),
      percent(rows.filter(({ inFive }) => inFive).length, rows.length),
      percent(matches.filter(({ right }) => right).length, matches.length),
      percent(matches.length, rows.length),
      RIGHT_NOT_ASKED.has(set) ? "not asked" : least.toFixed(2),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
  console.log("\n| set | rows | answered falsely | smallest `anyFrom` |\n|---|---|---|---|");
  for (const [set, bound] of Object.entries(FALSE_OF_NAMES)) {
    const rows = sets.get(set) ?? [];
    const falseFrom = (from: number): number =>
      (100 * rows.filter(({ any, inRegion }) => inRegion && any >= from).length) / Math.max(1, rows.length);
    let least = PARAMETERS.anyFrom;
    while (least < 1 && falseFrom(least) > bound) least += 0.01;
    console.log(`| ${set} | ${rows.length} | ${falseFrom(0).toFixed(2)} | ${least.toFixed(2)} |`);
  }
}

const [directory] = process.argv.slice(2);
if (!directory) {
  console.error("usage: tsx bench/calibration.ts DIR");
  process.exitCode = 2;
} else {
  const sets = new Map([...readLabelledNames(directory)].map(([set, rows]) => [set, rows.map(answerOf)]));
  printThresholds(sets);
  // Of a name that means no place of the region, an answer abroad may be right: nobody labelled it.
  printReliability([...sets.values()].flat().filter(({ known, inRegion }) => known || inRegion));
}
