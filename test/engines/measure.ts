/**
 * What the command does through engines, measured: `npx tsx test/engines/measure.ts [start] [process] [xargs] [clickhouse] [spark] [--rows N] [--rounds N]`,
 * all of them when none is named. Rows have names of which no two are the same. Needs `npm run build`; the engines are fetched as for
 * `npm run test:engines`. Seconds of processor time are those of the command's processes alone.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { COMMAND } from "../cli/run-command";
import { distinctRows, tabSeparated } from "./dirty-rows";
import { npmEngine, pythonEngine } from "./engine-folder";

const WORK = ["start", "process", "xargs", "clickhouse", "spark"];
const PARTITIONS = 4;
const ASK = "stream --column 2 --columns id,uk,status";
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: "string", default: "300000" }, rounds: { type: "string", default: "3" } },
});
const [count, rounds] = [Number(values.rows), Number(values.rounds)];
const folder = mkdtempSync(join(tmpdir(), "allonym-measure-"));
const times = join(folder, "times");
const file = join(folder, "rows.tsv");

/** The command as `allonym` on a PATH; each run notes its processor time. */
function commandWithTimes(): NodeJS.ProcessEnv {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  const script = `#!/bin/bash\nTIMEFORMAT='%U %S'\n{ time "${process.execPath}" "${COMMAND}" "$@" 2>&3; } 3>&2 2>>"${times}"\n`;
  writeFileSync(join(bin, "allonym"), script);
  chmodSync(join(bin, "allonym"), 0o755);
  return { ...process.env, PATH: `${bin}:${process.env.PATH}`, SPARK_LOCAL_IP: "127.0.0.1" };
}
const env = commandWithTimes();

/** One line of the table: what ran, how long, and what the machine did besides. */
function report(what: string, seconds: number, load: number): void {
  const processor = readFileSync(times, "utf8")
    .trim()
    .split(/\s+/u)
    .reduce((sum, one) => sum + Number(one), 0);
  const cells = [
    what.padEnd(28),
    `${seconds.toFixed(1)} s`,
    `${Math.round(count / seconds).toLocaleString("en")} rows/s`,
    `processor ${processor.toFixed(1)} s`,
    `${Math.round(count / processor).toLocaleString("en")} rows a processor second`,
    `load before ${load.toFixed(1)}`,
  ];
  console.log(cells.join("  "));
}

function timed(what: string, run: () => number | undefined): number {
  writeFileSync(times, "");
  const [load] = loadavg();
  const start = performance.now();
  const seconds = run() ?? (performance.now() - start) / 1000;
  report(what, seconds, load);
  return seconds;
}

const bash = (script: string): undefined => {
  execFileSync("bash", ["--norc", "-euc", script], { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] });
};

/** Milliseconds from the start of the process to its first answer. */
async function firstAnswer(args: string[]): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, args);
  child.stdin.write("1\tKrasnarmeysk\n");
  await new Promise((answered) => child.stdout.once("data", answered));
  const passed = performance.now() - start;
  child.stdin.end();
  await new Promise((closed) => child.once("close", closed));
  return passed;
}

async function measureStart(): Promise<void> {
  const echo = ["-e", "process.stdin.pipe(process.stdout)"];
  const all: [number, number][] = [];
  for (let round = 0; round < 21; round++)
    all.push([await firstAnswer([COMMAND, ...ASK.split(" ")]), await firstAnswer(echo)]);
  const middle = (at: 0 | 1): string =>
    all
      .map((pair) => pair[at])
      .sort((a, b) => a - b)[10]
      .toFixed(0);
  console.log(
    `first answer, median of 21: allonym ${middle(0)} ms, bare Node ${middle(1)} ms  load ${loadavg()[0].toFixed(1)}`,
  );
}

