import { NONE } from "../gazetteer/format";
import type { Gazetteer } from "../gazetteer/gazetteer";
import { placeId, placeIndex } from "../gazetteer/place";
import type { Status, Step } from "./answer";
import { type Area, areaOf, areaWithin } from "./area";
import { find } from "./find";
import type { ResolveOptions } from "./options";
import { type OwnHint, ownHint } from "./own-hint";
import { PARAMETERS } from "./parameters";
import { prepare } from "./prepare";
import { type Ranked, rank } from "./rank";
import { seatsOf } from "./seats";
import { SpellingComparison } from "./spelling";
import { LONGEST_NAME, stateOf } from "./state";
import { codeOfState, unitOfCode } from "./unit-codes";

/** Everything about an answer but its printing. */
export interface Decision {
  status: Status;
  /** empty when the status is `none` */
  ranked: Ranked[];
  steps: Step[];
  area: Area;
}

/**
 * The decision behind {@link resolve}: indexes instead of objects, for callers that look up millions.
 *
 * @example
 * decide(gazetteer, "Krasnoarmeysk", {}).status // "match"
 *
 * @throws AllonymError `unknown-within`
 */
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
  const own = ownHint(text);
  // "Республіка Північна Осетія — Аланія" is a name as it stands.
  if (own?.apart && stateOf(gazetteer).search.exactKey(text, "english") === NONE)
    return decideWithOwnHint(gazetteer, own, steps, options, area);
  const comparison = new SpellingComparison(gazetteer);
  const found = find(gazetteer, text, area, steps, comparison);
  if (own && !found.candidates.some(({ cost }) => cost === 0))
    return decideWithOwnHint(gazetteer, own, steps, options, area);
  if (found.candidates.length === 0) return nothing;
  const { prior } = stateOf(gazetteer);
  const { ranked, any } = rank(gazetteer, prior, found, area, options, comparison);
  const said = verdict(ranked, any);
  // Field by field: a spread here was a fifteenth of the time for an exact name.
  return { status: said.status, ranked: said.ranked, steps: found.steps, area };
}

function verdict(ranked: Ranked[], any: number): { status: Status; ranked: Ranked[] } {
  if (any < PARAMETERS.anyFrom) return { status: "none", ranked: [] };
  const [first, second] = ranked;
  const clear = second === undefined || first.probability >= PARAMETERS.clearOf * second.probability;
  return { status: clear && first.probability >= PARAMETERS.matchFrom ? "match" : "ambiguous", ranked };
}

/**
 * Reads the hint that a name brings along, and the name within it. Where that finds nothing as it stands, the words are read the other way
 * round: "Donetsk Oblast, Ukraine" is no Ukrainske in Donetsk Oblast. In the end a hint need be no unit: "Mariupol, Azovstal".
 */
function decideWithOwnHint(
  gazetteer: Gazetteer,
  own: OwnHint,
  steps: readonly Step[],
  options: ResolveOptions,
  area: Area,
): Decision {
  const read = (one: OwnHint, strictly: boolean): Reading =>
    decideReading(gazetteer, one, steps, options, area, strictly);
  const isExact = ({ decision }: Reading): boolean => decision.ranked[0]?.cost === 0;
  const first = read(own, true);
  if (first.understood && isExact(first)) return first.decision;
  const others = otherReadings(gazetteer, own);
  for (const reading of others) {
    const other = read(reading, true);
    // Only what is found as it stands: within a small unit some village is near every name.
    if (other.understood && isExact(other)) return other.decision;
  }
  if (first.decision.status !== "none") return first.decision;
  for (const reading of [own, ...others]) {
    const other = read(reading, false);
    if (isExact(other) && other.decision.status !== "none") return other.decision;
  }
  return first.decision;
}

/**
 * What else a name with a hint may say: the oblast around Kyiv, where "Bucha, Kyiv" lies; California, of "CA"; and the other way round, for the
 * district may stand before its town.
 */
