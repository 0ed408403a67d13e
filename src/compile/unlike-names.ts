import fastLevenshtein from "fast-levenshtein";
import { fold } from "../text/fold";
import type { ToponymRecord } from "../types";

/** Natural log of the chance that a name which nobody dates or explains, and which is unlike all others of the place, is in use. */
const UNLIKE_NATS = -4;

/** From this share of differing letters on two names are not spellings of one another. */
const UNLIKE_SHARE = 0.5;

/**
 * For each toponym of a place, how likely it is that a writer of today uses it, as a natural logarithm: 0, or less for variants that
 * look like no name that we can account for. GeoNames lists Александровка for Donetsk, a settlement of 1779 on its ground; who writes
 * it today means one of a hundred villages.
 */
export function usageNats(toponyms: readonly ToponymRecord[]): number[] {
  const accounted = (toponym: ToponymRecord): boolean =>
    toponym.status !== "variant" || toponym.source.startsWith("curated");
  const known = toponyms.filter(accounted).map(({ text }) => fold(text));
  if (known.length === 0) known.push(fold(toponyms[0].text));
  return toponyms.map((toponym) => {
    if (accounted(toponym)) return 0;
    const key = fold(toponym.text);
    const like = known.some(
      (other) =>
        fastLevenshtein.get(key, other) < UNLIKE_SHARE * Math.max(key.length, other.length) || other.includes(key),
    );
    return like ? 0 : UNLIKE_NATS;
  });
}
