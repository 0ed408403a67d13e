import { isDecoy } from "../gazetteer/decoys";
import { NONE } from "../gazetteer/format";
import type { Gazetteer } from "../gazetteer/gazetteer";
import { EDIT } from "../search/edit-costs";
import { baseForms } from "../text/inflection";
import { otherGenders, rewordings } from "../text/rewording";
import type { PlaceClass } from "../types";
import type { Step } from "./answer";
import { type Candidate, editBudget, type Spelling } from "./candidates";
import type { Area } from "./hints/area";
import { seatsOf } from "./hints/seats";
import { adjectiveRules, inflectedLanguages, spellings, type WithoutGeneric, withoutGeneric } from "./prepare";
import type { SpellingComparison } from "./ranking/spelling";
import { surnameLike } from "./ranking/surname";
import { stateOf } from "./state";

/** What the search brought up for one name. */
export interface Found {
  candidates: Candidate[];
  steps: Step[];
  /** letters of the folded spelling that was looked up */
  length: number;
  /** how surprising its letters are as those of a name, in nats */
  surprise: number;
  /** it is a word, a surname or a place elsewhere that only looks like one here */
  isDecoy: boolean;
}

/**
 * The places that a name may mean. Keys as they stand and base forms first, whole and without the generic element; then keys with
 * edits, within a budget that grows with the length.
 */
export function find(
  gazetteer: Gazetteer,
  text: string,
  area: Area,
  steps: Step[],
  comparison: SpellingComparison,
): Found {
  const { search } = stateOf(gazetteer);
  const candidates: Candidate[] = [];
  const ways = spellings(text);
  let length = 0;
  let surprise = Number.POSITIVE_INFINITY;
  for (const way of ways) {
    const key = search.exactKey(way.text, way.reading);
    length = Math.max(length, search.foldedLength);
    surprise = Math.min(surprise, search.surprise());
    if (key !== NONE) search.addKey(key, 0, way, area.accept, candidates);
  }
  const besidePlain = candidates.some(({ spelling, toponym }) => comparison.isPlain(spelling.text, toponym));
  for (const lang of inflectedLanguages(text)) {
    for (const form of search.caseForms(text, lang)) {
      const caseForm = { lang, nats: form.nats, besidePlain, isAdjective: false };
      search.addKey(
        form.key,
        0,
        { text: form.text, reading: "english", caseForm, reworded: undefined },
        area.accept,
        candidates,
      );
    }
  }
  addOtherGenders(gazetteer, text, area, candidates);
  if (candidates.length > 0) {
    // A key shared with another name, spelt otherwise, must not hide a better one a letter away: Krasnarmeysk.
    if (!besidePlain) {
      const budget = Math.min(EDIT, editBudget(length, area.unit >= 0));
      for (const way of ways) search.addNear(way, budget, wantedOf(area), candidates);
    }
    return { candidates, steps, length, surprise, isDecoy: isDecoy(gazetteer, text) };
  }
  const peeled = withoutGeneric(text);
  if (peeled) {
    const inner = findGeneric(gazetteer, peeled, area, [...steps, peeled.step], comparison);
    if (inner.candidates.length > 0) return inner;
  }
  addMisspelt(gazetteer, text, ways, length, area, candidates);
  addSwapped(gazetteer, text, area, candidates);
  addMisread(gazetteer, text, area, candidates);
  if (candidates.length === 0) addReworded(gazetteer, text, area, candidates);
  if (candidates.length === 0) addMisspeltCaseForms(gazetteer, text, area, candidates);
  return { candidates, steps, length, surprise, isDecoy: candidates.length > 0 && isDecoy(gazetteer, text) };
}

/** A key that costs half an edit more than the nearest is not what was meant. */
const MARGIN = EDIT / 2;

/** A name so near is no other reading of a farther one. */
const CLOSE = EDIT;

/**
 * The places whose names are near. Without a unit the nearest keys are enough; within one the nearest may lie elsewhere, so one edit is
 * tried first, and the whole budget when that finds nothing there.
 */
function addMisspelt(
  gazetteer: Gazetteer,
  text: string,
  ways: readonly Spelling[],
  length: number,
  area: Area,
  into: Candidate[],
): void {
  const inArea = area.unit >= 0;
  const budget = editBudget(length, inArea);
  if (budget === 0) return;
  if (area.wanted === undefined) {
    if (inArea && budget > EDIT) addNearWays(gazetteer, ways, EDIT, area, into);
    if (into.length === 0) addNearWays(gazetteer, ways, budget, area, into, inArea ? undefined : MARGIN);
    return;
  }
  // What lies elsewhere is left out in the end; it counts only where it says that nothing farther is to be searched.
  const wanted = wantedOf(area);
  const first = Math.min(EDIT, budget);
  if (ways.length === 1) addNearWays(gazetteer, ways, first, wanted, into);
  if (into.length === 0) addNearWays(gazetteer, ways, first, area, into);
  if (into.length > 0 || budget <= EDIT) return;
  addNearWays(gazetteer, ways, budget, wanted, into);
  if (into.length === 0 && rewordings(text).length > 0) addNearWays(gazetteer, ways, budget, area, into);
}

