import { AllonymError } from "../errors";
import type { Gazetteer } from "../gazetteer/gazetteer";
import { annotate } from "./annotate";
import type { Annotation } from "./answer";
import type { AnnotateOptions } from "./options";

/**
 * How a place is rewritten:
 *
 * - `replace`: the headline name instead of what was written: "Pokrovsk"
 * - `keep-original`: and what was written behind it: "Pokrovsk [Krasnarmeysk]"
 * - `append`: what was written, and the headline name behind it: "Krasnarmeysk [Pokrovsk]"
 */
export type NormalizeStyle = "replace" | "keep-original" | "append";

const STYLES: readonly string[] = ["replace", "keep-original", "append"];
const LANGUAGES: readonly string[] = ["uk", "ru", "en"];

/** What {@link normalize} puts in, beside what the caller knows about the text. */
export interface NormalizeOptions extends AnnotateOptions {
  /** Language of the headline names that are put in. */
  to: "uk" | "ru" | "en";
  /** @default "replace" */
  style?: NormalizeStyle;
}

/** What {@link normalize} answers. */
export interface Normalized {
  text: string;
  /** The annotations of the text as it was given: offsets are those of the original. */
  annotations: Annotation[];
}

/**
 * Puts the headline names of places in the place of what was written: former names, variants, misspellings, other romanizations.
 * Ambiguous mentions stay as they are, and so does a case form of the headline name itself ("Бахмутом", to Ukrainian).
 *
 * Trap: a name that is put in stands in its base form, whatever the sentence asks for: this library leads case forms back, it does not
 * make them. For Ukrainian and Russian prefer `append`: "у Красноармійську [Покровськ]".
 *
 * @example
 * normalize(gazetteer, "Forces took Krasnarmeysk.", { to: "en", style: "keep-original" }).text // "Forces took Pokrovsk [Krasnarmeysk]."
 *
 * @throws AllonymError `invalid-option`, `invalid-text`, `unknown-within`
 */
export function normalize(gazetteer: Gazetteer, text: string, options: NormalizeOptions): Normalized {
  const { to, style = "replace", ...rest } = options;
  if (!LANGUAGES.includes(to))
    throw new AllonymError(
      "invalid-option",
      `option to is ${JSON.stringify(to)}, expected one of ${LANGUAGES.join(", ")}`,
    );
  if (!STYLES.includes(style))
    throw new AllonymError(
      "invalid-option",
      `option style is ${JSON.stringify(style)}, expected one of ${STYLES.join(", ")}`,
    );
  const { annotations } = annotate(gazetteer, text, rest);
  let written = "";
  let from = 0;
  for (const annotation of annotations) {
    written += text.slice(from, annotation.start) + rewrite(annotation, to, style);
    from = annotation.end;
  }
  return { text: written + text.slice(from), annotations };
}

function rewrite({ surface, status, match }: Annotation, to: "uk" | "ru" | "en", style: NormalizeStyle): string {
  const name = match.names[to];
  const isCaseForm = match.toponym.lang === to && match.toponym.text === name;
  if (status !== "match" || surface === name || isCaseForm) return surface;
  if (style === "replace") return name;
  return style === "append" ? `${surface} [${name}]` : `${name} [${surface}]`;
}
