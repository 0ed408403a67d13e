import { ANSWER_COLUMNS } from "../answer-columns";
import type { EncodedAnswer } from "../answers/encode-answer";
import type { Format } from "../rows/file-format";
import type { RowBlock, RowSource } from "../rows/row-source";
import type { ByteWriter } from "./byte-writer";
import { ParquetOutput } from "./parquet-output";
import type { RowOutput } from "./row-output";
import { type TextOutput, textOutput } from "./text-output";

/**
 * The output for rows with answers.
 *
 * @throws AllonymError `missing-library`
 */
export async function openRowOutput(
  rows: RowSource,
  inputFormat: Format,
  format: Format,
  prefix: string,
): Promise<RowOutput> {
  if (format === "parquet") return ParquetOutput.open(rows, prefix);
  return answeredText(textOutput(rows, inputFormat, format, { prefix, names: ANSWER_COLUMNS }));
}

/** Text can be gone on with behind any block. */
function answeredText(output: TextOutput): RowOutput {
  return {
    form: output.form,
    resumable: true,
    head: (out) => output.head(out),
    block(block: RowBlock, answers: readonly EncodedAnswer[], out: ByteWriter) {
      for (let row = 0; row < block.rows; row++) output.row(block, row, answers[row].suffix!, out);
      output.tail(block, out);
    },
    end() {},
  };
}
