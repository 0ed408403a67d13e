/**
 * Fits the numbers of `src/resolve/ranking/parameters.ts` on labelled names: `tsx bench/tune.ts DIR [sweeps]`, where DIR holds files `*.ndjson`
 * with lines `{ name, hints?, gold: [id…] }` (`gold` empty: no place of the region is meant).
 *
 * What is fitted is the mean over the sets of the negative log of the probability that ranking gives to the truth: to the accepted
 * places together, or to "no place of the region". So the scores come out as probabilities, and no large set drowns a small one.
 * Candidates do not depend on the numbers: they are searched once, and each trial only ranks them again. One number at a time is
 * moved to the bottom of a parabola through three trials; a quadratic pull towards the start keeps numbers that the sets say
 * little about where they are. It prints what it found; a person judges it, rounds it and writes it down.
 */
import { readFileSync } from "node:fs";
import { Gazetteer } from "../src/gazetteer/gazetteer";
import { placeIndex } from "../src/gazetteer/place";
import { unitNamed } from "../src/resolve/decide";
import type { Found } from "../src/resolve/finding/candidates";
import { find } from "../src/resolve/finding/find";
import { prepare } from "../src/resolve/finding/prepare";
import { type Area, areaOf } from "../src/resolve/hints/area";
import type { ResolveOptions } from "../src/resolve/options";
import { PARAMETERS } from "../src/resolve/ranking/parameters";
import { Prior } from "../src/resolve/ranking/prior";
import { type Ranking, rank } from "../src/resolve/ranking/rank";
import { SpellingComparison } from "../src/resolve/ranking/spelling";
import { type LabelledName, REGION, readLabelledNames } from "./labelled-names";

/** A labelled name with everything that does not depend on the parameters. */
interface Row {
  labelled: LabelledName;
  gold: ReadonlySet<number>;
  found: Found;
  area: Area;
  comparison: SpellingComparison;
}

type Sets = ReadonlyMap<string, readonly Row[]>;

/** Sets count alike but for these: words of no place are what a careless matcher fails. */
const WEIGHT: Readonly<Record<string, number>> = {
  negatives: 3,
  renames: 0.5,
  renames_within: 0.5,
  golden: 2,
  surnames: 0.5,
};

/** Pull towards the start, in nats for a number moved by one. */
const PULL = 0.0005;

/** No probability counts as less: a wrong label must not outweigh a hundred right ones. */
const LEAST = 0.003;

const gazetteer = Gazetteer.from(readFileSync(new URL("../data/compiled/allonym.bin", import.meta.url)));

function readSets(directory: string): Sets {
  const sets = new Map<string, Row[]>();
  const units = new Map<string, number>();
  const unitOf = (name: string): number => {
    let unit = units.get(name);
    if (unit === undefined) {
      unit = unitNamed(gazetteer, name);
      units.set(name, unit);
    }
    return unit;
  };
  /** A hint that is refused is left out: a row of a table is never lost. */
  const hintedArea = (hints: ResolveOptions): Area => {
    try {
      return areaOf(gazetteer, hints, unitOf);
    } catch {
      const { within: _, ...others } = hints;
      return areaOf(gazetteer, others, unitOf);
    }
  };
  for (const [set, names] of readLabelledNames(directory)) {
    const rows = names.map((labelled): Row => {
      const gold = new Set(labelled.gold.map((id) => placeIndex(gazetteer, id)).filter((index) => index >= 0));
      const area = hintedArea(labelled.hints ?? {});
      const comparison = new SpellingComparison(gazetteer);
      const { text, steps } = prepare(labelled.name);
      return { labelled, gold, found: find(gazetteer, text, area, steps, comparison), area, comparison };
    });
    sets.set(set, rows);
  }
  return sets;
}

function rankRow(prior: Prior, { labelled, found, area, comparison }: Row): Ranking {
  if (found.candidates.length === 0) return { ranked: [], any: 0 };
  return rank(gazetteer, prior, found, area, labelled.hints ?? {}, comparison);
}

const inRegion = (place: number): boolean =>
  gazetteer.meta.countries[gazetteer.columns.placeCountry[place]].split("-").some((code) => REGION.has(code));

/** Negative log of the probability of the truth. Where the search did not bring the place up, the truth is "none of these". */
function loss({ labelled, gold, found }: Row, { ranked, any }: Ranking, least: number = LEAST): number {
  let truth = 0;
  if (labelled.gold.length > 0 && !found.candidates.some(({ place }) => gold.has(place))) truth = 1 - any;
  else if (labelled.gold.length > 0) for (const one of ranked) truth += gold.has(one.place) ? one.probability : 0;
  else {
    truth = 1 - any;
    for (const one of ranked) truth += inRegion(one.place) ? 0 : one.probability;
  }
  return -Math.log(Math.max(least, truth));
}

function totalLoss(sets: Sets): number {
  const prior = new Prior(gazetteer);
  let total = 0;
  let weights = 0;
  for (const [set, rows] of sets) {
    let sum = 0;
    for (const row of rows) sum += loss(row, rankRow(prior, row));
    const weight = WEIGHT[set] ?? 1;
    total += (weight * sum) / rows.length;
    weights += weight;
  }
  return total / weights;
}

/** A number of {@link PARAMETERS}, wherever it lies. */
interface Knob {
  name: string;
  start: number;
  value: number;
}

type Numbers = Record<string, number>;

