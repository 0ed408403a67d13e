import { IMPORTANCE_STEPS, NO_COORDINATE } from "../../gazetteer/format";
import type { Gazetteer } from "../../gazetteer/gazetteer";
import type { Area } from "../hints/area";
import { PARAMETERS } from "./parameters";
import { TagWeights } from "./tag-weights";

/** What a step of importance counts. */
const NATS_A_STEP = Math.LN10 / IMPORTANCE_STEPS;

/** Countries whose places are all in the gazetteer; of the others only the largest, as decoys. */
const NEIGHBOURS: ReadonlySet<string> = new Set(["RU", "BY", "MD"]);

/** Whether all places of a country are in the gazetteer. Of a place in several countries one is enough. */
export const isAtHome = (codes: string): boolean =>
  codes.split("-").some((code) => code === "UA" || NEIGHBOURS.has(code));

/**
 * Prior probability of places, as a natural logarithm relative to all places of the file. Who says in which unit a place lies asks
 * for small places, too: there people count less.
 */
export class Prior {
  readonly #gazetteer: Gazetteer;
  readonly #ofImportance: Float64Array;
  readonly #ofImportanceInArea: Float64Array;
  readonly #ofCountry: Float64Array;
  /** by class, and behind them the same for places abroad */
  readonly #ofClass: Float64Array;
  /** where a country's classes start in them */
  readonly #classesOfCountry: Uint8Array;
  /** what the tags of toponyms weigh: of the same parameters */
  readonly tags: TagWeights;
  #cumulative: Float64Array | undefined;
  #cumulativeInArea: Float64Array | undefined;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
    this.tags = new TagWeights(gazetteer);
    const { growth, growthInArea, home, neighbour, abroad } = PARAMETERS;
    const steps = (power: number) => Float64Array.from({ length: 256 }, (_, step) => power * NATS_A_STEP * step);
    this.#ofImportance = steps(growth);
    this.#ofImportanceInArea = steps(growthInArea);
    this.#ofCountry = Float64Array.from(gazetteer.meta.countries, (code) =>
      Math.max(...code.split("-").map((one) => (one === "UA" ? home : NEIGHBOURS.has(one) ? neighbour : abroad))),
    );
    const { classes, countries } = gazetteer.meta;
    // Texas has a name of its own; "Kharkiv" is the city sooner than the oblast of that name.
    const weights = classes.map((name) => PARAMETERS.placeClass[name] ?? 0);
    const abroadWeights = classes.map((name, index) => (name === "oblast" ? PARAMETERS.stateAbroad : weights[index]));
    this.#ofClass = Float64Array.from([...weights, ...abroadWeights]);
    this.#classesOfCountry = Uint8Array.from(countries, (code) => (isAtHome(code) ? 0 : classes.length));
  }

  /**
   * Natural log of the weight of a place.
   *
   * @param classIsSaid a generic element stands beside the name: then units are named no more seldom than towns
   */
  weight(place: number, inArea: boolean, classIsSaid: boolean = false): number {
    const { placeImportance, placeClass, placeCountry } = this.#gazetteer.columns;
    const steps = inArea ? this.#ofImportanceInArea : this.#ofImportance;
    const weight = steps[placeImportance[place]];
    return classIsSaid
      ? weight
      : weight + this.#ofClass[placeClass[place] + this.#classesOfCountry[placeCountry[place]]];
  }

  /** What its country adds to a place among namesakes, as a natural logarithm. */
  preference(place: number): number {
    return this.#ofCountry[this.#gazetteer.columns.placeCountry[place]];
  }

  /** Natural log of the weight of all places that an area may hold. Classes and countries do not shrink it: they seldom do much. */
  mass(area: Area): number {
    if (area.unit < 0) {
      this.#cumulative ??= this.#sum(false);
      return Math.log(this.#cumulative[this.#gazetteer.size]);
    }
    this.#cumulativeInArea ??= this.#sum(true);
    const sums = this.#cumulativeInArea;
    return Math.log(Math.max(sums[this.#gazetteer.endOf(area.unit)] - sums[area.unit], 1e-300));
  }

  #sum(inArea: boolean): Float64Array {
    const sums = new Float64Array(this.#gazetteer.size + 1);
    for (let place = 0; place < this.#gazetteer.size; place++)
      sums[place + 1] = sums[place] + Math.exp(this.weight(place, inArea));
    return sums;
  }
}

/** Kilometres between two points on a sphere (haversine; IUGG mean radius 6371.0088 km). NaN when the place has no coordinates. */
export function kilometresFrom(gazetteer: Gazetteer, place: number, [lat, lon]: readonly [number, number]): number {
  const { placeLat, placeLon } = gazetteer.columns;
  if (placeLat[place] === NO_COORDINATE) return Number.NaN;
  const radians = Math.PI / 180;
  const toLat = (placeLat[place] / 1e5) * radians;
  const half = (angle: number): number => Math.sin(angle / 2) ** 2;
  const chord =
    half(toLat - lat * radians) +
    Math.cos(toLat) * Math.cos(lat * radians) * half((placeLon[place] / 1e5 - lon) * radians);
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The coordinates of a place, undefined when it has none. */
export function pointOf(gazetteer: Gazetteer, place: number): readonly [number, number] | undefined {
  const { placeLat, placeLon } = gazetteer.columns;
  return placeLat[place] === NO_COORDINATE ? undefined : [placeLat[place] / 1e5, placeLon[place] / 1e5];
}
