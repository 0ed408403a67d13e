import type { BenchNames } from "../names";

/** Something that is asked for a name: allonym, or what a user would pick instead. */
export interface Engine {
  /** Asks for one name. The number names the first answer; -1: no answer. Nothing but this is timed. */
  ask: (query: string) => number;
  /** The places that have the name of an answer. */
  placesOf: (answer: number) => readonly number[];
}

/** An engine before its index is built. */
export interface EngineEntry {
  /** How the table calls it. */
  title: string;
  /** Queries a round, a multiple of three: about half a second for all but the slowest. */
  queries: number;
  build: (names: BenchNames) => Promise<Engine>;
}

/** Distinct keys of all names, and the places that have a name with the key: what an index over folded names holds. */
export function keyed(
  names: BenchNames,
  key: (text: string) => string,
): { keys: string[]; numbers: Map<string, number>; placesOf: (answer: number) => readonly number[] } {
  const numbers = new Map<string, number>();
  const keys: string[] = [];
  const places: Set<number>[] = [];
  names.texts.forEach((text, index) => {
    const one = key(text);
    let number = numbers.get(one);
    if (number === undefined) {
      number = keys.length;
      numbers.set(one, number);
      keys.push(one);
      places.push(new Set());
    }
    for (const place of names.places[index]) places[number].add(place);
  });
  return { keys, numbers, placesOf: (answer) => [...places[answer]] };
}
