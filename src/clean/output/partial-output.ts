import { constants, existsSync } from "node:fs";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { AllonymError } from "../../core";
import { type Journal, type RunIdentity, readJournal, removeJournal, writeJournal } from "./journal";

const packed = promisify(gzip);

/** Where the bytes of a cleaned table go. */
export interface OutputTarget {
  /** the journal of the run that this one resumes */
  readonly resumed: Journal | undefined;
  /** hands on a piece; the bytes must stay as they are until the next piece has been handed on */
  write(piece: Buffer): Promise<void>;
  /** everything handed on is on the disk, and the journal says so */
  keep(rows: number, counters: Journal["counters"]): Promise<void>;
  /** the output is whole: it gets its name */
  finish(): Promise<void>;
  /** gives up; what was kept stays for resuming */
  abandon(): Promise<void>;
}

/**
 * A file that has its final name only when it is whole. It grows as `NAME.partial`, with a journal beside it, `NAME.partial.json`; a run that
 * resumes cuts the partial file back to what the journal says and goes on. With gzip each piece is a member of its own, so that cutting
 * leaves a valid file, and since pieces are cut by rows, not by time, the bytes are those of a run that was never broken off. Output that
 * cannot be gone on with (`resumable` is false) gets no journal and begins again.
 *
 * @throws AllonymError `output-exists`, `cannot-resume`, `unwritable-output`
 */
export async function openPartialOutput(
  path: string,
  options: { gzip: boolean; resume: boolean; force: boolean; identity: RunIdentity; resumable: boolean },
): Promise<OutputTarget> {
  const { gzip, force, identity, resumable } = options;
  const resume = options.resume && resumable;
  const partial = `${path}.partial`;
  const journalPath = `${partial}.json`;
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory())
    throw new AllonymError("unwritable-output", `${path} is a directory; expected the name of a file`);
  if (found !== undefined && !force) {
    const next = resume ? "the run had ended, there is nothing to resume; " : "";
    throw new AllonymError(
      "output-exists",
      `${path} is there already; ${next}give another name, or --force to overwrite it`,
    );
  }
  if (!resume && !force && existsSync(journalPath)) {
    throw new AllonymError(
      "output-exists",
      `${partial} is there, of a run that was broken off; go on with --resume, or begin again with --force`,
    );
  }
  const resumed = resume ? readJournal(journalPath, identity) : undefined;
  if (!resume) removeJournal(journalPath);
  let bytes = resumed?.bytes ?? 0;
  let file: FileHandle;
  try {
    file = await open(partial, resume ? constants.O_RDWR : constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC);
    if (resume) {
      if ((await file.stat()).size < bytes) {
        await file.close();
        throw new AllonymError(
          "cannot-resume",
          `${partial} is shorter than its journal says; begin again with --force`,
        );
      }
      await file.truncate(bytes);
    }
  } catch (error) {
    throw unwritable(partial, error);
  }
  let pending: Promise<void> = Promise.resolve();
  let failed = false;
  const writeWhole = async (piece: Buffer): Promise<void> => {
    const data = gzip ? await packed(piece) : piece;
    for (let at = 0; at < data.length; ) {
      const { bytesWritten } = await file.write(data, at, data.length - at, bytes);
      at += bytesWritten;
      bytes += bytesWritten;
    }
  };
  const settled = async (): Promise<void> => {
    try {
      await pending;
    } catch (error) {
      failed = true; // part of a piece may have been written: what is known of the length is no longer true
      throw unwritable(partial, error);
    }
  };
  return {
    resumed,
    async write(piece) {
      await settled();
      if (piece.length === 0) return;
      pending = writeWhole(piece);
      pending.catch(() => {}); // it is told by the next call
    },
    async keep(rows, counters) {
      if (!resumable || failed) return;
      await settled();
      try {
        await file.datasync();
        writeJournal(journalPath, { version: 1, identity, rows, bytes, counters });
      } catch (error) {
        throw unwritable(partial, error);
      }
    },
    async finish() {
      await settled();
      try {
        await file.sync();
        await file.close();
        await rename(partial, path);
      } catch (error) {
        throw unwritable(partial, error);
      }
      removeJournal(journalPath);
    },
    async abandon() {
      await pending.catch(() => {});
      await file.close().catch(() => {});
      if (!existsSync(journalPath)) await rm(partial, { force: true });
    },
  };
}

/** What went wrong with an output, in words. */
export function unwritable(path: string, error: unknown): AllonymError {
  if (error instanceof AllonymError) return error;
  const { code, message } = error as { code?: string; message: string };
  const what =
    code === "ENOSPC" || code === "EDQUOT"
      ? "the disk is full; make room"
      : code === "EFBIG"
        ? "the file would be larger than allowed; raise the limit"
        : code === "ENOENT"
          ? "its folder is not there; make it"
          : `${code ?? message}; check folder and permissions`;
  return new AllonymError("unwritable-output", `${path} cannot be written: ${what}`);
}
