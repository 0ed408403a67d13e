/** Formats of a table. `tsv` is `csv` with tabs. */
export const FORMATS = ["csv", "tsv", "ndjson", "parquet"] as const;

/** One of {@link FORMATS}. */
export type Format = (typeof FORMATS)[number];

const ENDINGS: Record<string, Format> = {
  csv: "csv",
  txt: "csv",
  tsv: "tsv",
  tab: "tsv",
  ndjson: "ndjson",
  jsonl: "ndjson",
  parquet: "parquet",
};

/** Whether a name ends as packed files do. */
export const isPacked = (path: string): boolean => /\.gz$/iu.test(path);

/**
 * The format of a file by the ending of its name, or undefined.
 *
 * @example
 * formatOf("events.ndjson.gz") // "ndjson"
 */
export function formatOf(path: string): Format | undefined {
  const ending = /\.([a-z]+)$/iu.exec(path.replace(/\.gz$/iu, ""))?.[1].toLowerCase();
  return ending === undefined ? undefined : ENDINGS[ending];
}

/** Bytes that begin every Parquet file. */
const PARQUET = Buffer.from("PAR1");

/** The format of an input: as told, as its bytes say, as its name says, in this order. */
export function inputFormat(path: string, head: Buffer, told?: Format): Format {
  if (told !== undefined) return told;
  if (head.subarray(0, PARQUET.length).equals(PARQUET)) return "parquet";
  return formatOf(path) ?? (head.toString("latin1", 0, 1) === "{" ? "ndjson" : "csv");
}
