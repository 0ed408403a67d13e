import { AllonymError } from "../core";
import type { LineAnswer } from "./answer-lines";
import { type Line, LONGEST_LINE, tooLong } from "./read-lines";

/** What one line of `--ndjson` must hold. */
export interface LineShape {
  /** the field that is required */
  required: string;
  /** another type than a string is as good as none; else the library says what is wrong with the value */
  mustBeString: boolean;
  /** its options; all other fields are left alone */
  options: readonly string[];
  /** a right line, for the message of a wrong one */
  example: string;
}

/** The fields of a line: the required one, and the options that it gives over the defaults. */
export interface LineFields {
  value: unknown;
  options: Record<string, unknown>;
}

/**
 * Reads one line of `--ndjson`. `null` counts as not given, since many programs write it for an empty column.
 *
 * @param defaults options of the command line, for lines that do not say otherwise
 *
 * @throws AllonymError `invalid-line`
 */
export function readFields(line: Line, shape: LineShape, defaults: object): LineFields {
  const invalid = (what: string): AllonymError =>
    new AllonymError("invalid-line", `${what}; expected one object a line, such as ${shape.example}`);
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
  const given = shape.mustBeString ? typeof fields[shape.required] === "string" : Object.hasOwn(fields, shape.required);
  if (!given) throw invalid(`the object has no ${shape.required}`);
  const options: Record<string, unknown> = { ...defaults };
  for (const option of shape.options)
    if (fields[option] !== undefined && fields[option] !== null) options[option] = fields[option];
  return { value: fields[shape.required], options };
}

/**
 * The answer to one line, or `{"error":{"code","message"}}` in its place. A fault of the library itself must not end a run of millions
 * either; its code says whose fault it is.
 */
export function answerOrError(answer: () => unknown): LineAnswer {
  try {
    return { text: JSON.stringify(answer()) };
  } catch (error) {
    const code = error instanceof AllonymError ? error.code : "internal-error";
    return { text: JSON.stringify({ error: { code, message: (error as Error).message } }), error: code };
  }
}
