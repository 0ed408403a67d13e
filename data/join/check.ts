import type { PlaceRecord } from "../../src/types.js";
import { hasMixedScriptWord } from "./clean-name.js";
import type { Conflict } from "./conflicts.js";
import { kilometres } from "./distance.js";

/** A settlement with a point of its own may lie this far from its raion's seat; the longest raion measures about 130 km. */
const FAR_FROM_RAION_SEAT_KM = 150;

const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;
/** Control characters, the combining acute of stress marks, and the mark of a broken encoding. */
const CONTROL = /\p{Cc}|\u0301|\ufffd/u;

/**
 * Everything that must hold for all records. Each fault is one line: place, what, expected.
 * A point far from its raion is no fault but a conflict: upstream may be wrong and a person has to look.
 */
export function checkRecords(places: readonly PlaceRecord[], conflicts: Conflict[]): string[] {
  const faults: string[] = [];
  const byId = new Map<string, PlaceRecord>();
  for (const place of places) {
    if (byId.has(place.id)) faults.push(`${place.id}: the id stands twice, expected once`);
    byId.set(place.id, place);
  }
  const seatOfRaion = new Map<string, PlaceRecord>();
  for (const place of places) for (const area of place.seatOf ?? []) seatOfRaion.set(area, place);

  for (const place of places) {
    const say = (what: string): number => faults.push(`${place.id}: ${what}`);
    if (!/^(katottg:UA\d{17}|geonames:\d+|allonym:[a-z0-9]+(-[a-z0-9]+)*)$/.test(place.id))
      say("id is no CURIE of ours");
    if (!/^[A-Z]{2}(-[A-Z]{2})*$/.test(place.country)) say(`country "${place.country}", expected ISO 3166-1 alpha-2`);
    for (const area of place.seatOf ?? []) if (!byId.has(area)) say(`seat of ${area}, which does not exist`);
    const chain = new Set([place.id]);
    for (let at: PlaceRecord | undefined = place; at?.within !== undefined; ) {
      const above: PlaceRecord | undefined = byId.get(at.within);
      if (!above) say(`within ${at.within}, which does not exist`);
      else if (chain.has(above.id)) say(`lies within itself by way of ${above.id}`);
      at = above && !chain.has(above.id) ? above : undefined;
      if (above) chain.add(above.id);
    }
    if (place.toponyms.length === 0) say("no name, expected one at least");
    for (const { text, status, from, to, act, source, lang } of place.toponyms) {
      if (text === "" || text !== text.trim() || text !== text.normalize("NFC"))
        say(`name "${text}" is empty, padded or not NFC`);
      if (CONTROL.test(text)) say(`name "${text}" holds a control character or a stress mark`);
      if (hasMixedScriptWord(text)) say(`name "${text}" mixes Latin and Cyrillic in one word`);
      if (status === "former" && !act && !source) say(`former name "${text}" has neither act nor source`);
      if (!source || !lang) say(`name "${text}" has no source or language`);
      for (const date of [from, to])
        if (date !== undefined && !DATE.test(date)) say(`date "${date}", expected YYYY[-MM[-DD]]`);
    }
    const { lat, lon } = place;
    if ((lat === undefined) !== (lon === undefined)) say("one of lat and lon is missing");
    if (lat === undefined || lon === undefined) continue;
    if (Math.abs(lat) > 90 || Math.abs(lon) > 180 || !Number.isFinite(lat + lon))
      say(`point ${lat}, ${lon} out of range`);
    if (place.precision !== "point") continue;
    const seat = raionSeat(place, byId, seatOfRaion);
    const km = seat ? kilometres(lat, lon, seat.lat!, seat.lon!) : 0;
    if (km > FAR_FROM_RAION_SEAT_KM) {
      conflicts.push({
        reason: "far-from-raion-seat",
        source: "records",
        row: place.id,
        name: place.toponyms[0].text,
        detail: `${Math.round(km)} km from ${seat!.id}`,
      });
    }
  }
  return faults;
}

function raionSeat(
  place: PlaceRecord,
  byId: ReadonlyMap<string, PlaceRecord>,
  seats: ReadonlyMap<string, PlaceRecord>,
): PlaceRecord | undefined {
  for (let at: PlaceRecord | undefined = place, steps = 0; at && steps < 8; steps++) {
    if (at.class === "raion") {
      const seat = seats.get(at.id);
      return seat?.lat === undefined ? undefined : seat;
    }
    at = at.within === undefined ? undefined : byId.get(at.within);
  }
  return undefined;
}
