import { NO_COORDINATE } from "../gazetteer/format";
import type { Gazetteer } from "../gazetteer/gazetteer";
import type { Mention } from "./mention";
import type { Scene } from "./scene";
import { TELLS_FROM, type Weighed } from "./weighed";

/** Weights of nearness; the sum goes into `SENSES` of senses.ts. */
const NEARNESS = {
  /** the kilometres at which nearness loses a factor e */
  kilometres: 40,
  /** how many places near by count at most: a list of villages tells more than one town */
  mostNear: 6,
  /** how much of the nearness counts in another sentence */
  farther: 0.5,
  /** how many other places the direction of a front counts for: what is named behind it lies there */
  direction: 2,
} as const;

/** Mentions that take part in disambiguation on either side of one, and how many different places of them; keeps the cost linear. */
const WINDOW = 24;
const MOST_NEIGHBOURS = 16;
/** Kilometres from which on nearness counts nothing. */
const FAR = 400;

/** Another place named around a mention, with the weight of the nearest naming. */
export interface Neighbour {
  place: number;
  lat: number;
  lon: number;
  weight: number;
  /** it is named in the same sentence */
  here: boolean;
}

/** The places named around the mention at `at`, each once. */
export function neighboursOf(
  gazetteer: Gazetteer,
  mentions: readonly Mention[],
  weighed: readonly Weighed[],
  at: number,
  scene: Scene,
): Neighbour[] {
  const neighbours: Neighbour[] = [];
  for (let step = 1; step <= WINDOW && neighbours.length < MOST_NEIGHBOURS; step++) {
    addNeighbour(gazetteer, mentions, weighed, at, at - step, scene, neighbours);
    addNeighbour(gazetteer, mentions, weighed, at, at + step, scene, neighbours);
  }
  return neighbours;
}

function addNeighbour(
  gazetteer: Gazetteer,
  mentions: readonly Mention[],
  weighed: readonly Weighed[],
  at: number,
  other: number,
  scene: Scene,
  into: Neighbour[],
): void {
  if (other < 0 || other >= mentions.length || weighed[other].probability < TELLS_FROM) return;
  if (mentions[other].lower === mentions[at].lower) return;
  const { placeLat, placeLon } = gazetteer.columns;
  const { place } = weighed[other].leader;
  if (placeLat[place] === NO_COORDINATE) return;
  const here = scene.sentenceOf(mentions[other]) === scene.sentenceOf(mentions[at]);
  const weight = (here ? 1 : NEARNESS.farther) * (mentions[other].isDirection ? NEARNESS.direction : 1);
  for (let known = 0; known < into.length; known++) {
    if (into[known].place !== place) continue;
    into[known].weight = Math.max(into[known].weight, weight);
    into[known].here ||= here;
    return;
  }
  into.push({ place, lat: placeLat[place] / 1e5, lon: placeLon[place] / 1e5, weight, here });
}

const RADIANS = Math.PI / 180;
const KILOMETRES_A_DEGREE = 111.2;

/**
 * The sum over the places around: 1 for one at no distance, less by the distance. Plane trigonometry is good to a per cent within a
 * country.
 */
export function nearness(gazetteer: Gazetteer, place: number, neighbours: readonly Neighbour[]): number {
  const { placeLat, placeLon } = gazetteer.columns;
  if (neighbours.length === 0 || placeLat[place] === NO_COORDINATE) return 0;
  const lat = placeLat[place] / 1e5;
  const lon = placeLon[place] / 1e5;
  const shrink = Math.cos(lat * RADIANS);
  let sum = 0;
  for (let at = 0; at < neighbours.length; at++) {
    const neighbour = neighbours[at];
    if (neighbour.place === place) continue;
    const north = lat - neighbour.lat;
    const east = (lon - neighbour.lon) * shrink;
    const kilometres = Math.sqrt(north * north + east * east) * KILOMETRES_A_DEGREE;
    if (kilometres < FAR) sum += neighbour.weight * Math.exp(-kilometres / NEARNESS.kilometres);
  }
  return Math.min(sum, NEARNESS.mostNear);
}