function measureProcess(): void {
  timed("one process, distinct", () => bash(`allonym ${ASK} < rows.tsv`));
  const lines = readFileSync(file, "utf8").split("\n", 20_000);
  const repeated = Array.from(
    { length: count },
    (_, row) => lines[Math.floor((lines.length * ((row * 7919) % count) ** 2) / count ** 2)],
  );
  writeFileSync(join(folder, "repeated.tsv"), `${repeated.join("\n")}\n`);
  timed("one process, 20,000 repeated", () => bash(`allonym ${ASK} < repeated.tsv`));
  const status = `process.on("exit", () => console.error("peak of memory", process.resourceUsage().maxRSS / 1000, "MB"))`;
  writeFileSync(join(folder, "peak.cjs"), status);
  const run = spawnSync(process.execPath, ["--require", "./peak.cjs", COMMAND, ..."stream --column 2".split(" ")], {
    cwd: folder,
    input: readFileSync(file),
    stdio: ["pipe", "ignore", "pipe"],
  });
  console.log(`all columns, distinct: ${run.stderr.toString().trim()}`);
}

function measureXargs(): void {
  bash(`split --number l/${PARTITIONS} --suffix-length 4 rows.tsv part-`);
  const run = (processes: number): number =>
    timed(`xargs -P ${processes}`, () =>
      bash(`ls part-???? | xargs -P ${processes} -I{} sh -c 'allonym ${ASK} < {} > {}.out'`),
    );
  for (let round = 0; round < rounds; round++) ratio([1, 2].map(run));
}

function measureClickHouse(): void {
  const engine = npmEngine("chdb", "3.4.0");
  if (engine.missing !== undefined) {
    console.log(`ClickHouse: ${engine.missing}`);
    return;
  }
  const scripts = join(folder, "session/user_scripts");
  mkdirSync(scripts, { recursive: true });
  writeFileSync(join(scripts, "places.sh"), `#!/bin/sh\nexec allonym ${ASK}\n`);
  chmodSync(join(scripts, "places.sh"), 0o755);
  const structure = "n UInt64, name String";
  const query = `SELECT count(), uniq(id) FROM executable('places.sh', 'TabSeparated', '${structure}, oblast Nullable(String), id Nullable(String), uk Nullable(String), status Nullable(String)',
    (SELECT * FROM file('${file}', 'TabSeparated', '${structure}, oblast Nullable(String)')), SETTINGS command_read_timeout = 600000, command_write_timeout = 600000)`;
  const runner = fileURLToPath(new URL("run-clickhouse.cjs", import.meta.url));
  timed("ClickHouse executable()", () => {
    const answer = execFileSync(process.execPath, [runner, engine.folder, join(folder, "session")], {
      input: query,
      env,
    });
    if (JSON.parse(answer.toString())["count()"] !== count) throw new Error(`ClickHouse counts ${answer}`);
    return undefined;
  });
}

function measureSpark(): void {
  const engine = pythonEngine("spark", "pyspark==4.3.0");
  if (engine.missing !== undefined) {
    console.log(`Spark: ${engine.missing}`);
    return;
  }
  const python = join(engine.folder, "bin/python");
  const script = fileURLToPath(new URL("measure_spark.py", import.meta.url));
  const run = (cores: number): number =>
    timed(`Spark local[${cores}]`, () => {
      const args = ["--master", `local[${cores}]`, script, file, String(PARTITIONS), `allonym ${ASK}`];
      const own = { ...env, PYSPARK_PYTHON: python, PATH: `${join(engine.folder, "bin")}:${env.PATH}` };
      const said = execFileSync("spark-submit", args, { env: own, stdio: ["ignore", "pipe", "pipe"] }).toString();
      const [, seconds, answered] = /seconds (\S+) rows (\d+)/u.exec(said) ?? [];
      if (Number(answered) !== count) throw new Error(`Spark counts ${said}`);
      return Number(seconds);
    });
  for (let round = 0; round < rounds; round++) ratio([1, 2].map(run));
}

const ratio = ([one, two]: number[]): void => console.log(`  two against one: ${(one / two).toFixed(2)} ×`);

try {
  writeFileSync(file, tabSeparated(distinctRows(count, 1)));
  const asked = positionals.length > 0 ? positionals : WORK;
  console.log(`${count.toLocaleString("en")} rows, Node ${process.version}`);
  if (asked.includes("start")) await measureStart();
  if (asked.includes("process")) measureProcess();
  if (asked.includes("xargs")) measureXargs();
  if (asked.includes("clickhouse")) measureClickHouse();
  if (asked.includes("spark")) measureSpark();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
