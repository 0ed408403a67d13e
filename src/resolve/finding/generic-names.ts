import { IMPORTANCE_STEPS, NONE } from "../../gazetteer/format";
import type { Gazetteer } from "../../gazetteer/gazetteer";
import { isCompassPoint, namesOfAdjective } from "../../text/adjective-names";
import type { PlaceClass } from "../../types";
import type { Area } from "../hints/area";
import { seatsOf } from "../hints/seats";
import { isAtHome } from "../ranking/prior";
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
  const classes = peeled.isDirection ? [...peeled.classes, "region"] : peeled.classes;
  const wanted = new Set(classes.map((name) => meta.classes.indexOf(name)));
  // No seat stands for its unit where a settlement is meant: what lies elsewhere comes to nothing.
  const isSettlement = peeled.classes.length > 0 && peeled.classes.every((one) => SETTLEMENTS.has(one));
  const everywhere: Area = {
    ...area,
    searched: undefined,
    wanted: isSettlement ? area.searched : undefined,
    accept: () => true,
  };
  const found = findSpecific(everywhere);
  if (peeled.isDirection) {
    addAdjectives(gazetteer, peeled.text, found.candidates);
    addNamesOfDirection(gazetteer, peeled.text, found.candidates);
  }
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
/** And by how many a namesake in a neighbour country must be larger: fronts run in Ukraine. */
const FAR_LARGER = IMPORTANCE_STEPS;

/** A front's direction is named after a city where there is one of the name, else after the largest town or a region. */
function likeliestOfDirection(gazetteer: Gazetteer, candidates: Candidate[]): Candidate[] {
  const { meta, columns } = gazetteer;
  const importance = ({ place }: Candidate): number => columns.placeImportance[place];
  const most = (among: readonly Candidate[]): number => Math.max(...among.map(importance));
  const countryOf = ({ place }: Candidate): string => meta.countries[columns.placeCountry[place]];
  const atHome = candidates.filter((candidate) => isAtHome(countryOf(candidate)));
  const ukrainian = atHome.filter((candidate) => countryOf(candidate).split("-").includes("UA"));
  const near = most(ukrainian) >= most(atHome) - FAR_LARGER ? ukrainian : atHome;
  const cities = near.filter(({ place }) => meta.classes[columns.placeClass[place]] === "city");
  if (cities.length > 0) return cities;
  const least = most(near) - HARDLY_SMALLER;
  return near.filter((candidate) => importance(candidate) >= least);
}

const REGION: ReadonlySet<string> = new Set(["region"]);

/** The towns and regions from whose names a Ukrainian or Russian adjective is made that changes them: Велика Новосілка, Полісся. */
function addNamesOfDirection(gazetteer: Gazetteer, text: string, into: Candidate[]): void {
  const words = text.toLowerCase().split("-");
  const adjective = words.length === 2 && isCompassPoint(words[0]) ? words[1] : text.toLowerCase();
  const names = namesOfAdjective(adjective);
  if (!names) return;
  addNamed(gazetteer, names.towns, SETTLEMENTS, into);
  addNamed(gazetteer, names.regions, REGION, into);
}

/** Adds the places of some classes that have one of the names. */
function addNamed(
  gazetteer: Gazetteer,
  names: readonly string[],
  classes: ReadonlySet<string>,
  into: Candidate[],
): void {
  const { columns, meta } = gazetteer;
  const { search } = stateOf(gazetteer);
  const accept = (place: number): boolean => classes.has(meta.classes[columns.placeClass[place]]);
  const caseForm = { lang: undefined, nats: BY_RULE, besidePlain: false, isAdjective: true };
  for (const name of names) {
    const key = search.exactKey(name, "english");
    if (key === NONE) continue;
    const text = name.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
    search.addKey(key, 0, { text, reading: "english", caseForm, reworded: undefined }, accept, into);
  }
}

/** Less likely than the adjectives by the paradigms, in nats. */
const BY_RULE = -0.8;

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
