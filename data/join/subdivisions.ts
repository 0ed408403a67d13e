import type { PlaceRecord } from "../../src/types.js";
import { geonamesSubdivisions } from "../sources/geonames-cities500/import.js";
import { OBLAST_BY_ADMIN1 } from "./oblast-codes.js";
import type { Register } from "./register.js";
import { addUkrainianAlternates } from "./toponyms.js";

/** Adds GeoNames ids and spellings to the oblasts and raions, which GeoNames codes by the register's own digits. */
export function addSubdivisionNames(register: Register, places: ReadonlyMap<string, PlaceRecord>): void {
  const byPrefix = new Map<string, PlaceRecord>();
  for (const unit of register.units) {
    const place = places.get(unit.code)!;
    if (unit.category === "P") byPrefix.set(unit.code.slice(2, 6), place);
    if (unit.category === "O") byPrefix.set(unit.code.slice(2, 4), place);
  }
  for (const unit of geonamesSubdivisions()) {
    const [country, admin1, admin2] = unit.code.split(".");
    if (country !== "UA") continue;
    const place = byPrefix.get(admin2 ?? OBLAST_BY_ADMIN1[admin1]);
    if (!place) continue;
    place.ids = { ...place.ids, geonames: unit.geonameid };
    // "Покровский район" and "Pokrovsk Raion" are spellings of the whole name, generic element and all.
    addUkrainianAlternates(place.toponyms, [unit.name, ...unit.alternates], "geonames-cities500");
  }
}
