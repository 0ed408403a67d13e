import { type KatottgUnit, katottgFormerNames, katottgUnits } from "../sources/katottg/import.js";

/** The register in memory, with the questions the join asks of it. */
export interface Register {
  units: KatottgUnit[];
  byCode: Map<string, KatottgUnit>;
  children: Map<string, KatottgUnit[]>;
  /** Former names by code, as old editions and curated tables give them. */
  formerNames: Map<string, string[]>;
}

/** Is the unit a place where people live (city, settlement, village), not an area? */
export function isSettlement(unit: KatottgUnit): boolean {
  return unit.category === "K" || unit.category === "M" || unit.category === "X" || unit.category === "C";
}

/** Reads the register's snapshot. `curatedFormer` adds old names by code, so that old rows of other sources join too. */
export function readRegister(curatedFormer: ReadonlyMap<string, string[]>): Register {
  const units = katottgUnits();
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const children = new Map<string, KatottgUnit[]>();
  for (const unit of units) {
    const siblings = children.get(unit.parent);
    if (siblings) siblings.push(unit);
    else children.set(unit.parent, [unit]);
  }
  const formerNames = new Map<string, string[]>();
  const add = (code: string, name: string): void => {
    const names = formerNames.get(code) ?? [];
    if (!names.includes(name) && byCode.get(code)?.name !== name) names.push(name);
    formerNames.set(code, names);
  };
  for (const former of katottgFormerNames()) add(former.code, former.oldName);
  for (const [code, names] of curatedFormer) for (const name of names) add(code, name);
  return { units, byCode, children, formerNames };
}

/** Code of the raion the unit lies in, or of the first-level unit where there is no raion (Kyiv, Prypiat). */
export function raionCode(register: Register, unit: KatottgUnit): string {
  let at: KatottgUnit | undefined = unit;
  while (at) {
    if (at.category === "P" || at.parent === "") return at.code;
    at = register.byCode.get(at.parent);
  }
  return unit.code;
}

/** Code of the hromada the unit lies in, or "" for what lies in none. */
export function hromadaCode(register: Register, unit: KatottgUnit): string {
  let at: KatottgUnit | undefined = unit;
  while (at) {
    if (at.category === "H") return at.code;
    at = register.byCode.get(at.parent);
  }
  return "";
}