function otherReadings(gazetteer: Gazetteer, { name, hints, apart, otherwise }: OwnHint): OwnHint[] {
  const [hint] = hints;
  if (hint === undefined) return [];
  const readings: OwnHint[] = [];
  const unit = unitNamedBefore(gazetteer, hint);
  const governed = unit < 0 ? undefined : seatsOf(gazetteer, unit).find((one) => one !== unit);
  if (governed !== undefined) readings.push({ name, hints: [placeId(gazetteer, governed)], apart });
  const state = codeOfState(gazetteer, hint);
  if (state !== undefined) readings.push({ name, hints: [state], apart });
  if (otherwise) readings.push(otherwise);
  return readings;
}

/** A decision by one way to read a name and its hints. */
interface Reading {
  decision: Decision;
  /** a hint names a unit that we know */
  understood: boolean;
}

/** A hint that names no unit that we know ("Odessa, Kherson County") says that somewhere else may be meant. */
function decideReading(
  gazetteer: Gazetteer,
  own: OwnHint,
  steps: readonly Step[],
  options: ResolveOptions,
  area: Area,
  strictly: boolean,
): Reading {
  let inner = area;
  let understood = false;
  let foreign = false;
  for (const hint of own.hints.slice().reverse()) {
    const unit = unitNamedBefore(gazetteer, hint);
    if (unit < 0) {
      foreign ||= /\p{L}{3}/u.test(hint);
      continue;
    }
    const narrowed = areaWithin(gazetteer, inner, unit, strictly);
    if (narrowed) {
      inner = narrowed;
      understood = true;
    }
  }
  const decision = decideIn(gazetteer, own.name, options, inner);
  const part: Step = { step: "part", part: own.name, hint: own.hints.join(", ") };
  const before = [...steps, part, ...decision.steps];
  understood ||= own.hints.length === 0;
  if (understood || !foreign || decision.status === "none")
    return { decision: { ...decision, steps: before }, understood };
  const weakened = decision.ranked.map((one) => ({
    ...one,
    probability: one.probability * PARAMETERS.hintNotUnderstood,
  }));
  const any = weakened.reduce((sum, { probability }) => sum + probability, 0);
  return { decision: { ...verdict(weakened, any), steps: before, area: inner }, understood };
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
 * The unit that a name, an id or a code means as a hint, or -1. Tried in this order: units that divide a country today, Kyiv and Sevastopol among
 * them; city districts; anything, abolished raions among it, because a town stands for what it is the seat of.
 *
 * Trap: what comes back may be the town; `unitOf` makes the unit of it.
 *
 * @example
 * unitNamed(gazetteer, "UA-14")    // the index of Donetsk Oblast
 * unitNamed(gazetteer, "Atlantis") // -1
 */
export function unitNamed(gazetteer: Gazetteer, name: string): number {
  const { columns, meta } = gazetteer;
  const coded = /^[a-z]+:\S+$/u.test(name) ? placeIndex(gazetteer, name) : unitOfCode(gazetteer, name);
  if (coded >= 0) return coded;
  const classOf = (place: number): string => meta.classes[columns.placeClass[place]];
  const divides = (place: number): boolean => {
    if (gazetteer.endOf(place) === place + 1) return false; // abolished in 2020, or a country without places
    if (UNITS.has(classOf(place))) return true;
    const parent = gazetteer.parentOf(place);
    return classOf(place) === "city" && parent >= 0 && classOf(parent) === "country";
  };
  const anywhere = [divides, (place: number) => classOf(place) === "city-district", () => true];
  let near = -1;
  for (const accept of anywhere) {
    const { status, ranked } = decideIn(gazetteer, name, {}, { unit: -1, around: -1, classes: undefined, accept });
    if (status !== "none" && ranked[0].cost === 0) return ranked[0].place;
    // Misspelt hints are read when they are surely a unit; a name that is only near a town's is an error to be told.
    if (accept === divides && status === "match") near = ranked[0].place;
  }
  return near;
}

const UNITS: ReadonlySet<string> = new Set(["country", "oblast", "raion", "hromada"]);
