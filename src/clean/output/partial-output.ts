import { constants, existsSync } from "node:fs";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { AllonymError } from "../../core";
import { type Journal, type RunIdentity, readJournal, removeJournal, writeJournal } from "./journal";
import type { OutputTarget } from "./output-target";
import { unwritable } from "./unwritable";
import { knownOutput } from "./whole-output";

const packed = promisify(gzip);

/** Options of {@link openPartialOutput}. */
export interface PartialOutputOptions {
  gzip: boolean;
  /** overwrite the output */
  force?: boolean;
  /** go on where a run was broken off */
  resume?: boolean;
  /** whether output that was cut off between two pieces can be gone on with. @default false */
  resumable?: boolean;
  /** which run this is; without it there are no journals */
  identity?: RunIdentity;
}

/**
 * A file that has its final name only when it is whole. It grows as `NAME.partial`, with a journal beside it, `NAME.partial.json`; a run that
 * resumes cuts the partial file back to what the journal says and goes on, and without a journal it begins. With gzip each piece is a member
 * of its own, so that cutting leaves a valid file, and since pieces are cut by rows, not by time, the bytes are those of a run that was
 * never broken off. Output that cannot be gone on with (`resumable` is false) gets no such journal and begins again.
 *
 * A whole output is told from another file by `NAME.whole.json`. It is written before the output is named, so that a kill between the two
 * leaves no doubt, and it stays only where the run was told to resume: who says so always must be able to say it once more.
 *
 * @throws AllonymError `output-exists`, `cannot-resume`, `unwritable-output`
 */
export async function openPartialOutput(path: string, options: PartialOutputOptions): Promise<OutputTarget> {
  const { gzip, force = false, resume = false, identity } = options;
  const resumable = identity !== undefined && (options.resumable ?? false);
  const partial = `${path}.partial`;
  const journalPath = `${partial}.json`;
  const wholePath = `${path}.whole.json`;
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory())
    throw new AllonymError("unwritable-output", `${path} is a directory; expected the name of a file`);
  let doubt = "";
  if (found !== undefined && resume && identity !== undefined) {
    const known = knownOutput(wholePath, found, identity);
    if ("journal" in known) {
      removeJournal(journalPath);
      return nothingToDo(known.journal);
    }
    doubt = ` and ${known.doubt}`;
  }
  if (found !== undefined && !force) {
    throw new AllonymError(
      "output-exists",
      `${path} is there already${doubt}; give another name, or --force to overwrite it`,
    );
  }
  if (!resume && !force && existsSync(journalPath)) {
    throw new AllonymError(
      "output-exists",
      `${partial} is there, of a run that was broken off; go on with --resume, or begin again with --force`,
    );
  }
  const resumed = resume && resumable ? readJournal(journalPath, identity) : undefined;
  if (resumed === undefined) removeJournal(journalPath);
  const file = await openPartial(partial, resumed);
  let bytes = resumed?.bytes ?? 0;
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
    resumable,
    resumed,
    whole: undefined,
    async write(piece) {
      await settled();
      if (piece.length === 0) return;
      pending = writeWhole(piece);
      pending.catch(() => {}); // it is told by the next call
    },
    async keep(done) {
      if (!resumable || failed) return;
      await settled();
      try {
        await file.datasync();
        writeJournal(journalPath, { version: 1, identity, bytes, ...done });
      } catch (error) {
        throw unwritable(partial, error);
      }
    },
    async finish(done) {
      await settled();
      try {
        await file.sync();
        const { size, mtimeMs } = await file.stat();
        await file.close();
        if (identity !== undefined && done !== undefined) {
          writeJournal(wholePath, { version: 1, identity, bytes: size, modified: mtimeMs, ...done });
        }
        await rename(partial, path);
      } catch (error) {
        throw unwritable(partial, error);
      }
      removeJournal(journalPath);
      if (!resume) removeJournal(wholePath);
    },
    async abandon() {
      await pending.catch(() => {});
      await file.close().catch(() => {});
      if (!existsSync(journalPath)) await rm(partial, { force: true });
    },
  };
}

/** The partial file, cut back to what the journal says of it, or empty. */
async function openPartial(partial: string, resumed: Journal | undefined): Promise<FileHandle> {
  try {
    if (resumed === undefined) return await open(partial, constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC);
    const size = (await stat(partial).catch(() => undefined))?.size ?? 0;
    if (size < resumed.bytes) {
      throw new AllonymError(
        "cannot-resume",
        `${partial} is shorter than its journal says; begin again with --force instead of --resume`,
      );
    }
    const file = await open(partial, constants.O_RDWR);
    await file.truncate(resumed.bytes);
    return file;
  } catch (error) {
    throw unwritable(partial, error);
  }
}

/** The target of a run whose output is whole already. */
function nothingToDo(whole: Journal): OutputTarget {
  const nothing = async (): Promise<void> => {};
  const acts = { write: nothing, keep: nothing, finish: nothing, abandon: nothing };
  return { resumable: true, resumed: undefined, whole, ...acts };
}
