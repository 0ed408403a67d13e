import type { BenchNames } from "../names";
import type { Query, QueryKind } from "../workload";
import { ELSEWHERE, type GoldenRow, isNegative } from "./golden-rows";

/** How the answers of one kind of row turned out. */
export interface Verdicts {
  asked: number;
  answered: number;
  /** the first answer names the place that is meant */
  first: number;
  /** one of the first five does */
  five: number;
  /** the most populous place of the first answer's name is the one that is meant: what storing one place an answer gives */
  place: number;
}

export const noVerdicts = (): Verdicts => ({ asked: 0, answered: 0, first: 0, five: 0, place: 0 });

/** Answers of several kinds added up. */
export function sum(verdicts: Iterable<Verdicts>): Verdicts {
  const all = noVerdicts();
  for (const one of verdicts) for (const key of Object.keys(all) as (keyof Verdicts)[]) all[key] += one[key];
  return all;
}

/** Judges the answers of one row: each a list of the places that have the name answered, best answer first. */
function judgeOne(verdicts: Verdicts, answers: readonly number[][], wanted: readonly number[], rank: Rank): void {
  verdicts.asked++;
  if (answers.length === 0) return;
  verdicts.answered++;
  const names = (answer: readonly number[]): boolean => answer.some((place) => wanted.includes(place));
  if (names(answers[0])) verdicts.first++;
  if (answers.slice(0, 5).some(names)) verdicts.five++;
  if (wanted.includes(answers[0].reduce((best, place) => (rank(place) > rank(best) ? place : best)))) verdicts.place++;
}

/** How likely a place is meant by a name that several have: its population. */
export type Rank = (place: number) => number;

/** Population by place, read once. */
export function byPopulation({ gazetteer }: BenchNames): Rank {
  const { populations } = gazetteer.columns;
  const known = new Map<number, number>();
  for (let pair = 0; pair < populations.length; pair += 2) known.set(populations[pair], populations[pair + 1]);
  return (place) => known.get(place) ?? 0;
}

/** The golden rows as one peer answered them. */
export interface GoldenVerdicts {
  kinds: Map<string, Verdicts>;
  /** whether the first answer was right, row by row, as far as there was time */
  right: boolean[];
}

/** Judges golden rows. What the hints of a row exclude is taken out of every answer first, and answers left empty are skipped. */
export function judgeGolden(rows: readonly GoldenRow[], answers: readonly number[][][], rank: Rank): GoldenVerdicts {
  const kinds = new Map<string, Verdicts>();
  const right: boolean[] = [];
  answers.forEach((found, at) => {
    const { kind, accept, wanted } = rows[at];
    const looked = kind === ELSEWHERE ? found.slice(0, 1) : found;
    const left = looked.map((places) => places.filter(accept)).filter((places) => places.length > 0);
    let verdicts = kinds.get(kind);
    if (!verdicts) kinds.set(kind, (verdicts = noVerdicts()));
    const before = verdicts.first;
    judgeOne(verdicts, left, wanted, rank);
    right.push(verdicts.first > before);
  });
  return { kinds, right };
}

/** The golden rows that mean a place of the four countries. */
export const meant = (kinds: ReadonlyMap<string, Verdicts>): Verdicts =>
  sum([...kinds].filter(([kind]) => !isNegative(kind)).map(([, verdicts]) => verdicts));

/** Judges rows of the mixed load; any place that has the name that was meant is right. */
export function judgeMixed(
  verdicts: Record<QueryKind, Verdicts>,
  queries: readonly Query[],
  answers: readonly number[][][],
  names: BenchNames,
  rank: Rank,
): void {
  answers.forEach((found, at) => {
    const { kind, target } = queries[at];
    judgeOne(verdicts[kind], found, target < 0 ? [] : names.places[target], rank);
  });
}
