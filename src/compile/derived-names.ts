import { isAtHome } from "../resolve/ranking/prior";
import { fold } from "../text/fold";
import { peelGeneric } from "../text/generics";
import type { PlaceRecord } from "../types";

/** A name made by a rule, to stand beside the attested ones. */
export interface DerivedName {
  text: string;
  lang: string;
  /** Which rule: `ru-from-uk`, `uk-from-ru`, `specific-element`, `part`, `area` */
  derivedBy: string;
  /** Natural log of the probability that the rule is right, at most 0 */
  logProbability: number;
}

/** Likely counterparts of a name in the other language, best first. The shipped ones are fitted in data/derivation. */
export type DeriveName = (text: string) => readonly { text: string; probability: number }[];

/** Counterparts less likely than this are not kept: they cost bytes and bring false answers. */
const LEAST_PROBABILITY = 0.05;

/** At most so many derived spellings of one name; the fourth is right once in some hundred names. */
const MOST_SPELLINGS = 4;

/** Of a name abroad the likeliest alone: the rules are those of East Slavic names, and "Ден" for Дэян is a word. */
const MOST_SPELLINGS_ABROAD = 1;

/** Natural log of how often a unit is named by its specific element alone: "Belgorod" is the city. */
const SPECIFIC_ALONE_NATS = -5;

/** And by its area: "Нікопольщина". A village of that name has it by law. */
const AREA_NATS = -2;

/** Units that text names by their specific element alone, in lists and adjectives. */
const DIVISIONS: readonly PlaceRecord["class"][] = ["oblast", "raion", "hromada", "city-district"];

/** And of how often a settlement is named by one of its two words: "Вершинова" is Вершинова Муравійка where no place has the name. */
const PART_NATS = -2;

/** Words that tell namesakes apart and name nothing alone, and those that join. */
const MODIFIER =
  /^(?:Велик|Мал|Нов|Стар|Верхн|Нижн|Середн|Перш|Друг|Трет|Горішн|Долішн|Вищ|Нижч|Біл|Чорн|Червон|Зелен|Красн)(?:ий|ій|а|я|е|є|і)$/u;

