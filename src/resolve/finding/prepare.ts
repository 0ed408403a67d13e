import { type LatinReading, mixesScripts, otherReadings } from "../../text/fold";
import { peelGeneric } from "../../text/generics";
import type { InflectedLang, InflectionRules } from "../../text/inflection";
import { ANY_CYRILLIC, KIND, kindOfUnit, letterKinds } from "../../text/letter-kinds";
import { repairDigits, repairLookAlikes } from "../../text/look-alikes";
import type { PlaceClass } from "../../types";
import type { Step } from "../answer";
import type { Spelling } from "./candidates";

/** A name split into what is looked up and what is a hint. */
export interface Prepared {
  /** The name as it is looked up first. */
  text: string;
  steps: Step[];
}

/**
 * Cleans what is no part of a name: control characters, lone surrogates, quotation marks around it, white space, look-alike letters.
 *
 * @example
 * prepare(" «Kpaснoapмейск» ").text // "Красноармейск"
 */
export function prepare(name: string): Prepared {
  if (isClean(name)) return { text: name, steps: [] };
  const steps: Step[] = [];
  let text = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ")
    .replace(/^[\s"«»„“”‟'`*([<,.;:–—-]+|[\s"«»„“”‟`*)\]>,;:!?–—-]+$/gu, "");
  if (mixesScripts(text) || /\d/u.test(text)) {
    const repaired = repairDigits(repairLookAlikes(text));
    if (repaired !== text) steps.push({ step: "look-alikes", to: repaired });
    text = repaired;
  }
  return { text, steps };
}

const LETTER = KIND.LATIN | ANY_CYRILLIC;

/** Whether a name is of letters of one script from end to end, with single spaces, hyphens and apostrophes between: nothing to clean. */
function isClean(name: string): boolean {
  let kinds = 0;
  let before = KIND.SPACE as number;
  for (let at = 0; at < name.length; at++) {
    const kind = kindOfUnit(name.charCodeAt(at));
    if (kind === KIND.SPACE && before === KIND.SPACE) return false;
    kinds |= kind;
    before = kind;
  }
  if (kinds & (KIND.OTHER | KIND.DIGIT) || (kinds & KIND.LATIN && kinds & ANY_CYRILLIC)) return false;
  return (before & LETTER) !== 0 && (kindOfUnit(name.charCodeAt(0)) & LETTER) !== 0;
}

/** The ways to read a spelling: as it stands, and for Latin letters as a German, Polish … writer may have meant them. */
export function spellings(text: string): Spelling[] {
  const readings: LatinReading[] = ["english", ...otherReadings(text)];
  return readings.map((reading) => ({ text, reading, caseForm: undefined, reworded: undefined }));
}

/**
 * The languages of which a name may be a case form, told by its letters where they tell. A Latin name has no case endings that we read.
 *
 * @example
 * inflectedLanguages("Лиману")    // ["uk", "ru"]
 * inflectedLanguages("Києва")     // ["uk"]
 * inflectedLanguages("Kharkova")  // []
 */
export function inflectedLanguages(text: string): readonly InflectedLang[] {
  const kinds = letterKinds(text);
  if (kinds & NO_CASES || (kinds & KIND.OTHER && !/^[\p{Script=Cyrillic}\s'’ʼ-]+$/u.test(text)) || text === "")
    return [];
  if (kinds & KIND.RUSSIAN) return ["ru"];
  return kinds & KIND.UKRAINIAN ? ["uk"] : ["uk", "ru"];
}

/** Letters and signs that no case form has. */
const NO_CASES = KIND.LATIN | KIND.DIGIT;

/**
 * Rules that lead from the adjective of a place's name to the name, for a direction of the front.
 *
 * @example
 * adjectiveRules("Покровський") // ["uk-adjective", "ru-adjective"]
 * adjectiveRules("Kupyansky")   // ["latin-adjective"]
 */
export function adjectiveRules(text: string): readonly InflectionRules[] {
  const languages = inflectedLanguages(text);
  return languages.length === 0 ? ["latin-adjective"] : languages.map((lang) => `${lang}-adjective` as const);
}

/** A name without its generic element, and what the element says. */
export interface WithoutGeneric {
  text: string;
  classes: readonly PlaceClass[];
  /** the element is one of a direction: the text may be the adjective of a town's name */
  isDirection: boolean;
  step: Step;
}

/** Takes the generic element off a name; undefined when there is none. */
export function withoutGeneric(text: string): WithoutGeneric | undefined {
  const peeled = peelGeneric(text);
  return (
    peeled && {
      text: peeled.specific,
      classes: peeled.classes,
      isDirection: peeled.isDirection,
      step: { step: "generic-element", element: peeled.generic, classes: peeled.classes },
    }
  );
}
