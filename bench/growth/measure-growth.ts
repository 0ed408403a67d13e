import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Gazetteer } from "../../src/gazetteer/gazetteer";
import { bundle } from "../bundle";
import { PeerHandle } from "../contest/peer-handle";
import { namesThatStandAlone, readNames } from "../names";
import { mixedLoad } from "../workload";
import { downloadCities } from "./ballast";
import { type GrowthResult, writeGrowthReport } from "./growth-report";
import { compileSizes } from "./sizes";

const SEED = 20_261;
const ROUNDS = 7;
const QUERIES = 3000;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Compiles four sizes of gazetteer, asks all of them the same, and writes bench/record/DATE-growth.md. */
export async function measureGrowth(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "allonym-growth-"));
  const handles: PeerHandle[] = [];
  const started = performance.now();
  try {
    console.error("downloading the ballast");
    const cities = downloadCities(scratch);
    const sizes = compileSizes(scratch, cities);
    await bundle([here("growth-process.ts")], scratch);
    // Names that all sizes have, and words that none has.
    const smallest = namesThatStandAlone(readNames(sizes[0].path));
    const largest = Gazetteer.from(readFileSync(sizes[sizes.length - 1].path));
    const load = mixedLoad({ ...smallest, gazetteer: largest }, QUERIES, SEED);
    const results: GrowthResult[] = [];
    for (const size of sizes) {
      for (const how of ["decide", "resolve"] as const) {
        const args = ["--expose-gc", join(scratch, "growth-process.cjs"), size.path, how];
        const handle = await PeerHandle.launch(process.execPath, args);
        handles.push(handle);
        results.push({ size, how, rounds: [], least: load.map(() => Number.POSITIVE_INFINITY), answered: 0 });
      }
    }
    const texts = load.map(({ text }) => text);
    const exact = load.filter(({ kind }) => kind === "exact").length;
    for (let round = -1; round < ROUNDS; round++) {
      for (const [at, result] of results.entries()) {
        const { micros, answers } = await handles[at].ask({ texts, limit: 1, seconds: 60 });
        if (micros.length < QUERIES) throw new Error(`only ${micros.length} of ${QUERIES} queries within a minute`);
        if (round < 0) continue;
        result.rounds.push(micros.reduce((sum, one) => sum + one, 0) / QUERIES);
        result.least = result.least.map((before, row) => Math.min(before, micros[row]));
        result.answered =
          answers.filter((answer, row) => load[row].kind === "exact" && answer.length > 0).length / exact;
      }
      console.error(round < 0 ? "warmed up" : `round ${round + 1} of ${ROUNDS}`);
    }
    const date = new Date().toISOString().slice(0, 10);
    const seconds = (performance.now() - started) / 1000;
    const report = writeGrowthReport({ date, dataDate: largest.dataDate, results, load, seconds });
    mkdirSync(here("../record"), { recursive: true });
    writeFileSync(here(`../record/${date}-growth.md`), report);
    console.log(report);
  } finally {
    for (const handle of handles) handle.end();
    rmSync(scratch, { recursive: true, force: true });
  }
}
