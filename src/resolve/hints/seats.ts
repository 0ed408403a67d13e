import type { Gazetteer } from "../../gazetteer/gazetteer";
import { firstPair } from "../../gazetteer/place";
import { isAbolishedRaion } from "./former-raion";

/** Units whose seat a place is, the widest first. */
export function seatsOf(gazetteer: Gazetteer, place: number): number[] {
  const { seats } = gazetteer.columns;
  const units: number[] = [];
  for (let pair = firstPair(seats, place); pair < seats.length && seats[pair] === place; pair += 2)
    units.push(seats[pair + 1]);
  return units.sort((a, b) => gazetteer.endOf(b) - b - (gazetteer.endOf(a) - a));
}

/**
 * The unit that a place stands for as a hint: Donetsk for its oblast, Pokrovsk for its raion, a unit for itself. A raion that holds
 * nothing any more (abolished in 2020) stands for the unit that its seat now lies in.
 */
export function unitOf(gazetteer: Gazetteer, place: number): number {
  const { meta, columns } = gazetteer;
  const classOf = (one: number): string => meta.classes[columns.placeClass[one]];
  const parent = gazetteer.parentOf(place);
  // Kyiv is the seat of Kyiv Oblast and no part of it.
  const standsAlone = parent >= 0 && classOf(parent) === "country";
  const seat = standsAlone ? undefined : seatsOf(gazetteer, place)[0];
  if (seat !== undefined) return seat;
  return parent >= 0 && isAbolishedRaion(gazetteer, place) ? parent : place;
}
