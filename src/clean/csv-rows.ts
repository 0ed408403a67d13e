import { isUtf8 } from "node:buffer";
import { AllonymError } from "../core";
import type { CsvDialect } from "./csv-dialect";
import { CsvScanner, LONGEST_RECORD } from "./csv-scanner";
import { columnIndexes } from "./column-indexes";
import { BLOCK_BYTES, BLOCK_ROWS, type QuestionColumns, type RowBlock, type RowFault, type RowSource } from "./row-source";

/** Parts of a key lie apart by a byte that UTF-8 never has. */
const BETWEEN = "\xff";
const BOM = Buffer.from("\uFEFF");

/** Records of a table as ranges of its bytes. */
export class CsvBlock implements RowBlock {
  rows = 0;
  /** for each row four numbers: where its bytes begin (blank lines before it included), where its cells begin, where its text ends, how many cells */
  readonly records: Int32Array = new Int32Array(BLOCK_ROWS * 4);
  /** blank lines at the end of the table */
  tail: Buffer = Buffer.alloc(0);
  bytes: Buffer = Buffer.alloc(0);
  readonly #cells: Int32Array;
  readonly #wanted: number;
  readonly #faults = new Map<number, RowFault>();
  readonly #dialect: CsvDialect;
  readonly #expected: number;

  constructor(dialect: CsvDialect, wanted: number, expected: number) {
    this.#dialect = dialect;
    this.#wanted = wanted;
    this.#expected = expected;
    this.#cells = new Int32Array(BLOCK_ROWS * 2 * wanted);
  }

  /** Adds the record that the scanner stands on; positions are relative to `base`. */
  add(scanner: CsvScanner, at: number, base: number): void {
    const { start, end, next, fields, unclosed, starts, ends } = scanner;
    const row = this.rows++;
    const { records } = this;
    records[row * 4] = at - base;
    records[row * 4 + 1] = start - base;
    records[row * 4 + 2] = end - base;
    records[row * 4 + 3] = fields;
    for (let slot = 0, cell = row * 2 * this.#wanted; slot < starts.length; slot++, cell += 2) {
      this.#cells[cell] = starts[slot] - base;
      this.#cells[cell + 1] = ends[slot] < 0 ? ~(~ends[slot] - base) : ends[slot] - base;
    }
    if (unclosed) this.#faults.set(row, { code: "invalid-row", message: "a quote is not closed in its line" });
    else if (fields !== this.#expected) {
      const message = `${fields} cells where the header has ${this.#expected}`;
      this.#faults.set(row, { code: "invalid-row", message });
    }
    this.#next = next - base;
  }

  /** Hands over the bytes; nothing is added afterwards. */
  close(bytes: Buffer): void {
    this.bytes = bytes.subarray(0, this.#next);
    if (isUtf8(this.bytes)) return;
    for (let row = 0; row < this.rows; row++) {
      if (isUtf8(this.bytes.subarray(this.records[row * 4], this.endOf(row)))) continue;
      this.#faults.set(row, { code: "invalid-utf8", message: "invalid UTF-8" });
    }
  }
  #next = 0;

  /** Where the bytes of a row end, line end included. */
  endOf(row: number): number {
    return row + 1 < this.rows ? this.records[(row + 1) * 4] : this.#next;
  }

  faultOf(row: number): RowFault | undefined {
    return this.#faults.size === 0 ? undefined : this.#faults.get(row);
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
    const fields = this.records[row * 4 + 3];
    const [start, end] = [this.records[row * 4 + 1], this.records[row * 4 + 2]];
    // A line whose quote is not closed has no cells that anybody knows: it goes whole into the first.
    if (fields === 0) return [this.#text("utf8", start, end)];
    const all = Array.from({ length: fields }, (_, column) => column);
    const scanner = new CsvScanner(this.#dialect, all, fields);
    scanner.read(this.bytes, start, this.endOf(row), true);
    return all.map((slot) => this.#text("utf8", scanner.starts[slot], scanner.ends[slot]));
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
  /** the header as it stands, byte order mark and line end included */
  readonly header: Buffer;
  /** where the text of the header ends */
  readonly headerEnd: number;
  readonly dialect: CsvDialect;
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #wanted: readonly number[];
  #rest: Buffer;

  private constructor(
    dialect: CsvDialect,
    columns: readonly string[],
    header: Buffer,
    headerEnd: number,
    wanted: readonly number[],
    rest: Buffer,
    chunks: AsyncIterator<Buffer>,
  ) {
    this.dialect = dialect;
    this.columns = columns;
    this.header = header;
    this.headerEnd = headerEnd;
    this.#wanted = wanted;
    this.#rest = rest;
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
    let final = false;
    const bom = (): number => (bytes.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0);
    while (!scanner.read(bytes, bom(), bytes.length, final)) {
      if (final) throw new AllonymError("unreadable-input", "the table is empty; expected a header and rows below it");
      const { value, done } = await chunks.next();
      if (done) final = true;
      else bytes = Buffer.concat([bytes, value]);
    }
    const header = Buffer.from(bytes.subarray(0, scanner.next));
    const columns = cellsOf(header.subarray(bom()), dialect, scanner.fields);
    const wanted = columnIndexes(columns, asked);
    return new CsvRows(dialect, columns, header, scanner.end, wanted, bytes.subarray(scanner.next), chunks);
  }

  async *blocks(): AsyncGenerator<CsvBlock> {
    const { dialect, columns } = this;
    const scanner = new CsvScanner(dialect, this.#wanted, columns.length);
    const newBlock = (): CsvBlock => new CsvBlock(dialect, this.#wanted.length, columns.length);
    let bytes = this.#rest;
    let base = 0; // where the block begins
    let at = 0; // where the next record begins
    let block = newBlock();
    let final = false;
    for (;;) {
      while (scanner.read(bytes, at, bytes.length, final)) {
        block.add(scanner, at, base);
        at = scanner.next;
        if (block.rows < BLOCK_ROWS && at - base < BLOCK_BYTES) continue;
        block.close(bytes.subarray(base));
        yield block;
        block = newBlock();
        base = at;
      }
      if (final) break;
      const { value, done } = await this.#chunks.next();
      if (done) final = true;
      else bytes = base === bytes.length ? value : Buffer.concat([bytes.subarray(base), value]);
      if (!done) {
        at -= base;
        base = 0;
      }
    }
    block.close(bytes.subarray(base));
    block.tail = bytes.subarray(at);
    if (block.rows > 0 || block.tail.length > 0) yield block;
  }
}

/** The cells of one record. */
export function cellsOf(record: Buffer, dialect: CsvDialect, fields: number): string[] {
  const block = new CsvBlock(dialect, 0, fields);
  const scanner = new CsvScanner(dialect, [], fields);
  scanner.read(record, 0, record.length, true);
  block.add(scanner, 0, 0);
  block.close(record);
  return block.valuesOf(0);
}

/** Bytes that must be at hand for a look at the beginning of a table. */
export const SAMPLE_BYTES: number = LONGEST_RECORD / 4;
