import { AllonymError } from "../../core";
import { ByteBlock, byteBlocks } from "./byte-block";
import { cellText } from "./cell-text";
import { unknownColumn } from "./column-indexes";
import { LineScanner } from "./record-scanner";
import { askedColumns, KEY_SEPARATOR, type QuestionColumns, type RowSource } from "./row-source";

/** Lines with an object each. */
export class NdjsonBlock extends ByteBlock {
  readonly #asked: readonly string[];
  readonly #questions: (string[] | undefined)[] = [];
  readonly #columns: () => readonly string[];

  constructor(asked: readonly string[], columns: () => readonly string[]) {
    super();
    this.#asked = asked;
    this.#columns = columns;
  }

  override close(bytes: Buffer): void {
    super.close(bytes);
    for (let row = 0; row < this.rows; row++) {
      const object = this.objectOf(row);
      if (object === undefined) {
        if (this.faultOf(row) === undefined)
          this.setFault(row, { code: "invalid-row", message: "the line is no JSON object" });
      } else this.#questions[row] = this.#asked.map((name) => cellText(object[name]));
    }
  }

  /** The object of a line, or undefined when it is none. */
  objectOf(row: number): Record<string, unknown> | undefined {
    try {
      const value: unknown = JSON.parse(this.bytes.toString("utf8", this.textStartOf(row), this.textEndOf(row)));
      return value !== null && typeof value === "object" && !Array.isArray(value)
        ? (value as Record<string, unknown>)
        : undefined;
    } catch {
      return undefined;
    }
  }

  /** Whether a line is no object. */
  objectLess(row: number): boolean {
    return this.#questions[row] === undefined;
  }

  keyOf(row: number): string {
    return this.#questions[row]!.join(KEY_SEPARATOR);
  }

  questionOf(row: number): string[] {
    return this.#questions[row]!;
  }

  /** @throws AllonymError `unknown-column` for a member that no line of the first block has */
  valuesOf(row: number): unknown[] {
    const object = this.objectOf(row);
    if (object === undefined) return [this.bytes.toString("utf8", this.textStartOf(row), this.textEndOf(row))];
    const columns = this.#columns();
    const unknown = Object.keys(object).find((name) => !columns.includes(name));
    if (unknown !== undefined) {
      throw new AllonymError(
        "unknown-column",
        `a line has the member ${JSON.stringify(unknown)}, which none of the first lines has, so it got no column; write NDJSON instead (--output-format ndjson)`,
      );
    }
    return columns.map((name) => object[name]);
  }
}

/** A table with a JSON object a line. Its columns are the members that occur in the first block. */
export class NdjsonRows implements RowSource<NdjsonBlock> {
  readonly columns: readonly string[];
  readonly #first: NdjsonBlock | undefined;
  readonly #blocks: AsyncGenerator<NdjsonBlock>;

  private constructor(first: NdjsonBlock | undefined, blocks: AsyncGenerator<NdjsonBlock>, columns: readonly string[]) {
    this.#first = first;
    this.#blocks = blocks;
    this.columns = columns;
  }

  /** @throws AllonymError `unknown-column` when no line of the first block has a column that is asked about */
  static async open(chunks: AsyncIterator<Buffer>, asked: QuestionColumns): Promise<NdjsonRows> {
    const names = askedColumns(asked);
    const columns: string[] = [];
    const blocks = byteBlocks(chunks, Buffer.alloc(0), new LineScanner(), () => new NdjsonBlock(names, () => columns));
    const { value: first } = await blocks.next();
    const seen = new Set<string>();
    for (let row = 0; row < (first?.rows ?? 0); row++)
      for (const name of Object.keys(first!.objectOf(row) ?? {})) seen.add(name);
    columns.push(...seen);
    const missing = names.find((name) => !seen.has(name));
    if (missing !== undefined && seen.size > 0) throw unknownColumn(columns, missing);
    if (missing !== undefined && first !== undefined) {
      throw new AllonymError("unreadable-input", "none of the first lines is a JSON object; is this NDJSON?");
    }
    return new NdjsonRows(first || undefined, blocks, columns);
  }

  questionOfKey(key: string): string[] {
    return key.split(KEY_SEPARATOR);
  }

  async *blocks(): AsyncGenerator<NdjsonBlock> {
    if (this.#first !== undefined) yield this.#first;
    yield* this.#blocks;
  }
}
