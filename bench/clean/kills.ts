/**
 * Kills the cleaning command at random moments (SIGKILL), goes on with `--resume`, and compares the bytes with those of an uninterrupted
 * run. `npm run bench:clean` runs it too; alone: `npx tsx bench/clean/kills.ts [ROWS] [--seed N]`.
 */
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createGzip } from "node:zlib";
import { mulberry32 } from "../seeded-random";
import { figures, row } from "../table";
import { writeDirtyColumn } from "./dirty-column";
import { dirtyRows, HEADER } from "./dirty-rows";
import { type MeantPlace, meantPlaces } from "./meant-places";
import { isDone, startNode } from "./run-command";

/** Ten kills of one kind of output, and what came of them. */
export interface KillRun {
  format: string;
  rows: number;
  /** time of the uninterrupted run */
  seconds: number;
  /** when the kills came, in seconds after the start of the command */
  moments: number[];
  /** starts with `--resume` that found nothing to go on with, because the kill came before the first block was on the disk: they began from the start */
  begunAgain: number;
  /** outputs that were finished, and how many of them had the bytes of the uninterrupted run */
  finished: number;
  identical: number;
  /** kills that left a file under the final name that is not the whole output */
  halfWritten: number;
  /** why it could not be tried */
  failure?: string;
}

const KILLS = 10;
/**
 * A kill comes up to so many seconds after the start, or up to this share of an uninterrupted run where that is later: some before anything
 * is on the disk that a run could go on with, most after.
 */
const LATEST_SECONDS = 4.5;
const LATEST_SHARE = 0.25;

/** The formats: how the input is called, and what the output is. */
const FORMATS = ["csv", "csv.gz", "ndjson"] as const;

/** Writes the same rows as CSV, gzip or NDJSON. */
async function writeInput(path: string, places: readonly MeantPlace[], rows: number, seed: number): Promise<void> {
  const file = createWriteStream(path);
  if (path.endsWith(".ndjson")) {
    for (const cells of dirtyRows(places, rows, "distinct", seed)) {
      const line = `${JSON.stringify(Object.fromEntries(HEADER.map((name, at) => [name, cells[at]])))}\n`;
      if (!file.write(line)) await once(file, "drain");
    }
    file.end();
    await once(file, "finish");
    return;
  }
  if (path.endsWith(".gz")) {
    const gzip = createGzip({ level: 1 });
    const written = pipeline(gzip, file);
    await writeDirtyColumn(gzip, places, rows, "distinct", seed);
    gzip.end();
    await written;
    return;
  }
  await writeDirtyColumn(file, places, rows, "distinct", seed);
  file.end();
  await once(file, "finish");
}

async function sha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

const wait = (millis: number): Promise<"killed"> =>
  new Promise((resolve) => {
    setTimeout(resolve, millis, "killed");
  });

/** Files that a run leaves beside its output. */
const restOf = (output: string): string[] =>
  readdirSync(dirname(output)).filter((name) => name !== basename(output) && name.includes(basename(output)));

/** What the command says when `--resume` finds nothing to go on with. */
const NOTHING_DONE = "nothing to go on with";

