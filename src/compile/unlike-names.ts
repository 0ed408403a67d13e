import fastLevenshtein from "fast-levenshtein";
import { fold } from "../text/fold";
import type { ToponymRecord } from "../types";

/** Natural log of the chance that a name which nobody dates or explains, and which is unlike all others of the place, is in use. */
const UNLIKE_NATS = -4;

/** From this share of differing letters on two names are not spellings of one another. */
const UNLIKE_SHARE = 0.5;

/** What a decade takes off a spelling of a former name, and one of which nobody says until when it was official. */
const DECADE_NATS = -1.25;
const UNDATED_DECADES = 2;
const MOST_DECADES = 2.5;

/**
 * For each toponym of a place, how likely it is that a writer of today uses it, as a natural logarithm: 0, or less for variants that
 * look like no name that we can account for, or only like a former one. GeoNames lists Александровка for Donetsk, a settlement of 1779
 * on its ground; who writes it today means one of a hundred villages. Its Кірово is a spelling of what Kropyvnytskyi was until 1939.
 */
export function usageNats(toponyms: readonly ToponymRecord[], dataDate: string): number[] {
  const accounted = (toponym: ToponymRecord): boolean =>
    toponym.status !== "variant" || toponym.source.startsWith("curated");
  const known = toponyms
    .filter(accounted)
    .map((toponym) => ({ key: fold(toponym.text), nats: ageNats(toponym, dataDate) }));
  if (known.length === 0) known.push({ key: fold(toponyms[0].text), nats: 0 });
  return toponyms.map((toponym) => {
    if (accounted(toponym)) return 0;
    const key = fold(toponym.text);
    const like = known.filter(
      (other) =>
        fastLevenshtein.get(key, other.key) < UNLIKE_SHARE * Math.max(key.length, other.key.length) ||
        other.key.includes(key),
    );
    return like.length === 0 ? UNLIKE_NATS : Math.max(...like.map(({ nats }) => nats));
  });
}

/** What its age takes off a name, in quarters: tags with the same one are stored once. */
function ageNats({ status, to }: ToponymRecord, dataDate: string): number {
  if (status !== "former") return 0;
  const decades = to === undefined ? UNDATED_DECADES : (Number(dataDate.slice(0, 4)) - Number(to.slice(0, 4))) / 10;
  return Math.round(4 * DECADE_NATS * Math.min(MOST_DECADES, decades)) / 4;
}
