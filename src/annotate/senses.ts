import type { Gazetteer } from "../gazetteer/gazetteer";
import { farFromRaion, isAbolishedRaion, oblastOf } from "../resolve/hints/former-raion";
import { unitOf } from "../resolve/hints/seats";
import { isAtHome, kilometresFrom, pointOf } from "../resolve/ranking/prior";
import { lexiconOf } from "./lexicon";
import type { Mention } from "./mention";
import { type Neighbour, nearness, neighboursOf } from "./nearness";
import type { Scene } from "./scene";
import { TELLS_FROM, type Weighed, weigh } from "./weighed";

/** Weights of what speaks for one namesake and against another, in nats. */
const SENSES = {
  /** a unit that holds it is named in the same sentence, or elsewhere in the text */
  unitInSentence: 6,
  unitInText: 2.5,
  /** in the same sentence, but only by the town from which it is governed, which is of the town itself and of those near it */
  unitBySeat: 4,
  /** directly behind it: "Ivanivka, Kherson region" */
  unitBehind: 12,
  /** a state abroad directly behind it: named for no other reason than to tell namesakes apart, "Odessa, Texas" */
  stateBehind: 18,
  /** directly before it: "Sumy region: Stepanivka" */
  unitBefore: 10,
  /** of the class that a generic element asks for: "the village of Kyiv" */
  classFits: 3.5,
  /** a large city, where the name is one end of a way and the other end is one: "the Donetsk–Zaporizhzhia highway" */
  cityOfWay: 5,
  /** nearness to one other place of the text, at no distance; see nearness.ts */
  near: 3.5,
  /** what the same name surely means elsewhere in the text: one sense a text (Gale, Church and Yarowsky 1992) */
  sameName: 4,
  /**
   * in an oblast with active hostilities: wherever it is named, and besides where the words around speak of fighting. Of places named in
   * reports of fighting nine in ten lie there, of all places one in five: 3.6 nats
   */
  front: 1.5,
  frontAtWar: 2,
  /** in the unit that the caller names */
  within: 8,
  /** nats lost for so many kilometres from the point that the caller names, and the most that can be lost */
  callerKilometres: 25,
  callerFarthest: 8,
} as const;

/**
 * Weighs the places of every mention: first by name and prior alone, then given the likeliest places of the other mentions, and once
 * more given those.
 */
export function disambiguate(gazetteer: Gazetteer, mentions: readonly Mention[], scene: Scene): Weighed[] {
  let weighed: Weighed[] = [];
  for (let at = 0; at < mentions.length; at++) {
    const { places } = mentions[at];
    const nats = new Float64Array(places.length);
    for (let place = 0; place < places.length; place++) nats[place] = places[place].nats + places[place].prior;
    weighed.push(weigh(places, nats));
  }
  const front = mentions.map((mention) =>
    mention.places.length > 1 && scene.isAtWar(mention) ? SENSES.front + SENSES.frontAtWar : SENSES.front,
  );
  for (let round = 0; round < 2; round++) weighed = refine(gazetteer, mentions, weighed, front, scene);
  return weighed;
}

const NOWHERE: readonly Neighbour[] = [];

