import fastLevenshtein from "fast-levenshtein";
import { ANY_ASCII, type Fold } from "./ascii-fold";
import { keyed, type PeerEntry, ranking } from "./engine";
import { type EditLimit, mostEdits } from "./passjoin";

/** The plain way: compare with every folded name, take the nearest within two edits. */
export function levenshteinOver({ title, fold }: Fold, edits: EditLimit = "2"): PeerEntry {
  return {
    title: `${title} + fast-levenshtein over all`,
    setting: edits === "2" ? "edits: 2" : `edits: ${edits}`,
    queries: 30,
    build: async (names) => {
      const { keys, placesOf } = keyed(names, fold);
      const rank = (query: string, limit: number): number[] => {
        const folded = fold(query);
        const most = mostEdits(edits, folded.length);
        const near: number[][] = Array.from({ length: most + 1 }, () => []);
        for (let key = 0; key < keys.length; key++) {
          const letters = fastLevenshtein.get(folded, keys[key]);
          if (letters <= most) near[letters].push(key);
        }
        return near.flat().slice(0, limit);
      };
      return ranking(rank, placesOf);
    },
  };
}

export const levenshteinScan: PeerEntry = levenshteinOver(ANY_ASCII);
