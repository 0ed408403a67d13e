import { AllonymError } from "../errors";
import { foldSigns, type InverseUnit, inverseUnitsOf } from "./inverse-units";
import { bigramCost } from "./letter-prior";
import { romanize } from "./romanize";
import { isSystemId, romanizationSystems, type SourceLanguage, type SystemId } from "./systems";

/** A spelling in Cyrillic from which `system` makes the Latin that was given. */
export interface Deromanization {
  text: string;
  system: SystemId;
  /** Surprise of the spelling as a place name, in nats; lower is better. Comparable between systems and languages. */
  cost: number;
}

/** Which systems to try, and how many candidates to give (10). With neither, all systems of all languages are tried. */
export interface DeromanizeOptions {
  lang?: SourceLanguage;
  system?: SystemId;
  limit?: number;
}

/** Spellings kept at each place of the Latin text. On every 20th name of the register 8 lose 0.1 %, 12 to 200 nothing; 200 is 8 times slower. */
const BEAM = 24;
/** Latin longer than this is a sentence, not a name: no candidates. */
const LONGEST = 100;

interface State {
  /** Source letters so far, lower case; not joined with the Latin case yet. */
  text: string;
  cost: number;
  /** Last source letter, `#` at a word's edge. */
  last: string;
  /** Latin characters from `start` on gave `unit`; the chain leads back to the beginning. */
  unit: string;
  start: number;
  previous: State | undefined;
  /** What the next letter must be, and must not be, by the rules already used; `undefined` is no condition. */
  must: string | undefined;
  mustNot: string;
  afterDropped: boolean;
}

/**
 * The Cyrillic spellings that a romanized name may come from, best first.
 *
 * Romanization loses letters, so there is seldom one answer: `ia` is я or іа, `i` is і, ї or й, and ь and the apostrophe
 * may have stood anywhere. Every candidate is a true source: `romanize(text, system)` gives the input again (case and
 * the shape of apostrophes aside). They are ordered by how usual their letter pairs are in place names
 * (`letter-bigrams.json`, fitted on names of the same kind). Of the 17,588 distinct settlement names of the Ukrainian
 * register of 2026 written by `uk-national-2010`, the true spelling is the first candidate for 90.9 % and among the
 * first ten for 99.98 % (all but three), at 0.35 ms a name on one core.
 *
 * The trap: an input that no system writes (a misspelling, "Lemberg", an English word with q) has no candidates.
 * That is a result, not an error. And without `system` every tradition counts alike: "Volchansk" may be Волчанск by an
 * English system or Вольшанск by the French one, whose letters are more usual; who knows the tradition should say it.
 *
 * @example
 * deromanize("Shchastia", { system: "uk-national-2010" })[0].text // "Щастя"
 * deromanize("Pokrowsk", { lang: "uk" })[0].text // "Покровськ", by uk-german
 * @throws AllonymError `unknown-system` if there is no such system; `invalid-option` if `limit` is not a whole
 * number from 1.
 */
export function deromanize(text: string, options: DeromanizeOptions = {}): Deromanization[] {
  const { lang, system, limit = 10 } = options;
  if (system !== undefined && !isSystemId(system)) {
    throw new AllonymError("unknown-system", `no romanization system "${system}"`);
  }
  if (!Number.isInteger(limit) || limit < 1) {
    throw new AllonymError("invalid-option", `limit must be a whole number from 1, not ${limit}`);
  }
  const latin = text.normalize("NFC");
  if (!/\p{L}/u.test(latin) || latin.length > LONGEST || latin.toLowerCase().length !== latin.length) return [];
  const best = new Map<string, Deromanization>();
  for (const id of system === undefined ? distinctSystems(lang) : [system]) {
    for (const candidate of candidatesOf(latin, id)) {
      const known = best.get(candidate.text);
      if (known === undefined || candidate.cost < known.cost) best.set(candidate.text, candidate);
    }
  }
  return [...best.values()].sort(byCost).slice(0, limit);
}

/** Systems that write otherwise than each other: one that only repeats another would give the same candidates. */
function distinctSystems(lang: SourceLanguage | undefined): SystemId[] {
  return romanizationSystems
    .filter((system) => (lang === undefined || system.language === lang) && (system.letters ?? system.rules))
    .map((system) => system.id);
}

function byCost(a: { cost: number; text: string }, b: { cost: number; text: string }): number {
  return a.cost - b.cost || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}

