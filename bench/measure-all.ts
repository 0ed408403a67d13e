import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle";
import { measureFootprint } from "./memory";
import { readNames } from "./names";
import { EXACT, MIXED } from "./peers/all";
import { writeReport } from "./report";
import { runRounds } from "./rounds";
import { mixedLoad } from "./workload";

const SEED = 20_261;
const ROUNDS = 5;
/** Exact look-ups take a tenth of a second a round, so more rounds are needed to see past the noise. */
const EXACT_ROUNDS = 11;
/** Rows of the mixed load: enough that the fastest engine of it meets no row twice. */
const ROWS = 36_000;
/** A third of these are exact names. */
const EXACT_ROWS = 270_000;
const MEMORY_QUERIES = 10_000;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const gazetteer = here("../data/compiled/allonym.bin");

/** Measures everything in one run and writes bench/record/DATE-speed.md. */
export async function measureAll(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "allonym-bench-"));
  try {
    await bundle([here("engine-process.ts"), here("memory-process.ts")], scratch);
    const names = readNames(gazetteer);
    const queries = mixedLoad(names, MEMORY_QUERIES, SEED + 1).map(({ text }) => text);
    const footprint = measureFootprint(
      join(scratch, "memory-process.cjs"),
      gazetteer,
      queries,
      scratch,
      here("../dist/cli.js"),
    );
    const plan = { script: join(scratch, "engine-process.cjs"), gazetteer, rows: ROWS, seed: SEED, rounds: ROUNDS };
    const inMixed = await runRounds(MIXED, { ...plan, modes: ["mixed"] });
    const inExact = await runRounds(EXACT, {
      ...plan,
      rows: EXACT_ROWS,
      rounds: EXACT_ROUNDS,
      modes: ["exact-fresh", "exact-cached"],
    });
    const [mixed, fresh, cached] = [inMixed.get("mixed"), inExact.get("exact-fresh"), inExact.get("exact-cached")];
    if (!mixed || !fresh || !cached) throw new Error("a bench did not run");
    const date = new Date().toISOString().slice(0, 10);
    const report = writeReport({
      date,
      dataDate: names.gazetteer.dataDate,
      footprint,
      mixed,
      fresh,
      cached,
    });
    mkdirSync(here("record"), { recursive: true });
    writeFileSync(here(`record/${date}-speed.md`), report);
    console.log(report);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
