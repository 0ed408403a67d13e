import { foldAscii } from "./ascii-fold";
import { type EngineEntry, keyed, type PeerEntry, ranking } from "./engine";

/** The floor of exact look-up: an ASCII fold and one Map. */
export const asciiMap: EngineEntry = {
  title: "any-ascii + lower case + Map",
  queries: 90_000,
  build: async (names) => {
    const { numbers, placesOf } = keyed(names, foldAscii);
    return { ask: (query) => numbers.get(foldAscii(query)) ?? -1, placesOf };
  },
};

/** Not even a fold: only the very same string is found. */
export const rawMap: EngineEntry = {
  title: "Map of raw strings (no fold)",
  queries: 90_000,
  build: async (names) => {
    const { numbers, placesOf } = keyed(names, (text) => text);
    return { ask: (query) => numbers.get(query) ?? -1, placesOf };
  },
};

/** The floor as an engine of `bench:peers`: what an exact look-up finds when it gets all names of allonym. */
export const asciiMapRanking: PeerEntry = {
  title: "any-ascii + Map, exact names only",
  setting: "as it comes",
  queries: 90_000,
  build: async (names) => {
    const { numbers, placesOf } = keyed(names, foldAscii);
    return ranking((query) => {
      const found = numbers.get(foldAscii(query));
      return found === undefined ? [] : [found];
    }, placesOf);
  },
};