function candidatesOf(latin: string, system: SystemId): Deromanization[] {
  const inverse = inverseUnitsOf(system);
  const folded = foldSigns(latin.toLowerCase());
  const beams: State[][] = Array.from({ length: folded.length + 1 }, () => []);
  beams[0] = [
    {
      text: "",
      cost: 0,
      last: "#",
      unit: "",
      start: 0,
      previous: undefined,
      must: undefined,
      mustNot: "",
      afterDropped: false,
    },
  ];
  for (let i = 0; i <= folded.length; i++) {
    const beam = beams[i]!;
    for (const state of prune(beam)) {
      if (state.last === "#" || state.afterDropped) continue;
      for (const unit of inverse.dropped) push(beams, i, i, state, unit, inverse.language);
    }
    beams[i] = prune(beam);
    if (i === folded.length) break;
    const units = inverse.written.get(folded[i]!) ?? [];
    for (const state of beams[i]!) {
      for (const unit of units) {
        if (folded.startsWith(unit.latin, i)) push(beams, i, i + unit.latin.length, state, unit, inverse.language);
      }
      if (!/\p{L}/u.test(folded[i]!)) pushPunctuation(beams, i, state, folded[i]!, inverse.language);
    }
  }
  const found: Deromanization[] = [];
  for (const state of beams[folded.length]!) {
    if (state.last !== "#" && !allows(state, "#")) continue;
    const cost = state.last === "#" ? state.cost : state.cost + bigramCost(inverse.language, state.last, "#");
    const text = withCase(state, latin);
    if (foldSigns(romanize(text, system).toLowerCase()) === folded) found.push({ text, system, cost });
  }
  return found;
}

/** The cheapest states, each spelling once. */
function prune(beam: State[]): State[] {
  const seen = new Set<string>();
  const kept: State[] = [];
  for (const state of beam.sort(byCost)) {
    if (seen.has(state.text)) continue;
    seen.add(state.text);
    kept.push(state);
    if (kept.length === BEAM) break;
  }
  return kept;
}

function allows(state: State, next: string): boolean {
  return (state.must === undefined || state.must.includes(next)) && !state.mustNot.includes(next);
}

/** Adds the state that follows when `unit` is the source of the Latin from `start` to `end`, if no rule forbids it. */
function push(
  beams: State[][],
  start: number,
  end: number,
  state: State,
  unit: InverseUnit,
  lang: SourceLanguage,
): void {
  const { from, after, before, earlier } = unit;
  if (!allows(state, from[0]!) || (after !== undefined && !after.includes(state.last))) return;
  let mustNot = "";
  for (const rule of earlier) {
    if (rule.after !== undefined && !rule.after.includes(state.last)) continue;
    if (from.startsWith(rule.from)) {
      if (rule.from.length < from.length) continue; // rare; romanize() decides at the end
      if (rule.before === undefined) return;
      mustNot += rule.before;
    } else if (rule.before === undefined && rule.from.length === from.length + 1 && rule.from.startsWith(from)) {
      mustNot += rule.from[from.length];
    }
  }
  let { cost, last } = state;
  for (const letter of from) {
    cost += bigramCost(lang, last, letter);
    last = letter;
  }
  beams[end]!.push({
    text: state.text + from,
    cost,
    last,
    unit: from,
    start,
    previous: state,
    must: before,
    mustNot,
    afterDropped: start === end,
  });
}

/** A space, hyphen or digit stays and ends a word. */
function pushPunctuation(beams: State[][], i: number, state: State, char: string, lang: SourceLanguage): void {
  if (state.last !== "#" && !allows(state, "#")) return;
  const cost = state.last === "#" ? state.cost : state.cost + bigramCost(lang, state.last, "#");
  beams[i + 1]!.push({
    text: state.text + char,
    cost,
    last: "#",
    unit: char,
    start: i,
    previous: state,
    must: undefined,
    mustNot: "",
    afterDropped: false,
  });
}

/** Gives the letters the case of the Latin they come from: a word in capitals, or a capital at the head of a unit. */
function withCase(end: State, latin: string): string {
  const inCapitals = new Set<number>();
  for (const word of latin.matchAll(/[\p{L}\p{M}'’”ʹʺ`]+/gu)) {
    const letters = word[0].match(/\p{L}/gu) ?? [];
    if (letters.length < 2 || word[0] !== word[0].toUpperCase()) continue;
    for (let k = 0; k <= word[0].length; k++) inCapitals.add(word.index + k);
  }
  const units: string[] = [];
  for (let state: State | undefined = end; state?.previous !== undefined; state = state.previous) {
    const head = latin[state.start] ?? "";
    if (inCapitals.has(state.start)) units.push(state.unit.toUpperCase());
    else if (!state.afterDropped && head !== head.toLowerCase())
      units.push(state.unit[0]!.toUpperCase() + state.unit.slice(1));
    else units.push(state.unit);
  }
  return units.reverse().join("");
}
