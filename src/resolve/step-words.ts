import type { Match, Step, Toponym } from "./answer";

/**
 * How a place was found, in words.
 *
 * @example
 * stepWords("Krasnarmeysk", match) // "Krasnarmeysk ≈ Красноармейск (ru, former until 2016-05-12, ВРУ 1353-VIII), 1 letter off"
 */
export function stepWords(name: string, match: Match): string {
  const before: string[] = [];
  const after: string[] = [];
  let asked = name;
  let sign = "=";
  for (const step of match.via) {
    if (step.step === "toponym") continue;
    if (step.step === "look-alikes") asked = `${asked} → ${step.to} (letters of the other script put right)`;
    else if (step.step === "inflection") asked = `${asked}, a case form of ${step.base},`;
    else if (step.step === "part") asked = `${asked} → ${step.part}`;
    else if (step.step === "edits") {
      sign = "≈";
      after.push(step.cost === 0 ? "a usual variant of the spelling" : lettersOff(step.distance));
    } else if (step.step === "generic-element") {
      before.push(
        step.classes.length > 0 ? `"${step.element}" says ${step.classes.join(" or ")}` : `"${step.element}" taken off`,
      );
    } else after.push(otherWords(step));
  }
  return [...before, `${asked} ${sign} ${toponymWords(match.toponym)}`, ...after].join(", ");
}

/** Steps that need no more than a phrase. A step of a later version is shown as it stands, rather than left out. */
function otherWords(step: Step): string {
  switch (step.step) {
    case "romanization":
      return `romanized by ${step.system}`;
    case "rewording":
      return `read as "${step.to}"`;
    case "reading":
      return `read the ${step.reading} way`;
    case "seat":
      return `the seat stands for its unit ${step.of}`;
    case "hint":
      return `${step.hint} ${step.value}`;
    default: {
      const { step: name, ...rest } = step;
      return `${name} ${Object.values(rest).join(" ")}`;
    }
  }
}

/** `Красноармейск (ru, former until 2016-05-12, ВРУ 1353-VIII)` */
function toponymWords({ text, lang, status, from, to, act, derivedBy }: Toponym): string {
  const facts: string[] = [lang, derivedBy ? `derived by ${derivedBy}` : status];
  if (to) facts[1] += ` until ${to}`;
  else if (from) facts[1] += ` since ${from}`;
  if (act) facts.push(act);
  return `${text} (${facts.join(", ")})`;
}

function lettersOff(distance: number): string {
  return distance === 1 ? "1 letter off" : `${distance} letters off`;
}
