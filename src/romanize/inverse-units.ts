import { lettersOf } from "./alphabets";
import { CYRILLIC_START, matcherOf, type Step } from "./matcher";
import type { SourceLanguage, SystemId } from "./systems";

/** A step of a system read backwards: this Latin may come from these source letters. */
export interface InverseUnit {
  /** Latin, lower case, signs folded by `foldSigns`; empty for letters that the system does not write. */
  latin: string;
  from: string;
  after: string | undefined;
  before: string | undefined;
  /** Steps for the same letters that come first: where one of them fits, this unit cannot be the source. */
  earlier: Step[];
}

export interface InverseUnits {
  language: SourceLanguage;
  /** Units that write something, by their first Latin character. */
  written: Map<string, InverseUnit[]>;
  dropped: InverseUnit[];
}

const inverses: Map<SystemId, InverseUnits> = new Map();

/** Signs that people type for one another are one sign: ’ ʼ ʹ ′ ´ ` are ', and ” ʺ ″ are ". */
export function foldSigns(text: string): string {
  return text.replace(/[’‘ʼʹ′´`]/g, "'").replace(/[”“ʺ″]/g, '"');
}

/** The units of a system, made on the first call and kept. */
export function inverseUnitsOf(system: SystemId): InverseUnits {
  let inverse = inverses.get(system);
  if (inverse === undefined) {
    inverse = invert(system);
    inverses.set(system, inverse);
  }
  return inverse;
}

function invert(system: SystemId): InverseUnits {
  const { language, entries, apostrophe } = matcherOf(system);
  const inverse: InverseUnits = { language, written: new Map(), dropped: [] };
  for (const letter of lettersOf(language)) {
    const steps = (letter === "'" ? apostrophe : entries[letter.charCodeAt(0) - CYRILLIC_START])?.steps ?? [];
    for (const [rank, { from, lower, after, before }] of steps.entries()) {
      const unit: InverseUnit = { latin: foldSigns(lower), from, after, before, earlier: steps.slice(0, rank) };
      if (unit.latin === "") {
        inverse.dropped.push(unit);
        continue;
      }
      const first = unit.latin[0]!;
      const bucket = inverse.written.get(first);
      if (bucket === undefined) inverse.written.set(first, [unit]);
      else bucket.push(unit);
    }
  }
  return inverse;
}
