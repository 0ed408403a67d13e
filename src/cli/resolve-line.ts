import { type Gazetteer, type ResolveOptions, resolve } from "../core";
import type { LineAnswer } from "./answer-lines";
import { answerOrError, type LineShape, readFields } from "./read-fields";
import type { Line } from "./read-lines";

const SHAPE: LineShape = {
  required: "name",
  mustBeString: false,
  options: ["within", "near", "country", "class", "lang", "asOf", "limit"],
  example: '{"name":"Kyiv","country":"UA"}',
};

/**
 * The contract of `allonym resolve --ndjson` for one line: `{"name", …hints}` in, `{"name","status","matches"}` out, and
 * `{"error":{"code","message"}}` for a line that is wrong. Other programs depend on it.
 *
 * @param defaults hints of the command line, for lines that do not say otherwise
 */
export function resolveLine(gazetteer: Gazetteer, line: Line, defaults: ResolveOptions): LineAnswer {
  return answerOrError(() => {
    const { value, options } = readFields(line, SHAPE, defaults);
    return resolve(gazetteer, value as string, options as ResolveOptions);
  });
}
