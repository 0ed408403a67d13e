import type { Gazetteer } from "../gazetteer/gazetteer";
import { EDIT } from "../search/edit-costs";
import type { Area } from "./area";
import type { Candidate } from "./candidates";
import type { ResolveOptions } from "./options";
import { PARAMETERS } from "./parameters";
import { kilometresFrom, type Prior } from "./prior";
import type { SpellingComparison } from "./spelling";
import { wasOfficial } from "./toponym";

/** A candidate with its share of the probability. */
export interface Ranked extends Candidate {
  probability: number;
}

/** Letters that only one of the two languages writes. */
const ONLY_UKRAINIAN = /[іїєґ]/iu;
const ONLY_RUSSIAN = /[ыэёъ]/iu;

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
): Ranked[] {
  const best = new Map<number, { candidate: Candidate; nats: number }>();
  const mass = prior.mass(area);
  for (const candidate of candidates) {
    const nats =
      evidence(gazetteer, candidate, options, comparison) +
      prior.weight(candidate.place) -
      mass +
      nearness(gazetteer, candidate, options);
    const known = best.get(candidate.place);
    if (!known || nats > known.nats) best.set(candidate.place, { candidate, nats });
  }
  const name = candidates[0]?.spelling.text ?? "";
  const lower = /^\p{Ll}/u.test(name);
  const none =
    (area.unit >= 0 ? PARAMETERS.unknownInArea : PARAMETERS.unknown) +
    PARAMETERS.unknownLetter * Math.max(foldedLength, leastLength(candidates)) +
    (lower ? PARAMETERS.lowerCase : 0);
  const all = [...best.values()];
  const highest = Math.max(none, ...all.map(({ nats }) => nats));
  let total = Math.exp(none - highest);
  for (const { nats } of all) total += Math.exp(nats - highest);
  return all
    .map(({ candidate, nats }) => ({ ...candidate, probability: Math.exp(nats - highest) / total }))
    .sort((a, b) => b.probability - a.probability || a.place - b.place);
}

/**
 * A name that is found as it stands, or as a case form, is no accident even when it is short ("Пий", "ЛНР"): it counts as if it had
 * so many letters.
 */
function leastLength(candidates: readonly Candidate[]): number {
  let least = 0;
  for (const { cost, spelling } of candidates) {
    if (cost === 0) least = Math.max(least, spelling.isBase ? PARAMETERS.leastBaseLength : PARAMETERS.leastExactLength);
  }
  return least;
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
  let nats =
    candidate.spelling.logPrior -
    edits * PARAMETERS.edit -
    Math.max(0, edits - 1) * PARAMETERS.secondEdit +
    (PARAMETERS.status[tag.status] ?? 0);
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
  if (options.asOf && (tag.status === "standardized" || tag.status === "former")) {
    nats += wasOfficial(gazetteer, candidate.toponym, options.asOf) ? 0.7 : -0.7;
  }
  return nats;
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
