import { AllonymError, type Gazetteer, type ResolveOptions, resolve } from "../../core";
import { GeoGrid, type GlobePoint, globePoint, kilometres } from "./geo-grid";
import { type Meaning, RecordNames } from "./record-names";

/** A record with a name and where it is. */
export interface LocatedRecord {
  name: string;
  /** degrees; a record without both is a duplicate of none */
  lat?: number;
  lon?: number;
  /** the unit that holds it, in any language; one that is not known is no hint */
  within?: string;
}

/** What {@link dedupe} may be told. */
export interface DedupeOptions extends Pick<ResolveOptions, "country" | "class"> {
  /** kilometres that records of one place may lie apart. @default 2 */
  radius?: number;
}

/** Sources put a village into its middle, at its council or at its station. */
const RADIUS_KM = 2;
const WIDEST_KM = 500;

/** A record that can be compared, with the numbers of what its name means. */
interface Located {
  record: number;
  /** -1 where the gazetteer is not sure */
  place: number;
  spelling: number;
  point: GlobePoint;
  lat: number;
  lon: number;
}

/**
 * Which records are one place: the gazetteer is sure that their names mean the same place, or the names are spelled alike (as in
 * `clusterNames`), and they lie within the radius. Answers a number for each record: 0 for one that stands alone, else that of its group,
 * groups being numbered from 1 in the order of their first records.
 *
 * All records of a group are near one of them and alike to it, so that a row of villages is not one place. Which records fall together does not
 * depend on their order.
 *
 * Trap: 0, 0 lies in the sea and is no coordinate here; such records and those without coordinates are duplicates of none.
 *
 * @example
 * dedupe(gazetteer, [{ name: "Krasnarmeysk", lat: 48.28, lon: 37.18 }, { name: "Київ", lat: 50.45, lon: 30.52 }, { name: "Покровськ", lat: 48.281, lon: 37.176 }]) // [1, 0, 1]
 *
 * @throws AllonymError `invalid-name`, `invalid-option`
 */
export function dedupe(gazetteer: Gazetteer, records: Iterable<LocatedRecord>, options: DedupeOptions = {}): number[] {
  const { radius = RADIUS_KM, ...hints } = options;
  if (typeof radius !== "number" || !(radius > 0 && radius <= WIDEST_KM)) {
    throw new AllonymError(
      "invalid-option",
      `option radius is ${String(radius)}, expected kilometres, more than 0 and at most ${WIDEST_KM}`,
    );
  }
  resolve(gazetteer, "", hints); // hints that are wrong for all records are wrong at once
  const names = new RecordNames(gazetteer, hints);
  const located: Located[] = [];
  let count = 0;
  for (const one of records) {
    const record = count++;
    if (!isLocated(one)) continue;
    const { name, lat, lon, within } = one;
    const meaning = names.meaningOf(name, within, lat, lon);
    if (meaning) located.push({ record, ...meaning, point: globePoint(lat, lon), lat, lon });
  }
  const meanings = names.close();
  const leaderOf = new Int32Array(count).fill(-1);
  for (const { record, place, spelling, point } of inOrder(located, meanings)) {
    const alike: readonly [number, number][] = place < 0 ? names.alike(spelling) : [[place, 0]];
    const leader = nearestLeader(meanings, alike, point, radius);
    leaderOf[record] = leader ?? record;
    if (leader !== undefined) continue;
    for (const meaning of place < 0 ? [spelling] : [place, spelling]) {
      const own = meanings[meaning];
      own.leaders ??= new GeoGrid(radius);
      own.leaders.add({ point, record });
    }
  }
  return numbered(leaderOf);
}

/** Whether a record has a point on the globe; 0, 0 is where programs put what has none. */
export function isLocated(record: LocatedRecord): record is LocatedRecord & { lat: number; lon: number } {
  const { lat, lon } = record;
  return isCoordinate(lat, 90) && isCoordinate(lon, 180) && (lat !== 0 || lon !== 0);
}

const isCoordinate = (degrees: number | undefined, most: number): degrees is number =>
  typeof degrees === "number" && Math.abs(degrees) <= most;

/**
 * The order in which records may lead: those of known places first, so that a spelling joins a place and never two places a spelling; then those
 * of names that are frequent.
 */
function inOrder(located: Located[], meanings: readonly Meaning[]): Located[] {
  const order = [...meanings.keys()].sort((a, b) => {
    const [one, other] = [meanings[a], meanings[b]];
    return other.records - one.records || (one.key < other.key ? -1 : 1);
  });
  const rank = new Int32Array(meanings.length);
  order.forEach((meaning, at) => {
    rank[meaning] = at;
  });
  return located.sort(
    (a, b) =>
      Number(a.place < 0) - Number(b.place < 0) ||
      (a.place < 0 ? 0 : rank[a.place] - rank[b.place]) ||
      rank[a.spelling] - rank[b.spelling] ||
      a.lat - b.lat ||
      a.lon - b.lon ||
      a.record - b.record,
  );
}

/** The record that leads a group which takes this one in: of the names nearest in spelling, the nearest on the ground. */
function nearestLeader(
  meanings: readonly Meaning[],
  alike: readonly [number, number][],
  point: GlobePoint,
  radius: number,
): number | undefined {
  let best: number | undefined;
  let edits = Number.POSITIVE_INFINITY;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [other, distance] of alike) {
    if (distance > edits) break;
    meanings[other].leaders?.around(point, (leader) => {
      const apart = kilometres(point, leader.point);
      if (apart > radius || (distance === edits && apart >= nearest)) return;
      best = leader.record;
      edits = distance;
      nearest = apart;
    });
  }
  return best;
}

/** Groups by number, in the order of their first records. */
function numbered(leaderOf: Int32Array): number[] {
  const sizes = new Int32Array(leaderOf.length);
  for (const leader of leaderOf) if (leader >= 0) sizes[leader]++;
  const numbers = new Int32Array(leaderOf.length);
  let groups = 0;
  return Array.from(leaderOf, (leader) => {
    if (leader < 0 || sizes[leader] < 2) return 0;
    numbers[leader] ||= ++groups;
    return numbers[leader];
  });
}
