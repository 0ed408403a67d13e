import { allonymDecide, allonymLookup, allonymLookupPlaces, allonymResolve } from "./allonym";
import type { EngineEntry } from "./engine";
import { asciiMap, rawMap } from "./exact-map";
import { levenshteinScan } from "./levenshtein-scan";
import { mapThenPassjoin, passjoin, passjoinUnordered } from "./passjoin";
import { flexsearch, fuse, fuzzysortRaw, minisearch } from "./text-search";

/** Engines of the exact bench: every query is a name as it stands. */
export const EXACT: Record<string, EngineEntry> = {
  rawMap,
  asciiMap,
  lookupPlaces: allonymLookupPlaces,
  lookup: allonymLookup,
  exactResolve: allonymResolve,
};

/** Engines of the mixed bench. */
export const MIXED: Record<string, EngineEntry> = {
  decide: allonymDecide,
  resolve: allonymResolve,
  passjoinUnordered,
  passjoin,
  mapThenPassjoin,
  flexsearch,
  fuzzysort: fuzzysortRaw,
  minisearch,
  levenshteinScan,
  fuse,
};
