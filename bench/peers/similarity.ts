import didYouMean from "didyoumean2";
import { Searcher } from "fast-fuzzy";
import { extract } from "fuzzball";
import { foldAscii } from "./ascii-fold";
import { keyed, type PeerEntry, ranking } from "./engine";

const asItIs = (text: string): string => text;

interface Scored {
  setting: string;
  folded: boolean;
  cutoff?: number;
}

/** fast-fuzzy: a trie, searched for the part of a name that is like the query (Sellers), or for whole names. */
const fastFuzzyWith = ({ setting, folded, cutoff }: Scored): PeerEntry => ({
  title: folded ? "any-ascii + fast-fuzzy" : "fast-fuzzy",
  setting,
  queries: 30,
  build: async (names) => {
    const fold = folded ? foldAscii : asItIs;
    const { keys, numbers, placesOf } = keyed(names, fold);
    const options = cutoff === undefined ? {} : { threshold: cutoff, useSellers: false };
    const searcher = new Searcher(keys, options);
    return ranking(
      (query, limit) =>
        searcher
          .search(fold(query))
          .slice(0, limit)
          .map((text) => numbers.get(text) as number),
      placesOf,
    );
  },
});

export const fastFuzzy: PeerEntry = fastFuzzyWith({ setting: "as it comes (threshold 0.6)", folded: false });
export const fastFuzzyFolded = (cutoff: number): PeerEntry =>
  fastFuzzyWith({ setting: `folded names, whole names (no Sellers), threshold ${cutoff}`, folded: true, cutoff });

/** fuzzball's `extract`: a ratio with every name. */
const fuzzballWith = ({ setting, folded, cutoff }: Scored): PeerEntry => ({
  title: folded ? "any-ascii + fuzzball" : "fuzzball",
  setting,
  queries: 6,
  build: async (names) => {
    const fold = folded ? foldAscii : asItIs;
    const { keys, placesOf } = keyed(names, fold);
    // Folded names are processed already; doing it again for every name and query would only be slower.
    const options = cutoff === undefined ? {} : { cutoff, full_process: false };
    return ranking(
      (query, limit) => extract(fold(query), keys, { ...options, limit }).map(([, , key]) => key),
      placesOf,
    );
  },
});

export const fuzzballRaw: PeerEntry = fuzzballWith({ setting: "as it comes (ratio, no cutoff)", folded: false });
export const fuzzballFolded = (cutoff: number): PeerEntry =>
  fuzzballWith({ setting: `folded names, ratio, cutoff ${cutoff}`, folded: true, cutoff });

/** didyoumean2: a similarity with every name. */
const didYouMeanWith = ({ setting, folded, cutoff }: Scored): PeerEntry => ({
  title: folded ? "any-ascii + didyoumean2" : "didyoumean2",
  setting,
  queries: 30,
  build: async (names) => {
    const fold = folded ? foldAscii : asItIs;
    const { keys, numbers, placesOf } = keyed(names, fold);
    const options = {
      ...(cutoff === undefined ? {} : { threshold: cutoff }),
      ...(folded ? { caseSensitive: true, trimSpaces: false } : {}),
    };
    return ranking((query, limit) => {
      const returnType = limit === 1 ? "first-closest-match" : "all-sorted-matches";
      const found = didYouMean(fold(query), keys, { ...options, returnType });
      const texts = found === null ? [] : typeof found === "string" ? [found] : found.slice(0, limit);
      return texts.map((text) => numbers.get(text) as number);
    }, placesOf);
  },
});

export const didYouMeanRaw: PeerEntry = didYouMeanWith({ setting: "as it comes (similarity 0.4)", folded: false });
export const didYouMeanFolded = (cutoff: number): PeerEntry =>
  didYouMeanWith({ setting: `folded names, similarity ${cutoff}`, folded: true, cutoff });
