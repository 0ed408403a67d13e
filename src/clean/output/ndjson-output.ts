import { jsonText } from "../rows/cell-text";
import { NdjsonBlock } from "../rows/ndjson-rows";
import type { RowBlock } from "../rows/row-source";
import type { ByteWriter } from "./byte-writer";
import type { TextForm, TextOutput } from "./text-output";

const CLOSE = "}".charCodeAt(0);
const OPEN = "{".charCodeAt(0);

/**
 * An object a line. A line that was NDJSON keeps its bytes and gets the added members before the closing brace; a line that is no object
 * becomes one that holds it as `line`, with the prefix before that.
 */
export class NdjsonOutput implements TextOutput {
  readonly form: TextForm;
  readonly #columns: readonly string[];
  readonly #prefix: string;

  constructor(columns: readonly string[], prefix: string) {
    this.#columns = columns;
    this.#prefix = prefix;
    this.form = { form: "ndjson", prefix };
  }

  head(): void {}

  row(block: RowBlock, row: number, suffix: string, out: ByteWriter): void {
    if (block instanceof NdjsonBlock) this.#line(block, row, suffix, out);
    else {
      out.utf8(`{${this.#members(block, row)}`);
      out.latin1(`${this.#columns.length === 0 ? suffix.slice(1) : suffix}}\n`);
    }
  }

  tail(block: RowBlock, out: ByteWriter): void {
    if (block instanceof NdjsonBlock && block.tail.length > 0) out.copy(block.tail, 0, block.tail.length);
  }

  #members(block: RowBlock, row: number): string {
    const values = block.valuesOf(row);
    const members = this.#columns.map((name, at) => `${JSON.stringify(name)}:${jsonText(values[at] ?? null)}`);
    // Cells beyond the header have no names.
    if (values.length > this.#columns.length) {
      members.push(`${JSON.stringify(`${this.#prefix}more`)}:${jsonText(values.slice(this.#columns.length))}`);
    }
    return members.join(",");
  }

  #line(block: NdjsonBlock, row: number, suffix: string, out: ByteWriter): void {
    const { bytes } = block;
    const [start, end] = [block.textStartOf(row), block.textEndOf(row)];
    let brace = end - 1;
    while (brace > start && bytes[brace] !== CLOSE) brace--;
    if (bytes[brace] !== CLOSE || block.objectLess(row)) {
      const line = bytes.subarray(start, end);
      out.utf8(`{${JSON.stringify(`${this.#prefix}line`)}:${JSON.stringify(line.toString())}`);
      if (block.faultOf(row)?.code === "invalid-utf8") {
        out.utf8(`,${JSON.stringify(`${this.#prefix}line_base64`)}:${JSON.stringify(line.toString("base64"))}`);
      }
      out.latin1(`${suffix}}`);
    } else {
      let before = brace - 1;
      while (before > start && bytes[before] <= 32) before--;
      out.copy(bytes, block.startOf(row), brace);
      out.latin1(bytes[before] === OPEN ? suffix.slice(1) : suffix);
      out.copy(bytes, brace, end);
    }
    if (end < block.endOf(row)) out.copy(bytes, end, block.endOf(row));
  }
}
