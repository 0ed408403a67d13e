import { AllonymError, type Gazetteer, type ResolveOptions, resolve } from "../core";
import type { LineAnswer } from "./answer-lines";
import { type Line, LONGEST_LINE, tooLong } from "./read-lines";

const OPTIONS = ["within", "near", "country", "class", "lang", "asOf", "limit"] as const;

/**
 * The contract of `allonym resolve --ndjson` for one line: `{"name", …hints}` in, `{"name","status","matches"}` out, and
 * `{"error":{"code","message"}}` for a line that is wrong. Other programs depend on it. Unknown fields are left alone; `null` counts as
 * not given, since many programs write it for an empty column.
 *
 * @param defaults hints of the command line, for lines that do not say otherwise
 */
export function resolveLine(gazetteer: Gazetteer, line: Line, defaults: ResolveOptions): LineAnswer {
  try {
    const { name, options } = readLine(line, defaults);
    return { text: JSON.stringify(resolve(gazetteer, name, options)) };
  } catch (error) {
    // A fault of the library itself must not end a run of millions either; its code says whose fault it is.
    const code = error instanceof AllonymError ? error.code : "internal-error";
    return { text: JSON.stringify({ error: { code, message: (error as Error).message } }), error: code };
  }
}

function readLine(line: Line, defaults: ResolveOptions): { name: string; options: ResolveOptions } {
  if (line === tooLong) throw invalid(`the line is longer than ${LONGEST_LINE} bytes`);
  if (line.trim() === "") throw invalid("the line is blank");
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    // Not the engine's own words: they differ between versions of Node, and answers must not.
    throw invalid(`not JSON: ${JSON.stringify(line.length > 40 ? `${line.slice(0, 40)}…` : line)}`);
  }
  if (row === null || typeof row !== "object" || Array.isArray(row))
    throw invalid("the line is JSON but not an object");
  const fields = row as Record<string, unknown>;
  if (!Object.hasOwn(fields, "name")) throw invalid("the object has no name");
  const options: Record<string, unknown> = { ...defaults };
  for (const option of OPTIONS)
    if (fields[option] !== undefined && fields[option] !== null) options[option] = fields[option];
  return { name: fields.name as string, options: options as ResolveOptions };
}

const invalid = (what: string): AllonymError =>
  new AllonymError("invalid-line", `${what}; expected one object a line, such as {"name":"Kyiv","country":"UA"}`);
