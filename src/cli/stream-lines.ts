import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { AllonymError } from "../core";
import { splitLines, tooLong, withoutMark } from "./read-lines";
import { type ByteString, byteString } from "./stream-bytes";
import type { StreamFormat } from "./stream-format";
import { RowCountdown } from "./stream-row-countdown";

/** What happens to a line that cannot be read: empty cells, the line as it came, or the end. */
export type OnError = "null" | "keep" | "fail";

/** How a run goes. */
export interface StreamRun {
  onError: OnError;
  /** a line with the number of rows stands before each chunk of them */
  chunkHeader: boolean;
}

/** How a run went. */
export interface StreamCounts {
  lines: number;
  bad: number;
  /** what was wrong with the first bad line */
  firstBad?: string;
  /** it ended before the input did */
  stopped?: true;
}

/** Longer lines are answered but not kept, so that no line can fill the memory. */
export const LONGEST_STREAM_LINE: number = 16 * 1024 * 1024;

/** Lines are handed on in pieces of about this many bytes. */
const PIECE = 65_536;

/**
 * Answers each line with exactly one line, in order, and writes all that has been answered before it waits for more: engines that send a
 * chunk and wait for its answer are never kept waiting. Reading stops while the reader of the output is slow, so memory stays flat.
 *
 * @throws AllonymError `invalid-line` for a chunk header that is none: what follows cannot be told apart then
 */
export async function streamLines(
  input: Readable,
  output: Writable,
  format: StreamFormat,
  { onError, chunkHeader }: StreamRun,
): Promise<StreamCounts> {
  const counts: StreamCounts = { lines: 0, bad: 0 };
  const countdown = chunkHeader ? new RowCountdown() : undefined;
  let piece: ByteString = "";
  let first = true;
  const flush = async (): Promise<void> => {
    if (piece === "") return;
    const bytes = piece;
    piece = "";
    if (!output.write(bytes, "latin1")) await once(output, "drain");
  };
  const answer = (line: ByteString | undefined): ByteString | undefined => {
    try {
      if (line !== undefined) return format.answer(line);
      throw new AllonymError("invalid-line", `the line is longer than ${LONGEST_STREAM_LINE} bytes`);
    } catch (error) {
      counts.bad++;
      counts.firstBad ??= `line ${counts.lines}: ${(error as Error).message.replace(/^allonym: /u, "")}`;
      if (onError === "fail") return undefined;
      return onError === "keep" && line !== undefined ? line : format.unanswered(line);
    }
  };
  for await (const lines of splitLines(input, LONGEST_STREAM_LINE)) {
    for (const bytes of lines) {
      const line = bytes === tooLong ? undefined : byteString(first ? withoutMark(bytes) : bytes);
      first = false;
      if (countdown?.isOver()) {
        try {
          countdown.start(line);
        } catch (error) {
          await flush();
          throw error;
        }
        continue;
      }
      countdown?.take();
      counts.lines++;
      const text = answer(line);
      if (text === undefined) {
        await flush();
        return { ...counts, stopped: true };
      }
      piece += `${text}\n`;
      if (piece.length >= PIECE) await flush();
    }
    await flush();
  }
  const owed = countdown?.owed() ?? 0;
  if (owed > 0) throw new AllonymError("invalid-line", `the input ended ${owed} rows before the end of a chunk`);
  return counts;
}
