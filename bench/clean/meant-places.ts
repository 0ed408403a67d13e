import { Gazetteer, type Place, type Toponym, toponyms } from "../../src/core";
import { placeAt } from "../../src/gazetteer/place";

/** Oblast and language of a cell: how the data team that made the column may have written it. */
export interface UnitNames {
  uk: string;
  ru: string;
  en: string;
}

/** A place that a cell may mean, with what the generator makes cells of. */
export interface MeantPlace {
  id: string;
  class: "city" | "settlement" | "village";
  country: string;
  names: UnitNames;
  /** The outermost unit below the country: the oblast, of a village of Sevastopol the city, of Kyiv itself */
  oblast: UnitNames;
  /** attested names of other times, in Ukrainian, Russian or English */
  former: Spelling[];
  /** attested names beside the headline ones, in the same languages */
  others: Spelling[];
}

/** A name and the language whose generic elements go with it. */
export interface Spelling {
  text: string;
  lang: "uk" | "ru" | "en";
}

const COUNTRIES: ReadonlySet<string> = new Set(["UA", "RU", "BY", "MD"]);
const SETTLED: ReadonlySet<string> = new Set(["city", "settlement", "village"]);
/** Importance is logarithmic; a column of a Ukrainian team names a town across the border about as often as a village at home. */
const ABROAD = 60;

/**
 * Cities, settlements and villages of Ukraine and its neighbours, what is named most often first.
 *
 * No places of other classes: a row "Харківська область" has no oblast column that could be right or wrong.
 */
export function meantPlaces(bytes: Uint8Array): MeantPlace[] {
  const gazetteer = Gazetteer.from(bytes);
  const found: { weight: number; place: MeantPlace }[] = [];
  for (let index = 0; index < gazetteer.size; index++) {
    const place = placeAt(gazetteer, index);
    if (!COUNTRIES.has(place.country) || !SETTLED.has(place.class)) continue;
    const importance = gazetteer.columns.placeImportance[index];
    found.push({
      weight: place.country === "UA" ? importance : importance - ABROAD,
      place: describe(place, toponyms(gazetteer, place.id)),
    });
  }
  return found.sort((one, other) => other.weight - one.weight).map(({ place }) => place);
}

function describe(place: Place, names: readonly Toponym[]): MeantPlace {
  const headline = new Set(Object.values(place.names));
  const former: Spelling[] = [];
  const others: Spelling[] = [];
  for (const { text, lang, status } of names) {
    if ((lang !== "uk" && lang !== "ru" && lang !== "en") || headline.has(text) || status === "derived") continue;
    (status === "former" ? former : others).push({ text, lang });
  }
  return {
    id: place.id,
    class: place.class as MeantPlace["class"],
    country: place.country,
    names: place.names,
    oblast: (place.within.findLast((unit) => unit.class !== "country") ?? place).names,
    former,
    others,
  };
}
