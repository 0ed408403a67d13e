import type { SchemaElement } from "hyparquet";
import type { ByteWriter as ParquetBytes, ParquetWriter } from "hyparquet-writer";
import { ANSWER_COLUMNS, NUMBER_COLUMNS } from "../answer-columns";
import type { AnswerForm, EncodedAnswer } from "../answers/encode-answer";
import { cellText } from "../rows/cell-text";
import { optionalLibrary } from "../rows/optional-library";
import { ParquetRows } from "../rows/parquet-rows";
import { BLOCK_ROWS, type RowBlock, type RowSource } from "../rows/row-source";
import type { ByteWriter } from "./byte-writer";
import type { RowOutput } from "./row-output";

/** Rows of a row group; they are held in memory until it is full. */
const GROUP_ROWS: number = BLOCK_ROWS * 8;

/**
 * A Parquet file. Columns that came from Parquet keep their types; those of text tables and NDJSON become text. Its index is written at the end,
 * so a file that was cut off is none: a run that was broken off begins again.
 */
export class ParquetOutput implements RowOutput {
  readonly form: AnswerForm = { form: "array" };
  readonly resumable = false;
  readonly #bytes: ParquetBytes;
  readonly #writer: ParquetWriter;
  readonly #names: readonly string[];
  readonly #asText: boolean;
  readonly #columns: number;
  readonly #cells = new WeakMap<EncodedAnswer, (string | number | null)[]>();
  #group: unknown[][] = [];

  private constructor(bytes: ParquetBytes, writer: ParquetWriter, names: readonly string[], asText: boolean) {
    this.#bytes = bytes;
    this.#writer = writer;
    this.#names = names;
    this.#asText = asText;
    this.#columns = names.length - ANSWER_COLUMNS.length;
    this.#empty();
  }

  /** @throws AllonymError `missing-library` */
  static async open(rows: RowSource, prefix: string): Promise<ParquetOutput> {
    const { ByteWriter: Bytes, ParquetWriter: Writer } = await optionalLibrary(
      "hyparquet-writer",
      () => import("hyparquet-writer"),
    );
    const added = ANSWER_COLUMNS.map((column): SchemaElement => {
      const name = prefix + column;
      if (NUMBER_COLUMNS.includes(column)) return { name, type: "DOUBLE", repetition_type: "OPTIONAL" };
      return textElement(name);
    });
    const isParquet = rows instanceof ParquetRows;
    const [root, ...columns] = isParquet
      ? rows.metadata.schema.map(writable)
      : [{ name: "root" }, ...rows.columns.map(textElement)];
    const schema = [{ ...root, num_children: rows.columns.length + added.length }, ...columns, ...added];
    const bytes = new Bytes(1024 * 1024);
    const writer = new Writer({ writer: bytes, schema, createdBy: "allonym" });
    return new ParquetOutput(bytes, writer, [...rows.columns, ...added.map(({ name }) => name)], !isParquet);
  }

  head(): void {}

  async block(block: RowBlock, answers: readonly EncodedAnswer[], out: ByteWriter): Promise<void> {
    for (let row = 0; row < block.rows; row++) {
      const values = block.valuesOf(row);
      for (let column = 0; column < this.#columns; column++) {
        const value = values[column];
        this.#group[column].push(this.#asText && value !== null && value !== undefined ? cellText(value) : value);
      }
      let cells = this.#cellsOf(answers[row]);
      // Cells beyond the header have no column; they must not be lost.
      if (values.length > this.#columns) {
        cells = cells.with(-1, `${cells.at(-1)}; more cells: ${JSON.stringify(values.slice(this.#columns))}`);
      }
      for (let cell = 0; cell < cells.length; cell++) this.#group[this.#columns + cell].push(cells[cell]);
    }
    if (this.#group[0].length >= GROUP_ROWS) await this.#writeGroup(out);
  }

  async end(out: ByteWriter): Promise<void> {
    if (this.#group[0].length > 0) await this.#writeGroup(out);
    await this.#writer.finish();
    this.#hand(out);
  }

  async #writeGroup(out: ByteWriter): Promise<void> {
    const columnData = this.#names.map((name, at) => ({ name, data: this.#group[at], offsetIndex: false }));
    await this.#writer.write({ columnData, rowGroupSize: this.#group[0].length });
    this.#empty();
    this.#hand(out);
  }

  /** Hands on what the writer has written; its offset goes on counting. */
  #hand(out: ByteWriter): void {
    const written = Buffer.from(this.#bytes.getBytes());
    out.copy(written, 0, written.length);
    this.#bytes.index = 0;
  }

  #empty(): void {
    this.#group = this.#names.map(() => []);
  }

  #cellsOf(answer: EncodedAnswer): (string | number | null)[] {
    let cells = this.#cells.get(answer);
    if (cells === undefined) {
      const texts = JSON.parse(Buffer.from(answer.suffix!, "latin1").toString()) as string[];
      cells = texts.map((text, at) =>
        text === "" ? null : NUMBER_COLUMNS.includes(ANSWER_COLUMNS[at]) ? Number(text) : text,
      );
      this.#cells.set(answer, cells);
    }
    return cells;
  }
}

const textElement = (name: string): SchemaElement => ({
  name,
  type: "BYTE_ARRAY",
  converted_type: "UTF8",
  repetition_type: "OPTIONAL",
});

/** Times in 96 bits are read by all and written by nobody any more: they become nanoseconds in 64. */
function writable(element: SchemaElement): SchemaElement {
  if (element.type !== "INT96") return element;
  return { ...element, type: "INT64", logical_type: { type: "TIMESTAMP", isAdjustedToUTC: false, unit: "NANOS" } };
}
