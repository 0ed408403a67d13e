import { ANSWER_COLUMNS, type AnswerCells, NUMBER_COLUMNS } from "../answer-columns";
import { type CsvDialect, csvCell } from "../rows/csv-dialect";

/** How answers are written: behind the cells of a text table, behind the members of a JSON object, or as an array for columns. */
export type AnswerForm = { form: "csv"; dialect: CsvDialect } | { form: "ndjson"; prefix: string } | { form: "array" };

/** An answer that is there, or on its way: `suffix` is undefined until it has come. */
export interface EncodedAnswer {
  /** the answer as it is appended to rows: UTF-8, a byte a character, so that it is copied and not encoded again */
  suffix: string | undefined;
  outcome: string;
}

/**
 * An answer as text that is appended to a row. It is made once for each question, in a worker, and copied for each row that asks it.
 *
 * @example
 * encodeAnswer(cells, { form: "ndjson", prefix: "place_" }) // ',"place_id":"katottg:UA14160210010099403","place_uk":"Покровськ",…'
 */
export function encodeAnswer(cells: AnswerCells, form: AnswerForm): string {
  if (form.form === "array") return JSON.stringify(ANSWER_COLUMNS.map((column) => cells[column]));
  let text = "";
  for (const column of ANSWER_COLUMNS) {
    if (form.form === "csv") text += form.dialect.delimiter + csvCell(cells[column], form.dialect);
    else text += `,${JSON.stringify(form.prefix + column)}:${jsonCell(column, cells[column])}`;
  }
  return text;
}

/** In JSON numbers are numbers, and what is empty is null. */
function jsonCell(column: string, text: string): string {
  if (text === "") return "null";
  return NUMBER_COLUMNS.includes(column) ? String(Number(text)) : JSON.stringify(text);
}
