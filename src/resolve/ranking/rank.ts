import type { Gazetteer } from "../../gazetteer/gazetteer";
import { EDIT } from "../../search/edit-costs";
import type { PlaceClass } from "../../types";
import type { Step } from "../answer";
import type { Candidate, Found, Spelling } from "../finding/candidates";
import { type Area, isRegion } from "../hints/area";
import { farFromRaion, isAbolishedRaion } from "../hints/former-raion";
import type { ResolveOptions } from "../options";
import { wasOfficial, yearsSinceOfficial } from "../toponym";
import { Evidence, editNats, MOST_IN_FAVOUR } from "./evidence";
import { PARAMETERS } from "./parameters";
import { kilometresFrom, type Prior, pointOf } from "./prior";
import type { SpellingComparison } from "./spelling";
import { standsBesideGeneric, unknownNats } from "./unknown";

/** A candidate with its share of the probability. */
export interface Ranked extends Candidate {
  probability: number;
}

/** The likely candidates, best first, and how likely it is that any known place is meant. */
export interface Ranking {
  ranked: Ranked[];
  any: number;
}

/** Natural log of how far behind the leader a candidate no longer counts. */
const FAR_BEHIND = 14;

/** A name that is older than this is remembered by those who use it, not by age. */
const MOST_DECADES = 2.5;

/** The most that distance takes off, and what a place without coordinates loses: it may be near or far. In nats. */
const FARTHEST = 10;
const WITHOUT_COORDINATES = 3;

/** Candidates less likely than this are not shown. */
const SHOWN_FROM = 0.001;

/**
 * Gives every candidate its probability by Bayes' rule over all candidates and the chance that none is meant; one candidate a place,
 * best first. What weighs for a candidate are its toponym (`evidence.ts`), its place (`prior.ts`), where and when it is asked for
 * (here); against all of them stands that the name is of no place we know (`unknown.ts`).
 */
export function rank(
  gazetteer: Gazetteer,
  prior: Prior,
  found: Found,
  area: Area,
  options: ResolveOptions,
  comparison: SpellingComparison,
): Ranking {
  const mass = prior.mass(area);
  const evidence = new Evidence(gazetteer, prior.tags, options, comparison);
  const classIsSaid = standsBesideGeneric(found.steps);
  const places = new Map<number, number>();
  const best: Candidate[] = [];
  const nats: number[] = [];
  let leader = Number.NEGATIVE_INFINITY;
  let spelling: Spelling | undefined;
  let cost = 0;
  let edits = 0;
  const inArea = area.unit >= 0;
  for (const candidate of found.candidates) {
    const chance = prior.weight(candidate.place, inArea, classIsSaid) - mass;
    // What cannot come within e^-14 of the leader need not be weighed: most of what a search with edits brings up.
    if (candidate.spelling !== spelling || candidate.cost !== cost) {
      spelling = candidate.spelling;
      cost = candidate.cost;
      edits = editNats(spelling, Math.min(1, cost / EDIT));
    }
    if (chance + edits + MOST_IN_FAVOUR < leader - FAR_BEHIND) continue;
    const ofCandidate =
      evidence.of(candidate) +
      chance +
      nearness(gazetteer, candidate, area, options) +
      timeliness(gazetteer, prior, candidate, options) +
      (inArea ? 0 : prior.tags.anywhere[gazetteer.columns.toponymTag[candidate.toponym]]);
    leader = Math.max(leader, ofCandidate);
    const known = places.get(candidate.place);
    if (known === undefined) {
      places.set(candidate.place, best.length);
      best.push(candidate);
      nats.push(ofCandidate);
    } else if (ofCandidate > nats[known]) {
      best[known] = candidate;
      nats[known] = ofCandidate;
    }
  }
  const said = classSaid(gazetteer, found.steps);
  const { placeClass } = gazetteer.columns;
  const preference = (place: number): number =>
    prior.preference(place) + (said >= 0 && placeClass[place] !== said ? PARAMETERS.otherClass : 0);
  return share(best, nats, unknownNats(found, area), preference);
}

/**
 * The class of settlement that a generic element says in the first place, or -1: "смт" may stand before what has become a city or a village, but
 * of two namesakes the settlement is meant.
 */
