import { NO_COORDINATE } from "../gazetteer/format";
import type { Gazetteer } from "../gazetteer/gazetteer";
import type { Area } from "./area";
import { PARAMETERS } from "./parameters";

/** Twenty steps of importance are a factor of ten in people. */
const NATS_A_STEP = Math.LN10 / 20;

/** Countries whose places are all in the gazetteer; of the others only the largest, as decoys. */
const NEIGHBOURS: ReadonlySet<string> = new Set(["RU", "BY", "MD"]);

/** Units and waters are named less often by their bare name than the town of the same name is. */
const CLASS_FACTOR: Record<string, number> = {
  hromada: -3,
  raion: -2.5,
  oblast: -1,
  "city-district": -2,
  river: -2,
  lake: -1,
  facility: -1,
  agglomeration: 0,
};

/** Prior probability of places, as a natural logarithm relative to all places of the file. */
export class Prior {
  readonly #gazetteer: Gazetteer;
  readonly #ofImportance: Float64Array;
  readonly #ofCountry: Float64Array;
  readonly #ofClass: Float64Array;
  #cumulative: Float64Array | undefined;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
    const { growth, home, neighbour, abroad } = PARAMETERS;
    this.#ofImportance = Float64Array.from({ length: 256 }, (_, importance) => growth * NATS_A_STEP * importance);
    this.#ofCountry = Float64Array.from(gazetteer.meta.countries, (code) =>
      Math.max(...code.split("-").map((one) => (one === "UA" ? home : NEIGHBOURS.has(one) ? neighbour : abroad))),
    );
    this.#ofClass = Float64Array.from(gazetteer.meta.classes, (name) => CLASS_FACTOR[name] ?? 0);
  }

  /** Natural log of the weight of a place. */
  weight(place: number): number {
    const { placeImportance, placeCountry, placeClass } = this.#gazetteer.columns;
    return (
      this.#ofImportance[placeImportance[place]] +
      this.#ofCountry[placeCountry[place]] +
      this.#ofClass[placeClass[place]]
    );
  }

  /** Natural log of the weight of all places that an area may hold. Classes and countries do not shrink it: they seldom do much. */
  mass(area: Area): number {
    this.#cumulative ??= this.#sum();
    const sums = this.#cumulative;
    const { placeEnd } = this.#gazetteer.columns;
    if (area.unit < 0) return Math.log(sums[sums.length - 1]);
    return Math.log(Math.max(sums[placeEnd[area.unit]] - sums[area.unit], 1e-300));
  }

  #sum(): Float64Array {
    const sums = new Float64Array(this.#gazetteer.size + 1);
    for (let place = 0; place < this.#gazetteer.size; place++)
      sums[place + 1] = sums[place] + Math.exp(this.weight(place));
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
