import { once } from "node:events";
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Gazetteer } from "../../src/core";
import { bundle } from "../bundle";
import { readNames } from "../names";
import { type CleanMeasured, type SizeRun, writeCleanReport } from "./clean-report";
import { writeDirtyColumn } from "./dirty-column";
import { type ColumnMode, dirtyRows } from "./dirty-rows";
import { judgeOutput } from "./judge-output";
import { killRuns } from "./kills";
import { type MeantPlace, meantPlaces } from "./meant-places";
import { peerNames } from "./peer-names";
import { type CommandRun, runNode } from "./run-command";
import { runPeers } from "./run-peers";

const SEED = 20_261;
const MODES: readonly ColumnMode[] = ["zipf", "distinct"];
const SIZES = [10_000, 100_000, 1_000_000];
const LARGE = 10_000_000;
/** Small files are cleaned so often; of a run of seconds one is enough. */
const SMALL_RUNS = 3;
const SMALL = 100_000;
const PEER_SECONDS = 20;
const KILLED_ROWS = 300_000;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const gazetteerPath = here("../../data/compiled/allonym.bin");
const command = here("../../dist/cli.js");

/** Places whose Ukrainian name another place of their oblast has, too. */
function namesakesOf(places: readonly MeantPlace[]): Set<string> {
  const byName = new Map<string, string[]>();
  for (const { id, names, oblast } of places) {
    const key = `${names.uk}\0${oblast.uk}`;
    byName.set(key, [...(byName.get(key) ?? []), id]);
  }
  return new Set([...byName.values()].filter((ids) => ids.length > 1).flat());
}

async function writeColumn(path: string, places: readonly MeantPlace[], rows: number, mode: ColumnMode): Promise<void> {
  const file = createWriteStream(path);
  await writeDirtyColumn(file, places, rows, mode, SEED);
  file.end();
  await once(file, "finish");
}

/** Pairs of name and oblast that a column has; without repeats all are different. */
function distinctPairs(places: readonly MeantPlace[], rows: number, mode: ColumnMode): number {
  if (mode === "distinct") return rows;
  const pairs = new Set<string>();
  for (const [, name, oblast] of dirtyRows(places, rows, mode, SEED)) pairs.add(`${name}\0${oblast}`);
  return pairs.size;
}

const middle = <Item>(items: readonly Item[], of: (item: Item) => number): Item =>
  [...items].sort((one, other) => of(one) - of(other))[items.length >> 1];

/** Measures the built command and the peers on dirty columns, and writes bench/record/DATE-clean.md. */
export async function measureClean({ large, kills }: { large: boolean; kills: boolean }): Promise<void> {
  const started = performance.now();
  const scratch = mkdtempSync(join(tmpdir(), "allonym-clean-"));
  try {
    await bundle([here("usage-hook.ts"), here("fuse-clean.ts"), here("minisearch-clean.ts")], scratch);
    const places = meantPlaces(readFileSync(gazetteerPath));
    const namesakes = namesakesOf(places);
    const clean = async (input: string, output: string, ...options: string[]): Promise<CommandRun> => {
      rmSync(output, { force: true });
      const args = [command, "clean", input, "-c", "name", "--within", "oblast", "-o", output, ...options];
      return runNode(args, join(scratch, "usage-hook.cjs"), scratch);
    };
    const judged = (
      output: string,
      idColumn: string,
      rows: number,
      of: { rows: number; mode: ColumnMode },
      whole: boolean,
    ) => judgeOutput(output, idColumn, dirtyRows(places, of.rows, of.mode, SEED), { rows, namesakes, whole });

    const one = join(scratch, "one.csv");
    await writeColumn(one, places, 1, "zipf");
    const starts: CommandRun[] = [];
    for (let run = 0; run < SMALL_RUNS; run++) starts.push(await clean(one, join(scratch, "one-out.csv")));

    const sizes: SizeRun[] = [];
    const output = join(scratch, "out.csv");
    const peerInput = join(scratch, "zipf.csv");
    const peerRows = SIZES[SIZES.length - 1];
    for (const mode of MODES) {
      for (const rows of large ? [...SIZES, LARGE] : SIZES) {
        const input = join(scratch, `${mode}.csv`);
        await writeColumn(input, places, rows, mode);
        const runs: CommandRun[] = [];
        for (let run = 0; run < (rows <= SMALL ? SMALL_RUNS : 1); run++) runs.push(await clean(input, output));
        const run = middle(runs, ({ seconds }) => seconds);
        const { outcomes, byMade } = await judged(output, "place_id", rows, { rows, mode }, true);
        const distinct = distinctPairs(places, rows, mode);
        sizes.push({ mode, rows, distinct, bytes: statSync(input).size, run, outcomes, byMade });
        console.error(
          `${mode}, ${rows} rows: ${Math.round(rows / run.seconds)} rows/s, ${Math.round(run.peakBytes / 1e6)} MB`,
        );
      }
    }
    // What an ambiguous answer thinks likeliest, on a hundred thousand rows.
    await writeColumn(peerInput, places, SMALL, "zipf");
    await clean(peerInput, output, "--ambiguous", "likeliest");
    const likeliest = await judged(output, "place_id", SMALL, { rows: SMALL, mode: "zipf" }, true);

    const names = readNames(gazetteerPath);
    const namesPath = join(scratch, "names.json");
    const given = peerNames(names);
    writeFileSync(namesPath, JSON.stringify(given));
    await writeColumn(peerInput, places, peerRows, "zipf");
    const { ran, notRun } = await runPeers(scratch, {
      names: namesPath,
      input: peerInput,
      seconds: PEER_SECONDS,
      python: { script: here("rapidfuzz-clean.py"), requirements: here("python-requirements.txt") },
    });
    const peers: CleanMeasured["peers"] = [];
    for (const peer of ran) {
      const { outcomes } = await judged(
        peer.output,
        "answered_id",
        peer.run.rows,
        { rows: peerRows, mode: "zipf" },
        false,
      );
      if (outcomes.length !== peer.run.rows)
        throw new Error(`${peer.title} wrote ${outcomes.length} of ${peer.run.rows} rows`);
      peers.push({ ...peer, outcomes });
    }
    const killed = kills ? await killRuns(command, places, scratch, { rows: KILLED_ROWS, seed: SEED }) : [];
    const date = new Date().toISOString().slice(0, 10);
    const report = writeCleanReport({
      date,
      dataDate: Gazetteer.from(readFileSync(gazetteerPath)).dataDate,
      start: middle(starts, ({ seconds }) => seconds),
      sizes,
      likeliest: likeliest.outcomes,
      peers,
      peerSeconds: PEER_SECONDS,
      peerNames: given.keys.length,
      notRun,
      killed,
      seconds: (performance.now() - started) / 1000,
    });
    mkdirSync(here("../record"), { recursive: true });
    writeFileSync(here(`../record/${date}-clean.md`), report);
    console.log(report);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
