import type { Gazetteer } from "../gazetteer/gazetteer";
import { EDIT } from "../search/edit-costs";
import { ONLY_RUSSIAN, ONLY_UKRAINIAN } from "../text/telltale-letters";
import type { PlaceClass } from "../types";
import type { Step } from "./answer";
import type { Area } from "./area";
import type { Candidate, Spelling } from "./candidates";
import type { ResolveOptions } from "./options";
import { PARAMETERS } from "./parameters";
import { kilometresFrom, type Prior } from "./prior";
import { isSlipOf, type SpellingComparison } from "./spelling";
import { surnameLike } from "./surname";
import { wasOfficial, yearsSinceOfficial } from "./toponym";

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

/** Letters of a usual name, and nats of surprise at one of them: what is weighed is how a name differs from these. */
const USUAL_LENGTH = 8;
const USUAL_SURPRISE = 2.4;

/** A name that is older than this is remembered by those who use it, not by age. */
const MOST_DECADES = 2.5;

/** Candidates less likely than this are not shown. */
const SHOWN_FROM = 0.001;

/**
 * Gives every candidate its probability by Bayes' rule over all candidates and the chance that none is meant; one candidate a place,
 * best first.
 */
export function rank(
  gazetteer: Gazetteer,
  prior: Prior,
  found: RankedInput,
  area: Area,
  options: ResolveOptions,
  comparison: SpellingComparison,
): Ranking {
  const { candidates } = found;
  const mass = prior.mass(area);
  // A hundred namesakes share a toponym: its evidence is weighed once for each spelling.
  const weighed = new Map<Spelling, Map<number, number>>();
  const places = new Map<number, number>();
  const best: Candidate[] = [];
  const nats: number[] = [];
  let leader = Number.NEGATIVE_INFINITY;
  const generic = genericOf(found.steps);
  for (const candidate of candidates) {
    const chance = prior.weight(candidate.place, area.unit >= 0, generic !== undefined) - mass;
    // What cannot come within e^-9 of the leader need not be weighed: most of what a search with edits brings up.
    if (
      chance + editNats(candidate.spelling, Math.min(1, candidate.cost / EDIT)) + MOST_IN_FAVOUR <
      leader - FAR_BEHIND
    )
      continue;
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
  return share(best, nats, noneNats(found, area), (place) => prior.preference(place));
}

/**
 * Turns weights into probabilities. Whether a known place is meant at all does not depend on its country; which of the places with
 * such a name is meant does.
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
  for (const one of nats) meant += Math.exp(sharpness * (one - highest));
  const any = (certainty * meant) / (meant + Math.exp(sharpness * (none - highest)));
  let top = Number.NEGATIVE_INFINITY;
  const preferred = best.map((candidate, index) => {
    const weight = nats[index] + preference(candidate.place);
    top = Math.max(top, weight);
    return weight;
  });
  let sum = 0;
  for (const one of preferred) sum += Math.exp(sharpness * (one - top));
  const ranked: Ranked[] = [];
  preferred.forEach((one, index) => {
    const probability = (any * Math.exp(sharpness * (one - top))) / sum;
    // The first is kept however unlikely it is: the caller asks what the name would mean if anything.
    if (probability >= SHOWN_FROM || one === top) ranked.push(Object.assign(best[index], { probability }));
  });
  ranked.sort((a, b) => b.probability - a.probability || a.place - b.place);
  return { ranked, any };
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
  const { toponymTag } = gazetteer.columns;
  const memo = (gazetteer.stringOf(candidate.toponym) * 0x10000 + toponymTag[candidate.toponym]) * 64 + candidate.cost;
  let nats = known.get(memo);
  if (nats === undefined) {
    nats = evidence(gazetteer, candidate, options, comparison);
    known.set(memo, nats);
  }
  return nats;
}

/** What ranking needs of the search. */
export interface RankedInput {
  candidates: readonly Candidate[];
  /** letters of the folded spelling */
  length: number;
  /** how surprising its letters are, in nats */
  surprise: number;
  isDecoy: boolean;
  /** what was done before the search; a name beside a generic element is no surname */
  steps: readonly Step[];
}

/** Natural log of the weight of "no place that we know is meant". */
function noneNats({ candidates, length, surprise, isDecoy, steps }: RankedInput, area: Area): number {
  const asked =
    candidates.find(({ spelling }) => !spelling.caseForm)?.spelling.text ?? candidates[0]?.spelling.text ?? "";
  const unknown =
    (area.unit >= 0 ? PARAMETERS.unknownInArea : PARAMETERS.unknown) +
    (area.unit >= 0 && isLatin(asked) ? PARAMETERS.unknownLatinInArea : 0) +
    PARAMETERS.unknownLetter * (Math.max(length, leastLength(candidates)) - USUAL_LENGTH) -
    PARAMETERS.surprise * (surprise - USUAL_SURPRISE * (length + 1));
  // Who writes "р-н" or "city of" means a place: no word, no surname, whatever its letters.
  if (genericOf(steps)) return unknown + PARAMETERS.besideGeneric;
  const surname = surnameLike(asked);
  return (
    unknown +
    (/^\p{Ll}/u.test(asked) ? PARAMETERS.lowerCase : 0) +
    (surname ? PARAMETERS.surname[surname] : 0) +
    (isDecoy ? PARAMETERS.decoy : 0)
  );
}

/** What the generic element that was taken off says, if there was one. */
function genericOf(steps: readonly Step[]): readonly PlaceClass[] | undefined {
  for (const step of steps) if (step.step === "generic-element") return step.classes;
  return undefined;
}

/**
 * A name that is found as it stands, or as a case form, is no accident even when it is short ("Рим", "ЛНР"): it counts as if it had
 * so many letters.
 */
function leastLength(candidates: readonly Candidate[]): number {
  let least = 0;
  for (const { cost, spelling } of candidates) {
    if (cost === 0)
      least = Math.max(least, spelling.caseForm ? PARAMETERS.leastBaseLength : PARAMETERS.leastExactLength);
  }
  return least;
}

/** What the reading, the case and the edits take off. */
function editNats(spelling: Spelling, edits: number): number {
  const { reading, caseForm } = spelling;
  let nats = PARAMETERS.reading[reading] - edits * PARAMETERS.edit - Math.max(0, edits - 1) * PARAMETERS.secondEdit;
  if (spelling.reworded) nats += PARAMETERS.reworded[spelling.reworded];
  if (caseForm) {
    if (caseForm.isAdjective) nats += PARAMETERS.adjective;
    else nats += caseForm.besidePlain ? PARAMETERS.inflectionBesidePlain : PARAMETERS.inflection;
    nats += PARAMETERS.ending * caseForm.nats;
  }
  return nats;
}

/** How well the toponym explains what was written, as a natural logarithm. */
function evidence(
  gazetteer: Gazetteer,
  candidate: Candidate,
  options: ResolveOptions,
  comparison: SpellingComparison,
): number {
  const tag = gazetteer.tagOf(candidate.toponym);
  const { caseForm, text: asked } = candidate.spelling;
  const slip = candidate.cost > EDIT && isSlipOf(asked, gazetteer.textOf(candidate.toponym), tag.lang);
  const edits = slip ? 1 : candidate.cost / EDIT;
  let nats = editNats(candidate.spelling, edits) + (PARAMETERS.status[tag.derivedBy ?? tag.status] ?? 0);
  if (tag.logProbability) nats += tag.logProbability * (tag.derivedBy ? PARAMETERS.derivation : 1);
  // A misspelt Latin name is no published romanization: nothing to compare, and there are many candidates of this kind.
  const { letters, latinForCyrillic } =
    candidate.cost > 0 && isLatin(asked) ? MISSPELT_LATIN : comparison.of(asked, candidate.toponym);
  if (candidate.cost === 0)
    nats -= (isLatin(asked) ? PARAMETERS.spellingLatin : PARAMETERS.spelling) * Math.min(3, letters);
  else if (letters > edits + 1) nats -= PARAMETERS.spelling / 2;
  if (candidate.cost > 0) {
    if (/^(?:\p{Ll}|\p{Lu}{2,6}$)/u.test(asked)) nats += PARAMETERS.lowerCaseEdit; // a word, or an acronym
    if (tag.lang !== "uk" && tag.lang !== "ru" && tag.lang !== "en") nats += PARAMETERS.foreignEdit;
  }
  if (latinForCyrillic) nats += PARAMETERS.latinForCyrillic;
  nats += PARAMETERS.language[tag.lang] ?? PARAMETERS.otherLanguage;
  const eastSlavic = tag.lang === "uk" || tag.lang === "ru";
  if (eastSlavic && options.lang && tag.lang !== options.lang) nats += PARAMETERS.otherThanAsked;
  if (eastSlavic && caseForm?.lang && tag.lang !== caseForm.lang) nats += PARAMETERS.caseOfOtherLanguage;
  if (tag.lang === "ru" && ONLY_UKRAINIAN.test(asked)) nats += PARAMETERS.otherLetters;
  if (tag.lang === "uk" && ONLY_RUSSIAN.test(asked)) nats += PARAMETERS.otherLetters;
  return nats;
}

const MISSPELT_LATIN = { letters: 1, latinForCyrillic: false };

const isLatin = (text: string): boolean => text.charCodeAt(0) < 0x250;

/** What time adds: whether the name was official on the day that is asked for; without one, how long ago it ceased to be. */
function timeliness(gazetteer: Gazetteer, { toponym }: Candidate, { asOf }: ResolveOptions): number {
  const { status } = gazetteer.tagOf(toponym);
  if (asOf) {
    if (status !== "standardized" && status !== "former") return 0;
    return wasOfficial(gazetteer, toponym, asOf) ? PARAMETERS.asOf : -PARAMETERS.asOf;
  }
  if (status !== "former") return 0;
  const years = yearsSinceOfficial(gazetteer, toponym);
  return years === undefined ? PARAMETERS.undatedFormer : PARAMETERS.formerDecade * Math.min(MOST_DECADES, years / 10);
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
