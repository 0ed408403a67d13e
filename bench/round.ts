import type { QueryKind } from "./workload";

/** What run.ts asks of an engine process: some queries from some row of its load on. */
export interface RoundRequest {
  /** `exact-fresh`: strings made anew before the clock starts; `exact-cached`: the same string objects every round */
  mode: "mixed" | "exact-fresh" | "exact-cached";
  from: number;
  count: number;
}

/** How the answers of one kind of query turned out. */
export interface Tally {
  asked: number;
  answered: number;
  /** the first answer names a place that has the toponym that was meant */
  right: number;
}

/** What the process answers: the very answers that the clock ran on are the ones that are judged. */
export interface RoundResult {
  seconds: number;
  tallies: Record<QueryKind, Tally>;
  /** microseconds a query, of a second pass over the same queries; 0 for the exact modes */
  p50: number;
  p99: number;
}

/** First message of the process: its index stands. */
export interface Built {
  names: number;
  buildSeconds: number;
  heapBytes: number;
}

/** The rounds of one engine. */
export interface Measured {
  title: string;
  built: Built;
  rounds: RoundResult[];
  /** queries a second, by round */
  rates: number[];
}

/** Middle value; of an even number, the upper of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** Share of a kind over all rounds, in percent. */
export function percent(measured: Measured, kind: QueryKind, what: "right" | "answered"): number {
  let asked = 0;
  let counted = 0;
  for (const { tallies } of measured.rounds) {
    asked += tallies[kind].asked;
    counted += tallies[kind][what];
  }
  return (100 * counted) / Math.max(1, asked);
}

/** How many times as fast one engine is as another, by round. */
export function ratios(one: Measured, other: Measured): number[] {
  return one.rates.map((rate, round) => rate / other.rates[round]);
}
