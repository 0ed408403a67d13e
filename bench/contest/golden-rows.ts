import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { placeIndex } from "../../src/gazetteer/place";
import { decide } from "../../src/resolve/decide";
import type { ResolveOptions } from "../../src/resolve/options";
import type { BenchNames } from "../names";
import { mulberry32 } from "../seeded-random";

/** One row of the project's own golden tables, as the bench asks it. */
export interface GoldenRow {
  /** name of the table, {@link NOTHING} or {@link ELSEWHERE} */
  kind: string;
  name: string;
  options: ResolveOptions | null;
  /** the place that is meant, if it is one of the four countries; empty too where this file does not hold it, so that nobody is right */
  wanted: readonly number[];
  /** whether the hints leave a place in; everything is, where the row has none */
  accept: (place: number) => boolean;
}

export interface GoldenRows {
  rows: GoldenRow[];
  /** rows whose place is not in this file */
  unheld: number;
  /** rows left out, because they expect `ambiguous` without saying which place is likeliest */
  undecided: number;
}

/** Words and names that mean no place. */
export const NOTHING = "nothing meant";
/** Names of places of other countries, which must not lead to one of UA, RU, BY or MD. */
export const ELSEWHERE = "elsewhere meant";

/** Whether an answer to rows of the kind is wrong whatever it is. */
export const isNegative = (kind: string): boolean => kind === NOTHING || kind === ELSEWHERE;

function tables(folder: string): string[] {
  const split = join(folder, "resolve");
  if (existsSync(split)) {
    return readdirSync(split)
      .filter((file) => file.endsWith(".tsv"))
      .sort()
      .map((file) => join(split, file));
  }
  return [join(folder, "resolve.tsv")];
}

/** Reads a golden table: `#` comments, a header, tab-separated rows. */
function readTable(path: string): Record<string, string>[] {
  const lines = readFileSync(path, "utf8").split("\n");
  const [header, ...rows] = lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  return rows.map((cells) => Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ""])));
}

/**
 * The golden rows of a folder (`resolve/*.tsv`, or `resolve.tsv`) in an order drawn once for all: an engine that has no time for
 * all of them has answered an even sample.
 */
export function readGoldenRows(folder: string, names: BenchNames, seed: number): GoldenRows {
  const { gazetteer } = names;
  const benched = new Set(names.places.flat());
  const golden: GoldenRows = { rows: [], unheld: 0, undecided: 0 };
  for (const path of tables(folder)) {
    for (const { name, options, id, status } of readTable(path)) {
      const hints = options ? (JSON.parse(options) as ResolveOptions) : null;
      const accept = acceptOf(names, hints);
      const table = basename(path, ".tsv");
      const place = id ? placeIndex(gazetteer, id) : -1;
      if (status === "none") golden.rows.push({ kind: NOTHING, name, options: hints, wanted: [], accept });
      else if (!id) golden.undecided++;
      else if (place < 0) {
        golden.unheld++;
        golden.rows.push({ kind: table, name, options: hints, wanted: [], accept });
      } else if (benched.has(place)) golden.rows.push({ kind: table, name, options: hints, wanted: [place], accept });
      else {
        // Only the first answer counts: that it lies elsewhere, as only allonym can say, is right.
        const here = (one: number): boolean => benched.has(one);
        golden.rows.push({ kind: ELSEWHERE, name, options: hints, wanted: [], accept: here });
      }
    }
  }
  const random = mulberry32(seed);
  for (let at = golden.rows.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [golden.rows[at], golden.rows[other]] = [golden.rows[other], golden.rows[at]];
  }
  return golden;
}

/** What `within`, `country` and `class` leave in, as allonym reads them. A hint that it refuses leaves everything in. */
function acceptOf({ gazetteer }: BenchNames, options: ResolveOptions | null): (place: number) => boolean {
  if (!options) return () => true;
  try {
    return decide(gazetteer, "", options).area.accept;
  } catch {
    return () => true;
  }
}