/** Verdict thresholds are chosen from the tables that `bench/calibration.ts` prints, not by likelihood. */
const NOT_FITTED = new Set([
  "growth",
  "growthInArea",
  "home",
  "neighbour",
  "abroad",
  "besideGeneric",
  "clearOf",
  "sharpness",
  "certainty",
  "hintNotUnderstood",
  "matchFrom",
  "anyFrom",
  "nearKilometres",
  "asOf",
  "otherThanAsked",
]);

function knobs(): { get: () => number; set: (value: number) => void; name: string }[] {
  return Object.entries(PARAMETERS as unknown as Record<string, number | Numbers>).flatMap(([name, value]) => {
    if (NOT_FITTED.has(name)) return [];
    if (typeof value === "number") {
      const holder = PARAMETERS as unknown as Numbers;
      return [
        {
          name,
          get: () => holder[name],
          set: (to: number) => {
            holder[name] = to;
          },
        },
      ];
    }
    return Object.keys(value).map((inner) => ({
      name: `${name}.${inner}`,
      get: () => value[inner],
      set: (to: number) => {
        value[inner] = to;
      },
    }));
  });
}

/** Names of the numbers that say how likely the usual is: they stay 0, and all others are relative to them. */
const ZERO = new Set(["reading.english", "status.standardized", "language.uk", "language.ru"]);

/** Numbers that cannot be above 0: nothing speaks more for a place than its standardized name in the language of the text. */
const AT_MOST_ZERO = /^(?:language\.|otherLanguage$)/u;

function climb(sets: Sets, sweeps: number): void {
  const all = knobs()
    .filter(({ name }) => !ZERO.has(name))
    .map(({ name, get, set }) => ({
      name,
      get,
      set: (value: number) => set(AT_MOST_ZERO.test(name) ? Math.min(0, value) : value),
    }));
  const starts = new Map<string, Knob>(all.map(({ name, get }) => [name, { name, start: get(), value: get() }]));
  const pull = (): number =>
    all.reduce((sum, { name, get }) => sum + PULL * (get() - (starts.get(name) as Knob).start) ** 2, 0);
  const objective = (): number => totalLoss(sets) + pull();
  let best = objective();
  console.error(`start: ${best.toFixed(4)}`);
  const steps = new Map(all.map(({ name, get }) => [name, Math.max(0.2, Math.abs(get()) * 0.15)]));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const { name, get, set } of all) {
      const here = get();
      const step = steps.get(name) as number;
      set(here + step);
      const up = objective();
      set(here - step);
      const down = objective();
      const bend = up + down - 2 * best;
      const jump = bend > 1e-9 ? (step * (down - up)) / (2 * bend) : up < down ? 2 * step : -2 * step;
      const trial = here + Math.max(-3 * step, Math.min(3 * step, jump));
      set(trial);
      const at = objective();
      const choices: [number, number][] = [
        [best, here],
        [up, here + step],
        [down, here - step],
        [at, trial],
      ];
      choices.sort((a, b) => a[0] - b[0]);
      best = choices[0][0];
      set(choices[0][1]);
      steps.set(name, step * (choices[0][1] === here ? 0.5 : 1));
    }
    console.error(`sweep ${sweep + 1}: ${best.toFixed(4)}`);
  }
}

/** Probabilities this small are noise of the labels, but they must hurt when scores are sharpened. */
const LEAST_WHEN_SHARPENED = 0.001;

/**
 * Chooses `sharpness` and `certainty` for all rows alike: the fit weighs sets, and it forgives what is surely wrong, so its scores are
 * too sure of themselves.
 */
function sharpen(sets: Sets): void {
  const prior = new Prior(gazetteer);
  const rows = [...sets.values()].flat().filter(({ labelled }) => labelled.gold.length > 0);
  const best = { loss: Number.POSITIVE_INFINITY, sharpness: 1, certainty: 1 };
  for (let sharpness = 0.6; sharpness < 1.11; sharpness += 0.05) {
    for (let certainty = 0.95; certainty < 1; certainty += 0.005) {
      Object.assign(PARAMETERS, { sharpness, certainty });
      let sum = 0;
      for (const row of rows) sum += Math.min(-Math.log(LEAST_WHEN_SHARPENED), loss(row, rankRow(prior, row), 0));
      if (sum < best.loss) Object.assign(best, { loss: sum, sharpness, certainty });
    }
  }
  Object.assign(PARAMETERS, { sharpness: best.sharpness, certainty: best.certainty });
}

function main(directory: string, sweeps: number): void {
  const sets = readSets(directory);
  Object.assign(PARAMETERS, { sharpness: 1, certainty: 1 });
  climb(sets, sweeps);
  sharpen(sets);
  console.log(
    JSON.stringify(PARAMETERS, (_, value) => (typeof value === "number" ? Math.round(value * 100) / 100 : value), 2),
  );
  const prior = new Prior(gazetteer);
  for (const [set, rows] of sets) {
    const losses = rows.map((row) => loss(row, rankRow(prior, row)));
    const first = rows.filter((row) => {
      const { ranked, any } = rankRow(prior, row);
      return ranked.length > 0 && any >= PARAMETERS.anyFrom && row.gold.has(ranked[0].place);
    });
    const mean = losses.reduce((sum, one) => sum + one, 0) / rows.length;
    console.log(set.padEnd(18), mean.toFixed(3), ((100 * first.length) / rows.length).toFixed(2));
  }
}

const [directory, sweeps] = process.argv.slice(2);
if (!directory) {
  console.error("usage: tsx bench/tune.ts DIR [sweeps]");
  process.exitCode = 2;
} else main(directory, Number(sweeps ?? 5));
