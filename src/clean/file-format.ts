import { AllonymError } from "../core";
import { FORMATS, type Format } from "./clean-options";

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

/** The format of a user's word. */
export function checkedFormat(text: string, option: string): Format {
  if ((FORMATS as readonly string[]).includes(text)) return text as Format;
  throw new AllonymError("invalid-option", `${option} is "${text}", expected one of ${FORMATS.join(", ")}`);
}
