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
export {
  type Cluster,
  type ClusteredBy,
  type ClusteredSpelling,
  type ClusterOptions,
  clusterNames,
  type HeadlineLang,
  type NameCount,
} from "./clean/cluster/cluster-names";
export { type ColumnCounts, countColumn } from "./clean/cluster/count-column";
export { type DedupeOptions, dedupe, type LocatedRecord } from "./clean/cluster/dedupe";
export { type DedupeFileOptions, type DedupeSummary, dedupeFile } from "./clean/cluster/dedupe-file";
export type { TableInput } from "./clean/cluster/open-table";
export { type MassEdit, refineOperations } from "./clean/cluster/refine-operations";
export { ENCODINGS, type Encoding } from "./clean/detect-encoding";
export { type Decision, Decisions, readDecisions, writeDecisions } from "./clean/review/decisions";
export { type ReviewPageOptions, reviewPage } from "./clean/review/review-page";
export type { ReviewValue } from "./clean/review/review-value";
export { QUESTION_PARTS, type QuestionColumns, type QuestionPart } from "./clean/row-source";
