/**
 * Cleaning of columns and records: what a data team does with `allonym`, from code. Needs Node; everything it knows of places it asks
 * of `allonym/core`.
 *
 * @module
 */
import { bundledGazetteer } from "./bundled";
import { type CleanedRow, type CleanStreamOptions, cleanRows } from "./clean/clean-stream";
import type { Gazetteer } from "./core";

/**
 * Answers rows as they come, in their order, with the shipped gazetteer or one of your own: each row with the cells that `allonym clean` adds
 * to a row. Rows are objects of any type, from an array, an async iterable or a web stream. Repeated names are answered once; it works in the
 * thread that calls it.
 *
 * The trap: no answer and a hint that cannot be used throw nothing; look at `answer.status`.
 *
 * @example
 * for await (const { row, answer } of cleanStream([{ id: 1, town: "Krasnarmeysk" }], { column: "town" }))
 *   console.log(row.id, answer.en, answer.status) // 1 Pokrovsk match
 */
export function cleanStream<Row>(
  rows: AsyncIterable<Row> | Iterable<Row> | ReadableStream<Row>,
  options: CleanStreamOptions<Row> & { gazetteer?: Gazetteer },
): AsyncGenerator<CleanedRow<Row>, void, undefined> {
  // In Node a web stream is an async iterable; the types of browsers do not say so.
  return cleanRows(options.gazetteer ?? bundledGazetteer(), rows as AsyncIterable<Row>, options);
}

export {
  type AmbiguousCells,
  ANSWER_COLUMNS,
  type AnswerCells,
  type AnswerColumn,
  answerCells,
} from "./clean/answer-columns";
export { cleanFile } from "./clean/clean-file";
export type { CleanOptions, ResumePoint } from "./clean/clean-options";
export type { CellOf, CleanedRow, CleanStreamOptions } from "./clean/clean-stream";
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
export { type MassEdit, refineOperations } from "./clean/cluster/refine-operations";
export { type Decision, Decisions, readDecisions, writeDecisions } from "./clean/review/decisions";
export { type ReviewPageOptions, reviewPage } from "./clean/review/review-page";
export type { ReviewValue } from "./clean/review/review-value";
export { ENCODINGS, type Encoding } from "./clean/rows/detect-encoding";
export { FORMATS, type Format } from "./clean/rows/file-format";
export type { ReadProgress, TableInput } from "./clean/rows/open-table";
export { QUESTION_PARTS, type QuestionColumns, type QuestionPart } from "./clean/rows/row-source";
export type { CleanSummary, FrequentValue } from "./clean/summary/clean-summary";