/** Nouns that many names end with: "Балка" alone is a ravine. */
const COMMON_NOUN =
  /^(?:Балк|Слобод|Слобідк|Гут|Буд|Рудн|Долин|Га[йї]|Кут|Яр|Брід|Брод|Пол|Лук|Ріг|Рог|Криниц|Майдан|Хут|Полян|Вол|Кос|Гор|Греб|Могил|Став|Ключ|Колодяз|Лиман|Озер|Став|Міст|Мост|Шлях|Дол|Лан|Посад|Степ|Поселен|Колон|Будищ|Городищ|Селищ|Село|Містечк|Затон|Рад[аі]|Зор|Дач|Станці|Роз[’']їзд)[\p{Ll}’']{0,3}$/u;

/** Folded letters in which a Russian name and the derived one must agree to be spellings of one name. */
const BEGINNING = 3;

/** The adjective of a raion, and how its area ends in Ukrainian: Нікопольський район, Нікопольщина; Криворізький, Криворіжчина. */
const RAION = /^(\p{Lu}[\p{Ll}’-]+)([сцз])ький район$/u;
const AREA_ENDINGS: Readonly<Record<string, string>> = { с: "щина", ц: "ччина", з: "жчина" };

const SETTLEMENTS: readonly PlaceRecord["class"][] = ["city", "settlement", "village"];

/**
 * Names that no source attests but that people write: Russian forms of Ukrainian names and the other way round, each spelling with
 * its probability; and the specific element alone of units that are always written with a generic one ("Донецька" of "Донецька
 * область"), so that "Донецька та Луганська області" can be read.
 *
 * @param isName whether a folded key is that of an attested name of any place
 * @param isWideName whether it is that of an oblast, a region or a country
 *
 * @example
 * derivedNames(Верхня Писарівка) // [{ text: "Верхняя Писаревка", lang: "ru", derivedBy: "ru-from-uk", logProbability: 0 }]
 */
export function derivedNames(
  record: PlaceRecord,
  toRussian: DeriveName,
  toUkrainian: DeriveName,
  isName: (key: string) => boolean,
  isWideName: (key: string) => boolean,
): DerivedName[] {
  const names: DerivedName[] = [];
  const has = new Set(record.toponyms.map((toponym) => `${toponym.lang} ${toponym.text}`));
  const keys = new Set(record.toponyms.map((toponym) => fold(toponym.text)));
  const add = (text: string, lang: string, derivedBy: string, logProbability: number): void => {
    const same = `${lang} ${text}`;
    if (has.has(same)) return;
    has.add(same);
    names.push({ text, lang, derivedBy, logProbability });
  };
  const mostSpellings = isAtHome(record.country) ? MOST_SPELLINGS : MOST_SPELLINGS_ABROAD;
  const addAll = (source: string, derive: DeriveName, lang: string, derivedBy: string): void => {
    let kept = 0;
    for (const { text, probability } of derive(source)) {
      if (kept === mostSpellings || (kept > 0 && probability < LEAST_PROBABILITY)) break;
      // Only the likeliest spelling is shown; another is there to be found, and a key that is there already finds nothing more.
      const key = fold(text);
      if (kept > 0 && keys.has(key)) continue;
      keys.add(key);
      add(text, lang, derivedBy, Math.round(4 * Math.log(Math.min(1, probability))) / 4);
      kept++;
    }
  };
  const inLanguage = (lang: string) => record.toponyms.filter((toponym) => toponym.lang === lang);
  const uk = inLanguage("uk");
  const ru = inLanguage("ru");
  const current = (list: typeof uk) => list.some((toponym) => toponym.status !== "former");
  // Where the attested Russian name is another one, of before a renaming, the form of today's name stands beside it.
  const beginnings = new Set(
    ru.filter(({ status }) => status !== "former").map(({ text }) => fold(text).slice(0, BEGINNING)),
  );
  for (const name of uk) {
    if (name.status !== "standardized") continue;
    const [likeliest] = toRussian(name.text);
    if (!current(ru) || (likeliest && !beginnings.has(fold(likeliest.text).slice(0, BEGINNING))))
      addAll(name.text, toRussian, "ru", "ru-from-uk");
  }
  if (SETTLEMENTS.includes(record.class)) {
    const formerRussian = ru.filter((name) => name.status === "former").length;
    if (formerRussian === 0)
      for (const name of uk) if (name.status === "former") addAll(name.text, toRussian, "ru", "ru-from-uk");
  }
  if (uk.length === 0) for (const name of ru.slice(0, 1)) addAll(name.text, toUkrainian, "uk", "uk-from-ru");
  if (record.class === "raion" && record.country === "UA") {
    for (const { text } of uk) {
      const [, stem, last] = RAION.exec(text) ?? [];
      const area = stem && stem + AREA_ENDINGS[last];
      // Харківщина is the oblast.
      if (area && !isWideName(fold(area))) add(area, "uk", "area", AREA_NATS);
    }
  }
  if (DIVISIONS.includes(record.class)) {
    for (const name of [...record.toponyms, ...names.slice()]) {
      const peeled = peelGeneric(name.text);
      // "Sector 5" is not called 5.
      if (peeled && /\p{L}/u.test(peeled.specific))
        add(peeled.specific, name.lang, "specific-element", SPECIFIC_ALONE_NATS);
    }
  }
  if (SETTLEMENTS.includes(record.class)) {
    for (const { text } of uk.filter(({ status }) => status === "standardized"))
      for (const part of namingParts(text)) if (!isName(fold(part))) add(part, "uk", "part", PART_NATS);
  }
  return names;
}

/** The words of a name of two by which the place may be called: both of Вершинова Муравійка, one of Романова Балка. */
function namingParts(text: string): string[] {
  const words = text.split(/[\s-]+/u);
  if (words.length !== 2) return [];
  return words.filter(
    (word) => word.length > 3 && /^\p{Lu}/u.test(word) && !MODIFIER.test(word) && !COMMON_NOUN.test(word),
  );
}
