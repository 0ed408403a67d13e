/**
 * Rewritings of one Russian word in lower case, in this order. A capital is a letter that is Ukrainian already, and no later rule takes it. `$` ends a
 * word: names are cut at blanks and hyphens.
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  // Roots that the languages share: Орел, Семенов, Березовський, Чорногорськ, Нижньокамськ, Лісозаводськ.
  [/ч[её]рн/gu, "чорн"],
  [/жёлт/gu, "жовт"],
  [/(?<=^бер|^сем|^арт|^ф|^п|^ор|^оз)ё/gu, "е"],
  [/^(нижн|верхн|средн)е(?=[бвгджзклмнпрстфхцчшщ])/u, "$1ьо"],
  [/^лес(?=н|о)/u, "лІс"],
  [/^бел(?=ая$|ое$|ый$|ые$)/u, "бІл"],
  [
    /(?<=^|о)(вел|л|д|н|зв?ен|мин|т|сим|к|парт|с|нев)и(?=к[ио]|пец|вн|митр|жн|горо|ерал|хо|хв|слов|зан|бир|нно)/gu,
    "$1И",
  ],
  [/(?<=^|о)(влад|дм|м|ч)и(?=в|м|тр|ха|р|ст)/gu, "$1И"],
  [/^ник(?=ол)/u, "нІк"],
  [/росс(?=и|о)/u, "рос"],
  // ё
  [/(?<=^|[аеиоуыэюя])ё/gu, "йо"],
  [/(?<=[жчшщц])ё/gu, "о"],
  [/ё/gu, "ьо"],
  // Adjectives and nouns by their endings
  [/сск(?=$|ий$|ой$|ая$|ое$|ие$)/gu, "ськ"],
  [/([сц])к(?=$|ий$|ой$|ая$|ое$|ие$)/gu, "$1ьк"],
  [/ец$/u, "ець"],
  [/(?<=[иИ]жн|верхн|средн|дальн|задн|крайн|ближн|ранн)ий$/u, "Ій"],
  [/(?<=\p{L}{2})(?:[ыи]й|(?<=[вкнм])ой)$/u, "Ий"],
  [/(?<=\p{L}[^иь])ая$/u, "а"],
  [/(?<=\p{L}{2})яя$/u, "я"],
  [/(?<=\p{L}[^ь])ое$/u, "е"],
  [/(?<=\p{L}{2})ее$/u, "є"],
  [/(?<=\p{L}{2})[ыи]е$/u, "І"],
  [/(?<=[кгх])и$/u, "И"],
  // Suffixes that keep и
  [/(?<![аеоуыэюяьи])и(?=к(?:[аи]|$)|ц[аыеи]|щ[еи]|х[аИ]$|чи$|ч$|цьк)/gu, "И"],
  // е: є at the start, behind vowels and signs, and for the old ѣ of some roots
  [/^е|(?<=[аеиоуыэюяъьИІ])е/gu, "Є"],
  [/(?<=^|ново|старо|южно|верхньо|нижньо)бел(?!град$)/gu, "бЄл"],
  [/^сев(?=ер)/u, "сЄв"],
  [/^(св|зв|сов|м)е(?=тл|тс|ть|рев|дн)/u, "$1Є"],
  [/ре(?=ченс|цьк)/gu, "рЄ"],
  [/э/gu, "е"],
  // и: і, but behind sibilants before a consonant and in при-
  [/(?<=[жчшщц])[иы]$/u, "І"],
  [/цы/gu, "цІ"],
  [/(?<=[жчшщц])и(?![аеоуюя])/gu, "И"],
  [/^при/u, "прИ"],
  [/(?<=[аеоуыэюяьЄиІ])и/gu, "Ї"],
  [/и/gu, "І"],
  [/ы/gu, "И"],
  // ь and ъ: an apostrophe behind lips and р, nothing behind hard letters
  [/^([пвм])я(?=[тзс])/u, "$1’я"],
  [/([бпвмфр])[ьъ](?=[яюЄїЇ])/gu, "$1’"],
  [/ъ/gu, "’"],
  [/(?<=[бпвмфржчшщкгх])ь(?![оєюяЄ])/gu, ""],
];

const transcribeWord = (word: string): string => {
  let text = word.toLowerCase();
  for (const [from, to] of RULES) text = text.replace(from, to);
  text = text.toLowerCase();
  return word[0] === word[0].toLowerCase() ? text : text[0].toUpperCase() + text.slice(1);
};

/**
 * A Russian place name in Ukrainian letters, as the orthography of Ukrainian of 2019 has Russian geographical names written: the headline of places of
 * Russia and Belarus that no Ukrainian source names.
 *
 * Trap: it carries over and does not translate: "Большой Камень" stays Большой. Names with a Ukrainian tradition of their own (Берестя) are data.
 *
 * @example
 * ukrainianOfRussian("Железнодорожный") // "Железнодорожний"
 * ukrainianOfRussian("Прокопьевск")     // "Прокоп’євськ"
 */
export function ukrainianOfRussian(russian: string): string {
  return russian.replace(/\p{L}+/gu, transcribeWord);
}
