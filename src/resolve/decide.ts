import { NONE } from "../gazetteer/format";
import type { Gazetteer } from "../gazetteer/gazetteer";
import { placeIndex } from "../gazetteer/place";
import type { Step } from "./answer";
import { type Decision, judged } from "./decision";
import { find } from "./finding/find";
import { prepare } from "./finding/prepare";
import { type Area, areaOf, UNIT_CLASSES } from "./hints/area";
import { HintedName } from "./hints/hinted-name";
import { ownHint } from "./hints/own-hint";
import { unitOfCode } from "./hints/unit-codes";
import type { ResolveOptions } from "./options";
import { rank } from "./ranking/rank";
import { SpellingComparison } from "./ranking/spelling";
import { LONGEST_NAME, stateOf } from "./state";

/**
 * The decision behind {@link resolve}: indexes instead of objects.
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
    return hintedName(gazetteer, options, area, steps).decide(own);
  const comparison = new SpellingComparison(gazetteer);
  const found = find(gazetteer, text, area, steps, comparison);
  const isFound = found.candidates.some(({ cost }) => cost === 0);
  if (own && !isFound) return hintedName(gazetteer, options, area, steps).decide(own);
  if (!isFound && text.includes(" ")) {
    const decision = hintedName(gazetteer, options, area, steps).decideBesideCountry(text);
    if (decision) return decision;
  }
  if (found.candidates.length === 0) return nothing;
  const { prior } = stateOf(gazetteer);
  const { ranked, any } = rank(gazetteer, prior, found, area, options, comparison);
  const said = judged(ranked, any);
  // Field by field: a spread here was a fifteenth of the time for an exact name.
  return { status: said.status, ranked: said.ranked, steps: found.steps, area };
}

function hintedName(gazetteer: Gazetteer, options: ResolveOptions, area: Area, steps: readonly Step[]): HintedName {
  return new HintedName(
    gazetteer,
    steps,
    area,
    (name, inner) => decideIn(gazetteer, name, options, inner),
    (name) => unitNamedBefore(gazetteer, name),
  );
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
 * them, those of before 2020, and city districts, by their own names; units by the names of their seats; anything, because a town stands for what it
 * is the seat of.
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
  const isAbolished = (place: number): boolean => UNIT_CLASSES.has(classOf(place)) && gazetteer.holdsNothing(place);
  const divides = (place: number): boolean => {
    if (gazetteer.holdsNothing(place)) return false; // abolished in 2020, or a country without places
    if (UNIT_CLASSES.has(classOf(place))) return true;
    const parent = gazetteer.parentOf(place);
    return classOf(place) === "city" && parent >= 0 && classOf(parent) === "country";
  };
  const isDistrict = (place: number): boolean => classOf(place) === "city-district";
  const among = (accept: Area["accept"]): Decision =>
    decideIn(gazetteer, name, {}, { unit: -1, around: -1, classes: undefined, accept });
  // "Слов’янський район" is none of Nikopol's, which was Слов’янськ in 1775, while there is a unit of that name.
  const byOwnName = ({ ranked }: Decision): number =>
    ranked.find(({ cost, bySeat }) => cost === 0 && !bySeat)?.place ?? -1;
  const dividing = among(divides);
  const own = byOwnName(dividing);
  if (own >= 0) return own;
  for (const accept of [isAbolished, isDistrict]) {
    const named = byOwnName(among(accept));
    if (named >= 0) return named;
  }
  const [unit] = dividing.ranked;
  if (unit?.cost === 0) return unit.place;
  const [any] = among(() => true).ranked;
  if (any?.cost === 0) return any.place;
  // Misspelt hints are read when they are surely a unit; a name that is only near a town's is an error to be told.
  return dividing.status === "match" ? unit.place : -1;
}
