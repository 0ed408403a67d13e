import { mulberry32 } from "../seeded-random";
import { cleanValue, DISTINCT_SLIPS, type DirtyValue, dirtyValue, REPEATED_SLIPS } from "./dirty-values";
import type { MeantPlace } from "./meant-places";
import { nonPlace } from "./non-places";
import { noteText } from "./note-text";
import { SeenTexts } from "./seen-texts";
import { Zipf } from "./zipf";

/** `zipf`: values repeat as they do in a column; `distinct`: no name comes twice. */
export type ColumnMode = "zipf" | "distinct";

export const HEADER: readonly string[] = ["id", "name", "oblast", "note", "meant", "made"];

const NON_PLACES = 0.03;
/** Ways to write one place in a column with repeats. With this exponent the r-th most frequent value of all has about 1/r of the rows of the first. */
const WAYS = 60;
const WAYS_EXPONENT = 1.6;
/** Without repeats Kyiv cannot be a tenth of the rows; towns still come oftener than villages. */
const DISTINCT_EXPONENT = 0.25;
/** Different cells that name no place, in a column with repeats. */
const NON_PLACE_VALUES = 5000;

/**
 * The values of a column, row by row.
 *
 * With repeats, a place is drawn by a Zipf law over all of them and one of its ways of being written by another; each way is a pure
 * function of seed, place and number, so nothing is kept. Without repeats, names already drawn are kept as bits (8 to 16 bytes a row).
 */
function* dirtyValues(
  places: readonly MeantPlace[],
  rows: number,
  mode: ColumnMode,
  seed: number,
): Generator<DirtyValue> {
  const random = mulberry32(seed);
  const oblasts = [
    ...new Map(places.filter(({ country }) => country === "UA").map(({ oblast }) => [oblast.uk, oblast])).values(),
  ];
  const byPlace = new Zipf(places.length, mode === "zipf" ? 1 : DISTINCT_EXPONENT);
  const byWay = new Zipf(WAYS, WAYS_EXPONENT);
  const byNonPlace = new Zipf(NON_PLACE_VALUES, 1);
  const nothing = (name: string, oblast: string): DirtyValue => ({ name, oblast, meant: "", made: "none" });
  const anyOblast = (draw: () => number): string => oblasts[Math.floor(draw() * oblasts.length)].uk;
  /** a generator of its own for value `number` of a list, the same whenever that value is drawn */
  const own = (list: number, number: number): (() => number) =>
    mulberry32(
      Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(list + 1, 0xc2b2ae35) ^ Math.imul(number, 0x27d4eb2f),
    );
  if (mode === "zipf") {
    for (let row = 0; row < rows; row++) {
      if (random() < NON_PLACES) {
        const draw = own(-2, byNonPlace.rank(random()));
        yield nothing(nonPlace(draw, false), anyOblast(draw));
        continue;
      }
      const rank = byPlace.rank(random());
      const way = byWay.rank(random());
      yield way === 0 ? cleanValue(places[rank]) : dirtyValue(places[rank], oblasts, REPEATED_SLIPS, own(rank, way));
    }
    return;
  }
  const seen = new SeenTexts(rows);
  for (let row = 0; row < rows; ) {
    const value =
      random() < NON_PLACES
        ? nothing(nonPlace(random, true), anyOblast(random))
        : dirtyValue(places[byPlace.rank(random())], oblasts, DISTINCT_SLIPS, random);
    if (!seen.add(value.name)) continue;
    row++;
    yield value;
  }
}

/** A row as the file has it, in the order of {@link HEADER}. */
export type DirtyRow = [id: string, name: string, oblast: string, note: string, meant: string, made: string];

/** The rows of a table. Same places, number, mode and seed: same rows. */
export function* dirtyRows(
  places: readonly MeantPlace[],
  rows: number,
  mode: ColumnMode,
  seed: number,
): Generator<DirtyRow> {
  const random = mulberry32(seed + 1);
  let row = 0;
  for (const { name, oblast, meant, made } of dirtyValues(places, rows, mode, seed)) {
    row++;
    yield [String(row), name, oblast, noteText(row, random), meant, made];
  }
}
