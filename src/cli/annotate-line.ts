import { AllonymError, type AnnotateOptions, annotate, type Gazetteer } from "../core";
import type { LineAnswer } from "./answer-lines";
import { type Line, LONGEST_LINE, tooLong } from "./read-lines";

const OPTIONS = ["lang", "within", "near", "minScore", "alternatives"] as const;

/**
 * The contract of `allonym annotate --ndjson` for one line: `{"text", "lang"?, "within"?, "near"?, …}` in, `{"annotations"}` out, and
 * `{"error":{"code","message"}}` for a line that is wrong.
 */
export function annotateLine(gazetteer: Gazetteer, line: Line, defaults: AnnotateOptions): LineAnswer {
  try {
    const { text, options } = readLine(line, defaults);
    return { text: JSON.stringify(annotate(gazetteer, text, options)) };
  } catch (error) {
    const code = error instanceof AllonymError ? error.code : "internal-error";
    return { text: JSON.stringify({ error: { code, message: (error as Error).message } }), error: code };
  }
}

function readLine(line: Line, defaults: AnnotateOptions): { text: string; options: AnnotateOptions } {
  if (line === tooLong) throw invalid(`the line is longer than ${LONGEST_LINE} bytes`);
  if (line.trim() === "") throw invalid("the line is blank");
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw invalid(`not JSON: ${JSON.stringify(line.length > 40 ? `${line.slice(0, 40)}…` : line)}`);
  }
  if (row === null || typeof row !== "object" || Array.isArray(row))
    throw invalid("the line is JSON but not an object");
  const fields = row as Record<string, unknown>;
  if (typeof fields.text !== "string") throw invalid("the object has no text");
  const options: Record<string, unknown> = { ...defaults };
  for (const option of OPTIONS)
    if (fields[option] !== undefined && fields[option] !== null) options[option] = fields[option];
  return { text: fields.text, options: options as AnnotateOptions };
}

const invalid = (what: string): AllonymError =>
  new AllonymError("invalid-line", `${what}; expected one object a line, such as {"text":"Бої за Бахмут","lang":"uk"}`);
