import type { Gazetteer, PlaceClass, ResolveOptions } from "../core";
import { UsageError } from "./exit-codes";

/** Hints as commander hands them over: text, as it was typed. */
export interface HintTexts {
  within?: string;
  near?: string;
  country?: string;
  class?: string;
  lang?: string;
  asOf?: string;
  limit?: string;
}

/**
 * The hints of the command line as options of the library. Ranges are left to the library, which says what it expects.
 *
 * @throws UsageError for text that is no number, no pair or no class
 */
export function parseHints(gazetteer: Gazetteer, texts: HintTexts): ResolveOptions {
  const options: ResolveOptions = {};
  const { within, near, country, class: kind, lang, asOf, limit } = texts;
  if (within !== undefined) options.within = within;
  if (near !== undefined) {
    const numbers = near.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
    if (numbers.length !== 2 || !numbers.every(Number.isFinite)) {
      throw new UsageError(`--near is "${near}", expected LAT,LON in degrees with points, such as --near 48.28,37.18`);
    }
    options.near = [numbers[0], numbers[1]];
  }
  if (country !== undefined) options.country = country;
  if (kind !== undefined) options.class = classesOf(gazetteer, kind);
  if (lang !== undefined) options.lang = lang;
  if (asOf !== undefined) options.asOf = asOf;
  if (limit !== undefined) {
    options.limit = /^\d+$/u.test(limit) ? Number(limit) : Number.NaN;
    if (Number.isNaN(options.limit)) throw new UsageError(`--limit is "${limit}", expected a whole number such as 3`);
  }
  return options;
}

function classesOf(gazetteer: Gazetteer, text: string): PlaceClass[] {
  const known = gazetteer.meta.classes;
  const asked = text.split(",").map((one) => one.trim());
  const wrong = asked.find((one) => !known.includes(one));
  if (wrong !== undefined) {
    throw new UsageError(
      `--class has "${wrong}", expected one or several, with commas, of ${[...known].sort().join(", ")}`,
    );
  }
  return asked as PlaceClass[];
}
