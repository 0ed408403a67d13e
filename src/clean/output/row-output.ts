import type { AnswerForm, EncodedAnswer } from "../answers/encode-answer";
import type { RowBlock } from "../rows/row-source";
import type { ByteWriter } from "./byte-writer";

/** Writes blocks of rows with their answers as bytes of a format. */
export interface RowOutput {
  /** how answers must be encoded */
  readonly form: AnswerForm;
  /** whether output that was cut off between two blocks can be gone on with */
  readonly resumable: boolean;
  head(out: ByteWriter): void;
  block(block: RowBlock, answers: readonly EncodedAnswer[], out: ByteWriter): void | Promise<void>;
  end(out: ByteWriter): void | Promise<void>;
}
