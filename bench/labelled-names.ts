import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ResolveOptions } from "../src/resolve/options";

/** One row of a labelled set: `gold` holds the ids that are accepted, none when no place of the region is meant. */
export interface LabelledName {
  name: string;
  hints?: ResolveOptions;
  gold: string[];
}

/** The sets of a folder `*.ndjson`, by name. */
export function readLabelledNames(directory: string): Map<string, LabelledName[]> {
  const sets = new Map<string, LabelledName[]>();
  for (const file of readdirSync(directory).sort()) {
    if (!file.endsWith(".ndjson")) continue;
    const lines = readFileSync(join(directory, file), "utf8").split("\n").filter(Boolean);
    sets.set(
      file.slice(0, -".ndjson".length),
      lines.map((line) => JSON.parse(line) as LabelledName),
    );
  }
  return sets;
}

/** Countries whose places count as answers; all others are decoys. */
export const REGION: ReadonlySet<string> = new Set(["UA", "RU", "BY", "MD"]);
