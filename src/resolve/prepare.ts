import { type LatinReading, mixesScripts, otherReadings } from "../text/fold";
import { peelGeneric } from "../text/generics";
import { baseNames } from "../text/inflection";
import { repairLookAlikes } from "../text/look-alikes";
import { ONLY_RUSSIAN, ONLY_UKRAINIAN } from "../text/telltale-letters";
import type { PlaceClass } from "../types";
import type { Step } from "./answer";
import type { Spelling } from "./candidates";
import { PARAMETERS } from "./parameters";

/** A name split into what is looked up and what is a hint. */
export interface Prepared {
  /** The name as it is looked up first. */
  text: string;
  steps: Step[];
}

/** Natural logs of how likely a Latin name is to be meant in another reading than the English one. */
const READING_NATS: Record<LatinReading, number> = {
  english: 0,
  slavic: -1.2,
  german: -1.6,
  french: -2,
  scholarly: -1.2,
};

/**
 * Cleans what is no part of a name: control characters, lone surrogates, quotation marks around it, white space, look-alike letters.
 *
 * @example
 * prepare(" «Kpaснoapмейск» ").text // "Красноармейск"
 */
export function prepare(name: string): Prepared {
  const steps: Step[] = [];
  let text = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ")
    .replace(/^[\s"«»„“”‟'`*([<,.;:–—-]+|[\s"«»„“”‟`*)\]>,;:!?–—-]+$/gu, "");
  if (mixesScripts(text)) {
    const repaired = repairLookAlikes(text);
    if (repaired !== text) steps.push({ step: "look-alikes", to: repaired });
    text = repaired;
  }
  return { text, steps };
}

/** The ways to read a spelling: as it stands, and for Latin letters as a German, Polish … writer may have meant them. */
export function spellings(text: string): Spelling[] {
  const readings: LatinReading[] = ["english", ...otherReadings(text)];
  return readings.map((reading) => ({ text, reading, logPrior: READING_NATS[reading] }));
}

/**
 * Base forms that a Cyrillic name may be a case form of. The language is told by its letters where they tell; a Latin name has no case
 * endings that we read.
 */
export function basesOf(text: string): readonly string[] {
  if (!/^[\p{Script=Cyrillic}\s'’ʼ-]+$/u.test(text)) return [];
  if (ONLY_RUSSIAN.test(text)) return baseNames(text, "ru");
  const ukrainian = baseNames(text, "uk");
  if (ONLY_UKRAINIAN.test(text)) return ukrainian;
  const known = new Set(ukrainian);
  return [...ukrainian, ...baseNames(text, "ru").filter((name) => !known.has(name))];
}

/**
 * The spelling of a base form that was found.
 *
 * @param standsPlain whether the gazetteer has the name as it was asked: then it is seldom a case form of another
 */
export function baseSpelling(text: string, standsPlain: boolean): Spelling {
  const logPrior = standsPlain ? PARAMETERS.inflectionBesidePlain : PARAMETERS.inflection;
  return { text, reading: "english", logPrior, isBase: true };
}

/** A name without its generic element, and what the element says. */
export function withoutGeneric(text: string): { text: string; classes: readonly PlaceClass[]; step: Step } | undefined {
  const peeled = peelGeneric(text);
  return (
    peeled && {
      text: peeled.specific,
      classes: peeled.classes,
      step: { step: "generic-element", element: peeled.generic, classes: peeled.classes },
    }
  );
}

/**
 * A name with its own hint behind it: "Kamianske, Dnipropetrovsk Oblast", "Dymer (Kyiv region)".
 *
 * @example
 * ownHint("Dymer (Kyiv region)") // { name: "Dymer", hint: "Kyiv region" }
 */
export function ownHint(text: string): { name: string; hint: string } | undefined {
  const found = /^([^,(]+?)\s*(?:,\s*|\(\s*)([^()]+?)\s*\)?$/u.exec(text);
  return found ? { name: found[1], hint: found[2] } : undefined;
}
