import { Charset, Index } from "flexsearch";
import Fuse from "fuse.js";
import fuzzysort from "fuzzysort";
import MiniSearch from "minisearch";
import { foldAscii } from "./ascii-fold";
import { keyed, type PeerEntry, ranking } from "./engine";

const asItIs = (text: string): string => text;

/** minisearch with its own tokenizer on raw names; `fuzzy: 0.2` is what its README proposes. */
export const minisearch: PeerEntry = {
  title: "minisearch (fuzzy 0.2)",
  setting: "fuzzy 0.2, as its README proposes",
  queries: 90,
  build: async (names) => {
    const { keys, placesOf } = keyed(names, asItIs);
    const index = new MiniSearch<{ id: number; name: string }>({ fields: ["name"], searchOptions: { fuzzy: 0.2 } });
    index.addAll(keys.map((name, id) => ({ id, name })));
    return ranking((query, limit) => firstIds(index.search(query), limit), placesOf);
  },
};

/** minisearch on folded names, all words wanted. */
export const minisearchFolded = (fuzzy: number): PeerEntry => ({
  title: "any-ascii + minisearch",
  setting: `folded names, all words, fuzzy ${fuzzy}`,
  queries: 90,
  build: async (names) => {
    const { keys, placesOf } = keyed(names, foldAscii);
    const index = new MiniSearch<{ id: number; name: string }>({
      fields: ["name"],
      searchOptions: { fuzzy, combineWith: "AND" },
    });
    index.addAll(keys.map((name, id) => ({ id, name })));
    return ranking((query, limit) => firstIds(index.search(foldAscii(query)), limit), placesOf);
  },
});

const firstIds = (found: readonly { id: unknown }[], limit: number): number[] =>
  found.slice(0, limit).map(({ id }) => id as number);

/** fuzzysort in a snapshot, its fastest way. Its own threshold is 0.5. */
const fuzzysortOver = (
  title: string,
  setting: string,
  fold: (text: string) => string,
  threshold?: number,
): PeerEntry => ({
  title,
  setting,
  queries: 300,
  build: async (names) => {
    const { keys, numbers, placesOf } = keyed(names, fold);
    const snapshot = fuzzysort.snapshot(keys);
    const more = threshold === undefined ? {} : { threshold };
    return ranking(
      (query, limit) =>
        fuzzysort
          .go(fold(query), snapshot, { limit, ...more })
          .slice(0, limit)
          .map(({ target }) => numbers.get(target) as number),
      placesOf,
    );
  },
});

export const fuzzysortRaw: PeerEntry = fuzzysortOver("fuzzysort", "as it comes", asItIs);
export const fuzzysortFolded = (threshold: number): PeerEntry =>
  fuzzysortOver("any-ascii + fuzzysort", `folded names, threshold ${threshold}`, foldAscii, threshold);

const flexsearchOver = (
  title: string,
  setting: string,
  fold: (text: string) => string,
  options: { tokenize?: "strict" | "forward" | "tolerant"; encoder?: object },
): PeerEntry => ({
  title,
  setting,
  queries: 6000,
  build: async (names) => {
    const { keys, placesOf } = keyed(names, fold);
    const index = new Index(options);
    keys.forEach((text, id) => {
      index.add(id, text);
    });
    return ranking((query, limit) => index.search(fold(query), limit) as number[], placesOf);
  },
});

/** flexsearch on raw names with nothing set: whole words, no typos. */
export const flexsearchRaw: PeerEntry = flexsearchOver("flexsearch", "as it comes", asItIs, {});

/** flexsearch on folded names, one word a document part, forward tokenizer: prefixes, no typos. */
export const flexsearch: PeerEntry = flexsearchOver(
  "any-ascii + flexsearch (forward)",
  "folded names, forward",
  foldAscii,
  { tokenize: "forward" },
);

/** flexsearch with its own answers to typos: a tokenizer that forgives a letter, or encoders that drop differences of sound. */
export const flexsearchTolerant = (
  tokenize: "strict" | "forward" | "tolerant",
  encoder: "Default" | "LatinBalance" | "LatinAdvanced" | "LatinExtra",
): PeerEntry =>
  flexsearchOver("any-ascii + flexsearch", `folded names, ${tokenize}, ${encoder}`, foldAscii, {
    tokenize,
    encoder: Charset[encoder],
  });

/** fuse.js with its defaults on raw names. */
export const fuse: PeerEntry = {
  title: "fuse.js (defaults)",
  setting: "as it comes (threshold 0.6)",
  queries: 6,
  build: async (names) => {
    const { keys, placesOf } = keyed(names, asItIs);
    const index = new Fuse(keys);
    return ranking((query, limit) => index.search(query, { limit }).map(({ refIndex }) => refIndex), placesOf);
  },
};

/** fuse.js on folded names with a threshold. */
export const fuseFolded = (threshold: number): PeerEntry => ({
  title: "any-ascii + fuse.js",
  setting: `folded names, threshold ${threshold}`,
  queries: 6,
  build: async (names) => {
    const { keys, placesOf } = keyed(names, foldAscii);
    const index = new Fuse(keys, { threshold });
    return ranking(
      (query, limit) => index.search(foldAscii(query), { limit }).map(({ refIndex }) => refIndex),
      placesOf,
    );
  },
});
