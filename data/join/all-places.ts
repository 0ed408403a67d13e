import { existsSync } from "node:fs";
import type { PlaceRecord } from "../../src/types.js";
import type { Conflict } from "./conflicts.js";
import { addCuratedNames, curatedPlaces, curatedRenames } from "./curated.js";
import { medianPoint } from "./distance.js";
import { untagDoubtfulRussian } from "./doubtful-russian.js";
import { firstLevelUnits, oblastIsoOfKatottg, oblastNames } from "./first-level.js";
import { tellLanguagesByRussian } from "./names-by-russian.js";
import { neighbours } from "./neighbours.js";
import { addPhoneNames } from "./phone-names.js";
import { addTaggedNames } from "./tagged-names.js";
import { addToponym, inHeadlineOrder } from "./toponyms.js";
import { ukraine } from "./ukraine.js";

/** Everything the sources and the curated tables say, joined: all places, and what could not be settled. */
export interface Joined {
  places: PlaceRecord[];
  conflicts: Conflict[];
}

/** Countries and cities abroad, which keep foreign names from being taken for Ukrainian villages. */
async function abroadPlaces(): Promise<PlaceRecord[]> {
  const file = new URL("./abroad.ts", import.meta.url);
  if (!existsSync(file)) return [];
  const { abroad } = (await import(file.href)) as { abroad: () => PlaceRecord[] };
  return abroad();
}

/**
 * Joins all sources. Of places that two tables give under one id the first stays: the register, then neighbours, then abroad.
 *
 * @throws Error on a curated row that names no place or is malformed.
 */
export async function joinSources(): Promise<Joined> {
  const conflicts: Conflict[] = [];
  const byId = new Map<string, PlaceRecord>();
  const add = (places: readonly PlaceRecord[]): void => {
    for (const place of places) if (!byId.has(place.id)) byId.set(place.id, place);
  };
  add(ukraine(curatedRenames(), conflicts));
  add(firstLevelUnits());
  add(neighbours());
  const world = (await abroadPlaces()).filter((place) => {
    // Stress marks are for readers of encyclopedias: "Респу́блика".
    for (const name of place.toponyms) name.text = name.text.replace(/\u0301/g, "").normalize("NFC");
    if (place.toponyms.length > 0) return true;
    conflicts.push({ reason: "no-name", source: "abroad", row: place.id, name: "", detail: "" });
    return false;
  });
  add(world);
  add(curatedPlaces());

  const ukraineId = world.find((place) => place.class === "country" && place.country === "UA")?.id;
  for (const place of byId.values()) {
    if (place.country !== "UA" || place.within !== undefined || !place.id.startsWith("katottg:")) continue;
    if (ukraineId) place.within = ukraineId;
    const iso = oblastIsoOfKatottg(place.id.slice("katottg:".length));
    place.ids = { ...place.ids, "iso3166-2": iso };
    for (const name of oblastNames(iso)) addToponym(place.toponyms, name);
  }
  if (world.length === 0)
    for (const place of byId.values()) if (place.within && !byId.has(place.within)) delete place.within;
  placeForeignUnits(byId);
  addTaggedNames(byId.values());
  addPhoneNames(byId, conflicts);
  addCuratedNames(byId);
  tellLanguagesByRussian(byId.values());
  untagDoubtfulRussian(byId.values());
  for (const place of byId.values()) place.toponyms = inHeadlineOrder(place.toponyms);
  return { places: [...byId.values()], conflicts };
}

/** First-level units abroad lie in the middle of their places in GeoNames; hand-made rows crowd at the border and do not count. */
function placeForeignUnits(byId: ReadonlyMap<string, PlaceRecord>): void {
  const points = new Map<string, { lat: number; lon: number }[]>();
  for (const { id, within, lat, lon, precision } of byId.values()) {
    if (within === undefined || precision !== "point" || id.startsWith("allonym:")) continue;
    points.set(within, [...(points.get(within) ?? []), { lat: lat!, lon: lon! }]);
  }
  for (const [id, list] of points) {
    const unit = byId.get(id);
    const middle = medianPoint(list);
    if (unit?.lat !== undefined || !unit || unit.class === "country") continue;
    Object.assign(unit, { lat: middle!.lat, lon: middle!.lon, precision: "area" });
  }
}
