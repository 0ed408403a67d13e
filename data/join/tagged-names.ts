import type { PlaceRecord, ToponymRecord } from "../../src/types.js";
import { taggedNamesByKey } from "../sources/libgeonames-common/import.js";
import { cyrillicKey, unlikeness } from "./name-keys.js";

const SOURCE = "libgeonames-common";

/** Above this a tagged Russian name is neither of the present nor of a former Ukrainian name: GeoNames has slips there. */
const LIKE_ENOUGH = 0.5;

/** Does a tagged name of a Ukrainian place pass? The importer has tested the alphabet; here its likeness is tested. */
function passes(place: PlaceRecord, lang: string, text: string): boolean {
  if (lang !== "ru" && lang !== "uk") return true;
  const ukrainian = place.toponyms.filter((name) => name.lang === "uk");
  if (lang === "ru" && /[сцз]ьк/u.test(text)) return false;
  return ukrainian.some((name) => unlikeness(text, name.text) <= LIKE_ENOUGH);
}

/**
 * Adds the names to which GeoNames gives a language, for the towns it knows well. A name that stands untagged already
 * gets its language. The tagged Russian name goes before the untagged ones when it is the form of today's name.
 */
export function addTaggedNames(places: Iterable<PlaceRecord>): void {
  const tagged = taggedNamesByKey();
  for (const place of places) {
    const names = tagged.get(place.ids?.geonames ?? "");
    if (!names || place.class === "country" || place.class === "oblast") continue;
    const registered = place.id.startsWith("katottg:");
    for (const { lang, text } of names) {
      if (registered && !passes(place, lang, text)) continue;
      const findAs = (accept: (other: string) => boolean): number =>
        place.toponyms.findIndex((name) => cyrillicKey(name.text) === cyrillicKey(text) && accept(name.lang));
      const inLang = findAs((other) => other === lang);
      const same = inLang >= 0 ? inLang : findAs((other) => other.startsWith("und-"));
      const known = same >= 0 ? place.toponyms[same] : undefined;
      if (known?.lang === lang && known.status !== "variant") continue;
      const toponym: ToponymRecord = known
        ? { ...known, text, lang, source: SOURCE }
        : { text, lang, status: "variant", source: SOURCE };
      if (same >= 0) place.toponyms.splice(same, 1);
      const current = place.toponyms.find((name) => name.status === "standardized" && name.lang === "uk");
      const first = !registered || lang !== "ru" || (current && unlikeness(text, current.text) <= LIKE_ENOUGH);
      if (first) {
        const at = place.toponyms.findIndex((name) => name.lang === lang && name.status === "variant");
        place.toponyms.splice(at < 0 ? place.toponyms.length : at, 0, toponym);
      } else place.toponyms.push(toponym);
    }
  }
}
