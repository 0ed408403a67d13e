import { placesOfAdjective, preferLarger } from "./adjectives";
import { SAYS } from "./context-words";
import type { NamedPlace } from "./lexicon";
import { type Mention, prominenceOf } from "./mention";
import type { Reader } from "./reader";
import { elidedWord, sharedWord } from "./shared-word";
import { GAP, SHAPE } from "./tokens";

const OBLAST: readonly string[] = ["oblast", "region"];
const RAION: readonly string[] = ["raion", "city-district"];
/** Russia's districts are called so since 2018. Other okrugs are military, electoral, federal. */
const OKRUG: readonly string[] = ["raion"];
const isOkrug = (word: string): boolean => word.startsWith("округ");
const HROMADA: readonly string[] = ["hromada"];
const UNIT_CLASSES: ReadonlySet<string> = new Set(["oblast", "raion", "hromada", "city-district"]);
const VILLAGE: readonly string[] = ["village", "settlement"];
const WATERS: ReadonlySet<string> = new Set(["river", "lake", "reservoir"]);
const TOWN: readonly string[] = ["city", "settlement"];

/** Base forms of adjectives made of towns: Донецька, Бахмутський, Курская. Neuters are settlements: Покровське. */
const ADJECTIVE = /(?:[сцзк]ьк|ск|цк)(?:ий|а|ой|ая|і|ие)$/u;
const ENDING = /[сзц]ь?к(\p{L}+)$/u;
/** Харківщина, Донеччина: the oblast, or Нікопольщина, the raion, though some village is called so. */
const REGION = /(?:щина|ччина|чина)$/u;
const WIDE: ReadonlySet<string> = new Set(["oblast", "region"]);
const AREAS: ReadonlySet<string> = new Set(["raion"]);

/** The classes that a unit word speaks for. */
function classesOf(word: string): readonly string[] {
  if (/^(?:обл|obl|region|province|кра|krai)/u.test(word)) return OBLAST;
  if (isOkrug(word)) return OKRUG;
  if (/^(?:р-н|район|raion|rayon|district)/u.test(word)) return RAION;
  return HROMADA;
}

const MOST_REMEMBERED = 1000;
const remembered: Map<string, readonly string[] | undefined> = new Map();

/** The classes that a generic element before a name speaks for; undefined when it leaves it open. */
function classesAhead(word: string): readonly string[] | undefined {
  let classes = remembered.get(word);
  if (classes !== undefined || remembered.has(word)) return classes;
  if (/^(?:с|сел[аоуів]?.*|д|дер|деревн.*|villages?|hamlets?|х|ху?т[оі]р.*)$/u.test(word)) classes = VILLAGE;
  else if (/^(?:м|міст.*|г|гор|город.*|city|cities)$/u.test(word)) classes = TOWN;
  else if (/^(?:смт|пгт)$/u.test(word)) classes = ["settlement", "city", "village"];
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(word, classes);
  return classes;
}

/**
 * Reads what the unit word, direction word or generic element around a name says: keeps or finds the unit for "Бахмутського району" and
 * "Kharkiv and Sumy regions", the town for "Покровському напрямку", and nothing for an adjective that no such word follows
 * ("Львівська пекарня").
 *
 * @returns false when no place is named after all
 */
export function readUnits(reader: Reader, mention: Mention): boolean {
  const { lexicon, tokens } = reader;
  const isAdjective = mention.lang !== "" && ADJECTIVE.test(mention.base);
  const adjectival = (named: NamedPlace): boolean => isAdjective && UNIT_CLASSES.has(lexicon.classOf(named.place));
  if (REGION.test(mention.base)) {
    const ofClasses = (classes: ReadonlySet<string>): NamedPlace[] =>
      mention.places.filter(({ place }) => classes.has(lexicon.classOf(place)));
    const wide = ofClasses(WIDE);
    const regions = wide.length > 0 ? wide : ofClasses(AREAS);
    if (regions.length > 0 && !reader.isGeneric(mention.first - 1)) mention.places = regions;
  }
  const following = sharedWord(reader, mention.last);
  const elided = following < 0 ? elidedWord(reader, mention.first, mention.last) : -1;
  const shared = following < 0 ? elided : following;
  if (shared >= 0) {
    const word = reader.known(shared).lower;
    const direct = shared === mention.last + 1 || elided >= 0;
    if (reader.says(shared) & SAYS.UNIT) {
      const classes = classesOf(word);
      // In Cyrillic only the adjective is the unit's name: "у Харкові та Донецькій області".
      const named =
        mention.lang === ""
          ? mention.places
          : mention.places.filter(
              (one) => adjectival(one) || (agrees(reader, mention, shared) && namesUnit(reader, one)),
            );
      const units = unitsOf(reader, named, classes).filter(
        ({ place }) => !isOkrug(word) || lexicon.countryOf(place) === "RU",
      );
      if (units.length > 0) {
        mention.places = units;
        mention.classes = classes;
        if (shared === mention.last + 1 && tokens.gap[shared] !== GAP.HYPHEN) mention.last = shared;
        raise(reader, mention);
        return true;
      }
      if (isOkrug(word) || (mention.lang !== "" && mention.places.every(adjectival))) return false;
    } else {
      const derived = placesOfAdjective(reader, mention.lower, mention.lang);
      // What only looks like the adjective, Лиманське, is not meant where a town is that the adjective is made of.
      const all = mention.lang === "" || (direct && derived.length === 0);
      const named = all ? mention.places : mention.places.filter(adjectival);
      const towns = new Map<number, NamedPlace>();
      for (const one of [...named.flatMap((unit) => townOf(reader, unit)), ...derived]) {
        const known = towns.get(one.place);
        if (!known || one.nats > known.nats) towns.set(one.place, one);
      }
      if (towns.size > 0) {
        // "Pavlovka area" names no front.
        mention.places = mention.lang === "" ? [...towns.values()] : preferLarger(reader, [...towns.values()]);
        mention.isDirection = true;
        raise(reader, mention);
        return true;
      }
    }
  }
  if (isAdjective && mention.places.some(adjectival)) {
    mention.places = mention.places.filter((named) => !adjectival(named));
    if (mention.places.length === 0) return false;
    raise(reader, mention);
  }
  const named = waterBehind(reader, mention);
  if (named || isWater(reader, mention)) {
    const waters = mention.places.filter(({ place }) => WATERS.has(lexicon.classOf(place)));
    if (waters.length > 0) {
      mention.places = waters;
      if (named) mention.last++;
      raise(reader, mention);
      return true;
    }
  }
  const before =
    mention.first > 0 && !(tokens.gap[mention.first] & ~(GAP.SPACE | GAP.PERIOD | GAP.NEWLINE))
      ? mention.first - 1
      : -1;
  const generic = before >= 0 && reader.isGeneric(before) ? before : genericOf(reader, before);
  if (generic >= 0) mention.classes = classesAhead(reader.known(generic).lower);
  else if (
    mention.last + 1 < tokens.count &&
    reader.follows(mention.last + 1) &&
    reader.says(mention.last + 1) & SAYS.GENERIC &&
    mention.lang === ""
  )
    mention.classes = classesAhead(reader.known(mention.last + 1).lower);
  return true;
}

