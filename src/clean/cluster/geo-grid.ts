const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** Narrower cells are not made: their numbers must stay exact. */
const NARROWEST_KM = 0.5;
const SPAN = 2 ** 16;

/** A point on the globe, as a place in space: where poles and the 180th meridian are no edges. */
export interface GlobePoint {
  x: number;
  y: number;
  z: number;
}

/** The point of a latitude and longitude in degrees. */
export function globePoint(lat: number, lon: number): GlobePoint {
  const ring = Math.cos(lat * RADIANS) * EARTH_KM;
  return {
    x: ring * Math.cos(lon * RADIANS),
    y: ring * Math.sin(lon * RADIANS),
    z: EARTH_KM * Math.sin(lat * RADIANS),
  };
}

/** Kilometres between two points along the ground. */
export function kilometres(a: GlobePoint, b: GlobePoint): number {
  const chord = Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);
  return 2 * EARTH_KM * Math.asin(Math.min(1, chord / (2 * EARTH_KM)));
}

/**
 * Points in cubes as wide as a radius, so that what is within the radius of a point lies in its cube or one of the 26 around it.
 */
export class GeoGrid<Item extends { point: GlobePoint }> {
  readonly #width: number;
  readonly #cells = new Map<number, Item[]>();

  constructor(radius: number) {
    this.#width = Math.max(radius, NARROWEST_KM);
  }

  add(item: Item): void {
    const { x, y, z } = item.point;
    const cell = cellOf(this.#at(x), this.#at(y), this.#at(z));
    const items = this.#cells.get(cell);
    if (items) items.push(item);
    else this.#cells.set(cell, [item]);
  }

  /** Calls `each` with what may lie within the radius of a point, and some more. */
  around({ x, y, z }: GlobePoint, each: (item: Item) => void): void {
    const [cx, cy, cz] = [this.#at(x), this.#at(y), this.#at(z)];
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (let dz = -1; dz <= 1; dz++) this.#cells.get(cellOf(cx + dx, cy + dy, cz + dz))?.forEach(each);
  }

  #at(kilometre: number): number {
    return Math.floor((kilometre + EARTH_KM) / this.#width) + 1;
  }
}

/** One number for three, each below 2¹⁶. */
const cellOf = (x: number, y: number, z: number): number => (x * SPAN + y) * SPAN + z;
