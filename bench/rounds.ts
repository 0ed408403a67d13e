import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { EngineEntry } from "./peers/engine";
import type { Built, Measured, RoundRequest, RoundResult } from "./round";

/** How long a bench is. */
export interface RoundPlan {
  /** the bundled engine-process.ts */
  script: string;
  gazetteer: string;
  rows: number;
  seed: number;
  rounds: number;
  /** what is asked of each engine in each round, one after the other */
  modes: readonly RoundRequest["mode"][];
}

async function reply<Message>(child: ChildProcess): Promise<Message> {
  const left = once(child, "exit").then(([code]) => {
    throw new Error(`an engine process ended with ${code}`);
  });
  const [message] = await Promise.race([once(child, "message"), left]);
  return message as Message;
}

/**
 * Runs all engines in turn, round by round: on a machine with other work a slow minute then hits all of them, and the ratio within
 * a round stays fair where the rates do not. A first round warms up and is not counted.
 */
export async function runRounds(
  engines: Record<string, EngineEntry>,
  plan: RoundPlan,
): Promise<Map<RoundRequest["mode"], Map<string, Measured>>> {
  const running: {
    key: string;
    entry: EngineEntry;
    child: ChildProcess;
    built: Built;
    rounds: Map<RoundRequest["mode"], RoundResult[]>;
  }[] = [];
  const largest = Math.max(...Object.values(engines).map(({ queries }) => queries));
  try {
    for (const [key, entry] of Object.entries(engines)) {
      const child = fork(plan.script, [key, plan.gazetteer, String(plan.rows), String(plan.seed)], {
        execArgv: ["--expose-gc"],
      });
      running.push({
        key,
        entry,
        child,
        built: await reply<Built>(child),
        rounds: new Map(plan.modes.map((mode) => [mode, []])),
      });
      console.error(`${entry.title} is built`);
    }
    for (let round = -1; round < plan.rounds; round++) {
      for (const { entry, child, rounds } of running) {
        for (const mode of plan.modes) {
          const request: RoundRequest = { mode, from: (round + 1) * largest, count: entry.queries };
          child.send(request);
          const result = await reply<RoundResult>(child);
          if (round >= 0) rounds.get(mode)?.push(result);
        }
      }
      console.error(round < 0 ? "warmed up" : `${plan.modes}: round ${round + 1} of ${plan.rounds}`);
    }
  } finally {
    for (const { child } of running) if (child.connected) child.send("end");
  }
  return new Map(
    plan.modes.map((mode) => [
      mode,
      new Map(
        running.map(({ key, entry, built, rounds }): [string, Measured] => {
          const results = rounds.get(mode) ?? [];
          const rates = results.map(({ seconds }) => entry.queries / seconds);
          return [key, { title: entry.title, built, rounds: results, rates }];
        }),
      ),
    ]),
  );
}
