import type { Gazetteer } from "../gazetteer/gazetteer";
import { EDIT } from "../search/edit-costs";
import { ONLY_RUSSIAN, ONLY_UKRAINIAN } from "../text/telltale-letters";
import type { Area } from "./area";
import type { Candidate, Spelling } from "./candidates";
import type { ResolveOptions } from "./options";
import { PARAMETERS } from "./parameters";
import { kilometresFrom, type Prior } from "./prior";
import type { SpellingComparison } from "./spelling";
import { wasOfficial } from "./toponym";

/** A candidate with its share of the probability. */
export interface Ranked extends Candidate {
  probability: number;
}

/** The likely candidates, best first, and how likely it is that any known place is meant. */
export interface Ranking {
  ranked: Ranked[];
  any: number;
}

/** The most that status, language and date of a toponym can add. */
const MOST_IN_FAVOUR = 1.5;

/** Natural log of how far behind the leader a candidate no longer counts. */
const FAR_BEHIND = 9;

/** Candidates less likely than this are not shown. */
const SHOWN_FROM = 0.001;

/**
 * Gives every candidate its probability by Bayes' rule over all candidates and the chance that none is meant; one candidate a place,
 * best first.
 */
export function rank(
  gazetteer: Gazetteer,
  prior: Prior,
  candidates: readonly Candidate[],
  area: Area,
  options: ResolveOptions,
  foldedLength: number,
  comparison: SpellingComparison,
): Ranking {
  const mass = prior.mass(area);
  // A hundred namesakes share a toponym: its evidence is weighed once for each spelling.
  const weighed = new Map<Spelling, Map<number, number>>();
  const places = new Map<number, number>();
  const best: Candidate[] = [];
  const nats: number[] = [];
  let leader = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const chance = prior.weight(candidate.place) - mass;
    // What cannot come within e^-9 of the leader need not be weighed: most of what a search with edits brings up.
    if (chance + editNats(candidate) + MOST_IN_FAVOUR < leader - FAR_BEHIND) continue;
    const ofCandidate =
      weigh(gazetteer, candidate, options, comparison, weighed) +
      chance +
      nearness(gazetteer, candidate, options) +
      timeliness(gazetteer, candidate, options);
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
  const lower = /^\p{Ll}/u.test(candidates[0]?.spelling.text ?? "");
  const none =
    (area.unit >= 0 ? PARAMETERS.unknownInArea : PARAMETERS.unknown) +
    PARAMETERS.unknownLetter * Math.max(foldedLength, leastLength(candidates)) +
    (lower ? PARAMETERS.lowerCase : 0);
  let highest = none;
  for (const one of nats) highest = Math.max(highest, one);
  let meant = 0;
  for (const one of nats) meant += Math.exp(one - highest);
  const total = meant + Math.exp(none - highest);
  const ranked: Ranked[] = [];
  let first = 0;
  nats.forEach((one, index) => {
    const probability = Math.exp(one - highest) / total;
    if (one > nats[first]) first = index;
    if (probability >= SHOWN_FROM) ranked.push(Object.assign(best[index], { probability }));
  });
  if (ranked.length === 0 && best.length > 0)
    ranked.push({ ...best[first], probability: Math.exp(nats[first] - highest) / total });
  ranked.sort((a, b) => b.probability - a.probability || a.place - b.place);
  return { ranked, any: meant / total };
}

/** {@link evidence} with a memory by spelling and toponym. */
function weigh(
  gazetteer: Gazetteer,
  candidate: Candidate,
  options: ResolveOptions,
  comparison: SpellingComparison,
  weighed: Map<Spelling, Map<number, number>>,
): number {
  let known = weighed.get(candidate.spelling);
  if (!known) {
    known = new Map();
    weighed.set(candidate.spelling, known);
  }
  const { toponymString, toponymTag } = gazetteer.columns;
  const memo = (toponymString[candidate.toponym] * 0x10000 + toponymTag[candidate.toponym]) * 64 + candidate.cost;
  let nats = known.get(memo);
  if (nats === undefined) {
    nats = evidence(gazetteer, candidate, options, comparison);
    known.set(memo, nats);
  }
  return nats;
}

/**
 * A name that is found as it stands, or as a case form, is no accident even when it is short ("Рим", "ЛНР"): it counts as if it had
 * so many letters.
 */
function leastLength(candidates: readonly Candidate[]): number {
  let least = 0;
  for (const { cost, spelling } of candidates) {
    if (cost === 0) least = Math.max(least, spelling.isBase ? PARAMETERS.leastBaseLength : PARAMETERS.leastExactLength);
  }
  return least;
}

/** What the reading and the edits take off. */
function editNats({ cost, spelling }: Candidate): number {
  const edits = cost / EDIT;
  return spelling.logPrior - edits * PARAMETERS.edit - Math.max(0, edits - 1) * PARAMETERS.secondEdit;
}

/** How well the toponym explains what was written, as a natural logarithm. */
function evidence(
  gazetteer: Gazetteer,
  candidate: Candidate,
  options: ResolveOptions,
  comparison: SpellingComparison,
): number {
  const tag = gazetteer.tagOf(candidate.toponym);
  const edits = candidate.cost / EDIT;
  let nats = editNats(candidate) + (PARAMETERS.status[tag.status] ?? 0);
  if (tag.logProbability) nats += tag.logProbability * (tag.derivedBy ? PARAMETERS.derivation : 1);
  const asked = candidate.spelling.text;
  const { letters, latinForCyrillic } = comparison.of(asked, candidate.toponym);
  if (candidate.cost === 0) nats -= PARAMETERS.spelling * Math.min(3, letters);
  else if (letters > edits + 1) nats -= PARAMETERS.spelling / 2;
  if (candidate.cost > 0) {
    if (/^\p{Ll}/u.test(asked)) nats += PARAMETERS.lowerCaseEdit;
    if (tag.lang !== "uk" && tag.lang !== "ru" && tag.lang !== "en") nats += PARAMETERS.foreignEdit;
  }
  if (latinForCyrillic) nats += PARAMETERS.latinForCyrillic;
  nats += PARAMETERS.language[tag.lang] ?? PARAMETERS.otherLanguage;
  if (options.lang && tag.lang !== options.lang && (tag.lang === "uk" || tag.lang === "ru")) nats -= 1;
  if (tag.lang === "ru" && ONLY_UKRAINIAN.test(asked)) nats -= 1.5;
  if (tag.lang === "uk" && ONLY_RUSSIAN.test(asked)) nats -= 1.5;
  return nats;
}

/** Whether the name was official on the day that is asked for. */
function timeliness(gazetteer: Gazetteer, { toponym }: Candidate, { asOf }: ResolveOptions): number {
  if (!asOf) return 0;
  const { status } = gazetteer.tagOf(toponym);
  if (status !== "standardized" && status !== "former") return 0;
  return wasOfficial(gazetteer, toponym, asOf) ? 0.7 : -0.7;
}

function nearness(gazetteer: Gazetteer, candidate: Candidate, options: ResolveOptions): number {
  if (!options.near) return 0;
  const kilometres = kilometresFrom(gazetteer, candidate.place, options.near);
  return Number.isNaN(kilometres) ? -3 : -Math.min(8, kilometres / PARAMETERS.nearKilometres);
}

/** Whether a hit of the folded key is the name as somebody writes it, and not another name that folds alike. */
export function isPlain(gazetteer: Gazetteer, candidate: Candidate, comparison: SpellingComparison): boolean {
  if (gazetteer.tagOf(candidate.toponym).lang === "und-Cyrl") return false;
  return comparison.of(candidate.spelling.text, candidate.toponym).letters === 0;
}
