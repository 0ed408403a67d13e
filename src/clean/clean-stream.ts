import type { Gazetteer } from "../core";
import type { AmbiguousCells, AnswerCells } from "./answer-columns";
import { GenerationCache } from "./answers/generation-cache";
import { QuestionAnswerer } from "./answers/question-answerer";
import type { Decisions } from "./review/decisions";
import { cellText } from "./rows/cell-text";
import { KEY_SEPARATOR, partsOf } from "./rows/row-source";

/** Where a cell of a row is: the name of a member, or a function that gives it. Numbers become text; null and undefined are empty cells. */
export type CellOf<Row> = (keyof Row & string) | ((row: Row) => unknown);

/** Options of {@link cleanStream}. */
export interface CleanStreamOptions<Row> {
  /** the name that is looked up */
  column: CellOf<Row>;
  /** the unit that holds the place */
  within?: CellOf<Row>;
  /** degrees of a point near the place */
  lat?: CellOf<Row>;
  lon?: CellOf<Row>;
  country?: CellOf<Row>;
  /** the day of the name */
  date?: CellOf<Row>;
  /** whether an ambiguous row gets the cells of its likeliest place. @default "empty" */
  ambiguous?: AmbiguousCells;
  /** what people have decided; it wins over everything */
  decisions?: Decisions;
}

/** A row with its answer. */
export interface CleanedRow<Row> {
  /** the very row that came in */
  row: Row;
  answer: AnswerCells;
}

/** Answers that may be asked for again. */
const CACHED = 50_000;
/**
 * Answers rows as they come, in their order: what `cleanFile` does, for rows of any making. A row whose hint cannot be used gets the status
 * `error`, and the stream goes on.
 *
 * The trap: it works in the thread that calls it, some 10,000 different names a second, and one of them blocks for a fraction of a
 * millisecond. For files of millions of rows `cleanFile` has threads.
 *
 * @example
 * for await (const { row, answer } of cleanRows(gazetteer, [{ id: 1, town: "Krasnarmeysk" }], { column: "town" }))
 *   console.log(row.id, answer.en) // 1 Pokrovsk
 *
 * @throws AllonymError of nothing that a row holds; errors of `rows` go through
 */
export async function* cleanRows<Row>(
  gazetteer: Gazetteer,
  rows: AsyncIterable<Row> | Iterable<Row>,
  options: CleanStreamOptions<Row>,
): AsyncGenerator<CleanedRow<Row>, void, undefined> {
  const { ambiguous = "empty", decisions } = options;
  const cellOf = { name: options.column, ...options };
  const parts = partsOf(cellOf);
  const cells = parts.map((part) => reader(cellOf[part] as CellOf<Row>));
  const answerer = new QuestionAnswerer(gazetteer, parts, {
    ambiguous,
    ...(decisions === undefined ? {} : { decisions }),
  });
  const known = new GenerationCache<AnswerCells>(CACHED);
  for await (const row of rows) {
    const question = cells.map((cell) => cellText(cell(row)));
    const key = question.join(KEY_SEPARATOR);
    let answer = known.get(key);
    if (answer === undefined) {
      answer = answerer.answer(question).cells;
      known.set(key, answer);
    }
    yield { row, answer: { ...answer } };
  }
}

function reader<Row>(cell: CellOf<Row>): (row: Row) => unknown {
  return typeof cell === "function" ? cell : (row) => row[cell];
}
