import { place, toponyms } from "../../src/core";
import { placeAt, placeId } from "../../src/gazetteer/place";
import type { BenchNames } from "../names";
import { foldAscii } from "../peers/ascii-fold";
import { keyed } from "../peers/engine";
import { prepareOblast } from "./prepare-cell";

/** What a peer is given: the names of bench/peers, folded, and for each the places that have it. As JSON, so that Python reads it too. */
export interface PeerNames {
  keys: string[];
  /** by key: indexes into `ids`, the most important place first */
  places: number[][];
  ids: string[];
  /** by place: number of its oblast or of the city that lies in none; -1: none */
  oblastOf: number[];
  /** number of an oblast by any of its names, prepared */
  oblasts: Record<string, number>;
}

/** Collects what a user of a peer would have to collect first. */
export function peerNames(names: BenchNames): PeerNames {
  const { gazetteer } = names;
  const { keys, placesOf } = keyed(names, foldAscii);
  const { placeImportance } = gazetteer.columns;
  const numbers = new Map<number, number>();
  const ids: string[] = [];
  const oblastOf: number[] = [];
  const oblasts: Record<string, number> = {};
  const oblastNumbers = new Map<string, number>();
  const numberOf = (place: number): number => {
    let number = numbers.get(place);
    if (number === undefined) {
      number = ids.push(placeId(gazetteer, place)) - 1;
      numbers.set(place, number);
      oblastOf.push(oblastNumber(place));
    }
    return number;
  };
  const oblastNumber = (index: number): number => {
    const { id, class: kind, within } = placeAt(gazetteer, index);
    const outermost = within.findLast((unit) => unit.class !== "country");
    const unit = outermost?.id ?? (kind === "oblast" || kind === "city" ? id : undefined);
    if (unit === undefined) return -1;
    let number = oblastNumbers.get(unit);
    if (number === undefined) {
      number = oblastNumbers.size;
      oblastNumbers.set(unit, number);
    }
    return number;
  };
  const places = keys.map((_, key) =>
    [...placesOf(key)].sort((one, other) => placeImportance[other] - placeImportance[one]).map(numberOf),
  );
  // Headline names first: "Kyiv" is the city, though the oblast is called so, too.
  for (const [unit, number] of oblastNumbers)
    for (const text of Object.values(place(gazetteer, unit)?.names ?? {})) oblasts[prepareOblast(text)] ??= number;
  for (const [unit, number] of oblastNumbers)
    for (const { text } of toponyms(gazetteer, unit)) oblasts[prepareOblast(text)] ??= number;
  return { keys, places, ids, oblastOf, oblasts };
}
