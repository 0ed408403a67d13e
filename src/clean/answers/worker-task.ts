import type { AmbiguousCells } from "../answer-columns";
import type { QuestionPart } from "../rows/row-source";
import type { AnswerForm } from "./answer-encoder";

/** What a worker is told once. */
export interface WorkerSetting {
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
