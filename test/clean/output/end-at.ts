import { type ChildProcess, spawn } from "node:child_process";
import { COMMAND, type Ended, endOf } from "../../cli/run-command";

const HOOK = new URL("./ending-hook.mjs", import.meta.url).href;

/** Starts the built command so that it sends itself a signal at a point of its work; see `ending-hook.mjs`. */
export function startEndingAt(moment: string, args: readonly string[]): ChildProcess {
  const env = { ...process.env, NO_COLOR: "1", END_AT: moment };
  return spawn(process.execPath, ["--import", HOOK, COMMAND, ...args], { env });
}

/** Runs it to that end. */
export const endedAt = (moment: string, args: readonly string[]): Promise<Ended> => endOf(startEndingAt(moment, args));
