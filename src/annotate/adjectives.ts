import { SAYS } from "./context-words";
import type { NamedPlace } from "./lexicon";
import { type Mention, mentionOf } from "./mention";
import type { Reader } from "./reader";
import { elidedWord, sharedWord } from "./shared-word";
import { GAP } from "./tokens";

/** A relative adjective of a town, in any case form; the first group is what the town's name begins with. */
const ADJECTIVE = /^(.+?)([сцз])ь?к(?:ий|ого|ому|им|ім|ом|ой|ая|ую|ое)$/u;

/** What may follow the stem of the adjective in the name of the town: Лиман|ський, Авдіїв|ський from Авдіїв|ка, Сум|ський from Сум|и. */
const ENDINGS = ["", "ськ", "ск", "ка", "и", "ы", "а", "е", "ь", "я", "о"];
/** Stems that change before the ending: Оріхів|ський, Курахів|ський from Курахове, Гуляйпіль|ський from Гуляйполе. */
const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/ів$/u, "ове"],
  [/ів$/u, "еве"],
  [/ов$/u, "ово"],
  [/піль$/u, "поле"],
  [/поль$/u, "поле"],
  [/к[іо]в$/u, "ка"],
  [/рі$/u, "ріжжя"],
  [/ро$/u, "рожье"],
  [/рож$/u, "рог"],
];
/** A compound adjective of a name of two words, the first an adjective too: великоновосілків|ський, краснолиман|ский, часовояр|ский. */
const COMPOUND = /^(\p{L}{3,}?[^аеєиіїоуюяыэь])(?:ьо|[оеє])(\p{L}{2,})$/u;
/** What the first word may end in: Велика, Красный. */
const FIRST_WORDS = ["ий", "ый", "ій", "а", "ая", "я", "яя", "е", "ое", "є", "ее", "і", "ые", "ие"];
/** Possessive first words, which have no ending: Часів Яр, Часов Яр. */
const POSSESSIVE: readonly (readonly [RegExp, string])[] = [
  [/ов$/u, "ів"],
  [/ов$/u, "ов"],
];
/** The same of regions: слобожан|ський from Слобожан|щина, полі|ський from Полі|сся, подоль|ский from Подоль|е. */
const REGION_ENDINGS = ["щина", "сся", "ля", "ье", "'я"];
const REGION_CHANGES: readonly (readonly [RegExp, string])[] = [
  [/й$/u, "я"],
  [/ь$/u, "ля"],
  [/ь$/u, "е"],
];
/** Adjectives of smaller places than this, log10 of people, name no direction. */
const LEAST = 2;
/** An adjective is a longer way to a town than its name. */
const BY_RULE = -0.3;

/**
 * The towns and regions that an adjective may be made of, for "Лиманський напрямок": Лиман, and not Лиманське, whose name the adjective
 * looks like.
 *
 * @example
 * placesOfAdjective(reader, "авдіївському", "uk") // Авдіївка
 * placesOfAdjective(reader, "поліському", "uk")   // Полісся
 */
export function placesOfAdjective(reader: Reader, lower: string, lang: Mention["lang"]): NamedPlace[] {
  const adjective = ADJECTIVE.exec(lower);
  if (!adjective || lang === "") return [];
  const [, stem, last] = adjective;
  // Торецький, Слов’янський: the name itself ends in -цьк, -ськ, of which the ending keeps one letter.
  const names = new Set(
    last === "с"
      ? ENDINGS.map((ending) => stem + ending)
      : [`${stem}${last}ьк`, `${stem}${last}к`, `${stem}к`, `${stem}ць`, `${stem}ц`, `${stem}ки`],
  );
  for (const [from, to] of CHANGES) if (from.test(stem)) names.add(stem.replace(from, to));
  if (last === "з") names.add(`${stem}г`).add(`${stem}га`); // Криворізький: Кривий Ріг
  const places = placesNamed(reader, names, lang, TOWNS);
  const found = places.length > 0 ? places : placesNamed(reader, [...names].flatMap(asTwoWords), lang, TOWNS);
  const regions = last === "с" ? placesNamed(reader, regionNames(stem), lang, REGIONS) : [];
  return [...found, ...regions];
}

