/**
 * Cleaning of columns and records: what a data team does with `allonym`, from code. Needs Node; everything it knows of places it asks
 * of `allonym/core`.
 *
 * @module
 */
export {
  type AmbiguousCells,
  ANSWER_COLUMNS,
  type AnswerCells,
  type AnswerColumn,
  answerCells,
} from "./clean/answer-columns";
export { cleanFile } from "./clean/clean-file";
export { type CleanOptions, type CleanProgress, FORMATS, type Format } from "./clean/clean-options";
export type { CleanSummary, FrequentValue } from "./clean/clean-summary";
export { ENCODINGS, type Encoding } from "./clean/detect-encoding";
export { type Decision, Decisions, readDecisions, writeDecisions } from "./clean/review/decisions";
export { type ReviewPageOptions, reviewPage } from "./clean/review/review-page";
export type { ReviewValue } from "./clean/review/review-value";
export { QUESTION_PARTS, type QuestionColumns, type QuestionPart } from "./clean/row-source";
