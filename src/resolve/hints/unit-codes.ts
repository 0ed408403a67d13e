import type { Gazetteer } from "../../gazetteer/gazetteer";

/** A code of ISO 3166-1 alpha-2, of ISO 3166-2, or a state's abbreviation as the postal services of the United States and Canada write it. */
const CODE = /^(?:[A-Z]{2}|[A-Z]{2}-[A-Z0-9]{1,3})$/u;

/** Countries whose postal abbreviations are the second half of their codes in ISO 3166-2. */
const ABBREVIATING: readonly string[] = ["US", "CA"];

const codes = new WeakMap<Gazetteer, ReadonlyMap<string, number>>();

function codesOf(gazetteer: Gazetteer): ReadonlyMap<string, number> {
  let known = codes.get(gazetteer);
  if (!known) {
    const { otherIds } = gazetteer.columns;
    const found = new Map<string, number>();
    for (let pair = 0; pair < otherIds.length; pair += 2) {
      const [scheme, value] = gazetteer.pool.get(otherIds[pair + 1]).split(":");
      if (scheme.startsWith("iso3166")) found.set(value, otherIds[pair]);
    }
    known = found;
    codes.set(gazetteer, known);
  }
  return known;
}

/**
 * The unit that a code means, or -1: of "CA" it is Canada and not California.
 *
 * Trap: capitals only. "Ua" and "tx" are syllables.
 *
 * @example
 * unitOfCode(gazetteer, "UA-14") // the index of Donetsk Oblast
 * unitOfCode(gazetteer, "TX")    // the index of Texas
 *
 * Sources: ISO 3166-1 and 3166-2; USPS Publication 28, appendix B, and Canada Post's Addressing Guidelines for the abbreviations.
 */
export function unitOfCode(gazetteer: Gazetteer, code: string): number {
  if (!CODE.test(code)) return -1;
  return codesOf(gazetteer).get(code) ?? unitOfCode(gazetteer, codeOfState(gazetteer, code) ?? "");
}

/** The whole code of a state that is abbreviated, whatever country has the same letters: of "CA" it is "US-CA". */
export function codeOfState(gazetteer: Gazetteer, abbreviation: string): string | undefined {
  if (abbreviation.length !== 2 || !CODE.test(abbreviation)) return undefined;
  return ABBREVIATING.map((country) => `${country}-${abbreviation}`).find((code) => codesOf(gazetteer).has(code));
}
