import { alphabets } from "./alphabets";
import { completeSystem, type RomanizationRule, type SourceLanguage, type SystemId } from "./systems";

/** One way to write one or more source letters; a plain letter is a rule without neighbours. */
export interface Step {
  /** Source letters, lower case. */
  from: string;
  /** Latin as `shch`, `Shch` and `SHCH`. */
  lower: string;
  title: string;
  upper: string;
  /** `lower` without marks and signs: a…z only. */
  plain: string;
  /** Letters that may stand before, with `#` for the word's edge; `undefined` is no condition. */
  after: string | undefined;
  before: string | undefined;
}

/** A source letter in one case, with the steps to try in their order; the last one always fits. */
export interface LetterEntry {
  lower: string;
  isUpper: boolean;
  steps: Step[];
}

/** A system made ready to run. `entries[code - 0x400]` is the letter with that UTF-16 code. */
export interface Matcher {
  language: SourceLanguage;
  entries: (LetterEntry | undefined)[];
  /** What is written for a letter whatever stands beside it, by the same index: most letters of a name need no more. */
  alone: (string | undefined)[];
  /** The apostrophe between two letters; `undefined` where the language has none. */
  apostrophe: LetterEntry | undefined;
}

/** First code of the Cyrillic block; all letters of the three alphabets lie in 0x400-0x4FF. */
export const CYRILLIC_START = 0x400;
/** How many codes from there on a matcher has entries for. */
export const CYRILLIC_LETTERS = 0x100;

const matchers: Map<SystemId, Matcher> = new Map();

/** The matcher of a system, made on the first call and kept. */
export function matcherOf(id: SystemId): Matcher {
  let matcher = matchers.get(id);
  if (matcher === undefined) {
    matcher = compileMatcher(id);
    matchers.set(id, matcher);
  }
  return matcher;
}

const empty = (): undefined[] => new Array(CYRILLIC_LETTERS).fill(undefined);

function compileMatcher(id: SystemId): Matcher {
  const system = completeSystem(id);
  const matcher: Matcher = { language: system.language, entries: empty(), alone: empty(), apostrophe: undefined };
  for (const [letter, to] of Object.entries(system.letters)) {
    const steps = system.rules
      .filter((rule) => rule.from.startsWith(letter))
      .map((rule) => step(rule, system.language));
    steps.push(step({ from: letter, to }, system.language));
    if (letter === "'") {
      matcher.apostrophe = { lower: letter, isUpper: false, steps };
      continue;
    }
    matcher.entries[letter.charCodeAt(0) - CYRILLIC_START] = { lower: letter, isUpper: false, steps };
    const capital = letter.toUpperCase();
    matcher.entries[capital.charCodeAt(0) - CYRILLIC_START] = { lower: letter, isUpper: true, steps };
    if (steps.length > 1) continue;
    matcher.alone[letter.charCodeAt(0) - CYRILLIC_START] = steps[0].lower;
    if (steps[0].lower.length < 2) matcher.alone[capital.charCodeAt(0) - CYRILLIC_START] = steps[0].upper;
  }
  return matcher;
}

/** The letters of a text in lower case, without marks and signs: what is left of a romanization on any keyboard. */
export function plainLatin(text: string): string {
  const lower = text.toLowerCase();
  // Most names need no more than this; the rest is for marks and apostrophes.
  return /^[a-zа-я]*$/u.test(lower) ? lower : lower.normalize("NFD").replace(/[^a-zа-я]/gu, "");
}

function step(rule: RomanizationRule, language: SourceLanguage): Step {
  return {
    from: rule.from,
    lower: rule.to,
    title: rule.to.replace(/\p{Ll}/u, (letter) => letter.toUpperCase()),
    upper: rule.to.toUpperCase(),
    plain: plainLatin(rule.to),
    after: expand(rule.after, language),
    before: expand(rule.before, language),
  };
}

function expand(context: string | undefined, language: SourceLanguage): string | undefined {
  return context?.replace("V", alphabets[language].vowels).replace("C", alphabets[language].consonants);
}
