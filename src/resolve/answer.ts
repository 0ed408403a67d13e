import type { Place } from "../gazetteer/place";
import type { NameStatus, PlaceClass } from "../types";

/** The toponym by which a place was found. */
export interface Toponym {
  text: string;
  /** BCP 47 */
  lang: string;
  /** ISO 15924 */
  script: "Cyrl" | "Latn";
  status: NameStatus;
  source: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: when the name was official, where known */
  from?: string;
  to?: string;
  act?: string;
  /** The rule that made a derived name */
  derivedBy?: string;
}

/**
 * One reason of a match, in the order in which they were used:
 *
 * - `look-alikes`: letters of the other script were put right; `to` is the repaired text
 * - `generic-element`: "м.", "region" … was taken off and read as a hint of class; "near" says none
 * - `part`: only this part of the name was looked up, the rest was read as a hint
 * - `inflection`: the name is a case form; `base` is the form that was looked up
 * - `rewording`: the words were put otherwise; `to` is what was looked up
 * - `reading`: the Latin letters were read the German, French … way
 * - `toponym`: the name in the gazetteer that the spelling leads to
 * - `romanization`: the spelling is this toponym in a published system
 * - `edits`: the spelling differs; `distance` counts letters (Levenshtein), `cost` weighs them (1 is one plain edit)
 * - `seat`: the name is that of the unit's seat ("Kharkiv region")
 * - `hint`: a hint of the caller that the place meets
 */
export type Step =
  | { step: "look-alikes"; to: string }
  | { step: "generic-element"; element: string; classes: readonly PlaceClass[] }
  | { step: "part"; part: string; hint: string }
  | { step: "inflection"; base: string }
  | { step: "rewording"; how: "translated" | "turned" | "shortened" | "other-gender"; to: string }
  | { step: "reading"; reading: string }
  | { step: "toponym"; text: string; lang: string; status: NameStatus; source: string; derivedBy?: string }
  | { step: "romanization"; system: string }
  | { step: "edits"; distance: number; cost: number }
  | { step: "seat"; of: string }
  | { step: "hint"; hint: "within" | "near" | "country" | "class" | "lang" | "asOf"; value: string };

/** A place that may be meant. */
export interface Match extends Place {
  /** Probability that this place is meant, 0…1. The scores of one answer add up to at most 1; the rest is "none of these". */
  score: number;
  toponym: Toponym;
  via: Step[];
}

/**
 * - `match`: the first match is meant, as far as the name and the hints can tell
 * - `ambiguous`: one of the matches is meant, which one cannot be told
 * - `none`: no known place is meant; `matches` is empty
 */
export type Status = "match" | "ambiguous" | "none";

/** What {@link resolve} answers. */
export interface Resolution {
  /** The name as it was asked. */
  name: string;
  status: Status;
  /** Best first, at most `limit`. */
  matches: Match[];
}
