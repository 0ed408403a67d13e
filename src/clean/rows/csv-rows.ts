import { AllonymError } from "../../core";
import { ByteBlock, byteBlocks } from "./byte-block";
import { columnIndexes } from "./column-indexes";
import type { CsvDialect } from "./csv-dialect";
import { CsvScanner } from "./csv-scanner";
import { BLOCK_ROWS, type QuestionColumns, type RowSource } from "./row-source";

/** Keys are bytes here, a character each; parts lie apart by a byte that UTF-8 never has, so that a key takes a byte a letter. */
const BETWEEN = "\xff";
const BOM = Buffer.from("\uFEFF");

/** Records of a table of text. */
export class CsvBlock extends ByteBlock {
  readonly #fields = new Uint32Array(BLOCK_ROWS);
  /** two numbers a cell that was asked for; see `CsvScanner.ends` */
  readonly #cells: Int32Array;
  readonly #wanted: number;
  readonly #dialect: CsvDialect;
  readonly #expected: number;
  #reader: CsvScanner | undefined;

  /**
   * @param wanted how many cells of a record are asked for
   * @param expected how many cells a record should have
   */
  constructor(dialect: CsvDialect, wanted: number, expected: number) {
    super();
    this.#dialect = dialect;
    this.#wanted = wanted;
    this.#expected = expected;
    this.#cells = new Int32Array(BLOCK_ROWS * 2 * wanted);
  }

  override add(scanner: CsvScanner, at: number, base: number): number {
    const row = super.add(scanner, at, base);
    const { fields, unclosed, starts, ends } = scanner;
    this.#fields[row] = fields;
    for (let slot = 0, cell = row * 2 * this.#wanted; slot < starts.length; slot++, cell += 2) {
      this.#cells[cell] = starts[slot] - base;
      this.#cells[cell + 1] = ends[slot] < 0 ? ~(~ends[slot] - base) : ends[slot] - base;
    }
    if (unclosed) this.setFault(row, { code: "invalid-row", message: "a quote is not closed in its line" });
    else if (fields !== this.#expected) {
      this.setFault(row, { code: "invalid-row", message: `${fields} cells where the header has ${this.#expected}` });
    }
    return row;
  }

  /** Cells of a row; 0 where nobody can tell. */
  fieldsOf(row: number): number {
    return this.#fields[row];
  }

  keyOf(row: number): string {
    let cell = row * 2 * this.#wanted;
    let key = this.#text("latin1", this.#cells[cell], this.#cells[cell + 1]);
    for (let slot = 1; slot < this.#wanted; slot++) {
      cell += 2;
      key += BETWEEN + this.#text("latin1", this.#cells[cell], this.#cells[cell + 1]);
    }
    return key;
  }

  questionOf(row: number): string[] {
    const cells: string[] = [];
    for (let slot = 0, cell = row * 2 * this.#wanted; slot < this.#wanted; slot++, cell += 2) {
      cells.push(this.#text("utf8", this.#cells[cell], this.#cells[cell + 1]));
    }
    return cells;
  }

  valuesOf(row: number): string[] {
    const fields = this.#fields[row];
    const start = this.textStartOf(row);
    // A line whose quote is not closed has no cells that anybody knows: it goes whole into the first.
    if (fields === 0) return [this.#text("utf8", start, this.textEndOf(row))];
    const scanner = fields === this.#expected ? (this.#reader ??= this.#readerOf(fields)) : this.#readerOf(fields);
    scanner.read(this.bytes, start, this.endOf(row), true);
    const cells: string[] = [];
    for (let slot = 0; slot < fields; slot++) cells.push(this.#text("utf8", scanner.starts[slot], scanner.ends[slot]));
    return cells;
  }

  #readerOf(fields: number): CsvScanner {
    const all = Array.from({ length: fields }, (_, column) => column);
    return new CsvScanner(this.#dialect, all, fields);
  }

  #text(encoding: "latin1" | "utf8", start: number, end: number): string {
    if (end >= 0) return this.bytes.toString(encoding, start, end);
    const { quote } = this.#dialect;
    return this.bytes.toString(encoding, start, ~end).replaceAll(quote + quote, quote);
  }
}

/** A table of text, read as bytes in UTF-8. */
export class CsvRows implements RowSource<CsvBlock> {
  readonly columns: readonly string[];
  readonly dialect: CsvDialect;
  /** the header as it stands, byte order mark and line end included */
  readonly header: Buffer;
  /** where the text of the header ends */
  readonly headerEnd: number;
  readonly #wanted: readonly number[];
  readonly #rest: Buffer;
  readonly #chunks: AsyncIterator<Buffer>;

  /**
   * @param bytes the beginning of the table
   * @param scanner stands on the header
   */
  private constructor(
    bytes: Buffer,
    scanner: CsvScanner,
    chunks: AsyncIterator<Buffer>,
    dialect: CsvDialect,
    asked: QuestionColumns,
  ) {
    this.dialect = dialect;
    this.header = Buffer.from(bytes.subarray(0, scanner.next));
    this.headerEnd = scanner.end;
    this.columns = headerCells(this.header.subarray(markLength(bytes)), dialect);
    this.#wanted = columnIndexes(this.columns, asked);
    this.#rest = bytes.subarray(scanner.next);
    this.#chunks = chunks;
  }

  /**
   * Reads the header.
   *
   * @throws AllonymError `unknown-column`, `unreadable-input`
   */
  static async open(chunks: AsyncIterator<Buffer>, dialect: CsvDialect, asked: QuestionColumns): Promise<CsvRows> {
    const scanner = new CsvScanner(dialect, []);
    let bytes: Buffer = Buffer.alloc(0);
    for (let final = false; !scanner.read(bytes, markLength(bytes), bytes.length, final); ) {
      if (final) throw new AllonymError("unreadable-input", "the table is empty; expected a header and rows below it");
      const { value, done } = await chunks.next();
      if (done) final = true;
      else bytes = Buffer.concat([bytes, value]);
    }
    return new CsvRows(bytes, scanner, chunks, dialect, asked);
  }

  questionOfKey(key: string): string[] {
    return key.split(BETWEEN).map((cell) => Buffer.from(cell, "latin1").toString());
  }

  blocks(): AsyncGenerator<CsvBlock> {
    const { columns, dialect } = this;
    const scanner = new CsvScanner(dialect, this.#wanted, columns.length);
    return byteBlocks(
      this.#chunks,
      this.#rest,
      scanner,
      () => new CsvBlock(dialect, this.#wanted.length, columns.length),
    );
  }
}

const markLength = (bytes: Buffer): number => (bytes.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0);

function headerCells(header: Buffer, dialect: CsvDialect): string[] {
  const scanner = new CsvScanner(dialect, []);
  scanner.read(header, 0, header.length, true);
  const block = new CsvBlock(dialect, 0, scanner.fields);
  block.add(scanner, 0, 0);
  block.close(header);
  return block.valuesOf(0);
}