const WATER_BEHIND = /^(?:river|lake|reservoir|canal)$/u;

/** Whether the word behind an English name says that it is one of a river: "Oskil River". */
function waterBehind(reader: Reader, { last, lang }: Mention): boolean {
  return lang === "" && reader.follows(last + 1) && WATER_BEHIND.test(reader.known(last + 1).lower);
}

/**
 * Whether the words around speak of a river or a lake: "форсували Дніпро", "берег Дніпра". In English it has the article, which no town has:
 * "across the Dnipro", but not "across the Kharkiv region".
 */
function isWater(reader: Reader, { first, last, lang }: Mention): boolean {
  if (!reader.follows(first)) return false;
  if (lang !== "") return (reader.says(first - 1) & SAYS.WATER) !== 0;
  if (reader.word(first - 1) !== "the" || !reader.follows(first - 1)) return false;
  const ahead = reader.word(first - 2) === "of" ? first - 3 : first - 2;
  if (!(reader.says(ahead) & SAYS.WATER)) return false;
  const next = last + 1;
  const isAttribute = reader.says(next) & (SAYS.UNIT | SAYS.DIRECTION) || reader.tokens.shape[next] !== SHAPE.LOWER;
  return !reader.follows(next) || !isAttribute;
}

/** Whether a word has the ending of the adjective before the unit word: "Марганецьку та Покровську громади", not "в Луцьку та в Сумській області". */
function agrees(reader: Reader, { last }: Mention, shared: number): boolean {
  const ending = ENDING.exec(reader.known(last).lower);
  return ending !== null && ending[1] === ENDING.exec(reader.known(shared - 1).lower)?.[1];
}

/** Whether a place is a unit by its adjective: "Покровську громаду", where the likeliest place may be the town and the unit one of the others. */
function namesUnit({ lexicon }: Reader, named: NamedPlace): boolean {
  return UNIT_CLASSES.has(lexicon.classOf(named.place)) && ADJECTIVE.test(lexicon.textOf(named));
}

/** "the village of Dymer": the generic element before an "of" that stands right before the name, or -1. */
export function genericOf(reader: Reader, before: number): number {
  if (before < 1 || reader.word(before) !== "of" || !reader.follows(before)) return -1;
  return reader.says(before - 1) & SAYS.GENERIC ? before - 1 : -1;
}

function unitsOf(reader: Reader, places: readonly NamedPlace[], classes: readonly string[]): NamedPlace[] {
  const { lexicon } = reader;
  const units = new Map<number, NamedPlace>();
  for (const named of places) {
    if (classes.includes(lexicon.classOf(named.place))) units.set(named.place, named);
    else
      for (const unit of lexicon.unitsSeatedAt(named.place))
        if (classes.includes(lexicon.classOf(unit)) && !units.has(unit))
          units.set(unit, lexicon.instead(unit, named, -0.3));
  }
  return [...units.values()];
}

function townOf(reader: Reader, named: NamedPlace): NamedPlace[] {
  const { lexicon } = reader;
  if (!UNIT_CLASSES.has(lexicon.classOf(named.place))) return [named];
  const seat = lexicon.seatOf(named.place);
  return seat < 0 ? [named] : [lexicon.instead(seat, named, 0)];
}

/** Takes over the prominence of the places that are left. */
function raise(reader: Reader, mention: Mention): void {
  mention.prominence = prominenceOf(reader.lexicon, mention.places);
}
