import { NONE } from "../gazetteer/format";
import type { Gazetteer } from "../gazetteer/gazetteer";
import { placeAt } from "../gazetteer/place";
import { EDIT } from "../search/edit-costs";
import type { PlaceClass } from "../types";
import type { Match, Resolution, Status, Step } from "./answer";
import { type Area, areaOf } from "./area";
import { type Candidate, editBudget } from "./candidates";
import { explain } from "./explain";
import { checkArguments, type ResolveOptions } from "./options";
import { PARAMETERS } from "./parameters";
import { baseSpelling, basesOf, ownHint, prepare, spellings, withoutGeneric } from "./prepare";
import { isPlain, type Ranked, rank } from "./rank";
import { seatsOf } from "./seats";
import { SpellingComparison } from "./spelling";
import { LONGEST_NAME, stateOf } from "./state";
import { toponymAt } from "./toponym";

/**
 * Says which place a name means: a probability for each candidate, and a verdict that may be "I cannot tell".
 *
 * Trap: `matches[0]` of an `ambiguous` answer is only the likeliest of several; check `status` before you store it.
 *
 * @example
 * resolve(gazetteer, "Volchansk").matches[0].names // { uk: "Вовчанськ", ru: "Волчанск", en: "Vovchansk" }
 * resolve(gazetteer, "Dimitrov", { within: "Donetsk region" }).matches[0].names.en // "Myrnohrad"
 *
 * @throws AllonymError `invalid-name`, `invalid-option`, `unknown-within`
 */
export function resolve(gazetteer: Gazetteer, name: string, options: ResolveOptions = {}): Resolution {
  checkArguments(name, options);
  const { ranked, steps, area, status } = decide(gazetteer, name, options);
  const matches = ranked.slice(0, options.limit ?? 5).map((candidate): Match => {
    const toponym = toponymAt(gazetteer, candidate.toponym);
    const place = candidate.seatOf >= 0 ? candidate.seatOf : candidate.place;
    // Added to the fresh object: copying it would double what an answer allocates.
    return Object.assign(placeAt(gazetteer, place), {
      score: Math.round(candidate.probability * 1e4) / 1e4,
      toponym,
      via: explain(gazetteer, candidate, toponym, steps, area, options),
    });
  });
  return { name, status, matches };
}

/** Everything about an answer but its printing. */
export interface Decision {
  status: Status;
  /** empty when the status is `none` */
  ranked: Ranked[];
  steps: Step[];
  area: Area;
}

/** The decision behind {@link resolve}: indexes instead of objects, for callers that look up millions. */
export function decide(gazetteer: Gazetteer, name: string, options: ResolveOptions): Decision {
  return decideIn(
    gazetteer,
    name,
    options,
    areaOf(gazetteer, options, (unit) => unitNamedBefore(gazetteer, unit)),
  );
}

function decideIn(gazetteer: Gazetteer, name: string, options: ResolveOptions, area: Area): Decision {
  const nothing: Decision = { status: "none", ranked: [], steps: [], area };
  if (name.length > LONGEST_NAME) return nothing;
  const { text, steps } = prepare(name);
  if (text === "") return nothing;
  const comparison = new SpellingComparison(gazetteer);
  const found = find(gazetteer, text, area, steps, comparison);
  if (found.candidates.length === 0) {
    const own = ownHint(text);
    const unit = own && options.within === undefined ? unitNamedBefore(gazetteer, own.hint) : -1;
    if (own) {
      const hinted = unit < 0 ? options : { ...options, within: own.hint };
      const inner = decide(gazetteer, own.name, hinted);
      return { ...inner, steps: [...steps, { step: "part", part: own.name, hint: own.hint }, ...inner.steps] };
    }
    return nothing;
  }
  const { prior } = stateOf(gazetteer);
  const { ranked, any } = rank(gazetteer, prior, found.candidates, area, options, found.length, comparison);
  if (any < PARAMETERS.anyFrom) return { ...nothing, steps: found.steps };
  const status = ranked[0].probability >= PARAMETERS.matchFrom ? "match" : "ambiguous";
  return { status, ranked, steps: found.steps, area };
}

interface Found {
  candidates: Candidate[];
  steps: Step[];
  /** letters of the folded spelling that was looked up */
  length: number;
}

