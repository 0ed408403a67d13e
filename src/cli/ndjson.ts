import type { Readable, Writable } from "node:stream";
import { AllonymError } from "../core";

/** Longest line that is read; a longer one is answered as an error without being kept. */
export const LONGEST_LINE = 1_000_000;

/** How many characters are gathered before they are written, when the reader keeps up. */
const CHUNK = 64 * 1024;

/** What a run of lines came to. */
export interface LineCounts {
  lines: number;
  failed: number;
}

/**
 * Answers one line for each line of `input`, in order: the JSON of `answer`, or `{"error":{"code","message"}}` in its place. Memory stays
 * flat whatever the length, output is written as soon as the input is drained, and a slow reader slows the run down.
 *
 * @example
 * await answerLines(process.stdin, process.stdout, ({ name }) => resolve(name))
 */
export async function answerLines(
  input: Readable,
  output: Writable,
  answer: (row: Record<string, unknown>) => unknown,
): Promise<LineCounts> {
  const counts: LineCounts = { lines: 0, failed: 0 };
  let pending = "";
  let skipping = false;
  let out = "";
  const write = async (): Promise<void> => {
    if (out === "") return;
    const text = out;
    out = "";
    if (!output.write(text)) await new Promise<void>((go) => output.once("drain", go));
  };
  const take = (line: string): void => {
    counts.lines++;
    out += `${answerLine(line, skipping, answer, counts)}\n`;
    skipping = false;
  };
  input.setEncoding("utf8");
  let first = true;
  for await (const chunk of input as AsyncIterable<string>) {
    let text = chunk;
    if (first && text.charCodeAt(0) === 0xfeff) text = text.slice(1);
    first = false;
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      take(pending + text.slice(start, end));
      pending = "";
      start = end + 1;
      if (out.length > CHUNK) await write();
    }
    pending = skipping ? "" : pending + text.slice(start);
    if (pending.length > LONGEST_LINE) {
      skipping = true;
      pending = "";
    }
    await write();
  }
  if (pending !== "" || skipping) take(pending);
  await write();
  return counts;
}

function answerLine(
  line: string,
  tooLong: boolean,
  answer: (row: Record<string, unknown>) => unknown,
  counts: LineCounts,
): string {
  try {
    if (tooLong || line.length > LONGEST_LINE) {
      throw new AllonymError(
        "invalid-line",
        `line ${counts.lines} is longer than ${LONGEST_LINE} characters; send one name a line`,
      );
    }
    return JSON.stringify(answer(parseRow(line, counts.lines)));
  } catch (error) {
    if (!(error instanceof AllonymError)) throw error;
    counts.failed++;
    return JSON.stringify({ error: { code: error.code, message: error.message } });
  }
}

function parseRow(line: string, number: number): Record<string, unknown> {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    const got = line.length > 60 ? `${line.slice(0, 60)}…` : line;
    throw new AllonymError(
      "invalid-line",
      `line ${number} is not JSON: ${JSON.stringify(got)}; expected an object such as {"name":"Volchansk"}`,
    );
  }
  if (row === null || typeof row !== "object" || Array.isArray(row)) {
    throw new AllonymError(
      "invalid-line",
      `line ${number} is no JSON object; expected an object such as {"name":"Volchansk"}`,
    );
  }
  return row as Record<string, unknown>;
}
