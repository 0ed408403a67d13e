import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { AllonymError } from "../../core";
import type { CountersState } from "../summary/clean-summary";

/** What makes two runs the same run. */
export interface RunIdentity {
  /** size, time of change and hash of the beginning of the input */
  input: string;
  /** options that change the output */
  options: string;
  gazetteer: string;
}

/** How far a run had come, beside the part of the output that it had written. */
export interface Journal {
  version: 1;
  identity: RunIdentity;
  rows: number;
  /** length of the partial output that belongs to these rows */
  bytes: number;
  counters: CountersState;
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
 * The journal of the run that is to be resumed.
 *
 * @throws AllonymError `cannot-resume` when there is none, or when it belongs to another run
 */
export function readJournal(path: string, identity: RunIdentity): Journal {
  let journal: Journal;
  try {
    journal = JSON.parse(readFileSync(path, "utf8")) as Journal;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === "ENOENT") {
      throw new AllonymError(
        "cannot-resume",
        `${path} is not there, so no run was broken off; leave --resume out to begin`,
      );
    }
    throw new AllonymError(
      "cannot-resume",
      `${path} cannot be read (${code ?? message}); begin again without --resume`,
    );
  }
  if (journal.version !== 1) {
    throw new AllonymError("cannot-resume", `${path} is of another version of allonym; begin again without --resume`);
  }
  const changed = (["input", "options", "gazetteer"] as const).filter(
    (part) => journal.identity[part] !== identity[part],
  );
  if (changed.length > 0) {
    throw new AllonymError(
      "cannot-resume",
      `the ${changed.join(", the ")} changed since the run was broken off; put it back, or begin again without --resume (with --force)`,
    );
  }
  return journal;
}

export function removeJournal(path: string): void {
  rmSync(path, { force: true });
  rmSync(`${path}.next`, { force: true });
}
