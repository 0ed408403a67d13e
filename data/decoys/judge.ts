import type { Gazetteer } from "../../src/gazetteer/gazetteer";
import { find } from "../../src/resolve/finding/find";
import type { Area } from "../../src/resolve/hints/area";
import { rank } from "../../src/resolve/ranking/rank";
import { SpellingComparison } from "../../src/resolve/ranking/spelling";
import { stateOf } from "../../src/resolve/state";
import type { PlaceClass } from "../../src/types";

const HOME: ReadonlySet<string> = new Set(["UA", "RU", "BY", "MD"]);

/** Classes of which case forms are names that texts have every day: "Дніпром", "Ізюму". */
const SMALL: ReadonlySet<PlaceClass> = new Set<PlaceClass>(["settlement", "village", "hromada", "city-district"]);

/** A case ending less usual than this is hardly ever meant. */
const USUAL_ENDING = -0.6;

/** What the gazetteer makes of a string. */
export interface Judgement {
  /** the chance that a place is meant, by ranking without decoys; 0 when the search brings up no place of the home countries */
  danger: number;
  /** it is the attested name of a place, here or abroad */
  attested: boolean;
  /** it is the name of a place of the home countries, attested or derived */
  ofHome: boolean;
  /** it is a usual case form of a name of a town, a water, a region, a unit */
  caseOfTown: boolean;
  /** the same of a settlement */
  caseOfSettlement: boolean;
}

const EVERYWHERE: Area = { unit: -1, around: -1, classes: undefined, accept: () => true };

/** Looks a string up as a name, with a capital. */
export function judge(gazetteer: Gazetteer, plain: string): Judgement {
  const { columns, meta } = gazetteer;
  const text = plain[0].toUpperCase() + plain.slice(1);
  const comparison = new SpellingComparison(gazetteer);
  const found = find(gazetteer, text, EVERYWHERE, [], comparison);
  const judgement: Judgement = {
    danger: 0,
    attested: false,
    ofHome: false,
    caseOfTown: false,
    caseOfSettlement: false,
  };
  let anyAtHome = false;
  for (const { place, toponym, cost, spelling } of found.candidates) {
    const atHome = meta.countries[columns.placeCountry[place]].split("-").some((code) => HOME.has(code));
    anyAtHome ||= atHome;
    if (cost > 0) continue;
    const derived = gazetteer.tagOf(toponym).status === "derived";
    if (!spelling.caseForm) {
      if (comparison.of(spelling.text, toponym).letters > 0) continue;
      judgement.attested ||= !derived;
      judgement.ofHome ||= atHome;
    } else if (atHome && !derived && spelling.caseForm.nats >= USUAL_ENDING) {
      const placeClass = meta.classes[columns.placeClass[place]] as PlaceClass;
      judgement.caseOfTown ||= !SMALL.has(placeClass);
      judgement.caseOfSettlement ||= placeClass === "settlement";
    }
  }
  if (anyAtHome) {
    const { prior } = stateOf(gazetteer);
    judgement.danger = rank(gazetteer, prior, found, EVERYWHERE, {}, comparison).any;
  }
  return judgement;
}
