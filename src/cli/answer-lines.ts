import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { type Line, readLines } from "./read-lines";

/** What one line of input is answered. */
export interface LineAnswer {
  /** one line, without its end */
  text: string;
  /** code of the error, when the line could not be answered */
  error?: string;
}

/** How a run went. */
export interface LineCounts {
  lines: number;
  /** number of bad lines by code */
  errors: Map<string, number>;
}

/** Text is handed on in pieces of about this many characters. */
const PIECE = 65_536;
const PROGRESS_EVERY_MS = 1_000;

/**
 * Answers each line with exactly one line, in order. Whatever has arrived is answered and written before more is awaited, so a caller
 * that waits for each answer is never kept waiting; reading stops while the reader of the output is slow, so memory stays flat.
 */
export async function answerLines(
  input: Readable,
  output: Writable,
  answer: (line: Line) => LineAnswer,
  progress: (lines: number, seconds: number) => void,
): Promise<LineCounts> {
  const counts: LineCounts = { lines: 0, errors: new Map() };
  const started = Date.now();
  let told = started;
  let piece = "";
  const flush = async (): Promise<void> => {
    if (piece === "") return;
    const text = piece;
    piece = "";
    if (!output.write(text)) await once(output, "drain");
  };
  for await (const lines of readLines(input)) {
    for (const line of lines) {
      const { text, error } = answer(line);
      piece += `${text}\n`;
      counts.lines++;
      if (error !== undefined) counts.errors.set(error, (counts.errors.get(error) ?? 0) + 1);
      if (piece.length >= PIECE) await flush();
    }
    await flush();
    if (Date.now() - told >= PROGRESS_EVERY_MS) {
      told = Date.now();
      progress(counts.lines, (told - started) / 1000);
    }
  }
  return counts;
}
