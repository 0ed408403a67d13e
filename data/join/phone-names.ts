import type { PlaceRecord } from "../../src/types.js";
import { phoneTowns } from "../sources/phonenumbers/import.js";
import { cleanName } from "./clean-name.js";
import type { Conflict } from "./conflicts.js";
import { cyrillicKey } from "./name-keys.js";
import { addToponym } from "./toponyms.js";

const SOURCE = "phonenumbers";

const TOWN_CLASSES = new Set(["city", "settlement"]);

/** Language by which a country's towns are looked up: the one in which names are standardized, or the next best. */
const LOOKUP: Readonly<Record<string, readonly string[]>> = { UA: ["uk"], BY: ["ru", "be"], MD: ["ro", "ru"] };

/** Key without marks over letters: Bălţi is written with a cedilla or a comma, or neither. */
const lookupKey = (text: string): string =>
  cyrillicKey((cleanName(text)?.text ?? text).normalize("NFD").replace(/\p{M}/gu, ""));

/** The first-level unit above a place. */
function firstLevel(place: PlaceRecord, byId: ReadonlyMap<string, PlaceRecord>): PlaceRecord {
  let at = place;
  for (let above = byId.get(at.within ?? ""); above && above.class !== "country"; above = byId.get(at.within ?? "")) {
    at = above;
  }
  return at;
}

/**
 * Adds the names of towns behind area codes: Belarusian, Russian and English ones for Belarus and Moldova, English ones
 * for Ukraine. A town is found by its name among the towns of its country, or of the oblast that the row gives; where
 * that is not unique the row is listed and left out.
 */
export function addPhoneNames(byId: ReadonlyMap<string, PlaceRecord>, conflicts: Conflict[]): void {
  const index = new Map<string, PlaceRecord[]>();
  for (const place of byId.values()) {
    if (!TOWN_CLASSES.has(place.class) || !(place.country in LOOKUP)) continue;
    for (const name of place.toponyms) {
      // Belarusian and Russian share Cyrillic: an untagged or Russian spelling finds the place as well.
      const key = `${place.country} ${lookupKey(name.text)}`;
      const list = index.get(key) ?? [];
      if (!list.includes(place)) list.push(place);
      index.set(key, list);
    }
  }
  for (const town of phoneTowns()) {
    if (town.kind !== "town" || !(town.country in LOOKUP)) continue;
    const foundBy = (lang: string): PlaceRecord[] =>
      index.get(`${town.country} ${lookupKey(town.names[lang] ?? "")}`) ?? [];
    const lookup = LOOKUP[town.country].find((lang) => foundBy(lang).length > 0) ?? Object.keys(town.names).sort()[0];
    if (lookup === undefined) continue;
    const name = town.names[lookup];
    let found = foundBy(lookup);
    const oblast = town.oblast[lookup];
    if (oblast && found.length > 1) {
      // The oblast is given by its adjective or by its seat: Вінницька, Вінниця.
      const word = lookupKey(oblast).split(" ")[0];
      const key = word.slice(0, Math.max(3, Math.min(6, word.length - 2)));
      found = found.filter((place) =>
        firstLevel(place, byId).toponyms.some((unit) => lookupKey(unit.text).startsWith(key)),
      );
    }
    const cities = found.filter((place) => place.class === "city");
    const place = found.length === 1 ? found[0] : cities.length === 1 ? cities[0] : undefined;
    if (!place) {
      const reason = found.length === 0 ? "phone-town-unknown" : "phone-town-homonyms";
      const detail = found.map((each) => each.id).join("; ");
      conflicts.push({
        reason,
        source: SOURCE,
        row: town.prefix,
        name,
        detail: [oblast, detail].filter(Boolean).join(": "),
      });
      continue;
    }
    for (const [lang, text] of Object.entries(town.names)) {
      addToponym(place.toponyms, { text: cleanName(text)?.text ?? text, lang, status: "variant", source: SOURCE });
    }
  }
}
