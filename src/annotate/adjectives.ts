import { isCompassPoint, isTownAdjective, namesOfAdjective } from "../text/adjective-names";
import { SAYS } from "./context-words";
import type { Lexicon, NamedPlace } from "./lexicon";
import { type Mention, mentionOf, prominenceOf } from "./mention";
import type { Reader } from "./reader";
import { elidedWord, sharedWord } from "./shared-word";
import { GAP } from "./tokens";

/** Adjectives of smaller places than this, log10 of people, name no direction. */
const LEAST = 2;
/** An adjective is a longer way to a town than its name. */
const BY_RULE = -0.3;

/**
 * The towns and regions that an adjective may be made of, for "Лиманський напрямок".
 *
 * @example
 * placesOfAdjective(reader, "авдіївському", "uk") // Авдіївка
 */
export function placesOfAdjective(reader: Reader, lower: string, lang: Mention["lang"]): readonly NamedPlace[] {
  if (lang === "" || !isTownAdjective(lower)) return NOWHERE;
  let known = remembered.get(reader.lexicon);
  if (!known) {
    known = new Map();
    remembered.set(reader.lexicon, known);
  }
  const key = `${lang} ${lower}`;
  let places = known.get(key);
  if (!places) {
    const { towns, regions } = namesOfAdjective(lower) ?? { towns: [], regions: [] };
    places = [...placesNamed(reader, towns, lang, TOWNS), ...placesNamed(reader, regions, lang, REGIONS)];
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, places);
  }
  return places;
}

/** Adjectives read lately: some two hundred names are looked up for one, and a text has few. */
const remembered = new WeakMap<Lexicon, Map<string, readonly NamedPlace[]>>();
const MOST_REMEMBERED = 1000;
const NOWHERE: readonly NamedPlace[] = [];

/** What a tenfold importance counts more for the name of a direction than for one in a sentence. */
const LARGER = 3;

/** Nats that a town loses which is not called so now, nor was lately, where another is: Донецьк was Олександрівка in 1869. */
const NOT_ITS_NAME = -8;

/** Weakens the smaller ones of the towns that a direction may be named after: fronts are named after those that they run at. */
export function preferLarger({ lexicon }: Reader, places: readonly NamedPlace[]): NamedPlace[] {
  const isTown = ({ place }: NamedPlace): boolean => TOWNS.has(lexicon.classOf(place));
  const towns = places.filter(isTown);
  if (towns.length < 2) return [...places];
  const named = towns.filter((one) => lexicon.isKnownBy(one));
  const most = Math.max(...(named.length > 0 ? named : towns).map(({ place }) => lexicon.importance(place)));
  return places.map((one) => {
    if (!isTown(one)) return one;
    if (named.length > 0 && !lexicon.isKnownBy(one)) return { ...one, nats: one.nats + NOT_ITS_NAME };
    return { ...one, nats: one.nats + LARGER * (lexicon.importance(one.place) - most) };
  });
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

/** The mention of a direction whose adjective is no name itself: "на Времівському напрямку". */
export function directionAt(reader: Reader, first: number): Mention | undefined {
  const hasCompass =
    first + 1 < reader.tokens.count &&
    reader.tokens.gap[first + 1] === GAP.HYPHEN &&
    isCompassPoint(reader.known(first).lower);
  const last = hasCompass ? first + 1 : first;
  const { lower, isAdjective } = reader.known(last);
  if (!isAdjective) return undefined;
  const shared = sharedWord(reader, last);
  const direction = shared < 0 ? elidedWord(reader, first, last) : shared;
  if (direction < 0 || !(reader.says(direction) & SAYS.DIRECTION)) return undefined;
  const lang = reader.langOf(last);
  const places = preferLarger(reader, placesOfAdjective(reader, lower, lang));
  if (places.length === 0) return undefined;
  const prominence = prominenceOf(reader.lexicon, places);
  return mentionOf({ base: lower, places, prominence }, first, last, lang, lower, false);
}
