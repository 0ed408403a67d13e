import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PlaceRecord } from "../src/types.js";
import { joinSources } from "./join/all-places.js";
import { checkRecords } from "./join/check.js";
import { formatConflicts, writeConflicts } from "./join/conflicts.js";
import { formatRecords, recordFiles, recordText, writeRecords } from "./join/write-records.js";

/** All places as they lie in `data/records`, file by file and line by line: what `compile` reads. */
export function readRecords(): PlaceRecord[] {
  return recordFiles().flatMap((file) =>
    recordText(file)
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as PlaceRecord),
  );
}

/**
 * Joins the sources and writes `data/records/` and `data/join/conflicts.tsv`; with `check` it writes nothing and
 * compares. Returns what is wrong, one line each: faults of the data first, then files that differ.
 */
export async function buildRecords(options: { check?: boolean } = {}): Promise<string[]> {
  const { places, conflicts } = await joinSources();
  const wrong = checkRecords(places, conflicts);
  if (wrong.length > 0) return wrong;
  if (!options.check) {
    writeRecords(places);
    writeConflicts(conflicts);
    return [];
  }
  const files = formatRecords(places);
  for (const file of recordFiles())
    if (!files.has(file)) wrong.push(`data/records/${file}: stands on disk, expected not to`);
  const onDisk = new Set(recordFiles());
  for (const [file, text] of files) {
    if (!onDisk.has(file) || recordText(file) !== text)
      wrong.push(`data/records/${file}: differs from what the sources give`);
  }
  const conflictsFile = new URL("join/conflicts.tsv", import.meta.url);
  if (readFileSync(conflictsFile, "utf8") !== formatConflicts(conflicts)) {
    wrong.push("data/join/conflicts.tsv: differs from what the sources give");
  }
  return wrong;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wrong = await buildRecords({ check: process.argv.includes("--check") });
  for (const line of wrong.slice(0, 50)) console.error(line);
  if (wrong.length > 50) console.error(`and ${wrong.length - 50} more`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
