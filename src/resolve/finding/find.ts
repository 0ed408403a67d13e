import { isDecoy } from "../../gazetteer/decoys";
import { NONE } from "../../gazetteer/format";
import type { Gazetteer } from "../../gazetteer/gazetteer";
import { EDIT } from "../../search/edit-costs";
import { otherGenders } from "../../text/rewording";
import type { Step } from "../answer";
import type { Area } from "../hints/area";
import type { SpellingComparison } from "../ranking/spelling";
import { surnameLike } from "../ranking/surname";
import { stateOf } from "../state";
import { type Candidate, editBudget, type Found, type Spelling } from "./candidates";
import { findGeneric } from "./generic-names";
import { addMisspelt, addMisspeltCaseForms, addReworded, addSlips, wantedOf } from "./misspelt-names";
import { inflectedLanguages, spellings, withoutGeneric } from "./prepare";

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
    const inner = findGeneric(gazetteer, peeled, area, (everywhere) =>
      find(gazetteer, peeled.text, everywhere, [...steps, peeled.step], comparison),
    );
    if (inner.candidates.length > 0) return inner;
  }
  addMisspelt(gazetteer, text, ways, length, area, candidates);
  addSlips(gazetteer, text, area, candidates);
  if (candidates.length === 0) addReworded(gazetteer, text, area, candidates);
  if (candidates.length === 0) addMisspeltCaseForms(gazetteer, text, area, candidates);
  return { candidates, steps, length, surprise, isDecoy: candidates.length > 0 && isDecoy(gazetteer, text) };
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
