import { AllonymError } from "../errors";
import type { PlaceClass } from "../types";

/** What the caller knows about the place beside its name. */
export interface ResolveOptions {
  /**
   * A unit that holds the place: a name in any language ("Kharkiv region", "Покровський р-н", "Донецкая область"), an id, or a code of
   * ISO 3166 ("UA-14", "UA"). The name of a city that is the seat of an oblast or raion stands for that unit ("Donetsk" for Donetsk Oblast);
   * of a place that holds nothing, or of a region without bounds ("Donbas"), what is far from it is less likely.
   */
  within?: string;
  /** Latitude and longitude in degrees; nearer places rank higher. */
  near?: readonly [number, number];
  /** ISO 3166-1 alpha-2; places elsewhere are left out. */
  country?: string;
  /** One class or several; places of other classes are left out. */
  class?: PlaceClass | readonly PlaceClass[];
  /** BCP 47 language of the text that the name is from; names of that language rank higher. */
  lang?: string;
  /** `YYYY-MM-DD`: names that were official on that day rank higher. */
  asOf?: string;
  /** How many matches to return at most. @default 5 */
  limit?: number;
}

/** Most matches that can be asked for. */
const MOST_MATCHES = 100;

/**
 * Throws on options that cannot be meant, before any work is done.
 *
 * @throws AllonymError `invalid-name`, `invalid-option`
 */
export function checkArguments(name: unknown, options: ResolveOptions): void {
  if (typeof name !== "string") {
    throw new AllonymError(
      "invalid-name",
      `the name is ${describe(name)}, expected a string; pass String(value) or skip empty cells`,
    );
  }
  if (options === null || typeof options !== "object") {
    throw new AllonymError(
      "invalid-option",
      `the options are ${describe(options)}, expected an object such as { within: "Kharkiv region" }`,
    );
  }
  const { within, near, country, class: classes, lang, asOf, limit } = options;
  wrongUnless(
    within === undefined || typeof within === "string",
    "within",
    within,
    'a name or an id such as "Kharkiv region"',
  );
  wrongUnless(
    near === undefined || (Array.isArray(near) && near.length === 2 && isWithin(near[0], 90) && isWithin(near[1], 180)),
    "near",
    near,
    "[latitude, longitude] in degrees, such as [48.28, 37.18]",
  );
  wrongUnless(
    country === undefined || (typeof country === "string" && /^[A-Za-z]{2}$/u.test(country)),
    "country",
    country,
    'two letters of ISO 3166-1 such as "UA"',
  );
  wrongUnless(
    classes === undefined ||
      typeof classes === "string" ||
      (Array.isArray(classes) && classes.every((one) => typeof one === "string")),
    "class",
    classes,
    'a class such as "village" or a list of them',
  );
  wrongUnless(lang === undefined || typeof lang === "string", "lang", lang, 'a BCP 47 tag such as "uk"');
  wrongUnless(
    asOf === undefined || (typeof asOf === "string" && /^\d{4}(-\d{2}(-\d{2})?)?$/u.test(asOf)),
    "asOf",
    asOf,
    'a date such as "2015-06-01"',
  );
  wrongUnless(
    limit === undefined || (Number.isInteger(limit) && limit >= 1 && limit <= MOST_MATCHES),
    "limit",
    limit,
    `a whole number from 1 to ${MOST_MATCHES}`,
  );
}

const isWithin = (degrees: unknown, most: number): boolean => typeof degrees === "number" && Math.abs(degrees) <= most;

function wrongUnless(right: boolean, option: string, got: unknown, expected: string): void {
  if (!right) throw new AllonymError("invalid-option", `option ${option} is ${describe(got)}, expected ${expected}`);
}

function describe(value: unknown): string {
  if (typeof value === "string") return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
  if (value === null || typeof value !== "object") return String(value);
  return Array.isArray(value) ? `[${value.slice(0, 5).map(String).join(", ")}]` : "an object";
}
