import { IMPORTANCE_STEPS } from "../gazetteer/format";
import type { PlaceRecord } from "../types";

/** People assumed where no source counts them, by class: medians of the places that are counted. */
const ASSUMED: Partial<Record<PlaceRecord["class"], number>> = {
  country: 5_000_000,
  oblast: 1_500_000,
  raion: 100_000,
  hromada: 1_000,
  city: 12_000,
  settlement: 1_500,
  village: 200,
  "city-district": 2_000,
  region: 300_000,
  agglomeration: 20_000,
  sea: 200_000,
  river: 10_000,
  reservoir: 5_000,
  lake: 1_000,
  bay: 2_000,
  strait: 5_000,
  island: 3_000,
  peninsula: 30_000,
  facility: 2_000,
};

/**
 * How likely a place is to be written about, 0…255: the prior of ranking, on a log scale of people (one step is 10^(1/20), so 20
 * steps are a factor of ten), raised for seats of units, because news names a place by what is administered from it.
 *
 * @example
 * importance(village of 200 people) // 46
 * importance(Харків, 1.4 million, seat of an oblast) // 143
 */
export function importance(record: PlaceRecord, seatClasses: readonly string[]): number {
  const people = Math.max(record.population || 0, ASSUMED[record.class] ?? 200, 1);
  let steps = IMPORTANCE_STEPS * Math.log10(people);
  if (seatClasses.includes("oblast") || seatClasses.includes("country")) steps += 20;
  else if (seatClasses.includes("raion")) steps += 12;
  else if (seatClasses.includes("hromada")) steps += 6;
  return Math.max(0, Math.min(255, Math.round(steps)));
}
