import { NONE } from "../../gazetteer/format";
import type { Gazetteer } from "../../gazetteer/gazetteer";
import { placeId } from "../../gazetteer/place";
import { peelGeneric } from "../../text/generics";
import type { Step } from "../answer";
import { type Decision, isExact, judged, weakened } from "../decision";
import { isAtHome, kilometresFrom, pointOf } from "../ranking/prior";
import { stateOf } from "../state";
import { type Area, areaWithin, UNIT_CLASSES } from "./area";
import { namesADistrict, namesAnArea, type OwnHint } from "./own-hint";
import { seatsOf } from "./seats";
import { codeOfState } from "./unit-codes";

/** Kilometres from a place within which its surroundings are named by it. */
const NEAR_KILOMETRES = 50;

const wideNamesOf = new WeakMap<Gazetteer, ReadonlyMap<string, "country" | "oblast">>();

/** Names of one word of the countries and oblasts, in lower case: to search near each last word of each misspelt name would cost more than the name. */
function wideNames(gazetteer: Gazetteer): ReadonlyMap<string, "country" | "oblast"> {
  const known = wideNamesOf.get(gazetteer);
  if (known) return known;
  const { placeClass, placeToponyms } = gazetteer.columns;
  const names = new Map<string, "country" | "oblast">();
  for (const wide of ["oblast", "country"] as const) {
    const wanted = gazetteer.meta.classes.indexOf(wide);
    for (let place = placeClass.indexOf(wanted); place >= 0; place = placeClass.indexOf(wanted, place + 1)) {
      for (let toponym = placeToponyms[place]; toponym < placeToponyms[place + 1]; toponym++) {
        const text = gazetteer.textOf(toponym).toLowerCase();
        if (!text.includes(" ")) names.set(text, wide);
      }
    }
  }
  wideNamesOf.set(gazetteer, names);
  return names;
}

/** A decision by one way to read a name and its hints. */
interface Reading {
  decision: Decision;
  /** a hint names a unit that we know, and none speaks against it */
  understood: boolean;
}

const totalOf = ({ ranked }: Decision): number => ranked.reduce((sum, { probability }) => sum + probability, 0);

/**
 * Decides for a name that brings its hint along. Which of the words is the name, which the hint, and whether the hint is one at all, is told by
 * what is found: "Donetsk Oblast, Ukraine" is no Ukrainske in Donetsk Oblast, and "Київський район, Донецьк" no Donetsk in Kyiv.
 *
 * Trap: made for one question. It asks `decide` again for each reading.
 */
export class HintedName {
  readonly #gazetteer: Gazetteer;
  readonly #steps: readonly Step[];
  readonly #area: Area;
  readonly #decide: (name: string, area: Area) => Decision;
  readonly #unitNamed: (name: string) => number;

  /**
   * @param steps what was done to the name before
   * @param area where the caller says that the place lies
   * @param decide decides for a part of the name
   * @param unitNamed the unit that a hint names, or -1
   */
  constructor(
    gazetteer: Gazetteer,
    steps: readonly Step[],
    area: Area,
    decide: (name: string, area: Area) => Decision,
    unitNamed: (name: string) => number,
  ) {
    this.#gazetteer = gazetteer;
    this.#steps = steps;
    this.#area = area;
    this.#decide = decide;
    this.#unitNamed = unitNamed;
  }

