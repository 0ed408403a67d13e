import { Gazetteer } from "../../core";
import type { AmbiguousCells } from "../answer-columns";
import { readDecisions } from "../review/decisions";
import type { QuestionPart } from "../rows/row-source";
import { type AnswerForm, encodeAnswer } from "./encode-answer";
import { QuestionAnswerer } from "./question-answerer";

/** What holds for all batches; a worker is told once. */
export interface BatchSetting {
  /** the gazetteer file, shared between all threads */
  gazetteer: SharedArrayBuffer;
  parts: QuestionPart[];
  ambiguous: AmbiguousCells;
  form: AnswerForm;
  /** text of the decisions file */
  decisions: string | undefined;
}

/** Answers of one batch, in the order of its questions. */
export interface BatchAnswers {
  /** all answers one behind the other, in UTF-8 */
  bytes: Uint8Array;
  lengths: Uint32Array;
  outcomes: string[];
}

/** Answers batches of questions; the same code in a worker and without one. */
export class BatchAnswerer {
  readonly #setting: BatchSetting;
  readonly #answerer: QuestionAnswerer;

  constructor(setting: BatchSetting) {
    this.#setting = setting;
    const { gazetteer, parts, ambiguous, decisions } = setting;
    const decided = decisions === undefined ? {} : { decisions: readDecisions(decisions) };
    this.#answerer = new QuestionAnswerer(Gazetteer.from(gazetteer), parts, { ambiguous, ...decided });
  }

  /** @param cells the cells of all questions, one question behind the other */
  answer(cells: readonly string[]): BatchAnswers {
    const width = this.#setting.parts.length;
    const lengths = new Uint32Array(cells.length / width);
    const outcomes: string[] = [];
    let text = "";
    for (let at = 0, question = 0; at < cells.length; at += width, question++) {
      const { cells: answer, outcome } = this.#answerer.answer(cells.slice(at, at + width));
      const encoded = encodeAnswer(answer, this.#setting.form);
      lengths[question] = Buffer.byteLength(encoded);
      outcomes.push(outcome);
      text += encoded;
    }
    return { bytes: new TextEncoder().encode(text), lengths, outcomes };
  }
}
