import { IMPORTANCE_STEPS } from "../../gazetteer/format";
import type { Gazetteer } from "../../gazetteer/gazetteer";
import type { PlaceClass } from "../../types";
import type { Area } from "../hints/area";
import { seatsOf } from "../hints/seats";
import { stateOf } from "../state";
import type { Candidate, Found } from "./candidates";
import { adjectiveRules, type WithoutGeneric } from "./prepare";

const SETTLEMENTS: ReadonlySet<PlaceClass> = new Set<PlaceClass>(["city", "settlement", "village"]);

/**
 * Looks a specific element up among the classes that its generic element allows. "Kharkiv region" names the oblast by its seat:
 * where only the seat has the name, the unit is meant.
 *
 * @param findSpecific finds the specific element alone
 */
export function findGeneric(
  gazetteer: Gazetteer,
  peeled: WithoutGeneric,
  area: Area,
  findSpecific: (everywhere: Area) => Found,
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
  const found = findSpecific(everywhere);
  if (peeled.isDirection) addAdjectives(gazetteer, peeled.text, found.candidates);
  const fits = (candidates: readonly Candidate[]): Candidate[] => fitting(gazetteer, candidates, wanted, area);
  const candidates = fits(found.candidates);
  if (candidates.length > 0 || isSettlement)
    return { ...found, candidates: peeled.isDirection ? likeliestOfDirection(gazetteer, candidates) : candidates };
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
    if (unit !== undefined) found.push({ ...candidate, place: unit, bySeat: true });
  }
  return found;
}

/** Steps of importance by which a town may be smaller than the largest of its name and still be what a direction is named after. */
const HARDLY_SMALLER = 0.3 * IMPORTANCE_STEPS;

/** A front's direction is named after a town where there is one of the name: of the candidates the cities, else the largest. */
function likeliestOfDirection(gazetteer: Gazetteer, candidates: Candidate[]): Candidate[] {
  const { meta, columns } = gazetteer;
  const cities = candidates.filter(({ place }) => meta.classes[columns.placeClass[place]] === "city");
  if (cities.length > 0) return cities;
  const most = Math.max(...candidates.map(({ place }) => columns.placeImportance[place]));
  return candidates.filter(({ place }) => columns.placeImportance[place] >= most - HARDLY_SMALLER);
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
