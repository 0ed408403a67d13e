import { NO_COORDINATE } from "../../gazetteer/format";
import type { Gazetteer } from "../../gazetteer/gazetteer";
import { kilometresFrom, pointOf } from "../ranking/prior";

/**
 * Raions that were abolished in 2020 (resolution 807-IX of 17 July 2020). Registers of today do not say which villages they held: those are in several
 * raions of today, near the seat. So such a raion is its oblast, where what is far from the seat is less likely.
 */

/** Whether a unit is such a raion. */
export function isAbolishedRaion(gazetteer: Gazetteer, unit: number): boolean {
  const { columns, meta } = gazetteer;
  return meta.classes[columns.placeClass[unit]] === "raion" && gazetteer.holdsNothing(unit);
}

/** The unit above the raion in which the seat of an abolished one lies: its villages did not leave that. */
export function oblastOf(gazetteer: Gazetteer, former: number): number {
  const raion = gazetteer.parentOf(former);
  const oblast = gazetteer.parentOf(raion);
  return oblast >= 0 && gazetteer.parentOf(oblast) >= 0 ? oblast : raion;
}

/** Kilometres from the seat that a raion surely reached, and those beyond in which a place loses a nat. */
const REACH = 15;
const KILOMETRES_A_NAT = 8;
/** Kilometres that a place may be away from the seat of its unit, whose coordinates stand for its own. */
const OF_ITS_UNIT = 10;
/** Nats that a place loses that is not in the raion of today in which the seat lies: most villages went with their seat. */
const LEFT_ITS_SEAT = 2;
const MOST = 10;

/**
 * How unlikely it is that a place was in an abolished raion, in nats, 0…11.
 *
 * @example
 * farFromRaion(gazetteer, Торське, Лиманський район) // 0
 */
export function farFromRaion(gazetteer: Gazetteer, place: number, former: number): number {
  const left = gazetteer.isWithin(place, gazetteer.parentOf(former)) ? 0 : LEFT_ITS_SEAT;
  const { meta, columns } = gazetteer;
  const point = pointOf(gazetteer, former);
  if (!point || columns.placeLat[place] === NO_COORDINATE) return left;
  const reach = meta.precisions[columns.placePrecision[place]] === "point" ? REACH : REACH + OF_ITS_UNIT;
  return left + Math.min(MOST, Math.max(0, kilometresFrom(gazetteer, place, point) - reach) / KILOMETRES_A_NAT);
}