function refine(
  gazetteer: Gazetteer,
  mentions: readonly Mention[],
  before: readonly Weighed[],
  front: readonly number[],
  scene: Scene,
): Weighed[] {
  const units = unitsNamed(gazetteer, mentions, before, scene);
  const meant = sensesOfNames(mentions, before);
  const { placeClass } = gazetteer.columns;
  const { classes } = gazetteer.meta;
  const refined: Weighed[] = [];
  for (let at = 0; at < mentions.length; at++) {
    const mention = mentions[at];
    const behind = unitBeside(gazetteer, mentions, before, at, 1, scene);
    const unit = behind >= 0 && UNITS.has(classes[placeClass[before[at + 1].leader.place]]) ? behind : -1;
    // Most names are those of one place: there is nothing to weigh.
    const isPlain = mention.places.length === 1;
    const neighbours = isPlain && !mention.misspelt ? NOWHERE : neighboursOf(gazetteer, mentions, before, at, scene);
    let weighed: Weighed;
    if (isPlain) weighed = { ...before[at] };
    else {
      const toldBy = meant.get(mention.base.toLowerCase());
      const ahead = unitBeside(gazetteer, mentions, before, at, -1, scene);
      const around = {
        sentence: scene.sentenceOf(mention),
        behind,
        before: ahead,
        isFormer: isFormer(gazetteer, behind) || isFormer(gazetteer, ahead),
        endsWay: joinsLargeCity(gazetteer, mentions, before, at, scene),
      };
      weighed = weighAmong(
        gazetteer,
        mention,
        units,
        around,
        front[at],
        neighbours,
        toldBy && toldBy.at !== at ? toldBy : undefined,
        scene,
      );
    }
    weighed.contradicted = contradicts(gazetteer, unit, weighed);
    weighed.elsewhere =
      (unit >= 0 && isStateAbroad(gazetteer, unit) && holdsNone(gazetteer, unit, weighed)) ||
      (mention.misspelt && isOutOfTheWay(gazetteer, weighed, neighbours));
    refined.push(weighed);
  }
  return refined;
}

/** Weighs the places of a mention given what is named around it. */
function weighAmong(
  gazetteer: Gazetteer,
  { places, classes }: Mention,
  units: ReadonlyMap<number, NamedUnit>,
  around: Around,
  front: number,
  neighbours: readonly Neighbour[],
  meant: Meant | undefined,
  scene: Scene,
): Weighed {
  const { placeClass } = gazetteer.columns;
  const nats = new Float64Array(places.length);
  for (let at = 0; at < places.length; at++) nats[at] = held(gazetteer, places[at].place, units, around);
  if (classes === undefined) supportRegions(gazetteer, places, nats);
  for (let at = 0; at < places.length; at++) {
    const { place } = places[at];
    let sum = places[at].nats + places[at].prior + nats[at];
    if (classes?.includes(gazetteer.meta.classes[placeClass[place]])) sum += SENSES.classFits;
    if (around.endsWay && isLargeCity(gazetteer, place)) sum += SENSES.cityOfWay;
    if (meant?.place === place) sum += SENSES.sameName * meant.probability;
    if (scene.isNearTheFront(place)) sum += front;
    if (scene.isWhereTheCallerSays(place)) sum += SENSES.within;
    if (scene.near) sum -= nearCaller(gazetteer, place, scene.near);
    nats[at] = sum + SENSES.near * nearness(gazetteer, place, neighbours);
  }
  return weigh(places, nats);
}

/** How much of what a unit says for a village of its own it says for a region of that name, and how far that may be from the village. */
const REGION_SHARE = 0.8;
const REGION_KILOMETRES = 300;

/** No unit holds the Carpathians, but one that holds a village of that name and lies in them speaks for both. */
function supportRegions(gazetteer: Gazetteer, places: Mention["places"], support: Float64Array): void {
  const { placeClass } = gazetteer.columns;
  const region = gazetteer.meta.classes.indexOf("region");
  for (let at = 0; at < places.length; at++) {
    const point = placeClass[places[at].place] === region ? pointOf(gazetteer, places[at].place) : undefined;
    if (!point) continue;
    let most = 0;
    places.forEach(({ place }, other) => {
      if (support[other] > most && kilometresFrom(gazetteer, place, point) < REGION_KILOMETRES) most = support[other];
    });
    support[at] += REGION_SHARE * Math.min(most, SENSES.unitInSentence);
  }
}

/** What a name means where that is told most surely. */
interface Meant {
  place: number;
  probability: number;
  /** the mention that tells */
  at: number;
}

/** The surest sense of each name of several places. */
function sensesOfNames(mentions: readonly Mention[], weighed: readonly Weighed[]): Map<string, Meant> {
  const meant = new Map<string, Meant>();
  for (let at = 0; at < mentions.length; at++) {
    const { leader, probability, places } = weighed[at];
    if (places.length === 1 || probability < TELLS_FROM) continue;
    const name = mentions[at].base.toLowerCase();
    if (probability > (meant.get(name)?.probability ?? 0)) meant.set(name, { place: leader.place, probability, at });
  }
  return meant;
}

