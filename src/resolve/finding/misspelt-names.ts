import { NONE } from "../../gazetteer/format";
import type { Gazetteer } from "../../gazetteer/gazetteer";
import { EDIT } from "../../search/edit-costs";
import { baseForms } from "../../text/inflection";
import { rewordings } from "../../text/rewording";
import type { Area } from "../hints/area";
import { surnameLike } from "../ranking/surname";
import { stateOf } from "../state";
import { type Candidate, type CandidateSearch, editBudget, type Spelling } from "./candidates";
import { inflectedLanguages, spellings } from "./prepare";

/** A key that costs half an edit more than the nearest is not what was meant. */
const MARGIN = EDIT / 2;

/** A name so near is no other reading of a farther one. */
const CLOSE = EDIT;

/**
 * The places whose names are near. Without a unit the nearest keys are enough; within one the nearest may lie elsewhere, so one edit is
 * tried first, and the whole budget when that finds nothing there.
 */
export function addMisspelt(
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
export function wantedOf(area: Area): Pick<Area, "accept" | "searched"> {
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
 * The places whose names a slip turns into the spelling that the search does not see as one edit. Only where it found nothing within an edit: the
 * fold reads "ts" and "тс" as one letter, so to it Khmelntyskyi is farther from Khmelnytskyi than one slip.
 */
export function addSlips(gazetteer: Gazetteer, text: string, area: Area, into: Candidate[]): void {
  const isNear = (): boolean => into.some(({ cost }) => cost <= EDIT);
  if (text.length < LEAST_SWAPPED || text.length > MOST_SWAPPED || isNear()) return;
  const { search } = stateOf(gazetteer);
  const spelling: Spelling = { text, reading: "english", caseForm: undefined, reworded: undefined };
  for (const others of [swapped(text, search), misread(text)]) {
    for (const other of others) {
      const key = search.exactKey(other, "english");
      if (key !== NONE) search.addKey(key, EDIT, spelling, area.accept, into);
    }
    if (isNear()) return;
  }
}

/** A spelling with two neighbours the other way round. */
function* swapped(text: string, search: CandidateSearch): Generator<string> {
  for (let at = 1; at < text.length - 1; at++) {
    if (!search.begins(text.slice(0, at))) return; // nor does one with a later swap
    if (text[at] !== text[at + 1]) yield text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
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

/** A spelling with one letter where print was read as two, or two as one. */
function* misread(text: string): Generator<string> {
  for (const [read, printed] of MISREAD)
    for (let at = text.indexOf(read); at >= 0; at = text.indexOf(read, at + 1))
      yield text.slice(0, at) + printed + text.slice(at + read.length);
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
export function addMisspeltCaseForms(gazetteer: Gazetteer, text: string, area: Area, into: Candidate[]): void {
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
export function addReworded(gazetteer: Gazetteer, text: string, area: Area, into: Candidate[]): void {
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
