import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMAND } from "../cli/run-command";
import type { DirtyRow } from "./dirty-rows";

/** What every engine asks for; `via` quotes the name, and so needs its escapes. */
export const ASKED = ["id", "uk", "lat", "score", "status", "via"] as const;

/** A row as it is compared: its number and the answer, texts or null. */
export type AnsweredRow = Record<"n" | (typeof ASKED)[number], string | null>;

/** What the command itself says of the rows, through JSON: another format than the one that most engines use. */
export function commandAnswers(rows: readonly DirtyRow[]): AnsweredRow[] {
  const input = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  const flags = ["--format", "ndjson", "--column", "name", "--within", "oblast", "--prefix", ""];
  const args = [COMMAND, "stream", ...flags, "--columns", ASKED.join()];
  const output = execFileSync(process.execPath, args, { input, maxBuffer: 2 ** 30 }).toString();
  return output
    .trimEnd()
    .split("\n")
    .map((line) => answeredRow(JSON.parse(line) as Record<string, unknown>));
}

/** A row that an engine gave back, whatever its types: numbers lose the zeros at their end. */
export function answeredRow(row: Record<string, unknown>): AnsweredRow {
  const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
  const number = (value: unknown): string | null =>
    value === null || value === undefined ? null : String(Number(value));
  const { n, id, uk, lat, score, status, via } = row;
  return {
    n: text(n),
    id: text(id),
    uk: text(uk),
    lat: number(lat),
    score: number(score),
    status: text(status),
    via: text(via),
  };
}

/** A row of tab-separated text, read by hand: the number of the row, then the answer. */
export function answeredLine(line: string): AnsweredRow {
  const plain: Record<string, string> = { t: "\t", n: "\n", r: "\r", "\\": "\\" };
  const cells = line.split("\t").map((cell) => {
    if (cell === "\\N") return null;
    let value = "";
    for (let at = 0; at < cell.length; at++)
      value += cell[at] === "\\" ? (plain[cell[++at]] ?? `\\${cell[at]}`) : cell[at];
    return value;
  });
  const [n, ...answers] = cells;
  return answeredRow({ n, ...Object.fromEntries(ASKED.map((column, at) => [column, answers[at]])) });
}

/** The first row in which two lists differ, with both versions; undefined when they are the same. Short to read among 20,000 rows. */
export function firstDifference(actual: readonly AnsweredRow[], expected: readonly AnsweredRow[]): object | undefined {
  for (let row = 0; row < Math.max(actual.length, expected.length); row++) {
    const [one, other] = [actual[row], expected[row]];
    if (JSON.stringify(one) !== JSON.stringify(other)) return { row, actual: one, expected: other };
  }
  return undefined;
}

/** A folder with the built command as `allonym`, for the PATH of an engine: docs can call it by its name. */
export function commandOnPath(folder: string): string {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  const script = join(bin, "allonym");
  writeFileSync(script, `#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`);
  chmodSync(script, 0o755);
  return `${bin}:${process.env.PATH}`;
}
