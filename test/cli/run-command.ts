import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The built command. These tests run what is shipped, so `npm run build` comes first (`npm ci` does it). */
export const COMMAND: string = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

export interface Ended {
  stdout: string;
  stderr: string;
  code: number | null;
  signal: NodeJS.Signals | null;
}

export function startCommand(args: readonly string[]): ChildProcess {
  if (!existsSync(COMMAND)) throw new Error("dist/cli.js is not there; run `npm run build` before the tests");
  return spawn(process.execPath, [COMMAND, ...args], { env: { ...process.env, NO_COLOR: "1" } });
}

/** Runs the built command to its end. */
export async function runCommand(args: readonly string[], input: string | Uint8Array = ""): Promise<Ended> {
  const child = startCommand(args);
  child.stdin?.on("error", () => {}); // the command may end before it has read everything
  child.stdin?.end(input);
  return endOf(child);
}

export async function endOf(child: ChildProcess): Promise<Ended> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => err.push(chunk));
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((done) =>
    child.on("close", (...end) => done(end)),
  );
  return { stdout: Buffer.concat(out).toString("utf8"), stderr: Buffer.concat(err).toString("utf8"), code, signal };
}

/** Answers of `resolve --ndjson`, parsed. */
export function answersOf(stdout: string): Record<string, unknown>[] {
  const lines = stdout.split("\n");
  if (lines.pop() !== "") throw new Error("the output does not end with a whole line");
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}
