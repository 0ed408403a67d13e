import { allonymDecide, allonymMatch, allonymResolve } from "./allonym";
import { ANY_ASCII, TRANSLITERATION } from "./ascii-fold";
import type { PeerEntry } from "./engine";
import { asciiMapRanking } from "./exact-map";
import { levenshteinOver } from "./levenshtein-scan";
import { mapThenPassjoin, passjoin, passjoinWith } from "./passjoin";
import type { TrigramVariant } from "./postgres";
import { didYouMeanFolded, didYouMeanRaw, fastFuzzy, fastFuzzyFolded, fuzzballFolded, fuzzballRaw } from "./similarity";
import {
  flexsearch,
  flexsearchRaw,
  flexsearchTolerant,
  fuse,
  fuseFolded,
  fuzzysortFolded,
  fuzzysortRaw,
  minisearch,
  minisearchFolded,
} from "./text-search";

/** What the Python process is told. */
export interface PythonVariant {
  engine: "rapidfuzz" | "names-translator";
  folded?: boolean;
  scorer?: "WRatio" | "ratio";
  cutoff?: number;
}

/** A peer by where it runs. */
export type Peer =
  | { kind: "node"; title: string; setting: string; peer: PeerEntry }
  | { kind: "postgres"; title: string; setting: string; variant: TrigramVariant }
  | { kind: "python"; title: string; setting: string; variant: PythonVariant };

/** `title` where the setting, which has a column of its own here, stands in the title of the other bench. */
const node = (peer: PeerEntry, title = peer.title): Peer => ({ kind: "node", title, setting: peer.setting, peer });

const trigrams = (variant: TrigramVariant): Peer => ({
  kind: "postgres",
  title: variant.folded ? "any-ascii + PostgreSQL pg_trgm" : "PostgreSQL pg_trgm",
  setting: variant.folded ? `folded names, GIN, threshold ${variant.threshold}` : "GIN, as it comes (threshold 0.3)",
  variant,
});

const rapidfuzz = (scorer: "WRatio" | "ratio", cutoff?: number): Peer => ({
  kind: "python",
  title: cutoff === undefined ? "rapidfuzz `extractOne`" : "anyascii + rapidfuzz `extractOne`",
  setting: cutoff === undefined ? `as it comes (${scorer}, no cutoff)` : `folded names, ${scorer}, cutoff ${cutoff}`,
  variant: { engine: "rapidfuzz", scorer, folded: cutoff !== undefined, ...(cutoff !== undefined && { cutoff }) },
});

/** Everything that `bench:peers` measures. The numbers of the tuned rows are those that `bench:peers -- --settings` found best. */
export const PEERS: Record<string, Peer> = {
  resolve: node(allonymResolve),
  decide: node(allonymDecide),
  match: node(allonymMatch),
  asciiMap: node(asciiMapRanking),
  passjoin: node(passjoin),
  passjoinTuned: node(passjoinWith(ANY_ASCII, { edits: "1 up to 6 letters, else 2" })),
  mapThenPassjoin: node(mapThenPassjoin),
  transliterationPassjoin: node(passjoinWith(TRANSLITERATION)),
  levenshtein: node(levenshteinOver(ANY_ASCII)),
  levenshteinTuned: node(levenshteinOver(ANY_ASCII, "1 up to 6 letters, else 2")),
  transliterationLevenshtein: node(levenshteinOver(TRANSLITERATION)),
  flexsearch: node(flexsearchRaw),
  flexsearchForward: node(flexsearch, "any-ascii + flexsearch"),
  flexsearchTuned: node(flexsearchTolerant("tolerant", "Default")),
  minisearch: node(minisearch, "minisearch"),
  minisearchTuned: node(minisearchFolded(0.2)),
  fuzzysort: node(fuzzysortRaw),
  fuzzysortTuned: node(fuzzysortFolded(0.3)),
  fuse: node(fuse, "fuse.js"),
  fuseTuned: node(fuseFolded(0.2)),
  fastFuzzy: node(fastFuzzy),
  fastFuzzyTuned: node(fastFuzzyFolded(0.7)),
  fuzzball: node(fuzzballRaw),
  fuzzballTuned: node(fuzzballFolded(85)),
  didYouMean: node(didYouMeanRaw),
  didYouMeanTuned: node(didYouMeanFolded(0.75)),
  trigrams: trigrams({ folded: false, threshold: 0.3 }),
  trigramsTuned: trigrams({ folded: true, threshold: 0.4 }),
  rapidfuzz: rapidfuzz("WRatio"),
  rapidfuzzWRatio: rapidfuzz("WRatio", 92),
  rapidfuzzRatio: rapidfuzz("ratio", 85),
  namesTranslator: {
    kind: "python",
    title: "names-translator + dict",
    setting: "all spellings it generates of each name, exact look-up",
    variant: { engine: "names-translator" },
  },
};

/** The settings that were tried for the tuned rows, by the key of the row. */
export const SETTINGS: Record<string, Peer> = {
  ...Object.fromEntries(
    [0.1, 0.2, 0.25, 0.3, 0.4].map((fuzzy) => [`minisearch ${fuzzy}`, node(minisearchFolded(fuzzy))]),
  ),
  ...Object.fromEntries([0.1, 0.2, 0.3, 0.5, 0.7].map((least) => [`fuzzysort ${least}`, node(fuzzysortFolded(least))])),
  ...Object.fromEntries([0.1, 0.2, 0.3, 0.4].map((most) => [`fuse ${most}`, node(fuseFolded(most))])),
  ...Object.fromEntries(
    [0.65, 0.7, 0.75, 0.8, 0.85].map((least) => [`fastFuzzy ${least}`, node(fastFuzzyFolded(least))]),
  ),
  ...Object.fromEntries([75, 80, 85, 88, 90].map((least) => [`fuzzball ${least}`, node(fuzzballFolded(least))])),
  ...Object.fromEntries([0.7, 0.75, 0.8, 0.85].map((least) => [`didYouMean ${least}`, node(didYouMeanFolded(least))])),
  ...Object.fromEntries(
    (["strict", "forward", "tolerant"] as const).flatMap((tokenize) =>
      (["Default", "LatinBalance", "LatinAdvanced", "LatinExtra"] as const).map((encoder) => [
        `flexsearch ${tokenize} ${encoder}`,
        node(flexsearchTolerant(tokenize, encoder)),
      ]),
    ),
  ),
  "passjoin 2": node(passjoin),
  "passjoin by length": node(passjoinWith(ANY_ASCII, { edits: "1 up to 6 letters, else 2" })),
  ...Object.fromEntries(
    [0.35, 0.4, 0.45, 0.5, 0.55, 0.6].map((threshold) => [
      `trigrams ${threshold}`,
      trigrams({ folded: true, threshold }),
    ]),
  ),
  ...Object.fromEntries(
    [75, 80, 85, 88, 90].map((cutoff) => [`rapidfuzz ratio ${cutoff}`, rapidfuzz("ratio", cutoff)]),
  ),
  ...Object.fromEntries([85, 88, 90, 92].map((cutoff) => [`rapidfuzz WRatio ${cutoff}`, rapidfuzz("WRatio", cutoff)])),
};

/** @throws Error where no peer has the key */
export function peerOf(key: string): Peer {
  const peer = PEERS[key] ?? SETTINGS[key];
  if (!peer) throw new Error(`no peer has the key ${key}`);
  return peer;
}
