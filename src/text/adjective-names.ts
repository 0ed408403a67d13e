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
/** Names in lower case that an adjective may be made of; most are nonsense, which no gazetteer has. */
export interface NamesOfAdjective {
  /** in one word and in two: "лиман" … of "лиманський", "красный лиман" … of "краснолиманский" */
  towns: string[];
  regions: string[];
}

/**
 * The names of towns and regions that an adjective may be made of: Лиман for "Лиманський", and not Лиманське, whose name the adjective looks
 * like. Undefined for what is no such adjective.
 *
 * @example
 * namesOfAdjective("авдіївському")?.towns  // ["авдіїв", "авдіївськ", "авдіївск", "авдіївка", …]
 * namesOfAdjective("поліському")?.regions // […, "полісся", …]
 */
export function namesOfAdjective(lower: string): NamesOfAdjective | undefined {
  const adjective = ADJECTIVE.exec(lower);
  if (!adjective) return undefined;
  const [, stem, last] = adjective;
  // Торецький, Слов’янський: the name itself ends in -цьк, -ськ, of which the ending keeps one letter.
  const names = new Set(
    last === "с"
      ? ENDINGS.map((ending) => stem + ending)
      : [`${stem}${last}ьк`, `${stem}${last}к`, `${stem}к`, `${stem}ць`, `${stem}ц`, `${stem}ки`],
  );
  for (const [from, to] of CHANGES) if (from.test(stem)) names.add(stem.replace(from, to));
  if (last === "з") names.add(`${stem}г`).add(`${stem}га`); // Криворізький: Кривий Ріг
  const oneWord = [...names];
  return { towns: [...oneWord, ...oneWord.flatMap(asTwoWords)], regions: last === "с" ? regionNames(stem) : [] };
}

function regionNames(stem: string): string[] {
  const names = [stem, ...REGION_ENDINGS.map((ending) => stem + ending), `${stem}ь`];
  for (const [from, to] of REGION_CHANGES) if (from.test(stem)) names.push(stem.replace(from, to));
  return names;
}

function asTwoWords(name: string): string[] {
  const found = COMPOUND.exec(name);
  if (!found) return [];
  const [, first, second] = found;
  const firsts = FIRST_WORDS.map((ending) => first + ending);
  for (const [from, to] of POSSESSIVE) if (from.test(first)) firsts.push(first.replace(from, to));
  return firsts.map((word) => `${word} ${second}`);
}

/** Whether a word in lower case ends as the adjective of a town does. */
export function isTownAdjective(lower: string): boolean {
  return ADJECTIVE.test(lower);
}

/** What a compass point puts before an adjective: "на Північно-Слобожанському напрямку". */
const COMPASS = /^(?:північно|південно|східно|західно|северо|южно|юго|восточно|западно)$/u;

/** Whether a word in lower case is a compass point before a hyphen. */
export function isCompassPoint(lower: string): boolean {
  return COMPASS.test(lower);
}
