import { AllonymError, type Gazetteer, type ResolveOptions, resolve } from "../../core";
import type { GeoGrid, GlobePoint } from "./geo-grid";
import { likeness } from "./likeness";
import { type NameShape, nameShape } from "./name-shape";
import { NearbyShapes } from "./nearby-shapes";

/** Degrees to which a point is rounded as a hint for the gazetteer: about a kilometre, so that neighbours share an answer. */
const HINT_DIGITS = 2;

/** What names mean: a place, or a spelling. */
export interface Meaning {
  key: string;
  records: number;
  /** of a spelling */
  shape: NameShape | undefined;
  leaders: GeoGrid<Leader> | undefined;
  /** spellings that may be the same, by their number, with the edits between them */
  alike: readonly [number, number][] | undefined;
}

/** The first record of a group: all others must be near it. */
export interface Leader {
  point: GlobePoint;
  record: number;
}

/** What the names of records mean, each asked once for a name, a unit and a square of the map. */
export class RecordNames {
  readonly #gazetteer: Gazetteer;
  readonly #hints: ResolveOptions;
  readonly #asked = new Map<string, { place: number; spelling: number }>();
  readonly #byKey = new Map<string, number>();
  readonly #meanings: Meaning[] = [];
  readonly #unknownUnits = new Set<string>();
  readonly #byLetters = new Map<string, number>();
  #nearby: NearbyShapes | undefined;

  constructor(gazetteer: Gazetteer, hints: ResolveOptions) {
    this.#gazetteer = gazetteer;
    this.#hints = hints;
  }

  /** The numbers of what a name means, or undefined for a blank one. */
  meaningOf(
    name: string,
    within: string | undefined,
    lat: number,
    lon: number,
  ): { place: number; spelling: number } | undefined {
    if (typeof name !== "string") {
      throw new AllonymError("invalid-name", `a name is ${String(name)}, expected a string; pass String(value) or ""`);
    }
    if (name.trim() === "") return undefined;
    const near: [number, number] = [Number(lat.toFixed(HINT_DIGITS)), Number(lon.toFixed(HINT_DIGITS))];
    const question = JSON.stringify([name, within ?? "", near]);
    let meaning = this.#asked.get(question);
    if (!meaning) {
      const shape = nameShape(name);
      const placeId = shape.kind === "" ? this.#placeOf(name, within, near, shape) : undefined;
      meaning = {
        place: placeId === undefined ? -1 : this.#add(placeId, undefined),
        spelling: this.#add(shape.key, shape),
      };
      this.#asked.set(question, meaning);
    }
    if (meaning.place >= 0) this.#meanings[meaning.place].records++;
    this.#meanings[meaning.spelling].records++;
    return meaning;
  }

  /** No more names come. */
  close(): readonly Meaning[] {
    this.#asked.clear();
    const shapes: NameShape[] = [];
    this.#meanings.forEach(({ shape }, meaning) => {
      if (!shape) return;
      shapes.push(shape);
      this.#byLetters.set(`${shape.fixed}|${shape.letters}`, meaning);
    });
    // In an order that does not depend on that of the records.
    shapes.sort((a, b) => (a.key < b.key ? -1 : 1));
    this.#nearby = new NearbyShapes(shapes);
    return this.#meanings;
  }

  /** The spellings that may be the same as one, itself first, with the edits between them. */
  alike(spelling: number): readonly [number, number][] {
    const own = this.#meanings[spelling];
    if (own.alike) return own.alike;
    const found: [number, number][] = [[spelling, 0]];
    if (own.shape && this.#nearby) {
      for (const letters of this.#nearby.lettersNear(own.shape)) {
        const other = this.#byLetters.get(`${own.shape.fixed}|${letters}`);
        const shape = other === undefined ? undefined : this.#meanings[other].shape;
        if (other === undefined || !shape || other === spelling) continue;
        const distance = likeness(own.shape, shape);
        if (distance < Number.POSITIVE_INFINITY) found.push([other, distance]);
      }
      found.sort((a, b) => a[1] - b[1]);
    }
    own.alike = found;
    return found;
  }

  #add(key: string, shape: NameShape | undefined): number {
    const known = this.#byKey.get(key);
    if (known === undefined) {
      this.#byKey.set(key, this.#meanings.length);
      return this.#meanings.push({ key, records: 0, shape, leaders: undefined, alike: undefined }) - 1;
    }
    // "Ново-Селівка" and "Новоселівка" have one key: which stands for both must not depend on which came first.
    const { shape: other } = this.#meanings[known];
    if (shape && other && shape.words.join(" ") < other.words.join(" ")) this.#meanings[known].shape = shape;
    return known;
  }

  #placeOf(name: string, within: string | undefined, near: [number, number], shape: NameShape): string | undefined {
    const unit = within === undefined || within.trim() === "" || this.#unknownUnits.has(within) ? {} : { within };
    const options = { ...this.#hints, ...unit, near, limit: 1 };
    try {
      const { status, matches } = resolve(this.#gazetteer, name, options);
      if (status !== "match" || (shape.isNumbered && !/\d/u.test(matches[0].toponym.text))) return undefined;
      return matches[0].id;
    } catch (error) {
      if ((error as AllonymError).code !== "unknown-within" || within === undefined) throw error;
      this.#unknownUnits.add(within);
      return this.#placeOf(name, undefined, near, shape);
    }
  }
}
