/** A value of NDJSON or Parquet as text of a cell: nothing for null, ISO 8601 for dates, JSON for lists and objects. */
export function cellText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object") return jsonText(value);
  return String(value);
}

/** A value as JSON; whole numbers beyond 2⁵³ stay whole, bytes are base64. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, plain) ?? "null";
}

function plain(this: unknown, _key: string, value: unknown): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  return value;
}

/** A cell as degrees, NaN where it is empty: no zero. Tables of Ukraine write a decimal comma as often as a point. */
export function degreesOf(cell = ""): number {
  const text = cell.trim();
  return text === "" ? Number.NaN : Number(text.replace(",", "."));
}
