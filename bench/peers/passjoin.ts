import fastLevenshtein from "fast-levenshtein";
import { PassjoinIndex } from "mnemonist";
import { ANY_ASCII, type Fold, foldAscii } from "./ascii-fold";
import { type EngineEntry, keyed, type PeerEntry, ranking } from "./engine";

const distance = (one: string, other: string): number => fastLevenshtein.get(one, other);

/** Edits that are forgiven: two whatever the length, or one in names of up to six letters. */
export type EditLimit = "2" | "1 up to 6 letters, else 2";

export const mostEdits = (limit: EditLimit, letters: number): number => (limit !== "2" && letters <= 6 ? 1 : 2);

/** Every name within two edits, nearest first. The index answers a set in no order; the nearest must be picked to have an answer at all. */
export function passjoinWith(
  { title, fold }: Fold,
  options: { exactFirst?: boolean; edits?: EditLimit } = {},
): PeerEntry {
  const { exactFirst = false, edits = "2" } = options;
  return {
    title: exactFirst ? `${title} + Map, then PassjoinIndex(2)` : `${title} + mnemonist PassjoinIndex(2)`,
    setting: edits === "2" ? "as it comes" : `edits: ${edits}`,
    queries: 6000,
    build: async (names) => {
      const { keys, numbers, placesOf } = keyed(names, fold);
      const index = PassjoinIndex.from(keys, distance, 2);
      const rank = (query: string, limit: number): number[] => {
        const folded = fold(query);
        if (exactFirst) {
          const exact = numbers.get(folded);
          if (exact !== undefined) return [exact];
        }
        const most = mostEdits(edits, folded.length);
        if (limit === 1) {
          let best = "";
          let least = most + 1;
          for (const candidate of index.search(folded)) {
            const letters = distance(folded, candidate);
            if (letters < least) {
              least = letters;
              best = candidate;
            }
          }
          return least > most ? [] : [numbers.get(best) as number];
        }
        return [...index.search(folded)]
          .map((candidate) => ({ candidate, letters: distance(folded, candidate) }))
          .filter(({ letters }) => letters <= most)
          .sort((one, other) => one.letters - other.letters)
          .slice(0, limit)
          .map(({ candidate }) => numbers.get(candidate) as number);
      };
      return ranking(rank, placesOf);
    },
  };
}

/** The best that npm offers for this job: every name within two edits. */
export const passjoin: PeerEntry = passjoinWith(ANY_ASCII);

/** The same behind a Map of exact names, as a careful user would write it. */
export const mapThenPassjoin: PeerEntry = passjoinWith(ANY_ASCII, { exactFirst: true });

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