const UNITS: ReadonlySet<string> = new Set(["oblast", "raion", "hromada"]);

/** Places that a unit behind the name can contradict; a town that many know is meant all the same, in "Вовчанськ, Сумська область". */
const VILLAGES: ReadonlySet<string> = new Set(["village", "settlement"]);

/** "Олексіївка Липецької області" is none of the villages of this name that the gazetteer has elsewhere. */
function contradicts(gazetteer: Gazetteer, unit: number, weighed: Weighed): boolean {
  const { placeClass } = gazetteer.columns;
  const classOf = (place: number): string => gazetteer.meta.classes[placeClass[place]];
  if (unit < 0 || !VILLAGES.has(classOf(weighed.leader.place))) return false;
  let oblast = unit;
  while (oblast >= 0 && classOf(oblast) !== "oblast") oblast = gazetteer.parentOf(oblast);
  return oblast >= 0 && holdsNone(gazetteer, oblast, weighed);
}

const holdsNone = (gazetteer: Gazetteer, unit: number, { places }: Weighed): boolean =>
  places.every(({ place }) => !gazetteer.isWithin(place, unit));

/** A first-level unit of a country whose cities alone are in the gazetteer, and of those the large ones. */
function isStateAbroad({ columns, meta }: Gazetteer, unit: number): boolean {
  return meta.classes[columns.placeClass[unit]] === "oblast" && !isAtHome(meta.countries[columns.placeCountry[unit]]);
}

/** How near a misspelt name's place must lie to those of its sentence, as `nearness` counts: 0.25 is one other place at 55 km. */
const LEAST_NEARNESS = 0.25;
/** From so many places in the sentence on it is told by them; */
const LEAST_NEIGHBOURS = 2;
/** and a place of at least so many people, as log10, may be named anywhere. */
const NAMED_ANYWHERE = 4.5;

/** In a list of villages around Kupiansk, "Тимківка" is no misspelt Томаківка: the gazetteer lacks it. */
function isOutOfTheWay(gazetteer: Gazetteer, { leader }: Weighed, neighbours: readonly Neighbour[]): boolean {
  const beside = neighbours.filter(({ here }) => here);
  if (beside.length < LEAST_NEIGHBOURS || lexiconOf(gazetteer).importance(leader.place) >= NAMED_ANYWHERE) return false;
  return nearness(gazetteer, leader.place, beside) < LEAST_NEARNESS;
}

/** The unit that stands beside a mention, or -1. */
function unitBeside(
  gazetteer: Gazetteer,
  mentions: readonly Mention[],
  weighed: readonly Weighed[],
  at: number,
  step: 1 | -1,
  scene: Scene,
): number {
  const other = mentions[at + step];
  if (!other) return -1;
  const beside = step > 0 ? scene.isBeside(mentions[at], other) : scene.isHeading(other, mentions[at]);
  if (!beside) return -1;
  const { place } = weighed[at + step].leader;
  if (isAbolishedRaion(gazetteer, place)) return place;
  const unit = unitOf(gazetteer, place);
  // A town behind a name stands for its unit, "Ivanivka, Kherson", but not where towns are listed.
  return unit !== place && step > 0 && scene.areListed(mentions, at) ? -1 : unit;
}

/** Where a mention stands: its sentence, and the units beside it, -1 for none. */
interface Around {
  sentence: number;
  behind: number;
  before: number;
  /** one of them is a raion of before 2020 */
  isFormer: boolean;
  /** a dash joins it to a large city */
  endsWay: boolean;
}

/** Importance of a large city, as log10 of people; what a seat of an oblast counts more is in it. */
const LARGE = 5;

function isLargeCity(gazetteer: Gazetteer, place: number): boolean {
  const isCity = gazetteer.meta.classes[gazetteer.columns.placeClass[place]] === "city";
  return isCity && lexiconOf(gazetteer).importance(place) >= LARGE;
}

