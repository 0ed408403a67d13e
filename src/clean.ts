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
export {
  type Cluster,
  type ClusteredBy,
  type ClusteredSpelling,
  type ClusterOptions,
  clusterNames,
  type HeadlineLang,
  type NameCount,
} from "./clean/cluster/cluster-names";
export { type DedupeOptions, dedupe, type LocatedRecord } from "./clean/cluster/dedupe";
export { type MassEdit, refineOperations } from "./clean/cluster/refine-operations";
export { countNames, openTable, type Table } from "./clean/cluster/table-rows";
