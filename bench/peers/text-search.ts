import fastLevenshtein from "fast-levenshtein";
import { Index } from "flexsearch";
import Fuse from "fuse.js";
import fuzzysort from "fuzzysort";
import MiniSearch from "minisearch";
import { foldAscii } from "./ascii-fold";
import { type EngineEntry, keyed } from "./engine";

/** minisearch with its own tokenizer on raw names; `fuzzy: 0.2` is what its README proposes. */
export const minisearch: EngineEntry = {
  title: "minisearch (fuzzy 0.2)",
  queries: 90,
  build: async (names) => {
    const { keys, placesOf } = keyed(names, (text) => text);
    const index = new MiniSearch<{ id: number; name: string }>({ fields: ["name"], searchOptions: { fuzzy: 0.2 } });
    index.addAll(keys.map((name, id) => ({ id, name })));
    return { ask: (query) => (index.search(query)[0]?.id as number | undefined) ?? -1, placesOf };
  },
};

/** fuzzysort on raw names in a snapshot, its fastest way. */
export const fuzzysortRaw: EngineEntry = {
  title: "fuzzysort",
  queries: 300,
  build: async (names) => {
    const { keys, numbers, placesOf } = keyed(names, (text) => text);
    const snapshot = fuzzysort.snapshot(keys);
    return {
      ask: (query) => {
        const first = fuzzysort.go(query, snapshot, { limit: 1 })[0];
        return first ? (numbers.get(first.target) as number) : -1;
      },
      placesOf,
    };
  },
};

/** flexsearch on folded names, one word a document part, forward tokenizer: prefixes, no typos. */
export const flexsearch: EngineEntry = {
  title: "any-ascii + flexsearch (forward)",
  queries: 6000,
  build: async (names) => {
    const { keys, placesOf } = keyed(names, foldAscii);
    const index = new Index({ tokenize: "forward" });
    keys.forEach((text, id) => {
      index.add(id, text);
    });
    return { ask: (query) => (index.search(foldAscii(query), 1)[0] as number | undefined) ?? -1, placesOf };
  },
};

/** fuse.js with its defaults on raw names. */
export const fuse: EngineEntry = {
  title: "fuse.js (defaults)",
  queries: 6,
  build: async (names) => {
    const { keys, placesOf } = keyed(names, (text) => text);
    const index = new Fuse(keys);
    return { ask: (query) => index.search(query, { limit: 1 })[0]?.refIndex ?? -1, placesOf };
  },
};

/** The plain way: compare with every folded name, take the nearest within two edits. */
export const levenshteinScan: EngineEntry = {
  title: "any-ascii + fast-levenshtein over all",
  queries: 30,
  build: async (names) => {
    const { keys, placesOf } = keyed(names, foldAscii);
    return {
      ask: (query) => {
        const folded = foldAscii(query);
        let best = -1;
        let least = 3;
        for (let key = 0; key < keys.length; key++) {
          const letters = fastLevenshtein.get(folded, keys[key]);
          if (letters < least) {
            least = letters;
            best = key;
          }
        }
        return best;
      },
      placesOf,
    };
  },
};
