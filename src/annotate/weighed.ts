import type { NamedPlace } from "./lexicon";

/** A place with its share of the probability. */
export interface Sense {
  named: NamedPlace;
  probability: number;
}

/** The places of a mention with their nats, and the likeliest of them. */
export interface Weighed {
  places: readonly NamedPlace[];
  nats: Float64Array;
  leader: NamedPlace;
  /** share of the leader */
  probability: number;
  /** The unit behind the name holds none of the places: the one that is meant is not known. */
  contradicted: boolean;
  /** It is none of the places that we know: "Moscow, Idaho". */
  elsewhere: boolean;
}

/** A mention tells others where the text is about from this probability of its first place on. */
export const TELLS_FROM = 0.5;

/** Bayes' rule over the places of one mention. */
export function weigh(places: readonly NamedPlace[], nats: Float64Array): Weighed {
  let first = 0;
  for (let at = 1; at < places.length; at++)
    if (nats[at] > nats[first] || (nats[at] === nats[first] && places[at].place < places[first].place)) first = at;
  let total = 0;
  for (let at = 0; at < places.length; at++) total += Math.exp(nats[at] - nats[first]);
  return { places, nats, leader: places[first], probability: 1 / total, contradicted: false, elsewhere: false };
}

/** The likely places of a mention, likeliest first; always the likeliest. */
export function sensesOf({ places, nats, leader, probability }: Weighed, least: number, most: number): Sense[] {
  if (places.length === 1) return [{ named: leader, probability }];
  const highest = nats[places.indexOf(leader)];
  const senses: Sense[] = [];
  for (let at = 0; at < places.length; at++) {
    const share = probability * Math.exp(nats[at] - highest);
    if (places[at] === leader || share >= least) senses.push({ named: places[at], probability: share });
  }
  return senses.sort((a, b) => b.probability - a.probability || a.named.place - b.named.place).slice(0, most);
}