/** Cleans `input` with kills in between until ten have hit, each time from where the run before was killed. */
async function killRun(
  command: string,
  input: string,
  output: string,
  seed: number,
): Promise<Omit<KillRun, "format" | "rows">> {
  const args = [command, "clean", input, "-c", "name", "--within", "oblast", "-o", output];
  const clear = (): void => {
    for (const name of [basename(output), ...restOf(output)])
      rmSync(join(dirname(output), name), { recursive: true, force: true });
  };
  const result = { seconds: 0, moments: [] as number[], begunAgain: 0, finished: 0, identical: 0, halfWritten: 0 };
  /** what it ended with; undefined: it was killed */
  const run = async (
    killAfter: number,
    ...options: string[]
  ): Promise<{ code: number | null; stderr: string } | undefined> => {
    const child = startNode([...args, ...options]);
    let stderr = "";
    child.stderr?.on("data", (text) => {
      stderr += text;
    });
    const exited = once(child, "exit").then(([code]) => code as number | null);
    const ended = await Promise.race([exited, ...(killAfter === Number.POSITIVE_INFINITY ? [] : [wait(killAfter)])]);
    if (ended !== "killed") return { code: ended, stderr };
    try {
      process.kill(-(child.pid as number), "SIGKILL");
    } catch {
      // it ended in this very moment
    }
    await exited;
    if (stderr.includes(NOTHING_DONE)) result.begunAgain++;
    return undefined;
  };
  const failed = (ended: { code: number | null; stderr: string }): Error =>
    new Error(`${basename(output)}: the command ended with ${ended.code}: ${ended.stderr.slice(-1000)}`);
  clear();
  const start = performance.now();
  const whole = await run(Number.POSITIVE_INFINITY);
  if (whole === undefined || !isDone(whole.code) || !existsSync(output))
    throw failed(whole ?? { code: null, stderr: "" });
  const seconds = (performance.now() - start) / 1000;
  const latest = Math.max(LATEST_SECONDS, LATEST_SHARE * seconds);
  const wanted = await sha256(output);
  clear();
  const random = mulberry32(seed);
  result.seconds = seconds;
  const finish = async (): Promise<void> => {
    result.finished++;
    if ((await sha256(output)) === wanted) result.identical++;
    clear();
  };
  let options: string[] = [];
  for (;;) {
    const last = result.moments.length === KILLS;
    const moment = last ? Number.POSITIVE_INFINITY : random() * latest;
    const ended = await run(moment * 1000, ...options);
    if (ended === undefined) {
      result.moments.push(moment);
      const named = existsSync(output);
      options = named ? [] : ["--resume"];
      if (named && (await sha256(output)) !== wanted) {
        result.halfWritten++;
        clear();
      }
      // Killed after its last act, the naming: there is nothing left to resume.
      else if (named) await finish();
    } else if (isDone(ended.code) && existsSync(output)) {
      await finish();
      options = [];
      if (last) return result;
    } else throw failed(ended);
  }
}

/** Whether all outputs had the bytes of an uninterrupted run, and nothing else ever had their name. */
export const survived = ({ finished, identical, halfWritten, failure }: KillRun): boolean =>
  failure === undefined && finished > 0 && identical === finished && halfWritten === 0;

/** Runs the kills for every kind of output. */
export async function killRuns(
  command: string,
  places: readonly MeantPlace[],
  scratch: string,
  { rows, seed }: { rows: number; seed: number },
): Promise<KillRun[]> {
  const runs: KillRun[] = [];
  for (const [at, format] of FORMATS.entries()) {
    const input = join(scratch, `kill-in.${format}`);
    await writeInput(input, places, rows, seed);
    try {
      const run = await killRun(command, input, join(scratch, `kill-out.${format}`), seed + at);
      console.error(`${format}: ${KILLS} kills, ${run.identical} of ${run.finished} outputs identical`);
      runs.push({ format, rows, ...run });
    } catch (error) {
      const failure = (error as Error).message.replaceAll("\n", " ").slice(0, 300);
      console.error(failure);
      runs.push({
        format,
        rows,
        seconds: 0,
        moments: [],
        begunAgain: 0,
        finished: 0,
        identical: 0,
        halfWritten: 0,
        failure,
      });
    }
    rmSync(input);
  }
  return runs;
}

/** The table of the record. */
export const killTable = (runs: readonly KillRun[]): string[] => [
  row(
    "output",
    "rows",
    "uninterrupted s",
    "killed after s",
    "found nothing to go on with, begun again",
    "outputs finished",
    "of them byte-identical",
    "half-written under the final name",
  ),
  row("-", "-:", "-:", "-", "-:", "-:", "-:", "-:"),
  ...runs.map(({ format, rows, seconds, moments, begunAgain, finished, identical, halfWritten, failure }) =>
    failure !== undefined
      ? row(format, rows.toLocaleString("en-US"), `**failed**: ${failure}`, "", "", "", "", "")
      : row(
          format,
          rows.toLocaleString("en-US"),
          figures(seconds),
          moments.map((moment) => moment.toFixed(2)).join(", "),
          begunAgain,
          finished,
          identical,
          halfWritten,
        ),
  ),
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const [rows = "300000"] = process.argv.slice(2).filter((word) => /^\d+$/u.test(word));
  const seedAt = process.argv.indexOf("--seed");
  const scratch = mkdtempSync(join(tmpdir(), "allonym-kills-"));
  try {
    const places = meantPlaces(readFileSync(here("../../data/compiled/allonym.bin")));
    const seed = seedAt < 0 ? 1 : Number(process.argv[seedAt + 1]);
    const runs = await killRuns(here("../../dist/cli.js"), places, scratch, { rows: Number(rows), seed });
    console.log(killTable(runs).join("\n"));
    if (!runs.every(survived)) process.exitCode = 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
