import type { Gazetteer } from "../gazetteer/gazetteer";
import { firstPair } from "../gazetteer/place";

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
  const above = gazetteer.parentOf(place);
  const { meta, columns } = gazetteer;
  // Kyiv is the seat of Kyiv Oblast and no part of it.
  const standsAlone = above >= 0 && meta.classes[columns.placeClass[above]] === "country";
  const seat = standsAlone ? undefined : seatsOf(gazetteer, place)[0];
  if (seat !== undefined) return seat;
  const { placeClass } = gazetteer.columns;
  const holdsNothing = gazetteer.endOf(place) === place + 1;
  const parent = gazetteer.parentOf(place);
  return holdsNothing && parent >= 0 && gazetteer.meta.classes[placeClass[place]] === "raion" ? parent : place;
}
