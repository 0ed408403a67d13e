import { Gazetteer } from "../../core";
import { readDecisions } from "../review/decisions";
import { encodeAnswer } from "./answer-encoder";
import { QuestionAnswerer } from "./question-answerer";
import type { BatchAnswers, WorkerSetting } from "./worker-task";

/** Answers batches of questions; the same code in a worker and without one. */
export class BatchAnswerer {
  readonly #setting: WorkerSetting;
  readonly #answerer: QuestionAnswerer;

  constructor(setting: WorkerSetting) {
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
