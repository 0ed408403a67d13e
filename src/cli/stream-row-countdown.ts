import { AllonymError } from "../core";
import type { ByteString } from "./stream-bytes";

/**
 * Counts the rows of a chunk down. ClickHouse sends a line with the number of rows before each chunk where `send_chunk_header` is on, and
 * waits for as many rows of answer; the header itself is answered nothing.
 */
export class RowCountdown {
  private left = 0;

  /** Whether the next line is the header of a chunk. */
  isOver(): boolean {
    return this.left === 0;
  }

  /** Takes a header. @throws AllonymError `invalid-line` when it is no number */
  start(header: ByteString | undefined): void {
    if (header === undefined || !/^\d{1,15}$/u.test(header)) {
      const got = header === undefined ? "a very long line" : JSON.stringify(header.slice(0, 40));
      throw new AllonymError(
        "invalid-line",
        `a chunk begins with ${got}, expected the number of its rows, such as 65536; leave --chunk-header out if the engine sends none`,
      );
    }
    this.left = Number(header);
  }

  /** A row of the chunk has come. */
  take(): void {
    this.left--;
  }

  /** How many rows of the chunk have not come. */
  owed(): number {
    return this.left;
  }
}
