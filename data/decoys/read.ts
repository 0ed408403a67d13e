import { readFileSync } from "node:fs";

/** The lists that `select.ts` wrote, in the order in which a string that several have is given to the first. */
export const DECOY_LISTS = ["english", "abroad", "russian", "ukrainian"] as const;

/** One of {@link DECOY_LISTS}. */
export type DecoyList = (typeof DECOY_LISTS)[number];

/** The decoys of one list, sorted, in the form in which they are compared. */
export function readDecoys(list: DecoyList): string[] {
  return readFileSync(new URL(`${list}.txt`, import.meta.url), "utf8")
    .split("\n")
    .slice(0, -1);
}

/** All decoys of the shipped file. */
export function allDecoys(): string[] {
  return DECOY_LISTS.flatMap(readDecoys);
}
