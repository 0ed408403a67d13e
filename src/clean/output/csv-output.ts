import { ANSWER_COLUMNS } from "../answer-columns";
import type { AnswerForm } from "../answers/answer-encoder";
import type { CachedAnswer } from "../answers/cached-answer";
import { cellText } from "../rows/cell-text";
import { type CsvDialect, csvCell } from "../rows/csv-dialect";
import { CsvBlock, type CsvRows } from "../rows/csv-rows";
import type { RowBlock } from "../rows/row-source";
import type { ByteWriter } from "./byte-writer";
import type { RowOutput } from "./row-output";

/**
 * A table of text in the dialect of the one that came in: each record's bytes as they were, its answer behind them, then its own line end.
 * A record with too few cells is filled up, so that the answer stands in its columns.
 */
export class CsvOutput implements RowOutput {
  readonly form: AnswerForm;
  readonly resumable = true;
  readonly #rows: CsvRows;
  readonly #header: string;

  constructor(rows: CsvRows, prefix: string) {
    this.#rows = rows;
    this.form = { form: "csv", dialect: rows.dialect };
    this.#header = headerCells(rows.dialect, prefix);
  }

  head(out: ByteWriter): void {
    const { header, headerEnd } = this.#rows;
    out.copy(header, 0, headerEnd);
    out.utf8(this.#header);
    if (headerEnd < header.length) out.copy(header, headerEnd, header.length);
  }

  block(block: RowBlock, answers: readonly CachedAnswer[], out: ByteWriter): void {
    if (!(block instanceof CsvBlock)) throw new TypeError("a block of another format");
    const { bytes } = block;
    const { columns, dialect } = this.#rows;
    for (let row = 0; row < block.rows; row++) {
      const textEnd = block.textEndOf(row);
      out.copy(bytes, block.startOf(row), textEnd);
      for (let fields = block.fieldsOf(row) || columns.length; fields < columns.length; fields++) {
        out.latin1(dialect.delimiter);
      }
      out.latin1(answers[row].suffix!);
      const end = block.endOf(row);
      if (textEnd < end) out.copy(bytes, textEnd, end);
    }
    if (block.tail.length > 0) out.copy(block.tail, 0, block.tail.length);
  }

  end(): void {}
}

/** A table of text from rows of another format, with commas and line feeds. */
export class PlainCsvOutput implements RowOutput {
  readonly form: AnswerForm;
  readonly resumable = true;
  readonly #columns: readonly string[];
  readonly #dialect: CsvDialect;
  readonly #prefix: string;

  constructor(columns: readonly string[], dialect: CsvDialect, prefix: string) {
    this.#columns = columns;
    this.#dialect = dialect;
    this.#prefix = prefix;
    this.form = { form: "csv", dialect };
  }

  head(out: ByteWriter): void {
    const { delimiter, lineEnd } = this.#dialect;
    const names = this.#columns.map((name) => csvCell(name, this.#dialect));
    out.utf8(names.join(delimiter) + headerCells(this.#dialect, this.#prefix) + lineEnd);
  }

  block(block: RowBlock, answers: readonly CachedAnswer[], out: ByteWriter): void {
    const { delimiter, lineEnd } = this.#dialect;
    for (let row = 0; row < block.rows; row++) {
      const values = block.valuesOf(row);
      let text = "";
      for (let column = 0; column < Math.max(values.length, this.#columns.length); column++) {
        if (column > 0) text += delimiter;
        text += csvCell(cellText(values[column]), this.#dialect);
      }
      out.utf8(text);
      out.latin1(answers[row].suffix!);
      out.latin1(lineEnd);
    }
  }

  end(): void {}
}

function headerCells(dialect: CsvDialect, prefix: string): string {
  return ANSWER_COLUMNS.map((column) => dialect.delimiter + csvCell(prefix + column, dialect)).join("");
}
