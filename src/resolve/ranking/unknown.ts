import type { Step } from "../answer";
import type { Candidate, Found } from "../finding/candidates";
import type { Area } from "../hints/area";
import { PARAMETERS } from "./parameters";
import { isLatin } from "./spelling";
import { surnameLike } from "./surname";

/** Letters of a usual name, and nats of surprise at one of them: what is weighed is how a name differs from these. */
const USUAL_LENGTH = 8;
const USUAL_SURPRISE = 2.4;

/** Long vowels, as romanizations of Arabic, Hindi, Persian or Japanese write them and none of Ukrainian or Russian; Latvian has them, too. */
const MACRON = /[āēīōū]/iu;

/**
 * Natural log of the weight of "no place that we know is meant", which all candidates must outweigh. A short name meets a village's by
 * accident, a word is made of usual syllables, "Лисенко" ends like a surname, and "Аляска" is known to lie elsewhere.
 *
 * Trap: the scale is that of `Prior.weight` less `Prior.mass`; the number means nothing without the candidates'.
 */
export function unknownNats({ candidates, length, surprise, isDecoy, steps }: Found, area: Area): number {
  const asked =
    candidates.find(({ spelling }) => !spelling.caseForm)?.spelling.text ?? candidates[0]?.spelling.text ?? "";
  const unknown =
    (area.unit >= 0 ? PARAMETERS.unknownInArea : PARAMETERS.unknown) +
    (area.unit >= 0 && isLatin(asked) ? PARAMETERS.unknownLatinInArea : 0) +
    PARAMETERS.unknownLetter * (Math.max(length, leastLength(candidates)) - USUAL_LENGTH) -
    PARAMETERS.surprise * (surprise - USUAL_SURPRISE * (length + 1));
  // Who writes "р-н" or "city of" means a place: no word, no surname, whatever its letters.
  if (standsBesideGeneric(steps)) return unknown + PARAMETERS.besideGeneric;
  const surname = surnameLike(asked);
  return (
    unknown +
    (/^\p{Ll}/u.test(asked) ? PARAMETERS.lowerCase : 0) +
    (surname ? PARAMETERS.surname[surname] : 0) +
    (isDecoy ? PARAMETERS.decoy : 0) +
    (MACRON.test(asked) ? PARAMETERS.macron : 0)
  );
}

/** Whether a generic element stood beside the name that was looked up and was taken off. A preposition is none: "у полі". */
export function standsBesideGeneric(steps: readonly Step[]): boolean {
  return steps.some((step) => step.step === "generic-element" && step.classes.length > 0);
}

/**
 * A name that is found as it stands, or as a case form, is no accident even when it is short ("Рим", "ЛНР"): it counts as if it had
 * so many letters.
 */
function leastLength(candidates: readonly Candidate[]): number {
  let least = 0;
  for (const { cost, spelling } of candidates) {
    if (cost === 0)
      least = Math.max(least, spelling.caseForm ? PARAMETERS.leastBaseLength : PARAMETERS.leastExactLength);
  }
  return least;
}