function classSaid({ meta }: Gazetteer, steps: readonly Step[]): number {
  for (const step of steps) {
    if (step.step === "generic-element" && SETTLEMENTS.has(step.classes[0]))
      return meta.classes.indexOf(step.classes[0]);
  }
  return -1;
}

const SETTLEMENTS: ReadonlySet<PlaceClass> = new Set<PlaceClass>(["city", "settlement", "village"]);

/**
 * Turns weights into probabilities. Whether a known place is meant at all does not depend on its country, and the evidence counts in full;
 * which of the places with such a name is meant does, and there the evidence is damped (measured: with one power for both, scores of 0.8 were right
 * nine times in ten).
 */
function share(
  best: readonly Candidate[],
  nats: readonly number[],
  none: number,
  preference: (place: number) => number,
): Ranking {
  const { sharpness, certainty } = PARAMETERS;
  let highest = none;
  for (const one of nats) highest = Math.max(highest, one);
  let meant = 0;
  for (const one of nats) meant += Math.exp(one - highest);
  const any = (certainty * meant) / (meant + Math.exp(none - highest));
  let top = Number.NEGATIVE_INFINITY;
  const preferred: number[] = [];
  for (let index = 0; index < best.length; index++) {
    const weight = nats[index] + preference(best[index].place);
    top = Math.max(top, weight);
    preferred.push(weight);
  }
  let sum = 0;
  for (const one of preferred) sum += Math.exp(sharpness * (one - top));
  const ranked: Ranked[] = [];
  for (let index = 0; index < best.length; index++) {
    const probability = (any * Math.exp(sharpness * (preferred[index] - top))) / sum;
    // The first is kept however unlikely it is: the caller asks what the name would mean if anything.
    if (probability < SHOWN_FROM && preferred[index] !== top) continue;
    const { place, toponym, cost, spelling, bySeat } = best[index];
    ranked.push({ place, toponym, cost, spelling, bySeat, probability });
  }
  if (ranked.length > 1) ranked.sort((a, b) => b.probability - a.probability || a.place - b.place);
  return { ranked, any };
}

/** What time adds: whether the name was official on the day that is asked for; without one, how long ago it ceased to be. */
function timeliness(gazetteer: Gazetteer, { tags }: Prior, { toponym }: Candidate, { asOf }: ResolveOptions): number {
  if (asOf) {
    const { status } = gazetteer.tagOf(toponym);
    if (status !== "standardized" && status !== "former") return 0;
    return wasOfficial(gazetteer, toponym, asOf) ? PARAMETERS.asOf : -PARAMETERS.asOf;
  }
  if (!tags.isFormer[gazetteer.columns.toponymTag[toponym]]) return 0;
  const years = yearsSinceOfficial(gazetteer, toponym);
  return years === undefined ? PARAMETERS.undatedFormer : PARAMETERS.formerDecade * Math.min(MOST_DECADES, years / 10);
}

/** Kilometres around the middle of a region without bounds that surely belong to it: Donbas reaches from Sloviansk to Mariupol. */
const REGION_KILOMETRES = 120;

/** Kilometres around a place that are as good as its own: what lies at a village or a plant is named by it. */
const PLACE_KILOMETRES = 10;

/**
 * What the distance from `near`, or from what the hint names that has no bounds, takes off: a factor e every so many kilometres, and no more beyond
 * {@link FARTHEST}.
 */
function nearness(gazetteer: Gazetteer, { place }: Candidate, { around }: Area, { near }: ResolveOptions): number {
  if (!near && around >= 0 && isAbolishedRaion(gazetteer, around)) return -farFromRaion(gazetteer, place, around);
  const point = near ?? (around >= 0 ? pointOf(gazetteer, around) : undefined);
  if (!point) return 0;
  const ownKilometres = near ? 0 : isRegion(gazetteer, around) ? REGION_KILOMETRES : PLACE_KILOMETRES;
  const kilometres = kilometresFrom(gazetteer, place, point) - ownKilometres;
  return Number.isNaN(kilometres)
    ? -WITHOUT_COORDINATES
    : -Math.min(FARTHEST, Math.max(0, kilometres) / PARAMETERS.nearKilometres);
}
