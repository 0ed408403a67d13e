import { AllonymError } from "../errors";
import { checkArguments } from "../resolve/options";

/** What the caller knows about a text. */
export interface AnnotateOptions {
  /** BCP 47 language of the text; told by its letters where left out. */
  lang?: string;
  /** A unit that the text is about, by a name in any language or an id: namesakes in it are preferred, other places are still found. */
  within?: string;
  /** Latitude and longitude in degrees of what the text is about: of namesakes, nearer ones are preferred. */
  near?: readonly [number, number];
  /** Annotations with a lower score are left out. @default 0 */
  minScore?: number;
  /** How many other places an annotation shows at most, up to 99. @default 4 */
  alternatives?: number;
}

/**
 * Throws on arguments that cannot be meant, before any work is done. A `within` that names no unit is told later, by `callerAreaOf`.
 *
 * @throws AllonymError `invalid-text`, `invalid-option`
 */
export function checkAnnotateArguments(text: unknown, options: AnnotateOptions): void {
  if (typeof text !== "string")
    throw new AllonymError("invalid-text", `the text is ${text === null ? "null" : typeof text}, expected a string`);
  if (options === null || typeof options !== "object")
    throw new AllonymError(
      "invalid-option",
      `the options are ${String(options)}, expected an object such as { lang: "uk" }`,
    );
  const { minScore, alternatives, lang, within, near } = options;
  checkArguments(
    "",
    Object.fromEntries(Object.entries({ lang, within, near }).filter(([, value]) => value !== undefined)),
  );
  if (minScore !== undefined && !(typeof minScore === "number" && minScore >= 0 && minScore <= 1))
    throw new AllonymError("invalid-option", `option minScore is ${String(minScore)}, expected a number from 0 to 1`);
  if (
    alternatives !== undefined &&
    !(Number.isInteger(alternatives) && alternatives >= 0 && alternatives <= MOST_ALTERNATIVES)
  )
    throw new AllonymError(
      "invalid-option",
      `option alternatives is ${String(alternatives)}, expected a whole number from 0 to ${MOST_ALTERNATIVES}`,
    );
}

/** Most alternatives that can be asked for. */
const MOST_ALTERNATIVES = 99;
