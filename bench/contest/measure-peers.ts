import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "../bundle";
import { type BenchNames, readNames } from "../names";
import { PEERS, type Peer, SETTINGS } from "../peers/peers";
import { type RunningCluster, startCluster } from "../peers/postgres-cluster";
import { makeVenv } from "../peers/python-venv";
import { mixedLoad } from "../workload";
import { readGoldenRows } from "./golden-rows";
import type { Surroundings } from "./peer-handle";
import { writePeersReport } from "./peers-report";
import { type PeerPlan, type PeerResults, runPeers } from "./run-peers";
import { writeSettings } from "./settings-report";

const SEED = 20_261;
/** The settings are chosen on another draw than the one that is reported. */
const SETTINGS_SEED = 77_003;

const PLAN: PeerPlan = {
  rounds: 5,
  roundSeconds: 0.6,
  roundQueries: 6000,
  totalSeconds: 560,
  judgedSeconds: { least: 10, most: 120 },
  mixedQueries: 6000,
};

/** No golden rows: a setting is chosen on the mixed load alone. */
const SETTINGS_PLAN: PeerPlan = { ...PLAN, rounds: 1, roundSeconds: 0.2, judgedSeconds: { least: 10, most: 40 } };

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const gazetteer = here("../../data/compiled/allonym.bin");

/** Runs what needs a folder, a cluster and an environment of its own, and takes all three away afterwards. */
async function surrounded<Result>(
  peers: Record<string, Peer>,
  names: BenchNames,
  work: (around: Surroundings, versions: string[]) => Promise<Result>,
): Promise<Result> {
  const scratch = mkdtempSync(join(tmpdir(), "allonym-peers-"));
  let cluster: RunningCluster | undefined;
  const cleanUp = (): void => {
    cluster?.stop();
    cluster = undefined;
    rmSync(scratch, { recursive: true, force: true });
  };
  const interrupted = (): void => {
    cleanUp();
    process.exit(130);
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    await bundle([here("peer-process.ts")], scratch);
    const namesFile = join(scratch, "names.json");
    writeFileSync(namesFile, JSON.stringify({ texts: names.texts, places: names.places }));
    const around: Surroundings = {
      script: join(scratch, "peer-process.cjs"),
      gazetteer,
      namesFile,
      pythonScript: here("../peers/python-process.py"),
      missing: {},
    };
    const versions: string[] = [];
    const wanted = new Set(Object.values(peers).map(({ kind }) => kind));
    const attempt = (kind: Peer["kind"], prepare: () => string): void => {
      if (!wanted.has(kind)) return;
      console.error(`preparing ${kind}`);
      try {
        versions.push(prepare());
      } catch (error) {
        around.missing[kind] = error instanceof Error ? error.message : String(error);
      }
    };
    attempt("python", () => {
      const { python, version } = makeVenv(join(scratch, "venv"), here("../peers/python-requirements.txt"));
      around.python = python;
      return version;
    });
    attempt("postgres", () => {
      cluster = startCluster();
      const { bin, socket, ids, version } = cluster;
      around.cluster = { bin, socket, version, ...(ids && { ids }) };
      return version;
    });
    versions.push(...pinned());
    return await work(around, versions);
  } finally {
    cleanUp();
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
  }
}

/** Names and versions of the peers, from the two files that pin them. */
function pinned(): string[] {
  const { dependencies } = JSON.parse(readFileSync(here("../package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const python = readFileSync(here("../peers/python-requirements.txt"), "utf8").match(
    /^(?:RapidFuzz|names-translator)==.*$/gmu,
  );
  return [
    ...Object.entries(dependencies).map(([name, version]) => `${name} ${version}`),
    ...(python ?? []).map((line) => line.replace("==", " ")),
  ];
}

/** Measures allonym beside all peers in one run and writes bench/record/DATE-peers.md. */
export async function measurePeers(): Promise<void> {
  const started = performance.now();
  const names = readNames(gazetteer);
  const golden = readGoldenRows(here("../../test/golden"), names, SEED);
  const load = mixedLoad(names, (PLAN.rounds + 1) * PLAN.roundQueries + PLAN.mixedQueries, SEED);
  await surrounded(PEERS, names, async (around, versions) => {
    const results: PeerResults = await runPeers(PEERS, around, names, load, golden, PLAN);
    const date = new Date().toISOString().slice(0, 10);
    const report = writePeersReport({
      date,
      dataDate: names.gazetteer.dataDate,
      fileBytes: statSync(gazetteer).size,
      names: names.texts.length,
      golden,
      results,
      titles: PEERS,
      versions,
      seconds: (performance.now() - started) / 1000,
    });
    mkdirSync(here("../record"), { recursive: true });
    writeFileSync(here(`../record/${date}-peers.md`), report);
    console.log(report);
  });
}

/** Tries the settings that the tuned rows could have, those whose key begins with `prefix`, and prints what each would give. */
export async function trySettings(prefix: string): Promise<void> {
  const settings = Object.fromEntries(Object.entries(SETTINGS).filter(([key]) => key.startsWith(prefix)));
  const names = readNames(gazetteer);
  const { rounds, roundQueries, mixedQueries } = SETTINGS_PLAN;
  const load = mixedLoad(names, (rounds + 1) * roundQueries + mixedQueries, SETTINGS_SEED);
  await surrounded(settings, names, async (around) => {
    const none = { rows: [], unheld: 0, undecided: 0 };
    const results = await runPeers(settings, around, names, load, none, SETTINGS_PLAN);
    console.log(writeSettings(results));
  });
}
