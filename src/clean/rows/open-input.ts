import { createHash } from "node:crypto";
import { createReadStream, type Stats, statSync } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { AllonymError } from "../../core";

const CHUNK = 1024 * 1024;
/** This much of the beginning is looked at for encoding and dialect, and remembered by a hash. */
const HEAD_BYTES = 256 * 1024;
const STANDARD_INPUT = "-";

/** The bytes of a table, unpacked. */
export interface Input {
  /** the beginning of the unpacked bytes, which `chunks` gives again */
  head: Buffer;
  chunks: AsyncGenerator<Buffer>;
  /** bytes of the file, before unpacking; undefined where nobody knows */
  size: number | undefined;
  /** bytes of the file that were read so far */
  bytesRead: () => number;
  /** tells this input from a changed one: size, time of change and hash of the beginning */
  fingerprint: string;
  /** lets the file go */
  close: () => void;
}

/**
 * Opens a file, or standard input for `-`. What begins as gzip does is unpacked, whatever its name is.
 *
 * @param signal ends the waiting for input
 * @throws AllonymError `interrupted`, `unreadable-input`: no such file, a directory, a gzip file that is cut off or damaged
 */
export async function openInput(path: string, standardInput: Readable, signal?: AbortSignal): Promise<Input> {
  const stats = path === STANDARD_INPUT ? undefined : statOf(path);
  const stream = path === STANDARD_INPUT ? standardInput : createReadStream(path, { highWaterMark: CHUNK });
  signal?.addEventListener("abort", () => {
    stream.destroy(new AllonymError("interrupted", "stopped before the input had begun"));
  });
  let read = 0;
  const counted = (async function* () {
    try {
      for await (const chunk of stream) {
        read += (chunk as Buffer).length;
        yield chunk as Buffer;
      }
    } catch (error) {
      throw unreadable(path, error);
    }
  })();
  const first = await take(counted, 2);
  const packed = first.head[0] === 0x1f && first.head[1] === 0x8b;
  const { head, chunks } = await take(packed ? unpacked(path, first.chunks) : first.chunks, HEAD_BYTES);
  const hash = createHash("sha256").update(head).digest("hex").slice(0, 32);
  const fingerprint = [stats?.size ?? "?", stats?.mtimeMs ?? "?", hash].join(" ");
  return {
    head,
    chunks,
    size: stats?.isFile() ? stats.size : undefined,
    bytesRead: () => read,
    fingerprint,
    close: () => stream.destroy(),
  };
}

function statOf(path: string): Stats {
  let stats: Stats;
  try {
    stats = statSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
  if (stats.isDirectory()) {
    throw new AllonymError(
      "unreadable-input",
      `${path} is a directory; expected a file, so clean its files one by one`,
    );
  }
  return stats;
}

/** Reads until so many bytes are at hand, and gives them again. */
async function take(
  chunks: AsyncGenerator<Buffer>,
  wanted: number,
): Promise<{ head: Buffer; chunks: AsyncGenerator<Buffer> }> {
  const taken: Buffer[] = [];
  let length = 0;
  while (length < wanted) {
    const { value, done } = await chunks.next();
    if (done) break;
    taken.push(value);
    length += value.length;
  }
  const all = Buffer.concat(taken);
  const again = async function* (): AsyncGenerator<Buffer> {
    if (all.length > 0) yield all;
    yield* chunks;
  };
  return { head: all.subarray(0, wanted), chunks: again() };
}

async function* unpacked(path: string, chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  const fed = (async () => {
    try {
      for await (const chunk of chunks) {
        if (!gunzip.write(chunk)) await new Promise((done) => gunzip.once("drain", done));
      }
      gunzip.end();
    } catch (error) {
      gunzip.destroy(error as Error);
    }
  })();
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
    await fed;
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): AllonymError {
  if (error instanceof AllonymError) return error;
  const { code, message } = error as { code?: string; message: string };
  const name = path === STANDARD_INPUT ? "standard input" : path;
  if (code === "ENOENT") return new AllonymError("unreadable-input", `${name} is not there; check the path`);
  if (code?.startsWith("Z_")) {
    const what = code === "Z_BUF_ERROR" ? "is cut off" : `is damaged (${message})`;
    return new AllonymError("unreadable-input", `${name}: the gzip data ${what}; fetch the file again`);
  }
  return new AllonymError(
    "unreadable-input",
    `${name} cannot be read (${code ?? message}); check the file and its permissions`,
  );
}
