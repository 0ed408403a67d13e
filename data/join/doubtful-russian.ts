import type { PlaceRecord } from "../../src/types.js";
import { cyrillicKey, unlikeness } from "./name-keys.js";

const GUESSED = "geonames-cities500";

/** Up to this share of different letters two names are forms of one. */
const SAME_NAME = 0.4;

/**
 * Takes the language `ru` back from names to which only their alphabet gave it, where a source tells the Russian name: GeoNames lists
 * the Belarusian, Kyrgyz and Ossetian forms too (Краснаармейск, Кыив, Донын Ростов), and they are not what Russian texts say. A name
 * unlike the told one stays: it may be an older Russian name.
 */
export function untagDoubtfulRussian(places: Iterable<PlaceRecord>): void {
  for (const place of places) {
    const told = place.toponyms.filter(({ lang, source }) => lang === "ru" && source !== GUESSED);
    if (told.length === 0) continue;
    const otherwise = new Set(
      place.toponyms
        .filter(({ lang, source }) => lang !== "ru" && source !== GUESSED)
        .map(({ text }) => cyrillicKey(text)),
    );
    place.toponyms = place.toponyms.flatMap((name) => {
      if (name.lang !== "ru" || name.source !== GUESSED || name.status !== "variant") return [name];
      if (otherwise.has(cyrillicKey(name.text))) return [];
      const nearest = Math.min(...told.map(({ text }) => unlikeness(name.text, text)));
      return nearest > 0 && nearest <= SAME_NAME ? [{ ...name, lang: "und-Cyrl" }] : [name];
    });
  }
}