/** Whether a dash or a hyphen joins a mention to another whose likeliest place is a large city. */
function joinsLargeCity(
  gazetteer: Gazetteer,
  mentions: readonly Mention[],
  weighed: readonly Weighed[],
  at: number,
  scene: Scene,
): boolean {
  const isJoined = (first: number): boolean =>
    first >= 0 && first + 1 < mentions.length && scene.areJoined(mentions[first], mentions[first + 1]);
  return (
    (isJoined(at - 1) && isLargeCity(gazetteer, weighed[at - 1].leader.place)) ||
    (isJoined(at) && isLargeCity(gazetteer, weighed[at + 1].leader.place))
  );
}

/** A unit that a text names. */
interface NamedUnit {
  sentences: Set<number>;
  /** by its own name somewhere, and not only by that of the town from which it is governed */
  itself: boolean;
  /** that town, where it is named in a list only: such towns lie in many units, and tell of themselves alone */
  seat: number;
}

/** Units named anywhere in the text, with the sentences in which they are. */
function unitsNamed(
  gazetteer: Gazetteer,
  mentions: readonly Mention[],
  weighed: readonly Weighed[],
  scene: Scene,
): Map<number, NamedUnit> {
  const units = new Map<number, NamedUnit>();
  mentions.forEach((mention, at) => {
    const { leader, probability } = weighed[at];
    if (probability < TELLS_FROM) return;
    const unit = unitOf(gazetteer, leader.place);
    if (gazetteer.holdsNothing(unit) || gazetteer.parentOf(unit) < 0) return;
    const known = units.get(unit);
    const itself = unit === leader.place;
    const seat = !itself && scene.isListed(mentions, at) ? leader.place : -1;
    if (known) {
      known.sentences.add(scene.sentenceOf(mention));
      known.itself ||= itself;
      if (seat < 0) known.seat = -1;
    } else units.set(unit, { sentences: new Set([scene.sentenceOf(mention)]), itself, seat });
  });
  return units;
}

function held(gazetteer: Gazetteer, place: number, units: ReadonlyMap<number, NamedUnit>, around: Around): number {
  let most = 0;
  if (around.isFormer) {
    most = Math.max(
      heldByFormer(gazetteer, place, around.behind, SENSES.unitBehind),
      heldByFormer(gazetteer, place, around.before, SENSES.unitBefore),
    );
  }
  if (units.size === 0) return most;
  for (let unit = gazetteer.parentOf(place); unit >= 0; unit = gazetteer.parentOf(unit)) {
    const named = units.get(unit);
    if (!named || (named.seat >= 0 && named.seat !== place)) continue;
    let nats: number = SENSES.unitInText;
    if (named.sentences.has(around.sentence)) nats = named.itself ? SENSES.unitInSentence : SENSES.unitBySeat;
    if (around.behind === unit) nats = isStateAbroad(gazetteer, unit) ? SENSES.stateBehind : SENSES.unitBehind;
    else if (around.before === unit) nats = SENSES.unitBefore;
    most = Math.max(most, nats);
  }
  return most;
}

const isFormer = (gazetteer: Gazetteer, unit: number): boolean => unit >= 0 && isAbolishedRaion(gazetteer, unit);

/** What an abolished raion beside a name says for a place: as much as one of today, less the farther it is from the seat. */
function heldByFormer(gazetteer: Gazetteer, place: number, unit: number, nats: number): number {
  if (!isFormer(gazetteer, unit) || !gazetteer.isWithin(place, oblastOf(gazetteer, unit))) return 0;
  return Math.max(0, nats - farFromRaion(gazetteer, place, unit));
}

function nearCaller(gazetteer: Gazetteer, place: number, near: readonly [number, number]): number {
  const kilometres = kilometresFrom(gazetteer, place, near);
  return Number.isNaN(kilometres)
    ? SENSES.callerFarthest
    : Math.min(SENSES.callerFarthest, kilometres / SENSES.callerKilometres);
}
