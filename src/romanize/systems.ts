/**
 * The published romanization systems, one JSON file each in `data/romanization` (its README has the format).
 * This file only lists them; {@link module:romanize/matcher} makes them run.
 */
import ukNational2010 from "../../data/romanization/uk-national-2010.json";

/** The languages that have systems here, as BCP 47. */
export type SourceLanguage = "uk" | "ru" | "be";

/** Id of a system: language, authority or tradition, year. */
export type SystemId = "uk-national-2010";

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
