import type { CountersState } from "../summary/row-counters";
import type { Journal } from "./journal";

/** How far a run is. */
export interface RowsDone {
  rows: number;
  counters: CountersState;
}

/** Where the bytes of a table go. */
export interface OutputTarget {
  /** whether a run that is broken off can be gone on with */
  readonly resumable: boolean;
  /** the journal of the run that this one resumes */
  readonly resumed: Journal | undefined;
  /** the journal of a run that has written this output whole: nothing is to be done */
  readonly whole: Journal | undefined;
  /** hands on a piece; the bytes must stay as they are until the next piece has been handed on */
  write(piece: Buffer): Promise<void>;
  /** everything handed on is on the disk, and the journal says so */
  keep(done: RowsDone): Promise<void>;
  /** the output is whole: it gets its name */
  finish(done?: RowsDone): Promise<void>;
  /** gives up; what was kept stays for resuming */
  abandon(): Promise<void>;
}