/** Exact keys first, whole and without the generic element; then keys with edits, within a budget that grows with the length. */
function find(gazetteer: Gazetteer, text: string, area: Area, steps: Step[], comparison: SpellingComparison): Found {
  const { search } = stateOf(gazetteer);
  const candidates: Candidate[] = [];
  const ways = spellings(text);
  let length = 0;
  for (const way of ways) {
    const key = search.exactKey(way.text, way.reading);
    length = Math.max(length, search.foldedLength);
    if (key !== NONE) search.addKey(key, 0, way, area.accept, candidates);
  }
  const plain = candidates.some((candidate) => isPlain(gazetteer, candidate, comparison));
  for (const base of basesOf(text)) {
    const key = search.exactKey(base, "english");
    if (key !== NONE) search.addKey(key, 0, baseSpelling(base, plain), area.accept, candidates);
  }
  if (candidates.length > 0) {
    // A key shared with another name, spelt otherwise, must not hide a better one a letter away: Krasnarmeysk.
    if (!plain) {
      for (const way of ways)
        search.addNear(way, Math.min(EDIT, editBudget(length, area.unit >= 0)), area.accept, candidates);
    }
    return { candidates, steps, length };
  }
  const peeled = withoutGeneric(text);
  if (peeled) {
    const inner = findGeneric(gazetteer, peeled.text, peeled.classes, area, [...steps, peeled.step], comparison);
    if (inner.candidates.length > 0) return inner;
  }
  const full = editBudget(length, area.unit >= 0);
  for (const budget of full > EDIT ? [EDIT, full] : [full]) {
    if (budget === 0) break;
    for (const way of ways) search.addNear(way, budget, area.accept, candidates);
    if (candidates.length > 0) break;
  }
  return { candidates, steps, length };
}

/**
 * Looks a specific element up among the classes that its generic element allows. "Kharkiv region" names the oblast by its seat:
 * where only the seat has the name, the unit is meant.
 */
function findGeneric(
  gazetteer: Gazetteer,
  specific: string,
  classes: readonly PlaceClass[],
  area: Area,
  steps: Step[],
  comparison: SpellingComparison,
): Found {
  const { meta, columns } = gazetteer;
  const wanted = new Set(classes.map((name) => meta.classes.indexOf(name)));
  const everywhere: Area = { ...area, accept: () => true };
  const found = find(gazetteer, specific, everywhere, steps, comparison);
  const fitting: Candidate[] = [];
  for (const candidate of found.candidates) {
    if (wanted.has(columns.placeClass[candidate.place])) {
      if (area.accept(candidate.place)) fitting.push(candidate);
      continue;
    }
    const unit = seatsOf(gazetteer, candidate.place).find(
      (one) => wanted.has(columns.placeClass[one]) && area.accept(one),
    );
    if (unit !== undefined) fitting.push({ ...candidate, place: unit, seatOf: unit });
  }
  return { ...found, candidates: fitting };
}

/** {@link unitNamed} with a memory: the rows of a table name the same units again and again. */
function unitNamedBefore(gazetteer: Gazetteer, name: string): number {
  const { units } = stateOf(gazetteer);
  let unit = units.get(name);
  if (unit === undefined) {
    unit = unitNamed(gazetteer, name);
    if (units.size >= MOST_UNITS) units.clear();
    units.set(name, unit);
  }
  return unit;
}

/** Hints remembered; Ukraine has 1,934 units, most of them named in one or two ways in one table. */
const MOST_UNITS = 4096;

/**
 * The unit that a name means as a hint, or -1. Tried in this order: units that divide a country today, Kyiv and Sevastopol among
 * them; city districts; anything, abolished raions among it, because a town stands for what it is the seat of.
 */
export function unitNamed(gazetteer: Gazetteer, name: string): number {
  const { columns, meta } = gazetteer;
  const classOf = (place: number): string => meta.classes[columns.placeClass[place]];
  const divides = (place: number): boolean => {
    if (columns.placeEnd[place] === place + 1) return false; // abolished in 2020, or a country without places
    if (UNITS.has(classOf(place))) return true;
    const parent = gazetteer.parentOf(place);
    return classOf(place) === "city" && parent >= 0 && classOf(parent) === "country";
  };
  const anywhere = [divides, (place: number) => classOf(place) === "city-district", () => true];
  let near = -1;
  for (const accept of anywhere) {
    const { status, ranked } = decideIn(gazetteer, name, {}, { unit: -1, classes: undefined, accept });
    if (status !== "none" && ranked[0].cost === 0) return ranked[0].place;
    // Misspelt hints are read when they are surely a unit; a name that is only near a town's is an error to be told.
    if (accept === divides && status === "match") near = ranked[0].place;
  }
  return near;
}

const UNITS: ReadonlySet<string> = new Set(["country", "oblast", "raion", "hromada"]);
