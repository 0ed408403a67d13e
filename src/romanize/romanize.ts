import { AllonymError } from "../errors";
import {
  CYRILLIC_LETTERS,
  CYRILLIC_START,
  type LetterEntry,
  type Matcher,
  matcherOf,
  plainLatin,
  type Step,
} from "./matcher";
import { isSystemId, type SystemId } from "./systems";

const HAS_CYRILLIC = /[\u0400-\u052f]/;
const HAS_MARK = /[\u0300\u0301\u0306\u0308\u0450\u045d]/;

/**
 * Writes Cyrillic in Latin letters by a published system.
 *
 * Only letters of the system's source alphabet change (and, for Ukrainian and Belarusian, the apostrophe between two
 * of them: U+0027, U+2019 or U+02BC); Latin text, digits and punctuation stay, so a whole article may go in. Stress
 * marks are dropped. A capital becomes `Shch` or `SHCH` after its neighbours.
 *
 * The trap: a system belongs to a language. A Ukrainian name through a Russian system keeps its і, ї, є and ґ in
 * Cyrillic, because the system says nothing about them.
 *
 * @example
 * romanize("Єнакієве, Щорс", "uk-national-2010") // "Yenakiieve, Shchors"
 * romanize("ЩОРС", "uk-national-2010")           // "SHCHORS"
 * @throws AllonymError `unknown-system` if there is no such system.
 * Source of the rules: the act that the system's file in `data/romanization` names.
 */
export function romanize(text: string, system: SystemId): string {
  if (!isSystemId(system)) throw new AllonymError("unknown-system", `no romanization system "${system}"`);
  if (!HAS_CYRILLIC.test(text)) return text;
  const matcher = matcherOf(system);
  const source = HAS_MARK.test(text) ? withoutStress(text) : text;
  let out = "";
  let i = 0;
  const { alone } = matcher;
  while (i < source.length) {
    const code = source.charCodeAt(i) - CYRILLIC_START;
    const letter = code >= 0 && code < CYRILLIC_LETTERS ? alone[code] : undefined;
    if (letter !== undefined) {
      out += letter;
      i++;
      continue;
    }
    const entry = entryAt(source, i, matcher);
    if (entry === undefined) {
      out += source[i];
      i++;
      continue;
    }
    const step = fittingStep(source, i, entry, matcher);
    out += entry.isUpper ? capitalized(step, source, i, matcher) : step.lower;
    i += step.from.length;
  }
  return out;
}

/**
 * Whether {@link romanize} writes `text` with the letters of `plain`, which {@link plainLatin} has made: marks, case and soft signs aside.
 * It stops at the first letter that is another, so a name is held against all systems in the time of one.
 *
 * @example
 * romanizesTo("Волчанськ", "uk-national-2010", "volchansk") // true
 */
export function romanizesTo(text: string, system: SystemId, plain: string): boolean {
  const matcher = matcherOf(system);
  const source = HAS_MARK.test(text) ? withoutStress(text) : text;
  let read = 0;
  for (let i = 0; i < source.length; ) {
    const entry = entryAt(source, i, matcher);
    const step = entry && fittingStep(source, i, entry, matcher);
    const letters = step ? step.plain : plainLatin(source[i] as string);
    if (!plain.startsWith(letters, read)) return false;
    read += letters.length;
    i += step ? step.from.length : 1;
  }
  return read === plain.length;
}

/** Joins letters typed in two parts (и + breve) and drops stress marks; marks on other letters stay. */
function withoutStress(text: string): string {
  return text
    .replace(/[ИиУуЕеІі][\u0306\u0308]/g, (pair) => pair.normalize("NFC"))
    .replace(/([АаЕеЄєЁёИиІіЇїОоУуЫыЭэЮюЯя])[\u0300\u0301]/g, "$1")
    .replace(/[\u0400\u0450]/g, (letter) => (letter === "\u0400" ? "Е" : "е"))
    .replace(/[\u040d\u045d]/g, (letter) => (letter === "\u040d" ? "И" : "и"));
}

function letterAt(source: string, i: number, matcher: Matcher): LetterEntry | undefined {
  if (i < 0 || i >= source.length) return undefined;
  const code = source.charCodeAt(i) - CYRILLIC_START;
  return code >= 0 && code < CYRILLIC_LETTERS ? matcher.entries[code] : undefined;
}

/** The letter at `i`, or the apostrophe if it stands between two letters; a quotation mark is not one. */
function entryAt(source: string, i: number, matcher: Matcher): LetterEntry | undefined {
  const letter = letterAt(source, i, matcher);
  if (letter !== undefined) return letter;
  if (matcher.apostrophe === undefined || !isApostrophe(source.charCodeAt(i))) return undefined;
  return letterAt(source, i - 1, matcher) && letterAt(source, i + 1, matcher) && matcher.apostrophe;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x02bc;
}

/** The neighbour as a rule names it: a source letter, `#` for the word's edge, `?` for a letter of another alphabet. */
function neighbourAt(source: string, i: number, matcher: Matcher): string {
  if (i < 0 || i >= source.length) return "#";
  const entry = entryAt(source, i, matcher);
  if (entry !== undefined) return entry.lower;
  const char = source[i] as string;
  return char.toLowerCase() === char.toUpperCase() ? "#" : "?";
}

function fittingStep(source: string, i: number, entry: LetterEntry, matcher: Matcher): Step {
  const { steps } = entry;
  const last = steps.length - 1;
  for (let s = 0; s < last; s++) {
    const step = steps[s] as Step;
    if (fits(step, source, i, matcher)) return step;
  }
  return steps[last] as Step;
}

function fits(step: Step, source: string, i: number, matcher: Matcher): boolean {
  const { from, after, before } = step;
  for (let k = 1; k < from.length; k++) {
    if (entryAt(source, i + k, matcher)?.lower !== from[k]) return false;
  }
  if (after !== undefined && !after.includes(neighbourAt(source, i - 1, matcher))) return false;
  return before === undefined || before.includes(neighbourAt(source, i + from.length, matcher));
}

/** `SHCH` among capitals, else `Shch`; a one-letter word (Я) is written as at the head of a name (Ya). */
function capitalized(step: Step, source: string, i: number, matcher: Matcher): string {
  if (step.lower.length < 2) return step.upper;
  let next = i + 1;
  if (letterAt(source, next, matcher) === undefined && entryAt(source, next, matcher) !== undefined) next++;
  const following = letterAt(source, next, matcher);
  if (following !== undefined) return following.isUpper ? step.upper : step.title;
  return letterAt(source, i - 1, matcher)?.isUpper ? step.upper : step.title;
}
