import { readTsv } from "../../join/read-tsv.js";

/** Categories of the register: oblast, city with special status, raion, hromada, city, settlement, village, city district. */
export type KatottgCategory = "O" | "K" | "P" | "H" | "M" | "X" | "C" | "B";

/** One unit of the register as it stands in the newest snapshot. */
export interface KatottgUnit {
  code: string;
  /** Code of the unit that directly holds it; empty on the first level. */
  parent: string;
  category: KatottgCategory;
  name: string;
}

/** A name that stood in an older edition and does not stand in the newest. */
export interface KatottgFormerName {
  code: string;
  category: KatottgCategory;
  oldName: string;
  newName: string;
  /** Date of the edition in which the old name stands: the name was in force then. */
  edition: string;
}

/** A unit of an older edition whose code is gone: merged, abolished, or re-coded under another hromada. */
export interface KatottgVanishedUnit {
  code: string;
  parent: string;
  category: KatottgCategory;
  name: string;
  edition: string;
}

/** All units of the newest edition, sorted by code, so that a parent of the same branch comes before its children. */
export function katottgUnits(): KatottgUnit[] {
  return readTsv(new URL("units.tsv", import.meta.url)).map((row) => ({
    code: row.code,
    parent: row.parent,
    category: row.category as KatottgCategory,
    name: row.name,
  }));
}

/** Names that older editions had. A name that two older editions share comes once, with the later edition. */
export function katottgFormerNames(): KatottgFormerName[] {
  const latest = new Map<string, KatottgFormerName>();
  for (const row of readTsv(new URL("former-names.tsv", import.meta.url))) {
    const key = `${row.code} ${row.oldName}`;
    const known = latest.get(key);
    if (known && known.edition >= row.edition) continue;
    latest.set(key, {
      code: row.code,
      category: row.category as KatottgCategory,
      oldName: row.oldName,
      newName: row.newName,
      edition: row.edition,
    });
  }
  return [...latest.values()];
}

/** Units that older editions had and the newest has not. The join lists them; it invents no place for them. */
export function katottgVanishedUnits(): KatottgVanishedUnit[] {
  return readTsv(new URL("vanished-units.tsv", import.meta.url)).map((row) => ({
    code: row.code,
    parent: row.parent,
    category: row.category as KatottgCategory,
    name: row.name,
    edition: row.edition,
  }));
}
