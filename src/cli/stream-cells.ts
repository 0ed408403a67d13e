import type { ByteString } from "./stream-bytes";

/** NULL as ClickHouse, Hive, Spark and PostgreSQL write it in tab-separated text. */
export const NULL_CELL = "\\N";

/** What stands behind a backslash in a cell, for the character that is meant. ClickHouse writes the first eight of them. */
const ESCAPES: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  "0": "\0",
  "'": "'",
  "\\": "\\",
  a: "\x07",
  e: "\x1b",
  v: "\v",
  '"': '"',
  "`": "`",
  "/": "/",
};

/**
 * The value of a cell of tab-separated text, or undefined for NULL. What no rule of ClickHouse explains stands for itself, so that text of
 * programs that escape nothing (Spark without Hive) is read as they meant it wherever it has no backslash.
 *
 * @example
 * unescapeCell("Нова\\tКаховка") // "Нова	Каховка"
 */
export function unescapeCell(cell: ByteString): ByteString | undefined {
  if (cell === NULL_CELL) return undefined;
  if (!cell.includes("\\")) return cell;
  return cell.replace(/\\(?:x([0-9A-Fa-f]{2})|([\s\S]))/gu, (whole, hex: string | undefined, one: string) =>
    hex === undefined ? (ESCAPES[one] ?? whole) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/**
 * A value as a cell. Beside TAB, line feed and backslash, which would break the table, a carriage return is escaped: Java's readers of
 * lines, and so Spark's TRANSFORM, end a line there.
 */
export function escapeCell(value: string): string {
  return /[\t\n\r\\]/u.test(value)
    ? value.replace(/[\t\n\r\\]/gu, (one) =>
        one === "\t" ? "\\t" : one === "\n" ? "\\n" : one === "\r" ? "\\r" : "\\\\",
      )
    : value;
}