function regionNames(stem: string): string[] {
  const names = [stem, ...REGION_ENDINGS.map((ending) => stem + ending), `${stem}ь`];
  for (const [from, to] of REGION_CHANGES) if (from.test(stem)) names.push(stem.replace(from, to));
  return names;
}

/** A name as one of two words: "красна лиман", "красный лиман" … of "краснолиман". Most are nonsense, which no gazetteer has. */
function asTwoWords(name: string): string[] {
  const found = COMPOUND.exec(name);
  if (!found) return [];
  const [, first, second] = found;
  const firsts = FIRST_WORDS.map((ending) => first + ending);
  for (const [from, to] of POSSESSIVE) if (from.test(first)) firsts.push(first.replace(from, to));
  return firsts.map((word) => `${word} ${second}`);
}

/** What a tenfold importance counts more for the name of a direction than for one in a sentence. */
const LARGER = 3;

/** Weakens the smaller ones of the towns that a direction may be named after: fronts are named after those that they run at. */
export function preferLarger({ lexicon }: Reader, places: readonly NamedPlace[]): NamedPlace[] {
  const isTown = ({ place }: NamedPlace): boolean => TOWNS.has(lexicon.classOf(place));
  const most = Math.max(...places.filter(isTown).map(({ place }) => lexicon.importance(place)));
  return places.map((named) =>
    isTown(named) ? { ...named, nats: named.nats + LARGER * (lexicon.importance(named.place) - most) } : named,
  );
}

const TOWNS: ReadonlySet<string> = new Set(["city", "settlement", "village"]);
const REGIONS: ReadonlySet<string> = new Set(["region"]);

function placesNamed(
  reader: Reader,
  names: Iterable<string>,
  lang: Mention["lang"],
  classes: ReadonlySet<string>,
): NamedPlace[] {
  const places = new Map<number, NamedPlace>();
  for (const name of names) {
    for (const named of reader.lexicon.exactly(name, lang)) {
      if (!classes.has(reader.lexicon.classOf(named.place)) || reader.lexicon.importance(named.place) < LEAST) continue;
      const known = places.get(named.place);
      if (!known || named.nats > known.nats) places.set(named.place, { ...named, nats: named.nats + BY_RULE });
    }
  }
  return [...places.values()];
}

/** Whether a word in lower case ends as the adjective of a town does. */
export function isTownAdjective(lower: string): boolean {
  return ADJECTIVE.test(lower);
}

/** What a compass point puts before an adjective: "на Північно-Слобожанському напрямку". */
const COMPASS = /^(?:північно|південно|східно|західно|северо|южно|юго|восточно|западно)$/u;

/** The mention of a direction whose adjective is no name itself: "на Времівському напрямку". */
export function directionAt(reader: Reader, first: number): Mention | undefined {
  const hasCompass =
    first + 1 < reader.tokens.count &&
    reader.tokens.gap[first + 1] === GAP.HYPHEN &&
    COMPASS.test(reader.known(first).lower);
  const last = hasCompass ? first + 1 : first;
  const { lower, isAdjective } = reader.known(last);
  if (!isAdjective) return undefined;
  const shared = sharedWord(reader, last);
  const direction = shared < 0 ? elidedWord(reader, first, last) : shared;
  if (direction < 0 || !(reader.says(direction) & SAYS.DIRECTION)) return undefined;
  const lang = reader.langOf(last);
  const places = preferLarger(reader, placesOfAdjective(reader, lower, lang));
  if (places.length === 0) return undefined;
  const prominence = Math.max(...places.map(({ place, nats }) => reader.lexicon.importance(place) + nats / Math.LN10));
  return mentionOf({ base: lower, places, prominence }, first, last, lang, lower, false);
}