  /** The first reading that finds a name as it stands; else what is near, and in the end the name whatever the hint says. */
  decide(asRead: OwnHint): Decision {
    const own = this.#isCountry(asRead.name) ? (asRead.otherwise ?? asRead) : asRead;
    const first = this.#read(own, true);
    const { status } = first.decision;
    if (first.understood && (isExact(first.decision) || status === "match")) return first.decision;
    const { name, hints } = own;
    // What is said to be a unit is read as no other thing, but for a district, which may be one of the town.
    const isSaid = hints.length > 0 && (namesAnArea(hints[0]) || this.#namesNoTown(hints[0]));
    if (isSaid && first.understood && status !== "none") return first.decision;
    const others = isSaid && !namesADistrict(hints[0]) ? [] : this.#otherReadings(own);
    for (const reading of others) {
      const other = this.#read(reading, true);
      // Only what is found as it stands: within a small unit some village is near every name.
      if (other.understood && isExact(other.decision)) return other.decision;
    }
    const both = isSaid || hints.length !== 1 ? undefined : this.#ofBothNames(name, hints[0]);
    if (both) return both;
    const left = isSaid ? [] : [own, ...others];
    const loosely = left.map((reading) => this.#read(reading, false).decision).filter(isExact);
    const known = loosely.find((decision) => this.#isNearItsHint(decision)) ?? this.#againstItsHint(own);
    if (known) return known;
    return status === "none" ? (loosely[0] ?? first.decision) : first.decision;
  }

  #isCountry(name: string): boolean {
    return wideNames(this.#gazetteer).get(name.toLowerCase()) === "country";
  }

  /** Decides for "Kharkiv Ukraine", "Донецк ДНР", "Украина Киев": an oblast or a country behind a name, a country before it. Else undefined. */
  decideBesideCountry(text: string): Decision | undefined {
    const wide = wideNames(this.#gazetteer);
    const lastSpace = text.lastIndexOf(" ");
    const firstSpace = text.indexOf(" ");
    const last = text.slice(lastSpace + 1);
    const first = text.slice(0, firstSpace);
    let own: OwnHint | undefined;
    if (wide.has(last.toLowerCase())) own = { name: text.slice(0, lastSpace), hints: [last], apart: false };
    else if (wide.get(first.toLowerCase()) === "country")
      own = { name: text.slice(firstSpace + 1), hints: [first], apart: false };
    if (!own) return undefined;
    const { decision, understood } = this.#read(own, true);
    return understood && isExact(decision) ? decision : undefined;
  }

  /** A hint that names no unit that we know ("Odessa, Ector County") says that somewhere else may be meant. */
  #read({ name, hints }: OwnHint, strictly: boolean): Reading {
    let area = this.#area;
    let understood = hints.length === 0;
    let isForeign = false;
    let isList = false;
    for (const hint of hints.slice().reverse()) {
      const unit = this.#unitNamed(hint);
      const narrowed = unit < 0 ? undefined : areaWithin(this.#gazetteer, area, unit, strictly);
      if (narrowed) {
        area = narrowed;
        understood = true;
        continue;
      }
      isForeign ||= /\p{L}{3}/u.test(hint);
      // A raion that is misread takes nothing away; towns apart from each other are a list: "Харків, Суми, Полтава".
      isList ||= unit >= 0 && !namesAnArea(hint);
    }
    if (isList) understood = false;
    const decision = this.#withSteps(this.#decide(name, area), name, hints);
    if (understood || !isForeign || decision.status === "none") return { decision, understood };
    return { decision: { ...decision, ...weakened(decision), area }, understood };
  }

  #withSteps(decision: Decision, name: string, hints: readonly string[]): Decision {
    const part: Step = { step: "part", part: name, hint: hints.join(", ") };
    return { ...decision, steps: [...this.#steps, part, ...decision.steps] };
  }

  /**
   * What else the words may say: the oblast around Kyiv, where "Bucha, Kyiv" lies; California, of "CA"; and the other way round, for the
   * district may stand before its town.
   */
  #otherReadings({ name, hints: [hint], apart, otherwise }: OwnHint): OwnHint[] {
    if (hint === undefined) return [];
    const readings: OwnHint[] = [];
    const unit = this.#unitNamed(hint);
    const governed = unit < 0 ? undefined : seatsOf(this.#gazetteer, unit).find((one) => one !== unit);
    if (governed !== undefined) readings.push({ name, hints: [placeId(this.#gazetteer, governed)], apart });
    const state = codeOfState(this.#gazetteer, hint);
    if (state !== undefined) readings.push({ name, hints: [state], apart });
    if (otherwise) readings.push(otherwise);
    return readings;
  }

  /** Whether a hint names a unit and no town: "Crimea", "АР Крим", and not "Sumy" or "CA". */
  #namesNoTown(hint: string): boolean {
    const { columns, meta } = this.#gazetteer;
    const classOf = (place: number): string => meta.classes[columns.placeClass[place]];
    const unit = this.#unitNamed(hint);
    if (unit < 0 || !UNIT_CLASSES.has(classOf(unit)) || codeOfState(this.#gazetteer, hint) !== undefined) return false;
    const { search } = stateOf(this.#gazetteer);
    const key = search.exactKey(hint, "english");
    let isTown = false;
    if (key !== NONE)
      search.eachPosting(key, (posting) => {
        isTown ||= !UNIT_CLASSES.has(classOf(posting >>> 8));
      });
    return !isTown;
  }

  /** Whether a name, without a generic element, is one as it stands: cheap beside searching near it. */
  #isKnown(name: string): boolean {
    const text = peelGeneric(name)?.specific ?? name;
    return stateOf(this.#gazetteer).search.exactKey(text, "english") !== NONE;
  }

  /** The places that both names are names of: "Нью-Йорк (Новгородське)". */
  #ofBothNames(name: string, hint: string): Decision | undefined {
    if (!this.#isKnown(name) || !this.#isKnown(hint)) return undefined;
    const one = this.#decide(name, this.#area);
    const other = this.#decide(hint, this.#area);
    if (!isExact(one) || !isExact(other)) return undefined;
    const ofOther = new Map(other.ranked.map(({ place, probability }) => [place, probability]));
    const joint = one.ranked.map((ranked) => ranked.probability * (ofOther.get(ranked.place) ?? 0));
    const sum = joint.reduce((total, product) => total + product, 0);
    if (sum === 0) return undefined;
    const any = Math.min(totalOf(one), totalOf(other));
    const ranked = one.ranked
      .map((candidate, at) => ({ ...candidate, probability: (any * joint[at]) / sum }))
      .filter(({ probability }) => probability > 0)
      .sort((a, b) => b.probability - a.probability || a.place - b.place);
    return { ...this.#withSteps(one, name, [hint]), ...judged(ranked, any) };
  }

  /** "Mariupol, Azovstal": a hint need be no unit. */
  #isNearItsHint({ area, ranked }: Decision): boolean {
    const point = area.around < 0 ? undefined : pointOf(this.#gazetteer, area.around);
    return point !== undefined && kilometresFrom(this.#gazetteer, ranked[0].place, point) <= NEAR_KILOMETRES;
  }

  /**
   * A town that all know, whatever stands beside its name: "Kharkiv, Sumy" is a list of two, and "Sevastopol, Russia" a claim. Not where the
   * hint is a country or a state of which the gazetteer knows the large cities alone: there are other Moscows.
   */
  #againstItsHint({ name, hints }: OwnHint): Decision | undefined {
    if (!this.#isKnown(name)) return undefined;
    const { columns, meta } = this.#gazetteer;
    for (const hint of hints) {
      const unit = this.#unitNamed(hint);
      if (unit >= 0 && !isAtHome(meta.countries[columns.placeCountry[unit]])) return undefined;
    }
    const decision = this.#decide(name, this.#area);
    if (decision.status !== "match" || !isExact(decision)) return undefined;
    return { ...this.#withSteps(decision, name, hints), ...weakened(decision) };
  }
}
