import type { ResolveOptions } from "../../src/resolve/options";
import type { BenchNames } from "../names";

/** Something that is asked for a name: allonym, or what a user would pick instead. */
export interface Engine {
  /** Asks for one name. The number names the first answer; -1: no answer. Nothing but this is timed. */
  ask: (query: string) => number;
  /** The places that have the name of an answer. */
  placesOf: (answer: number) => readonly number[];
}

/** An engine that can name more than one answer, best first. `bench:peers` asks these. */
export interface RankingEngine extends Engine {
  /** Up to `limit` answers. Only allonym reads the options: what they exclude is taken out of the answers of the others afterwards. */
  rank: (query: string, limit: number, options?: ResolveOptions) => readonly number[];
}

/** An engine before its index is built. */
export interface EngineEntry<Built extends Engine = Engine> {
  /** How the table calls it. */
  title: string;
  /** Queries a round of `npm run bench`, a multiple of three: about half a second for all but the slowest. */
  queries: number;
  build: (names: BenchNames) => Promise<Built>;
}

/** An engine of `bench:peers`: as it comes, or with the one setting that does best on a draw of its own. */
export interface PeerEntry extends EngineEntry<RankingEngine> {
  /** `as it comes`, or what was changed */
  setting: string;
}

/** An engine from the way it ranks: the first answer is the first of one. */
export function ranking(rank: RankingEngine["rank"], placesOf: Engine["placesOf"]): RankingEngine {
  return { rank, placesOf, ask: (query) => rank(query, 1)[0] ?? -1 };
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
