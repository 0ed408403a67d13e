import type { AnswerForm } from "./answer-encoder";
import type { ByteWriter } from "./byte-writer";
import type { CachedAnswer } from "./cached-answer";
import type { RowBlock } from "./row-source";

/** Writes blocks of rows with their answers as bytes of a format. */
export interface RowOutput {
  /** how answers must be encoded */
  readonly form: AnswerForm;
  /** whether output that was cut off between two blocks can be gone on with */
  readonly resumable: boolean;
  head(out: ByteWriter): void;
  block(block: RowBlock, answers: readonly CachedAnswer[], out: ByteWriter): void | Promise<void>;
  end(out: ByteWriter): void | Promise<void>;
}
