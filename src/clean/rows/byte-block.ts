import { isUtf8 } from "node:buffer";
import type { RecordScanner } from "./record-scanner";
import { BLOCK_BYTES, BLOCK_ROWS, type RowBlock, type RowFault } from "./row-source";

/** Rows as ranges of the bytes that they were read from. */
export abstract class ByteBlock implements RowBlock {
  rows = 0;
  bytes: Buffer = Buffer.alloc(0);
  /** blank lines at the end of the input */
  tail: Buffer = Buffer.alloc(0);
  /** three numbers a row: where its bytes begin (blank lines before it included), where its text begins and where its text ends */
  readonly #bounds = new Int32Array(BLOCK_ROWS * 3);
  readonly #faults = new Map<number, RowFault>();
  #next = 0;

  abstract keyOf(row: number): string;
  abstract questionOf(row: number): string[];
  abstract valuesOf(row: number): unknown[];

  /** Adds the record that the scanner stands on; it begins at `at`, the block at `base`. */
  add(scanner: RecordScanner, at: number, base: number): number {
    const row = this.rows++;
    this.#bounds[row * 3] = at - base;
    this.#bounds[row * 3 + 1] = scanner.start - base;
    this.#bounds[row * 3 + 2] = scanner.end - base;
    this.#next = scanner.next - base;
    return row;
  }

  /** Hands over the bytes, from the beginning of the block on; nothing is added afterwards. */
  close(bytes: Buffer): void {
    this.bytes = bytes.subarray(0, this.#next);
    if (isUtf8(this.bytes)) return;
    for (let row = 0; row < this.rows; row++) {
      if (isUtf8(this.bytes.subarray(this.startOf(row), this.endOf(row)))) continue;
      this.setFault(row, { code: "invalid-utf8", message: "the row is not UTF-8" });
    }
  }

  /** Where the bytes of a row begin, blank lines before it included. */
  startOf(row: number): number {
    return this.#bounds[row * 3];
  }

  textStartOf(row: number): number {
    return this.#bounds[row * 3 + 1];
  }

  textEndOf(row: number): number {
    return this.#bounds[row * 3 + 2];
  }

  /** Where the bytes of a row end, line end included. */
  endOf(row: number): number {
    return row + 1 < this.rows ? this.#bounds[row * 3 + 3] : this.#next;
  }

  faultOf(row: number): RowFault | undefined {
    return this.#faults.size === 0 ? undefined : this.#faults.get(row);
  }

  protected setFault(row: number, fault: RowFault): void {
    this.#faults.set(row, fault);
  }
}

/**
 * Cuts bytes into blocks of records. A block ends by its records, whatever the pieces in which the bytes arrive.
 *
 * @param rest bytes that were read already
 */
export async function* byteBlocks<Block extends ByteBlock, Scanner extends RecordScanner>(
  chunks: AsyncIterator<Buffer>,
  rest: Buffer,
  scanner: Scanner,
  newBlock: () => Block & { add(scanner: Scanner, at: number, base: number): number },
): AsyncGenerator<Block> {
  let bytes = rest;
  let base = 0; // where the block begins
  let at = 0; // where the next record begins
  let block = newBlock();
  for (let final = false; ; ) {
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
    const { value, done } = await chunks.next();
    if (done) {
      final = true;
      continue;
    }
    bytes = base === bytes.length ? value : Buffer.concat([bytes.subarray(base), value]);
    at -= base;
    base = 0;
  }
  block.close(bytes.subarray(base));
  block.tail = bytes.subarray(at);
  if (block.rows > 0 || block.tail.length > 0) yield block;
}
