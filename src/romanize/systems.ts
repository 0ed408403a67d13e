/**
 * The published romanization systems, one JSON file each in `data/romanization` (its README has the format).
 * This file only lists them; `matcher.ts` makes them run.
 */
import beAlaLc from "../../data/romanization/be-ala-lc.json";
import beBgnPcgn1979 from "../../data/romanization/be-bgn-pcgn-1979.json";
import beIso91995 from "../../data/romanization/be-iso-9-1995.json";
import beNational2007 from "../../data/romanization/be-national-2007.json";
import beScholarly from "../../data/romanization/be-scholarly.json";
import ruAlaLc from "../../data/romanization/ru-ala-lc.json";
import ruBgnPcgn1947 from "../../data/romanization/ru-bgn-pcgn-1947.json";
import ruEnglishTraditional from "../../data/romanization/ru-english-traditional.json";
import ruFrench from "../../data/romanization/ru-french.json";
import ruGerman from "../../data/romanization/ru-german.json";
import ruGost7792000A from "../../data/romanization/ru-gost-7-79-2000-a.json";
import ruGost7792000B from "../../data/romanization/ru-gost-7-79-2000-b.json";
import ruIcao9303 from "../../data/romanization/ru-icao-9303.json";
import ruIso91995 from "../../data/romanization/ru-iso-9-1995.json";
import ruPolish from "../../data/romanization/ru-polish.json";
import ruScholarly from "../../data/romanization/ru-scholarly.json";
import ruUn1987 from "../../data/romanization/ru-un-1987.json";
import ukAlaLc from "../../data/romanization/uk-ala-lc.json";
import ukBgnPcgn1965 from "../../data/romanization/uk-bgn-pcgn-1965.json";
import ukBgnPcgn2019 from "../../data/romanization/uk-bgn-pcgn-2019.json";
import ukDstu91122021A from "../../data/romanization/uk-dstu-9112-2021-a.json";
import ukDstu91122021B from "../../data/romanization/uk-dstu-9112-2021-b.json";
import ukFrench from "../../data/romanization/uk-french.json";
import ukGerman from "../../data/romanization/uk-german.json";
import ukIso91995 from "../../data/romanization/uk-iso-9-1995.json";
import ukNational1996 from "../../data/romanization/uk-national-1996.json";
import ukNational2010 from "../../data/romanization/uk-national-2010.json";
import ukPolish from "../../data/romanization/uk-polish.json";
import ukScholarly from "../../data/romanization/uk-scholarly.json";
import ukUn2012 from "../../data/romanization/uk-un-2012.json";

/** The languages that have systems here, as BCP 47. */
export type SourceLanguage = "uk" | "ru" | "be";

/** Id of a system: language, authority or tradition, year. */
export type SystemId =
  | "uk-national-2010"
  | "uk-un-2012"
  | "uk-bgn-pcgn-2019"
  | "uk-bgn-pcgn-1965"
  | "uk-national-1996"
  | "uk-ala-lc"
  | "uk-scholarly"
  | "uk-iso-9-1995"
  | "uk-dstu-9112-2021-a"
  | "uk-dstu-9112-2021-b"
  | "uk-german"
  | "uk-french"
  | "uk-polish"
  | "ru-bgn-pcgn-1947"
  | "ru-icao-9303"
  | "ru-iso-9-1995"
  | "ru-gost-7-79-2000-a"
  | "ru-gost-7-79-2000-b"
  | "ru-un-1987"
  | "ru-ala-lc"
  | "ru-scholarly"
  | "ru-english-traditional"
  | "ru-german"
  | "ru-french"
  | "ru-polish"
  | "be-national-2007"
  | "be-bgn-pcgn-1979"
  | "be-ala-lc"
  | "be-scholarly"
  | "be-iso-9-1995";

/** One context rule: write `to` for `from` between these neighbours. `#` is a word's edge, `V` a vowel, `C` a consonant. */
export interface RomanizationRule {
  from: string;
  to: string;
  /** The letter before must be one of these. */
  after?: string;
  /** The letter after must be one of these. */
  before?: string;
}

/** One system as it lies in its file. A system that `extends` another states only what differs. */
export interface RomanizationSystem {
  id: SystemId;
  title: string;
  authority: string;
  /** Act or standard. */
  act: string;
  year?: number;
  /** Where the act or a description by its authority can be read. */
  url?: string;
  language: SourceLanguage;
  extends?: SystemId;
  notes?: string[];
  /** Every Latin letter and sign that the system writes, lower case. */
  latin?: string;
  /** Every letter of the source alphabet, lower case; `'` is the apostrophe inside a word. */
  letters?: Record<string, string>;
  /** Tried in their order before `letters`; the first that fits is used. Replaces the rules of the extended system. */
  rules?: RomanizationRule[];
  /** Official example rows: source, target. They run as tests. */
  samples?: [string, string][];
}

const tables: Record<SystemId, unknown> = {
  "uk-national-2010": ukNational2010,
  "uk-un-2012": ukUn2012,
  "uk-bgn-pcgn-2019": ukBgnPcgn2019,
  "uk-bgn-pcgn-1965": ukBgnPcgn1965,
  "uk-national-1996": ukNational1996,
  "uk-ala-lc": ukAlaLc,
  "uk-scholarly": ukScholarly,
  "uk-iso-9-1995": ukIso91995,
  "uk-dstu-9112-2021-a": ukDstu91122021A,
  "uk-dstu-9112-2021-b": ukDstu91122021B,
  "uk-german": ukGerman,
  "uk-french": ukFrench,
  "uk-polish": ukPolish,
  "ru-bgn-pcgn-1947": ruBgnPcgn1947,
  "ru-icao-9303": ruIcao9303,
  "ru-iso-9-1995": ruIso91995,
  "ru-gost-7-79-2000-a": ruGost7792000A,
  "ru-gost-7-79-2000-b": ruGost7792000B,
  "ru-un-1987": ruUn1987,
  "ru-ala-lc": ruAlaLc,
  "ru-scholarly": ruScholarly,
  "ru-english-traditional": ruEnglishTraditional,
  "ru-german": ruGerman,
  "ru-french": ruFrench,
  "ru-polish": ruPolish,
  "be-national-2007": beNational2007,
  "be-bgn-pcgn-1979": beBgnPcgn1979,
  "be-ala-lc": beAlaLc,
  "be-scholarly": beScholarly,
  "be-iso-9-1995": beIso91995,
};

/** All systems in a fixed order: by language, the system in force first. */
export const romanizationSystems: readonly RomanizationSystem[] = /* #__PURE__ */ Object.values(
  tables,
) as RomanizationSystem[];

/** True if `id` names a system of this library. */
export function isSystemId(id: string): id is SystemId {
  return Object.hasOwn(tables, id);
}

/**
 * The system with all that it takes from the system it `extends`: `letters`, `rules` and `latin` are complete.
 *
 * @example completeSystem("uk-un-2012").letters["щ"] // "shch", said once in uk-national-2010
 */
export function completeSystem(
  id: SystemId,
): RomanizationSystem & Required<Pick<RomanizationSystem, "letters" | "rules" | "latin">> {
  const own = tables[id] as RomanizationSystem;
  const base = own.extends === undefined ? undefined : completeSystem(own.extends);
  return {
    ...own,
    letters: { ...base?.letters, ...own.letters },
    rules: own.rules ?? base?.rules ?? [],
    latin: own.latin ?? base?.latin ?? "",
  };
}
