import { type AnnotateOptions, annotate, type Gazetteer } from "../core";
import type { LineAnswer } from "./answer-lines";
import { answerOrError, type LineShape, readFields } from "./read-fields";
import type { Line } from "./read-lines";

const SHAPE: LineShape = {
  required: "text",
  mustBeString: true,
  options: ["lang", "within", "near", "minScore", "alternatives"],
  example: '{"text":"Бої за Бахмут","lang":"uk"}',
};

/**
 * The contract of `allonym annotate --ndjson` for one line: `{"text", "lang"?, "within"?, "near"?, …}` in, `{"annotations"}` out, and
 * `{"error":{"code","message"}}` for a line that is wrong. Other programs depend on it.
 *
 * @param defaults options of the command line, for lines that do not say otherwise
 */
export function annotateLine(gazetteer: Gazetteer, line: Line, defaults: AnnotateOptions): LineAnswer {
  return answerOrError(() => {
    const { value, options } = readFields(line, SHAPE, defaults);
    return annotate(gazetteer, value as string, options as AnnotateOptions);
  });
}
