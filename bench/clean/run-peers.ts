import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { makeVenv } from "../peers/python-venv";
import type { PeerRun } from "./peer-cleaner";

/** A script of a plain user, and how it uses the oblast column. */
export interface PeerScript {
  title: string;
  how: "afterwards" | "blocks";
  kind: "node" | "python";
  script: string;
}

/** What a peer did within its time. */
export interface PeerMeasured extends PeerScript {
  run: PeerRun;
  output: string;
}

const JAVASCRIPT = [
  { title: "csv-parse + fuse.js", script: "fuse-clean.cjs" },
  { title: "csv-parse + minisearch", script: "minisearch-clean.cjs" },
];
const PYTHON = "pandas + rapidfuzz";

/** Runs every peer, one after the other, on the first rows of `input` that it can do in `seconds`. What cannot run is told with the reason. */
export async function runPeers(
  scratch: string,
  {
    names,
    input,
    seconds,
    python,
  }: { names: string; input: string; seconds: number; python: { script: string; requirements: string } },
): Promise<{ ran: PeerMeasured[]; notRun: Map<string, string> }> {
  const scripts: PeerScript[] = [];
  const notRun = new Map<string, string>();
  for (const how of ["afterwards", "blocks"] as const) {
    for (const { title, script } of JAVASCRIPT)
      scripts.push({ title, how, kind: "node", script: join(scratch, script) });
    scripts.push({ title: PYTHON, how, kind: "python", script: python.script });
  }
  let interpreter = "";
  try {
    interpreter = makeVenv(join(scratch, "venv"), python.requirements).python;
  } catch (error) {
    notRun.set(PYTHON, (error as Error).message);
  }
  const ran: PeerMeasured[] = [];
  for (const peer of scripts) {
    if (notRun.has(peer.title)) continue;
    const output = join(scratch, `peer-${ran.length}.csv`);
    const program = peer.kind === "python" ? [interpreter] : [process.execPath, "--max-old-space-size=8192"];
    const args = [...program.slice(1), peer.script, names, input, output, String(seconds), peer.how];
    try {
      const { stdout } = await promisify(execFile)(program[0], args, { timeout: (seconds + 120) * 1000 });
      const run = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as PeerRun;
      ran.push({ ...peer, run, output });
      console.error(
        `${peer.title}, ${peer.how}: ${run.rows} rows, ${run.distinct} distinct in ${run.seconds.toFixed(1)} s`,
      );
    } catch (error) {
      notRun.set(`${peer.title}, ${peer.how}`, (error as Error).message.slice(0, 300));
    }
  }
  return { ran, notRun };
}
