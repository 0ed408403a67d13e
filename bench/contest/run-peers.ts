import type { BenchNames } from "../names";
import type { Peer } from "../peers/peers";
import { median } from "../round";
import type { Query, QueryKind } from "../workload";
import type { GoldenRows } from "./golden-rows";
import { byPopulation, type GoldenVerdicts, judgeGolden, judgeMixed, noVerdicts, type Verdicts } from "./judge";
import { PeerHandle, type Surroundings } from "./peer-handle";
import type { Ready } from "./protocol";

/** How long the bench is: everything is bounded by time, so that a slow engine is asked less, not left out. */
export interface PeerPlan {
  rounds: number;
  /** time of one peer in one round */
  roundSeconds: number;
  /** most queries of one peer in one round */
  roundQueries: number;
  /** time of the whole run: what is left of it after the rounds is shared among the peers for the rows that are only judged */
  totalSeconds: number;
  /** most and least time of one peer for those rows, the golden ones and more of the mixed load */
  judgedSeconds: { least: number; most: number };
  /** most rows of the mixed load beyond those of the rounds */
  mixedQueries: number;
}

/** What one peer did. */
export interface PeerResult {
  title: string;
  setting: string;
  ready: Ready;
  /** queries a second, by round */
  rates: number[];
  p50: number[];
  /** NaN where a round had fewer than a hundred queries */
  p99: number[];
  mixed: Record<QueryKind, Verdicts>;
  golden: GoldenVerdicts;
  thrown: number;
}

export interface PeerResults {
  ran: Map<string, PeerResult>;
  /** why a peer did not run, by key */
  notRun: Map<string, string>;
}

/** Peers that start, or answer rows that are not timed, at a time. */
const AT_ONCE = 2;
/** Answers asked of a row with hints, from which those outside the unit are then taken out. */
const DEEP = 1000;

/** Of the time for rows that are only judged, so much goes to the mixed load; the golden rows get the rest. */
const MIXED_SHARE = 0.35;

/** Runs `work` for each item, a few at a time. */
async function eachAtOnce<Item>(items: Iterable<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Starts all peers, times them in turn round by round, then asks the rows that are only judged. A peer that fails at any point is
 * listed with its reason and takes nobody with it.
 */
export async function runPeers(
  peers: Record<string, Peer>,
  around: Surroundings,
  names: BenchNames,
  load: readonly Query[],
  golden: GoldenRows,
  plan: PeerPlan,
): Promise<PeerResults> {
  const deadline = performance.now() + plan.totalSeconds * 1000;
  const handles = new Map<string, PeerHandle>();
  const ran = new Map<string, PeerResult>();
  const notRun = new Map<string, string>();
  const population = byPopulation(names);
  const fail = (key: string, error: unknown): void => {
    notRun.set(key, reason(error));
    handles.get(key)?.end();
    handles.delete(key);
    ran.delete(key);
    console.error(`${peers[key].title} (${peers[key].setting}): not run: ${reason(error)}`);
  };
  try {
    await eachAtOnce(Object.entries(peers), async ([key, peer]) => {
      try {
        const handle = await PeerHandle.start(key, peer, around);
        handles.set(key, handle);
        console.error(`${peer.title} (${peer.setting}): built in ${handle.ready.buildSeconds.toFixed(2)} s`);
      } catch (error) {
        fail(key, error);
      }
    });
    // In the order of the table, not of readiness.
    for (const [key, { title, setting }] of Object.entries(peers)) {
      const handle = handles.get(key);
      if (!handle) continue;
      const mixed = { exact: noVerdicts(), typo: noVerdicts(), unknown: noVerdicts() };
      ran.set(key, {
        title,
        setting,
        ready: handle.ready,
        rates: [],
        p50: [],
        p99: [],
        mixed,
        golden: { kinds: new Map(), right: [] },
        thrown: 0,
      });
    }
    for (let round = -1; round < plan.rounds; round++) {
      const from = (round + 1) * plan.roundQueries;
      const queries = load.slice(from, from + plan.roundQueries);
      const texts = queries.map(({ text }) => text);
      for (const [key, result] of ran) {
        try {
          const reply = await handles.get(key)!.ask({ texts, limit: 1, seconds: plan.roundSeconds });
          if (round < 0) continue;
          const { micros, answers } = reply;
          result.rates.push(micros.length / reply.seconds);
          const sorted = micros.sort((one, other) => one - other);
          result.p50.push(sorted[Math.floor(sorted.length * 0.5)]);
          result.p99.push(sorted.length < 100 ? Number.NaN : sorted[Math.floor(sorted.length * 0.99)]);
          result.thrown += reply.thrown;
          judgeMixed(result.mixed, queries, answers, names, population);
        } catch (error) {
          fail(key, error);
        }
      }
      console.error(round < 0 ? "warmed up" : `round ${round + 1} of ${plan.rounds} is timed`);
    }
    const rest = load.slice((plan.rounds + 1) * plan.roundQueries).slice(0, plan.mixedQueries);
    // Fast ones first: the time that they do not need goes to the slow ones.
    const byRate = [...ran].sort(([, one], [, other]) => median(other.rates) - median(one.rates));
    let left = byRate.length;
    await eachAtOnce(byRate, async ([key, result]) => {
      const fair = ((deadline - performance.now()) / 1000 / left--) * AT_ONCE;
      const seconds = Math.max(plan.judgedSeconds.least, Math.min(plan.judgedSeconds.most, fair));
      try {
        await askUntimed(handles.get(key)!, result, rest, golden, seconds, names, population);
        console.error(`${result.title} (${result.setting}): judged`);
      } catch (error) {
        fail(key, error);
      }
    });
  } finally {
    for (const handle of handles.values()) handle.end();
  }
  return { ran, notRun };
}

async function askUntimed(
  handle: PeerHandle,
  result: PeerResult,
  rest: readonly Query[],
  golden: GoldenRows,
  seconds: number,
  names: BenchNames,
  population: (place: number) => number,
): Promise<void> {
  const untilGolden = golden.rows.length === 0 ? seconds : seconds * MIXED_SHARE;
  const end = performance.now() + seconds * 1000;
  const more = await handle.ask({ texts: rest.map(({ text }) => text), limit: 1, seconds: untilGolden });
  judgeMixed(result.mixed, rest, more.answers, names, population);
  result.thrown += more.thrown;
  const reply = await handle.ask({
    texts: golden.rows.map(({ name }) => name),
    options: golden.rows.map(({ options }) => options),
    limit: golden.rows.map(({ options }) => (options ? DEEP : 5)),
    seconds: Math.max(1, (end - performance.now()) / 1000),
  });
  result.thrown += reply.thrown;
  result.golden = judgeGolden(golden.rows, reply.answers, population);
}
