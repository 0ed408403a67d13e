import { AllonymError } from "../../errors";
import type { Gazetteer } from "../../gazetteer/gazetteer";
import { PLACE_CLASSES } from "../../types";
import type { ResolveOptions } from "../options";
import { isAbolishedRaion, oblastOf } from "./former-raion";
import { unitOf } from "./seats";

/** Where and of what kind the place must be, ready for a test per candidate. */
export interface Area {
  /** index of the unit of `within`, -1 for none */
  unit: number;
  /**
   * index of a region without bounds, of an abolished raion or of a place, around which the place lies, -1 for none: it excludes nothing, what is far
   * from it is less likely
   */
  around: number;
  /** a unit that holds all that can be accepted: a search need not look elsewhere */
  searched?: number | undefined;
  /** a unit outside which places are accepted, and decide how far is searched, but are left out of the answer in the end */
  wanted?: number | undefined;
  /** accepted classes as indexes of `meta.classes`; undefined for any */
  classes: ReadonlySet<number> | undefined;
  accept: (place: number) => boolean;
}

/**
 * Turns the hints that exclude places into one test.
 *
 * @param unitNamed finds the unit that a name means; the index of a place or -1
 * @throws AllonymError `unknown-within` when the hint names no unit
 */
export function areaOf(gazetteer: Gazetteer, options: ResolveOptions, unitNamed: (name: string) => number): Area {
  const { columns, meta } = gazetteer;
  let unit = -1;
  let around = -1;
  if (options.within !== undefined) {
    const named = unitNamed(options.within);
    if (named < 0) {
      throw new AllonymError(
        "unknown-within",
        `no unit is known as "${options.within.slice(0, 80)}"; give the name or the id of an oblast, raion, hromada or country, or leave the hint out`,
      );
    }
    ({ unit, around } = boundsOf(gazetteer, named));
  }
  const wanted = options.country?.toUpperCase();
  const countries = wanted === undefined ? undefined : countriesOf(meta.countries, wanted);
  const names =
    options.class === undefined ? undefined : typeof options.class === "string" ? [options.class] : options.class;
  const unknown = names?.find(
    (name) => !(PLACE_CLASSES as readonly string[]).includes(name) && !meta.classes.includes(name),
  );
  if (unknown !== undefined) {
    throw new AllonymError(
      "invalid-option",
      `option class is "${unknown}", expected one of ${PLACE_CLASSES.join(", ")}`,
    );
  }
  const classes = names && new Set(names.map((name) => meta.classes.indexOf(name)).filter((index) => index >= 0));
  const end = unit < 0 ? 0 : gazetteer.endOf(unit);
  return {
    unit,
    around,
    searched: searchedUnit(gazetteer, unit),
    classes,
    accept:
      unit < 0 && countries === undefined && classes === undefined
        ? anywhere
        : (place) =>
            (unit < 0 || (place >= unit && place < end)) &&
            (countries === undefined || countries.has(columns.placeCountry[place])) &&
            (classes === undefined || classes.has(columns.placeClass[place])),
  };
}

/** What a place bounds as a hint: the unit that it is or stands for, or what lies around it, or both for a raion of before 2020. -1 for neither. */
function boundsOf(gazetteer: Gazetteer, named: number): Pick<Area, "unit" | "around"> {
  if (isAbolishedRaion(gazetteer, named)) return { unit: oblastOf(gazetteer, named), around: named };
  const unit = unitOf(gazetteer, named);
  return isWithoutBounds(gazetteer, unit) ? { unit: -1, around: unit } : { unit, around: -1 };
}

/** Donbas and Polissia, around which each draws another border, and what holds nothing that we know: a village, a plant, a part of a city. */
function isWithoutBounds(gazetteer: Gazetteer, unit: number): boolean {
  const { columns, meta } = gazetteer;
  return gazetteer.holdsNothing(unit) && !UNIT_CLASSES.has(meta.classes[columns.placeClass[unit]]);
}

/** Whether a place is a region such as Donbas, which has a middle and no bounds. */
export const isRegion = ({ columns, meta }: Gazetteer, unit: number): boolean =>
  meta.classes[columns.placeClass[unit]] === "region";

/** Classes of the units that divide a country, and of countries. */
export const UNIT_CLASSES: ReadonlySet<string> = new Set(["country", "oblast", "raion", "hromada"]);

/** All keys are searched for what lies in a country: nearly all are of one. */
function searchedUnit(gazetteer: Gazetteer, unit: number): number | undefined {
  return gazetteer.parentOf(unit) < 0 ? undefined : unit;
}

const anywhere = (): boolean => true;

/** The countries of a file that a code names; some places lie in two. */
function countriesOf(codes: readonly string[], wanted: string): ReadonlySet<number> {
  return new Set(codes.flatMap((code, index) => (code.split("-").includes(wanted) ? [index] : [])));
}

/**
 * The part of an area that lies in a unit, or undefined when the unit lies elsewhere. A seat stands for its unit; Donbas has no bounds.
 *
 * @param strictly a place that holds nothing is no unit: nothing is near it
 */
export function areaWithin(gazetteer: Gazetteer, area: Area, place: number, strictly: boolean): Area | undefined {
  const { unit, around } = boundsOf(gazetteer, place);
  if (unit < 0) return strictly && !isRegion(gazetteer, around) ? undefined : { ...area, around };
  if (area.unit >= 0 && (unit < area.unit || unit >= gazetteer.endOf(area.unit))) {
    return area.unit > unit && area.unit < gazetteer.endOf(unit) ? area : undefined; // the hint is the wider of the two
  }
  const end = gazetteer.endOf(unit);
  return {
    ...area,
    unit,
    around: around >= 0 ? around : area.around,
    searched: searchedUnit(gazetteer, unit),
    accept: (candidate) => candidate >= unit && candidate < end && area.accept(candidate),
  };
}
