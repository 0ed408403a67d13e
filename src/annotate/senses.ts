import { NO_COORDINATE } from "../gazetteer/format";
import type { Gazetteer } from "../gazetteer/gazetteer";
import { kilometresFrom } from "../resolve/prior";
import { unitOf } from "../resolve/seats";
import type { NamedPlace } from "./lexicon";
import type { Mention } from "./mention";
import type { Scene } from "./scene";

/** A place with its share of the probability. */
export interface Sense {
  named: NamedPlace;
  probability: number;
}

/** The places of a mention with their nats, and the likeliest of them. */
export interface Weighed {
  places: readonly NamedPlace[];
  nats: Float64Array;
  leader: NamedPlace;
  /** share of the leader */
  probability: number;
  /** The unit behind the name holds none of the places: the one that is meant is not known. */
  contradicted: boolean;
}

/** Weights of what speaks for one namesake and against another, in nats. */
const SENSES = {
  /** a unit that holds it is named in the same sentence, or elsewhere in the text */
  unitInSentence: 6,
  unitInText: 2.5,
  /** directly behind it: "Ivanivka, Kherson region" */
  unitBehind: 12,
  /** directly before it: "Sumy region: Stepanivka" */
  unitBefore: 10,
  /** of the class that a generic element asks for: "the village of Kyiv" */
  classFits: 3.5,
  /** nearness to other places of the text: at no distance, and the kilometres at which it loses a factor e */
  near: 3,
  kilometres: 40,
  /** how many places near by count at most: a list of villages tells more than one town */
  mostNear: 2,
  /** how much of the nearness counts in another sentence */
  farther: 0.5,
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

/** Mentions that take part in disambiguation on either side of one, and how many different places of them; keeps the cost linear. */
const WINDOW = 24;
const MOST_NEIGHBOURS = 16;
/** A mention tells others where the text is about from this probability of its first place on. */
const TELLS_FROM = 0.5;
/** Kilometres from which on nearness counts nothing. */
const FAR = 400;

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

/** The likely places of a mention, likeliest first; always the likeliest. */
export function sensesOf({ places, nats, leader, probability }: Weighed, least: number, most: number): Sense[] {
  if (places.length === 1) return [{ named: leader, probability }];
  const highest = nats[places.indexOf(leader)];
  const senses: Sense[] = [];
  for (let at = 0; at < places.length; at++) {
    const share = probability * Math.exp(nats[at] - highest);
    if (places[at] === leader || share >= least) senses.push({ named: places[at], probability: share });
  }
  return senses.sort((a, b) => b.probability - a.probability || a.named.place - b.named.place).slice(0, most);
}

function refine(
  gazetteer: Gazetteer,
  mentions: readonly Mention[],
  before: readonly Weighed[],
  front: readonly number[],
  scene: Scene,
): Weighed[] {
  const units = unitsNamed(gazetteer, mentions, before, scene);
  const { placeClass } = gazetteer.columns;
  const { classes } = gazetteer.meta;
  const refined: Weighed[] = [];
  for (let at = 0; at < mentions.length; at++) {
    const mention = mentions[at];
    const behind = unitBeside(gazetteer, mentions, before, at, 1, scene);
    const unit = behind >= 0 && UNITS.has(classes[placeClass[before[at + 1].leader.place]]) ? behind : -1;
    let weighed: Weighed;
    // Most names are those of one place: there is nothing to weigh.
    if (mention.places.length === 1) weighed = { ...before[at] };
    else {
      const around = {
        sentence: scene.sentenceOf(mention),
        behind,
        before: unitBeside(gazetteer, mentions, before, at, -1, scene),
      };
      weighed = weighAmong(
        gazetteer,
        mention,
        units,
        around,
        front[at],
        neighboursOf(gazetteer, mentions, before, at, scene),
        scene,
      );
    }
    weighed.contradicted = contradicts(gazetteer, unit, weighed);
    refined.push(weighed);
  }
  return refined;
}

/** Weighs the places of a mention given what is named around it. */
function weighAmong(
  gazetteer: Gazetteer,
  { places, classes }: Mention,
  units: ReadonlyMap<number, ReadonlySet<number>>,
  around: Around,
  front: number,
  neighbours: readonly Neighbour[],
  scene: Scene,
): Weighed {
  const { placeClass } = gazetteer.columns;
  const nats = new Float64Array(places.length);
  for (let at = 0; at < places.length; at++) {
    const { place } = places[at];
    let sum = places[at].nats + places[at].prior + held(gazetteer, place, units, around);
    if (classes?.includes(gazetteer.meta.classes[placeClass[place]])) sum += SENSES.classFits;
    if (scene.isNearTheFront(place)) sum += front;
    if (scene.isWhereTheCallerSays(place)) sum += SENSES.within;
    if (scene.near) sum -= nearCaller(gazetteer, place, scene.near);
    nats[at] = sum + SENSES.near * nearness(gazetteer, place, neighbours);
  }
  return weigh(places, nats);
}

const UNITS: ReadonlySet<string> = new Set(["oblast", "raion", "hromada"]);

/** Places that a unit behind the name can contradict; a town that many know is meant all the same, in "Вовчанськ, Сумська область". */
const VILLAGES: ReadonlySet<string> = new Set(["village", "settlement"]);

/** "Олексіївка Липецької області" is none of the villages of this name that the gazetteer has elsewhere. */
function contradicts(gazetteer: Gazetteer, unit: number, { places, leader }: Weighed): boolean {
  const { placeClass } = gazetteer.columns;
  const classOf = (place: number): string => gazetteer.meta.classes[placeClass[place]];
  if (unit < 0 || !VILLAGES.has(classOf(leader.place))) return false;
  let oblast = unit;
  while (oblast >= 0 && classOf(oblast) !== "oblast") oblast = gazetteer.parentOf(oblast);
  return oblast >= 0 && places.every(({ place }) => !gazetteer.isWithin(place, oblast));
}

/** Bayes' rule over the places of one mention. */
function weigh(places: readonly NamedPlace[], nats: Float64Array): Weighed {
  let first = 0;
  for (let at = 1; at < places.length; at++)
    if (nats[at] > nats[first] || (nats[at] === nats[first] && places[at].place < places[first].place)) first = at;
  let total = 0;
  for (let at = 0; at < places.length; at++) total += Math.exp(nats[at] - nats[first]);
  return { places, nats, leader: places[first], probability: 1 / total, contradicted: false };
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
  return beside ? unitOf(gazetteer, weighed[at + step].leader.place) : -1;
}

/** Where a mention stands: its sentence, and the units beside it, -1 for none. */
interface Around {
  sentence: number;
  behind: number;
  before: number;
}

/** Units named anywhere in the text, with the sentences in which they are. */
function unitsNamed(
  gazetteer: Gazetteer,
  mentions: readonly Mention[],
  weighed: readonly Weighed[],
  scene: Scene,
): Map<number, Set<number>> {
  const units = new Map<number, Set<number>>();
  mentions.forEach((mention, at) => {
    const { leader, probability } = weighed[at];
    if (probability < TELLS_FROM) return;
    const unit = unitOf(gazetteer, leader.place);
    if (gazetteer.endOf(unit) === unit + 1 || gazetteer.parentOf(unit) < 0) return;
    const sentences = units.get(unit);
    if (sentences) sentences.add(scene.sentenceOf(mention));
    else units.set(unit, new Set([scene.sentenceOf(mention)]));
  });
  return units;
}

function held(
  gazetteer: Gazetteer,
  place: number,
  units: ReadonlyMap<number, ReadonlySet<number>>,
  around: Around,
): number {
  if (units.size === 0) return 0;
  let most = 0;
  for (let unit = gazetteer.parentOf(place); unit >= 0; unit = gazetteer.parentOf(unit)) {
    const sentences = units.get(unit);
    if (!sentences) continue;
    let nats: number = sentences.has(around.sentence) ? SENSES.unitInSentence : SENSES.unitInText;
    if (around.behind === unit) nats = SENSES.unitBehind;
    else if (around.before === unit) nats = SENSES.unitBefore;
    most = Math.max(most, nats);
  }
  return most;
}

/** Points of other places named around a mention, each once, with the weight of the nearest naming. */
interface Neighbour {
  place: number;
  lat: number;
  lon: number;
  weight: number;
}

function neighboursOf(
  gazetteer: Gazetteer,
  mentions: readonly Mention[],
  weighed: readonly Weighed[],
  at: number,
  scene: Scene,
): Neighbour[] {
  const { placeLat, placeLon } = gazetteer.columns;
  const sentence = scene.sentenceOf(mentions[at]);
  const found = new Map<number, Neighbour>();
  for (let step = 1; step <= WINDOW && found.size < MOST_NEIGHBOURS; step++) {
    for (const other of [at - step, at + step]) {
      if (other < 0 || other >= mentions.length || weighed[other].probability < TELLS_FROM) continue;
      if (mentions[other].lower === mentions[at].lower) continue;
      const { place } = weighed[other].leader;
      if (placeLat[place] === NO_COORDINATE) continue;
      const weight = scene.sentenceOf(mentions[other]) === sentence ? 1 : SENSES.farther;
      const known = found.get(place);
      if (known) known.weight = Math.max(known.weight, weight);
      else found.set(place, { place, lat: placeLat[place] / 1e5, lon: placeLon[place] / 1e5, weight });
    }
  }
  return [...found.values()];
}

const RADIANS = Math.PI / 180;
const KILOMETRES_A_DEGREE = 111.2;

/** The sum over the places around: 1 for one at no distance, less by the distance. Plane trigonometry is good to a per cent within a country. */
function nearness(gazetteer: Gazetteer, place: number, neighbours: readonly Neighbour[]): number {
  const { placeLat, placeLon } = gazetteer.columns;
  if (neighbours.length === 0 || placeLat[place] === NO_COORDINATE) return 0;
  const lat = placeLat[place] / 1e5;
  const lon = placeLon[place] / 1e5;
  const shrink = Math.cos(lat * RADIANS);
  let sum = 0;
  for (const neighbour of neighbours) {
    if (neighbour.place === place) continue;
    const kilometres = Math.hypot(lat - neighbour.lat, (lon - neighbour.lon) * shrink) * KILOMETRES_A_DEGREE;
    if (kilometres < FAR) sum += neighbour.weight * Math.exp(-kilometres / SENSES.kilometres);
  }
  return Math.min(sum, SENSES.mostNear);
}

function nearCaller(gazetteer: Gazetteer, place: number, near: readonly [number, number]): number {
  const kilometres = kilometresFrom(gazetteer, place, near);
  return Number.isNaN(kilometres)
    ? SENSES.callerFarthest
    : Math.min(SENSES.callerFarthest, kilometres / SENSES.callerKilometres);
}
