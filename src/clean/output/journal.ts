import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { AllonymError } from "../../core";
import type { RowsDone } from "./output-target";

/** What makes two runs the same run. */
export interface RunIdentity {
  /** size, time of change and hash of the beginning of the input */
  input: string;
  /** options that change the output */
  options: string;
  gazetteer: string;
}

/** How far a run had come, beside the output that it had written. */
export interface Journal extends RowsDone {
  version: 1;
  identity: RunIdentity;
  /** length of the output that belongs to these rows */
  bytes: number;
  /** of a whole output: when its file was changed last */
  modified?: number;
}

/** Writes a journal so that at any moment the old or the new one is there, whole. */
export function writeJournal(path: string, journal: Journal): void {
  const next = `${path}.next`;
  const file = openSync(next, "w");
  try {
    writeSync(file, JSON.stringify(journal));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(next, path);
}

/**
 * The journal of the run that is to be resumed, or undefined where there is none.
 *
 * @throws AllonymError `cannot-resume` when it belongs to another run, or cannot be read
 */
export function readJournal(path: string, identity: RunIdentity): Journal | undefined {
  if (!existsSync(path)) return undefined;
  const again = "begin again with --force instead of --resume";
  let journal: Journal;
  try {
    journal = JSON.parse(readFileSync(path, "utf8")) as Journal;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw new AllonymError("cannot-resume", `${path} cannot be read (${code ?? message}); ${again}`);
  }
  if (journal.version !== 1) {
    throw new AllonymError("cannot-resume", `${path} is of another version of allonym; ${again}`);
  }
  const changed = changedParts(journal, identity);
  if (changed !== "") {
    throw new AllonymError(
      "cannot-resume",
      `${changed} changed since the run was broken off; put back what it was, or ${again}`,
    );
  }
  return journal;
}

/** `the input, the options`: what is not as it was; empty when all is. */
export function changedParts(journal: Journal, identity: RunIdentity): string {
  const parts = ["input", "options", "gazetteer"] as const;
  const changed = parts.filter((part) => journal.identity[part] !== identity[part]);
  return changed.map((part) => `the ${part}`).join(", ");
}

export function removeJournal(path: string): void {
  rmSync(path, { force: true });
  rmSync(`${path}.next`, { force: true });
}
