import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "../src/compile/compile";
import { Gazetteer } from "../src/gazetteer/gazetteer";
import { allDecoys } from "./decoys/read";
import { deriveNames } from "./derivation/derive";
import { DATA_DATE, SOURCES } from "./editions";
import { buildRecords, readRecords } from "./records";

const COMPILED = new URL("compiled/allonym.bin", import.meta.url);
const FINGERPRINTS = new URL("fingerprints.tsv", import.meta.url);

/** The shipped gazetteer, made from `data/records`, the fitted derivation rules and the decoys. Same records, same bytes. */
export function buildGazetteer(): Uint8Array {
  return compile(readRecords(), {
    title: "Ukraine, the places of Russia, Belarus and Moldova, and the large cities of the world",
    dataDate: DATA_DATE,
    sources: SOURCES,
    ...deriveNames(),
    decoys: allDecoys(),
  });
}

/** One line a section: name, elements, bytes, SHA-256. What a change of the data did to the file shows in the diff of these lines. */
export function fingerprints(file: Uint8Array): string {
  const { columns } = Gazetteer.from(file);
  const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const rows = Object.entries(columns).map(([name, column]) => {
    const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    return [name, column.length, column.byteLength, hash(bytes)].join("\t");
  });
  return ["section\telements\tbytes\tsha256", ...rows, `file\t\t${file.byteLength}\t${hash(file)}`, ""].join("\n");
}

/**
 * `tsx data/build.ts` compiles the records; `--check` proves first that the sources still give these records, and compares the
 * fingerprints with the committed ones instead of writing them.
 */
async function main(check: boolean): Promise<void> {
  const wrong = check ? await buildRecords({ check: true }) : [];
  const file = buildGazetteer();
  const now = fingerprints(file);
  if (!check) writeFileSync(FINGERPRINTS, now);
  else if (!existsSync(FINGERPRINTS) || readFileSync(FINGERPRINTS, "utf8") !== now) {
    wrong.push("data/fingerprints.tsv differs from the file just compiled; run `npm run data` and commit what changed");
  }
  mkdirSync(new URL("compiled/", import.meta.url), { recursive: true });
  writeFileSync(COMPILED, file);
  for (const line of wrong.slice(0, 50)) console.error(line);
  if (wrong.length > 50) console.error(`and ${wrong.length - 50} more`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
  console.error(`data/compiled/allonym.bin: ${(file.byteLength / 1e6).toFixed(2)} MB`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes("--check"));
