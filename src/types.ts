/** The words of the library as types. They follow UNGEGN usage (see the README's "Words"). */

/**
 * What a place is. The first group follows the categories of the Ukrainian register (KATOTTG);
 * the rest is what news about Ukraine names besides.
 */
export const PLACE_CLASSES = [
  "country",
  "oblast", // first level: oblasts of Ukraine and Russia, voblasts of Belarus, Crimea, republics, krais
  "raion", // second level
  "hromada", // territorial community, third level of Ukraine
  "city", // м.
  "settlement", // селище, and urban-type settlement (смт, пгт) where a source still says so
  "village", // село, хутір, станица …
  "city-district",
  "region", // informal or historical: Donbas, Slobozhanshchyna
  "agglomeration",
  "river",
  "lake",
  "reservoir",
  "sea",
  "bay",
  "strait",
  "island",
  "peninsula",
  "facility", // a named thing that news uses as a place: an airport, a power plant
] as const;

/** One of {@link PLACE_CLASSES}. */
export type PlaceClass = (typeof PLACE_CLASSES)[number];

/** BCP 47 tag of a name. `und-Cyrl` and `und-Latn` are names whose source does not say the language. */
export type NameLang =
  | "uk"
  | "ru"
  | "en"
  | "be"
  | "crh"
  | "ro"
  | "pl"
  | "de"
  | "fr"
  | "und-Cyrl"
  | "und-Latn"
  | (string & {});

/**
 * - `standardized`: sanctioned by a names authority and in force
 * - `former`: was standardized, is not now
 * - `variant`: attested in a source, sanctioned by nobody we know
 * - `claim`: used by one side as a claim over the area ("ДНР")
 * - `derived`: made by a rule, attested nowhere
 */
export type NameStatus = "standardized" | "former" | "variant" | "claim" | "derived";

/** How exact `lat` and `lon` are: the place itself, or the seat (or middle) of the unit that holds it. */
export type Precision = "point" | "hromada" | "raion" | "oblast" | "area";

/** One name of one place as it lies in `data/records`. Attested only: derived names are made in `compile`. */
export interface ToponymRecord {
  text: string;
  lang: NameLang;
  status: Exclude<NameStatus, "derived">;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: first and last day on which the name was official, where known. */
  from?: string;
  to?: string;
  /** The legal act that gave or took the name, as it is cited: `ВРУ 984-VIII`. */
  act?: string;
  /** Key of a folder of `data/sources` or a table of `data/curated`. */
  source: string;
}

/** One place as it lies in `data/records`, one a line. */
export interface PlaceRecord {
  /** CURIE: `katottg:UA…`, `geonames:…` or `allonym:…`. Never changes its meaning. */
  id: string;
  /** Cross references; `katottg` and `geonames` without their prefix. */
  ids?: Record<string, string>;
  class: PlaceClass;
  /** ISO 3166-1 alpha-2; two joined by a hyphen for what lies in more than one. */
  country: string;
  /** CURIE of the unit that directly holds it. */
  within?: string;
  lat?: number;
  lon?: number;
  precision?: Precision;
  population?: number;
  /** The seat of these units (CURIEs): Покровськ is the seat of its hromada and of its raion. */
  seatOf?: string[];
  /** The headline name of a language is the first with status `standardized`, else the first. */
  toponyms: ToponymRecord[];
}
