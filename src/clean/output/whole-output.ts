import { readFileSync, type Stats } from "node:fs";
import { changedParts, type Journal, type RunIdentity } from "./journal";

/** What is known of an output that is there: the journal of the run that wrote it whole, or in words why it may be another. */
export type KnownOutput = { journal: Journal } | { doubt: string };

/**
 * Whether an output is the whole output of a run, by the journal that the run has left beside it. The file must be the one that the run has
 * written, by its size and the time of its last change, and the run must have been this one.
 */
export function knownOutput(journalPath: string, output: Stats, identity: RunIdentity): KnownOutput {
  let journal: Journal;
  try {
    journal = JSON.parse(readFileSync(journalPath, "utf8")) as Journal;
  } catch {
    return { doubt: "nothing says which run has written it" };
  }
  if (journal.version !== 1 || journal.bytes !== output.size || journal.modified !== output.mtimeMs) {
    return { doubt: "it was changed since it was written" };
  }
  const changed = changedParts(journal, identity);
  return changed === "" ? { journal } : { doubt: `${changed} changed since it was written` };
}
