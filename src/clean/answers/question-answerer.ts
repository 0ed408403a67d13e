import { type Gazetteer, place, type ResolveOptions, verdict } from "../../core";
import { type AmbiguousCells, type AnswerCells, answerCells, NO_PLACE, placeCells } from "../answer-columns";
import { NO_PLACE_MEANT } from "../review/decisions";
import { degreesOf } from "../rows/cell-text";
import type { QuestionPart } from "../rows/row-source";

/** How a row was answered: a verdict, a decision of somebody's, an empty cell, or the code of an error. */
export type Outcome = "match" | "ambiguous" | "none" | "empty" | "decided" | "decided-none" | (string & {});

/** What a question is answered. */
export interface Answered {
  cells: AnswerCells;
  outcome: Outcome;
}

/** What people have decided about values of the column; see `readDecisions`. */
export interface DecidedValues {
  of(name: string, within: string): string | undefined;
}

/** Options that hold for all rows. */
export interface AnswerOptions {
  ambiguous?: AmbiguousCells;
  decisions?: DecidedValues;
}

/**
 * Answers questions of the rows of a table. A hint that cannot be used makes an error of the row: an answer from the name alone would look
 * as if the hint had been heeded.
 */
export class QuestionAnswerer {
  readonly #gazetteer: Gazetteer;
  readonly #parts: readonly QuestionPart[];
  readonly #options: AnswerOptions;

  /** @param parts what the cells of a question are, `name` first */
  constructor(gazetteer: Gazetteer, parts: readonly QuestionPart[], options: AnswerOptions = {}) {
    this.#gazetteer = gazetteer;
    this.#parts = parts;
    this.#options = options;
  }

  answer(question: readonly string[]): Answered {
    const [name] = question;
    const decided = this.#options.decisions?.of(name, this.#within(question));
    if (decided !== undefined) return this.#decided(decided);
    if (name.trim() === "") return { cells: { ...NO_PLACE, status: "none" }, outcome: "empty" };
    try {
      const said = verdict(this.#gazetteer, name, hintsOf(question, this.#parts));
      return { cells: answerCells(said, this.#options.ambiguous), outcome: said.status };
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code === undefined) throw error;
      return errorAnswer(code, message.replace(/^allonym: /u, ""));
    }
  }

  #within(question: readonly string[]): string {
    return question[this.#parts.indexOf("within")] ?? "";
  }

  #decided(id: string): Answered {
    if (id === NO_PLACE_MEANT) {
      return { cells: { ...NO_PLACE, status: "none", via: "decided" }, outcome: "decided-none" };
    }
    const found = place(this.#gazetteer, id);
    if (found === undefined) {
      return errorAnswer("invalid-decisions", `the decided place ${id} is not in this gazetteer; decide again`);
    }
    return { cells: { ...placeCells(found), score: "1.000", status: "match", via: "decided" }, outcome: "decided" };
  }
}

/** The cells of a row that has no answer. */
export function errorAnswer(code: string, message: string): Answered {
  return { cells: { ...NO_PLACE, status: "error", via: `${code}: ${message}` }, outcome: code };
}

/** The hints of a question; empty cells give none. What cannot be meant is left to `resolve`, which says what it expects. */
export function hintsOf(question: readonly string[], parts: readonly QuestionPart[]): ResolveOptions {
  const hints: ResolveOptions = {};
  let lat: string | undefined;
  let lon: string | undefined;
  for (let at = 1; at < parts.length; at++) {
    const text = question[at].trim();
    if (text === "") continue;
    const part = parts[at];
    if (part === "within") hints.within = text;
    else if (part === "country") hints.country = text;
    else if (part === "date") hints.asOf = dayOf(text);
    else if (part === "lat") lat = text;
    else lon = text;
  }
  if (lat !== undefined || lon !== undefined) hints.near = [degreesOf(lat), degreesOf(lon)];
  return hints;
}

/** `2015-06-01T10:00`, `2015-06-01 10:00` and `01.06.2015` are that day; else the text as it stands. */
function dayOf(text: string): string {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/u.exec(text);
  if (iso) return iso[1];
  const local = /^(\d{2})\.(\d{2})\.(\d{4})(?: .*)?$/u.exec(text);
  return local ? `${local[3]}-${local[2]}-${local[1]}` : text;
}
