import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What a run of the command took. */
export interface CommandRun {
  seconds: number;
  /** processor time of all its threads, start of Node included */
  cpuSeconds: number;
  /** the peaks of the resident sets of all processes of its tree, added up */
  peakBytes: number;
  /** most processes seen at a time */
  processes: number;
  code: number | null;
  stderr: string;
}

const SAMPLE_MILLIS = 100;

/** Descendants of a process that live now, itself included. Linux only: elsewhere the process alone. */
function treeOf(pid: number): number[] {
  const found = [pid];
  for (const one of found) {
    try {
      for (const task of readdirSync(`/proc/${one}/task`)) {
        const children = readFileSync(`/proc/${one}/task/${task}/children`, "utf8");
        found.push(...children.split(" ").filter(Boolean).map(Number));
      }
    } catch {
      // it has ended, or there is no /proc
    }
  }
  return found;
}

/** Peak of the resident set so far; 0 where the process has ended. */
function highWater(pid: number): number {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** The command ends with 1 where rows could not be asked, such as those whose oblast it does not know; they are in the output all the same. */
export const isDone = (code: number | null): boolean => code === 0 || code === 1;

/** Starts `node ARGS` in a process group of its own, so that all of it can be killed. */
export function startNode(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, args, {
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...env },
  });
}

/**
 * Runs `node ARGS` to its end and measures the whole tree of its processes. Threads are part of a process and of its resident set.
 *
 * @param hook the bundled usage-hook.ts
 * @throws Error where it is not done, see {@link isDone}
 */
export async function runNode(args: readonly string[], hook: string, scratch: string): Promise<CommandRun> {
  const usage = join(scratch, "usage.jsonl");
  rmSync(usage, { force: true });
  const start = performance.now();
  const child = startNode(["--require", hook, ...args], { ALLONYM_BENCH_USAGE: usage });
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const pid = child.pid ?? 0;
  const peaks = new Map<number, number>();
  let processes = 1;
  const sampler = setInterval(() => {
    const tree = treeOf(pid);
    processes = Math.max(processes, tree.length);
    for (const one of tree) peaks.set(one, Math.max(peaks.get(one) ?? 0, highWater(one)));
  }, SAMPLE_MILLIS);
  const [code] = (await once(child, "exit")) as [number | null];
  const seconds = (performance.now() - start) / 1000;
  clearInterval(sampler);
  if (!isDone(code)) throw new Error(`node ${args.join(" ")} ended with ${code}: ${stderr.slice(-2000)}`);
  if (!existsSync(usage)) throw new Error(`node ${args.join(" ")} left no word of the time it took`);
  const written = readFileSync(usage, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { cpuSeconds: number; peakBytes: number });
  const sum = (values: Iterable<number>): number => [...values].reduce((total, one) => total + one, 0);
  return {
    seconds,
    cpuSeconds: sum(written.map(({ cpuSeconds }) => cpuSeconds)),
    peakBytes: Math.max(sum(peaks.values()), sum(written.map(({ peakBytes }) => peakBytes))),
    processes,
    code,
    stderr,
  };
}
