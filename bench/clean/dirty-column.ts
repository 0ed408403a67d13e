/**
 * A table with a column of places typed by hand, and what each cell means.
 *
 *     npx tsx bench/clean/dirty-column.ts ROWS --zipf|--distinct [--seed N] > FILE.csv
 *
 * Columns: `id`, `name` (the dirty one), `oblast`, `note` (free text), `meant` (id of the place, empty for no place), `made` (how the
 * cell came about). Same rows, mode and seed: same bytes. No case forms: the library leads them back and does not make them.
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Writable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type ColumnMode, dirtyRows, HEADER } from "./dirty-rows";
import { type MeantPlace, meantPlaces } from "./meant-places";

const CHUNK = 1 << 20;

/** A cell of RFC 4180: quoted only where it must be. */
const csvCell = (text: string): string => (/[",\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes the table as CSV and waits where the reader is slower. */
export async function writeDirtyColumn(
  out: Writable,
  places: readonly MeantPlace[],
  rows: number,
  mode: ColumnMode,
  seed: number,
): Promise<void> {
  let chunk = `${HEADER.join(",")}\n`;
  for (const row of dirtyRows(places, rows, mode, seed)) {
    chunk += `${row.map(csvCell).join(",")}\n`;
    if (chunk.length < CHUNK) continue;
    if (!out.write(chunk)) await once(out, "drain");
    chunk = "";
  }
  if (!out.write(chunk)) await once(out, "drain");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [rows, ...options] = process.argv.slice(2);
  const mode = options.includes("--zipf") ? "zipf" : options.includes("--distinct") ? "distinct" : undefined;
  const seedAt = options.indexOf("--seed");
  const seed = seedAt < 0 ? 1 : Number(options[seedAt + 1]);
  if (!/^[1-9]\d*$/u.test(rows ?? "") || mode === undefined || !Number.isInteger(seed)) {
    console.error("usage: npx tsx bench/clean/dirty-column.ts ROWS --zipf|--distinct [--seed N] > FILE.csv");
    process.exitCode = 2;
  } else {
    const places = meantPlaces(
      readFileSync(fileURLToPath(new URL("../../data/compiled/allonym.bin", import.meta.url))),
    );
    await writeDirtyColumn(process.stdout, places, Number(rows), mode, seed);
  }
}
