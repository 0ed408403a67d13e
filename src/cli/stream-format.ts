import type { ByteString } from "./stream-bytes";

/** What goes out: the row and the answer, the answer in the place of the name, or the answer alone. */
export type StreamEmit = "append" | "replace" | "only";

/** How the lines of one format are answered. */
export interface StreamFormat {
  /**
   * The line that answers a line.
   *
   * @throws AllonymError `invalid-line` when it does not hold what is asked for
   */
  answer: (line: ByteString) => ByteString;
  /** The line with nothing in the answer's cells. Undefined: a line too long to be kept. */
  unanswered: (line: ByteString | undefined) => ByteString;
}
