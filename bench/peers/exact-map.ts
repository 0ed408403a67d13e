import { foldAscii } from "./ascii-fold";
import { type EngineEntry, keyed } from "./engine";

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
