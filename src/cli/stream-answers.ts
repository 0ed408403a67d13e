import { type AmbiguousCells, type AnswerCells, type AnswerColumn, answerCells } from "../clean";
import { AllonymError, type Gazetteer, type ResolveOptions, verdict } from "../core";
import { type ByteString, decodeText } from "./stream-bytes";

/** What is added to a row, and how it is found. */
export interface StreamQuestion {
  gazetteer: Gazetteer;
  /** hints that hold for all rows */
  hints: ResolveOptions;
  columns: readonly AnswerColumn[];
  ambiguous: AmbiguousCells;
}

const LONGEST_QUOTE = 80;

/**
 * The answer to a name, as the cells that are asked for; an empty cell has nothing to say. A name that is NULL means no place.
 *
 * The trap: a unit that nobody knows ("Texas") is no reason to look for Odessa without it: the row has the status `error`, as in `allonym clean`,
 * and `via` says why.
 */
export function answerRow(
  { gazetteer, hints, columns, ambiguous }: StreamQuestion,
  name: string | undefined,
  within = "",
): string[] {
  const options: ResolveOptions = { ...hints };
  if (within.trim() !== "") options.within = within.trim();
  if (!columns.includes("via")) options.limit = 1; // the others are only named there
  const cells = cellsOf(() => answerCells(verdict(gazetteer, name ?? "", options), ambiguous));
  return columns.map((column) => cells[column] ?? "");
}

function cellsOf(answer: () => AnswerCells): Partial<AnswerCells> {
  try {
    return answer();
  } catch (error) {
    const { code, message } = error as AllonymError;
    if (code !== "unknown-within") throw error;
    return { status: "error", via: `${code}: ${message.replace(/^allonym: /u, "")}` };
  }
}

/** The cells of a row that could not be read: nothing to say in any of them. */
export function emptyRow({ columns }: StreamQuestion): string[] {
  return columns.map(() => "");
}

/** A line that is not what the command needs, with its beginning. */
export function invalidLine(what: string, line: ByteString, expected: string): AllonymError {
  const text = decodeText(line.slice(0, 4 * LONGEST_QUOTE));
  const beginning = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return new AllonymError("invalid-line", `${what}: ${JSON.stringify(beginning)}; expected ${expected}`);
}

/** How many answers a memory generation holds: with twelve columns some 30 MB, and more distinct names than Ukraine has places. */
export const REMEMBERED = 40_000;
