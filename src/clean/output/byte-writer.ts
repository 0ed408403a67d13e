/** Bytes that grow, written by one owner again and again without new memory. */
export class ByteWriter {
  #bytes: Buffer = Buffer.allocUnsafeSlow(1024 * 1024);
  #length = 0;

  clear(): void {
    this.#length = 0;
  }

  /** What was written; good until the next `clear`. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  copy(source: Buffer, start: number, end: number): void {
    this.#ensure(end - start);
    this.#length += source.copy(this.#bytes, this.#length, start, end);
  }

  /** Text whose characters are bytes. */
  latin1(text: string): void {
    this.#ensure(text.length);
    this.#length += this.#bytes.write(text, this.#length, "latin1");
  }

  utf8(text: string): void {
    this.#ensure(text.length * 3);
    this.#length += this.#bytes.write(text, this.#length, "utf8");
  }

  #ensure(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
