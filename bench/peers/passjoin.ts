import fastLevenshtein from "fast-levenshtein";
import { PassjoinIndex } from "mnemonist";
import type { BenchNames } from "../names";
import { foldAscii } from "./ascii-fold";
import { type Engine, type EngineEntry, keyed } from "./engine";

const distance = (one: string, other: string): number => fastLevenshtein.get(one, other);

function build(names: BenchNames, exactFirst: boolean): Engine {
  const { keys, numbers, placesOf } = keyed(names, foldAscii);
  const index = PassjoinIndex.from(keys, distance, 2);
  return {
    ask: (query) => {
      const folded = foldAscii(query);
      if (exactFirst) {
        const exact = numbers.get(folded);
        if (exact !== undefined) return exact;
      }
      // The index answers a set in no order; the nearest must be picked to have an answer at all.
      let best = "";
      let least = 3;
      for (const candidate of index.search(folded)) {
        const letters = distance(folded, candidate);
        if (letters < least) {
          least = letters;
          best = candidate;
        }
      }
      return least === 3 ? -1 : (numbers.get(best) as number);
    },
    placesOf,
  };
}

/** The best that npm offers for this job: every name within two edits. */
export const passjoin: EngineEntry = {
  title: "any-ascii + mnemonist PassjoinIndex(2)",
  queries: 6000,
  build: async (names) => build(names, false),
};

/** The same behind a Map of exact names, as a careful user would write it. */
export const mapThenPassjoin: EngineEntry = {
  title: "any-ascii + Map, then PassjoinIndex(2)",
  queries: 6000,
  build: async (names) => build(names, true),
};

/** Without picking the nearest: the set that the index answers, its first member for an answer. */
export const passjoinUnordered: EngineEntry = {
  title: "any-ascii + PassjoinIndex(2), set unranked",
  queries: 6000,
  build: async (names) => {
    const { keys, numbers, placesOf } = keyed(names, foldAscii);
    const index = PassjoinIndex.from(keys, distance, 2);
    return {
      ask: (query) => {
        for (const candidate of index.search(foldAscii(query))) return numbers.get(candidate) as number;
        return -1;
      },
      placesOf,
    };
  },
};
