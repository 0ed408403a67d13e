import { cellText } from "../rows/cell-text";
import { type CsvDialect, csvCell } from "../rows/csv-dialect";
import { CsvBlock, type CsvRows } from "../rows/csv-rows";
import type { RowBlock } from "../rows/row-source";
import type { ByteWriter } from "./byte-writer";
import type { AddedColumns, TextForm, TextOutput } from "./text-output";

/**
 * A table of text in the dialect of the one that came in: each record's bytes as they were, the added cells behind them, then its own line
 * end. A record with too few cells is filled up, so that what is added stands in its columns.
 */
export class CsvOutput implements TextOutput {
  readonly form: TextForm;
  readonly #rows: CsvRows;
  readonly #header: string;

  constructor(rows: CsvRows, added: AddedColumns) {
    this.#rows = rows;
    this.form = { form: "csv", dialect: rows.dialect };
    this.#header = headerCells(rows.dialect, added);
  }

  head(out: ByteWriter): void {
    const { header, headerEnd } = this.#rows;
    out.copy(header, 0, headerEnd);
    out.utf8(this.#header);
    if (headerEnd < header.length) out.copy(header, headerEnd, header.length);
  }

  row(block: RowBlock, row: number, suffix: string, out: ByteWriter): void {
    if (!(block instanceof CsvBlock)) throw new TypeError("a block of another format");
    const { columns, dialect } = this.#rows;
    const textEnd = block.textEndOf(row);
    out.copy(block.bytes, block.startOf(row), textEnd);
    for (let fields = block.fieldsOf(row) || columns.length; fields < columns.length; fields++) {
      out.latin1(dialect.delimiter);
    }
    out.latin1(suffix);
    const end = block.endOf(row);
    if (textEnd < end) out.copy(block.bytes, textEnd, end);
  }

  tail(block: RowBlock, out: ByteWriter): void {
    if (block instanceof CsvBlock && block.tail.length > 0) out.copy(block.tail, 0, block.tail.length);
  }
}

/** A table of text from rows of another format or dialect. */
export class PlainCsvOutput implements TextOutput {
  readonly form: TextForm;
  readonly #columns: readonly string[];
  readonly #dialect: CsvDialect;
  readonly #added: AddedColumns;

  constructor(columns: readonly string[], dialect: CsvDialect, added: AddedColumns) {
    this.#columns = columns;
    this.#dialect = dialect;
    this.#added = added;
    this.form = { form: "csv", dialect };
  }

  head(out: ByteWriter): void {
    const { delimiter, lineEnd } = this.#dialect;
    const names = this.#columns.map((name) => csvCell(name, this.#dialect));
    out.utf8(names.join(delimiter) + headerCells(this.#dialect, this.#added) + lineEnd);
  }

  row(block: RowBlock, row: number, suffix: string, out: ByteWriter): void {
    const values = block.valuesOf(row);
    let text = "";
    for (let column = 0; column < Math.max(values.length, this.#columns.length); column++) {
      if (column > 0) text += this.#dialect.delimiter;
      text += csvCell(cellText(values[column]), this.#dialect);
    }
    out.utf8(text);
    out.latin1(suffix);
    out.latin1(this.#dialect.lineEnd);
  }

  tail(): void {}
}

function headerCells(dialect: CsvDialect, { prefix, names }: AddedColumns): string {
  return names.map((name) => dialect.delimiter + csvCell(prefix + name, dialect)).join("");
}