/** The area that a search is kept to where what lies elsewhere makes no difference. */
function wantedOf(area: Area): Pick<Area, "accept" | "searched"> {
  return area.wanted === undefined ? area : { accept: area.accept, searched: area.wanted };
}

/** Adds what is near a name in each way to read it. Another reading of the letters is tried where the usual one is like nothing. */
function addNearWays(
  gazetteer: Gazetteer,
  ways: readonly Spelling[],
  budget: number,
  area: Pick<Area, "accept" | "searched">,
  into: Candidate[],
  margin?: number,
): void {
  const { search } = stateOf(gazetteer);
  for (const way of ways) {
    search.addNear(way, budget, area, into, margin);
    if (into.some(({ cost }) => cost < CLOSE)) return;
  }
}

/**
 * The places whose names have two neighbours of the spelling the other way round. Only where the search found nothing within an edit: the
 * fold reads "ts" and "тс" as one letter, so to it Khmelntyskyi is farther from Khmelnytskyi than one slip.
 */
function addSwapped(gazetteer: Gazetteer, text: string, area: Area, into: Candidate[]): void {
  if (text.length < LEAST_SWAPPED || text.length > MOST_SWAPPED || into.some(({ cost }) => cost <= EDIT)) return;
  const { search } = stateOf(gazetteer);
  const spelling: Spelling = { text, reading: "english", caseForm: undefined, reworded: undefined };
  for (let at = 1; at < text.length - 1; at++) {
    if (!search.begins(text.slice(0, at))) return; // nor does one with a later swap
    if (text[at] === text[at + 1]) continue;
    const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
    const key = search.exactKey(swapped, "english");
    if (key !== NONE) search.addKey(key, EDIT, spelling, area.accept, into);
  }
}

/** Letters that readers of print take for others: Bakhrnut for Bakhmut. Single ones for single ones are plain edits. */
const MISREAD: readonly (readonly [string, string])[] = [
  ["rn", "m"],
  ["m", "rn"],
  ["vv", "w"],
  ["cl", "d"],
  ["ii", "u"],
  ["li", "h"],
  ["ьі", "ы"],
  ["ы", "ьі"],
  ["іо", "ю"],
  ["іе", "є"],
];

/** The places whose names have one letter where print was read as two, or two as one. Only where nothing is found within an edit. */
function addMisread(gazetteer: Gazetteer, text: string, area: Area, into: Candidate[]): void {
  if (text.length < LEAST_SWAPPED || text.length > MOST_SWAPPED || into.some(({ cost }) => cost <= EDIT)) return;
  const { search } = stateOf(gazetteer);
  const spelling: Spelling = { text, reading: "english", caseForm: undefined, reworded: undefined };
  for (const [read, printed] of MISREAD) {
    for (let at = text.indexOf(read); at >= 0; at = text.indexOf(read, at + 1)) {
      const key = search.exactKey(text.slice(0, at) + printed + text.slice(at + read.length), "english");
      if (key !== NONE) search.addKey(key, EDIT, spelling, area.accept, into);
    }
  }
}

/** Shorter names meet another by a swap too easily; longer ones are no settlement's. */
const LEAST_SWAPPED = 5;
const MOST_SWAPPED = 32;

/** Base forms that are searched near, the likeliest first: most that the rules give are no words. */
const MOST_BASES = 6;

/**
 * What towns and villages end in, in a case that is not the first. Other words in every case are near some village's name, and each of their
 * base forms would cost a search.
 */
const CASE_OF_TOWN =
  /(?:[сцз]ь?к(?:а|у|ом|ого|ому|і|е)|[внл]к(?:и|у|ою|ой|е)|[внл]ц[іи]|(?:[оеє]в|н)ого|(?:[оеє]в|н)ому|город(?:а|у|ом|і|е)|пол(?:я|ю|ем|і|е))$/u;

/** The places near whose name is a base form of a word of which nothing else is found: "Краматурску", from Краматурск, for Краматорск. */
function addMisspeltCaseForms(gazetteer: Gazetteer, text: string, area: Area, into: Candidate[]): void {
  if (text.length < LEAST_SWAPPED || !CASE_OF_TOWN.test(text) || !/^\p{Lu}\p{Ll}+$/u.test(text) || surnameLike(text))
    return;
  const { search } = stateOf(gazetteer);
  for (const lang of inflectedLanguages(text)) {
    const bases = baseForms(text, lang).sort((a, b) => b.nats - a.nats);
    for (const { text: base, nats } of bases.slice(0, MOST_BASES)) {
      const caseForm = { lang, nats, besidePlain: false, isAdjective: false };
      search.addNear({ text: base, reading: "english", caseForm, reworded: undefined }, EDIT, wantedOf(area), into);
    }
  }
}

