import type { Gazetteer } from "../gazetteer/gazetteer";
import { type Place, placeAt, placeIndex } from "../gazetteer/place";
import type { Toponym } from "./answer";
import { toponymAt } from "./toponym";

/**
 * The place with this id, or undefined.
 *
 * @example
 * place(gazetteer, "katottg:UA14160210010099403")?.names.en // "Pokrovsk"
 * place(gazetteer, "geonames:704422")?.names.en             // "Pokrovsk": cross references lead to the same place
 */
export function place(gazetteer: Gazetteer, id: string): Place | undefined {
  const index = placeIndex(gazetteer, id);
  return index < 0 ? undefined : placeAt(gazetteer, index);
}

/**
 * All allonyms of a place: every attested name with its source, status and dates, then the derived ones. Empty for an unknown id.
 *
 * @example
 * toponyms(gazetteer, "katottg:UA14160210010099403").find((name) => name.status === "former")
 * // { text: "Красноармійськ", lang: "uk", script: "Cyrl", status: "former", to: "2016-05-12", act: "ВРУ 1353-VIII", … }
 */
export function toponyms(gazetteer: Gazetteer, id: string): Toponym[] {
  const index = placeIndex(gazetteer, id);
  if (index < 0) return [];
  const { placeToponyms } = gazetteer.columns;
  const names: Toponym[] = [];
  for (let at = placeToponyms[index]; at < placeToponyms[index + 1]; at++) names.push(toponymAt(gazetteer, at));
  return names;
}
