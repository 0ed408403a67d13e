import type { AnswerColumn } from "../clean";
import { answerRow, emptyRow, invalidLine, REMEMBERED, type StreamQuestion } from "./stream-answers";
import { type ByteString, decodeText, encodeText } from "./stream-bytes";
import type { StreamEmit, StreamFormat } from "./stream-format";
import { jsonMembers } from "./stream-json";
import { StreamMemory } from "./stream-memory";

/** The members that hold the values. */
export interface NdjsonColumns {
  name: string;
  within?: string;
}

const NUMBERS: readonly AnswerColumn[] = ["lat", "lon", "score"];
const LONGEST_REMEMBERED = 512;

/**
 * A JSON object a line, as ClickHouse's `JSONEachRow`. The answer's members are text, but for numbers `lat`, `lon` and `score`, and null where
 * there is nothing to say. The other members go out as they stand, so a number keeps all its digits.
 *
 * @param prefix stands before the names of the answer's members; members of the row that have such a name give way
 */
export function ndjsonFormat(
  question: StreamQuestion,
  columns: NdjsonColumns,
  emit: StreamEmit,
  prefix: string,
): StreamFormat {
  const memory = new StreamMemory<ByteString>(REMEMBERED);
  const keys = question.columns.map((column) => `${prefix}${column}`);
  const membersOf = (cells: readonly string[]): ByteString =>
    encodeText(cells.map((cell, at) => `${JSON.stringify(keys[at])}:${jsonValue(question.columns[at], cell)}`).join());
  const nothing = membersOf(emptyRow(question));
  const expected = `an object with ${JSON.stringify(columns.name)}, a string or null, such as {${JSON.stringify(columns.name)}:"Kyiv"}`;
  const rest = (line: ByteString, row: Record<string, unknown>, replaced?: string): ByteString => {
    if (emit === "only") return "";
    const gone = (key: string): boolean => keys.includes(key) || key === replaced;
    if (!Object.keys(row).some(gone)) {
      const members = line.slice(line.indexOf("{") + 1, line.lastIndexOf("}")).trim();
      return members === "" ? "" : `${members},`;
    }
    return jsonMembers(line)
      .filter(({ key }) => !gone(key))
      .map(({ start, end }) => `${line.slice(start, end)},`)
      .join("");
  };
  const textIn = (row: Record<string, unknown>, column: string, line: ByteString): string | undefined => {
    const value = Object.hasOwn(row, column) ? row[column] : undefined;
    if (value === null || typeof value === "string") return value ?? undefined;
    const got = value === undefined ? "is missing" : "is no string";
    throw invalidLine(`${JSON.stringify(column)} ${got}`, line, expected);
  };
  return {
    answer(line) {
      const row = objectIn(line);
      if (row === undefined) throw invalidLine("not a JSON object", line, expected);
      const name = textIn(row, columns.name, line);
      const within = columns.within === undefined ? undefined : textIn(row, columns.within, line);
      const key = `${name?.length ?? ""}:${name ?? ""}${within ?? ""}`;
      let answer = memory.get(key);
      if (answer === undefined) {
        answer = membersOf(answerRow(question, name, within));
        if (key.length <= LONGEST_REMEMBERED) memory.set(key, answer);
      }
      return `{${rest(line, row, emit === "replace" ? columns.name : undefined)}${answer}}`;
    },
    unanswered(line) {
      const row = line === undefined ? undefined : objectIn(line);
      return `{${line === undefined || row === undefined ? "" : rest(line, row)}${nothing}}`;
    },
  };
}

function objectIn(line: ByteString): Record<string, unknown> | undefined {
  try {
    const row: unknown = JSON.parse(decodeText(line));
    return row !== null && typeof row === "object" && !Array.isArray(row)
      ? (row as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

const jsonValue = (column: AnswerColumn, cell: string): string =>
  cell === "" ? "null" : NUMBERS.includes(column) ? String(Number(cell)) : JSON.stringify(cell);
