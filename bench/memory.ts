import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { median } from "./round";

/** Sizes in bytes, times in milliseconds; medians of fresh processes. */
export interface Footprint {
  fileBytes: number;
  brotliBytes: number;
  openMillis: number;
  slowestOpenMillis: number;
  firstAnswerMillis: number;
  /** resident set above that of bare node: after opening and one answer, after all queries, and at its peak */
  openRss: number;
  rss: number;
  peakRss: number;
  queries: number;
  /** wall time of `allonym resolve Krasnarmeysk`, process start included; undefined where `dist` is not built */
  commandMillis?: number;
  slowestCommandMillis?: number;
  bareNodeMillis: number;
}

const RUNS = 9;

interface Printed {
  openMillis: number;
  firstAnswerMillis: number;
  rssOpen: number;
  rss: number;
  peakRss: number;
  answered: number;
}

function runOnce(script: string, ...args: string[]): Printed {
  return JSON.parse(execFileSync(process.execPath, [script, ...args], { encoding: "utf8" })) as Printed;
}

function wallMillis(...args: string[]): { millis: number; output: string } {
  const start = performance.now();
  const output = execFileSync(process.execPath, args, { encoding: "utf8" });
  return { millis: performance.now() - start, output };
}

/**
 * Measures what a process pays for having the gazetteer open. Each number comes from fresh processes, because a heap that was once
 * large stays large.
 *
 * @param script the bundled memory-process.ts
 */
export function measureFootprint(
  script: string,
  gazetteer: string,
  queries: readonly string[],
  scratch: string,
  command: string,
): Footprint {
  const queriesPath = join(scratch, "queries.txt");
  writeFileSync(queriesPath, queries.join("\n"));
  const runs: Printed[] = [];
  const bare: Printed[] = [];
  const bareWall: number[] = [];
  const commandWall: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    bare.push(runOnce(script));
    runs.push(runOnce(script, gazetteer, queriesPath));
    bareWall.push(wallMillis("-e", "0").millis);
    if (!existsSync(command)) continue;
    const { millis, output } = wallMillis(command, "resolve", "Krasnarmeysk");
    if (!output.includes("Покровськ")) throw new Error(`the command answered ${JSON.stringify(output)}`);
    commandWall.push(millis);
  }
  if (runs.some(({ answered }) => answered < queries.length / 2))
    throw new Error("fewer than half of the queries were answered");
  const middle = (list: readonly Printed[], of: (printed: Printed) => number): number => median(list.map(of));
  const bytes = readFileSync(gazetteer);
  const footprint: Footprint = {
    fileBytes: bytes.length,
    brotliBytes: brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }).length,
    openMillis: middle(runs, (run) => run.openMillis),
    slowestOpenMillis: Math.max(...runs.map(({ openMillis }) => openMillis)),
    firstAnswerMillis: middle(runs, (run) => run.firstAnswerMillis),
    openRss: middle(runs, (run) => run.rssOpen) - middle(bare, (run) => run.rss),
    rss: middle(runs, (run) => run.rss) - middle(bare, (run) => run.rss),
    peakRss: middle(runs, (run) => run.peakRss) - middle(bare, (run) => run.peakRss),
    queries: queries.length,
    bareNodeMillis: median(bareWall),
  };
  if (commandWall.length > 0) {
    footprint.commandMillis = median(commandWall);
    footprint.slowestCommandMillis = Math.max(...commandWall);
  }
  return footprint;
}