/** The places that have the name with its words put otherwise. */
function addReworded(gazetteer: Gazetteer, text: string, area: Area, into: Candidate[]): void {
  const { search } = stateOf(gazetteer);
  for (const { text: other, how } of rewordings(text)) {
    for (const way of spellings(other)) {
      const key = search.exactKey(way.text, way.reading);
      if (key !== NONE) search.addKey(key, 0, { ...way, reworded: how }, area.accept, into);
      else if (how !== "shortened") search.addNear({ ...way, reworded: how }, EDIT, area, into);
    }
    if (into.length > 0) return;
  }
}

/** The places that have the name, an adjective, in another gender. A masculine one is a surname, unless the caller says where it lies. */
function addOtherGenders(gazetteer: Gazetteer, text: string, area: Area, into: Candidate[]): void {
  if (area.unit < 0 && surnameLike(text) === "person") return;
  const { search } = stateOf(gazetteer);
  for (const other of otherGenders(text)) {
    const key = search.exactKey(other, "english");
    const spelling: Spelling = { text: other, reading: "english", caseForm: undefined, reworded: "other-gender" };
    if (key !== NONE) search.addKey(key, 0, spelling, area.accept, into);
  }
}

const SETTLEMENTS: ReadonlySet<PlaceClass> = new Set<PlaceClass>(["city", "settlement", "village"]);

/**
 * Looks a specific element up among the classes that its generic element allows. "Kharkiv region" names the oblast by its seat:
 * where only the seat has the name, the unit is meant.
 */
function findGeneric(
  gazetteer: Gazetteer,
  peeled: WithoutGeneric,
  area: Area,
  steps: Step[],
  comparison: SpellingComparison,
): Found {
  const { meta } = gazetteer;
  const wanted = new Set(peeled.classes.map((name) => meta.classes.indexOf(name)));
  // No seat stands for its unit where a settlement is meant: what lies elsewhere comes to nothing.
  const isSettlement = peeled.classes.length > 0 && peeled.classes.every((one) => SETTLEMENTS.has(one));
  const everywhere: Area = {
    ...area,
    searched: undefined,
    wanted: isSettlement ? area.searched : undefined,
    accept: () => true,
  };
  const found = find(gazetteer, peeled.text, everywhere, steps, comparison);
  if (peeled.isDirection) addAdjectives(gazetteer, peeled.text, found.candidates);
  const fits = (candidates: readonly Candidate[]): Candidate[] => fitting(gazetteer, candidates, wanted, area);
  const candidates = fits(found.candidates);
  if (candidates.length > 0 || isSettlement)
    return { ...found, candidates: peeled.isDirection ? largestClass(gazetteer, candidates) : candidates };
  // "Дзержинский горсовет": an abolished unit by the adjective of its seat's former name.
  const ofSeats: Candidate[] = [];
  addAdjectives(gazetteer, peeled.text, ofSeats);
  return { ...found, candidates: fits(ofSeats) };
}

/** The candidates of the classes that are wanted, and for a seat the unit of such a class that is governed from it. */
function fitting(
  gazetteer: Gazetteer,
  candidates: readonly Candidate[],
  wanted: ReadonlySet<number>,
  area: Area,
): Candidate[] {
  const { placeClass } = gazetteer.columns;
  const found: Candidate[] = [];
  for (const candidate of candidates) {
    if (wanted.size === 0 || wanted.has(placeClass[candidate.place])) {
      if (area.accept(candidate.place)) found.push(candidate);
      continue;
    }
    const unit = seatsOf(gazetteer, candidate.place).find((one) => wanted.has(placeClass[one]) && area.accept(one));
    if (unit !== undefined) found.push({ ...candidate, place: unit, seatOf: unit });
  }
  return found;
}

/** A front's direction is named after a town where there is one of the name: of the candidates the cities, else the settlements. */
function largestClass(gazetteer: Gazetteer, candidates: Candidate[]): Candidate[] {
  const { meta, columns } = gazetteer;
  for (const wanted of ["city", "settlement"]) {
    const ofClass = candidates.filter(({ place }) => meta.classes[columns.placeClass[place]] === wanted);
    if (ofClass.length > 0) return ofClass;
  }
  return candidates;
}

/** The places from whose names an adjective is made: Лиман for "Лиманський". */
function addAdjectives(gazetteer: Gazetteer, text: string, into: Candidate[]): void {
  const { search } = stateOf(gazetteer);
  for (const rules of adjectiveRules(text)) {
    for (const form of search.caseForms(text, rules)) {
      const lang = rules === "uk-adjective" ? "uk" : rules === "ru-adjective" ? "ru" : undefined;
      const caseForm = { lang, nats: form.nats, besidePlain: false, isAdjective: true } as const;
      search.addKey(
        form.key,
        0,
        { text: form.text, reading: "english", caseForm, reworded: undefined },
        () => true,
        into,
      );
    }
  }
}
