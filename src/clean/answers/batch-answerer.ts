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

/** Room for some hundred answers. */
const FIRST_BYTES = 1 << 16;
/** The most that a UTF-16 unit takes in UTF-8. */
const MOST_BYTES_A_UNIT = 3;

/** Answers batches of questions; the same code in a worker and without one. */
export class BatchAnswerer {
  readonly #setting: BatchSetting;
  readonly #answerer: QuestionAnswerer;
  /** where answers are written, one behind the other; a batch takes its copy */
  #bytes: Buffer = Buffer.allocUnsafe(FIRST_BYTES);

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
    let end = 0;
    for (let at = 0, question = 0; at < cells.length; at += width, question++) {
      const { cells: answer, outcome } = this.#answerer.answer(cells.slice(at, at + width));
      const encoded = encodeAnswer(answer, this.#setting.form);
      this.#makeRoom(end, MOST_BYTES_A_UNIT * encoded.length);
      lengths[question] = this.#bytes.write(encoded, end, "utf8");
      end += lengths[question];
      outcomes.push(outcome);
    }
    return { bytes: Uint8Array.prototype.slice.call(this.#bytes, 0, end), lengths, outcomes };
  }

  #makeRoom(end: number, bytes: number): void {
    if (end + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (end + bytes));
    this.#bytes.copy(larger, 0, 0, end);
    this.#bytes = larger;
  }
}
