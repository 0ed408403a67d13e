/**
 * Words that tell namesakes apart: a name with one is never a misspelling of a name with another, however near the letters are (Східна is one
 * edit from Західна). What they mean and their stems in Ukrainian, Russian and usual romanizations; translations meet, so that "Большая
 * Садовая" is "Велика Садова".
 */
const STEMS: Record<string, string> = {
  new: "нов nov",
  old: "стар star",
  upper: "верхн горішн verkhn verhn horishn",
  lower: "нижн долішн nyzhn nizhn dolishn",
  middle: "середн средн seredn sredn",
  great: "велик больш velyk velik bolsh",
  small: "мал mal",
  first: "перш перв persh perv",
  second: "друг втор druh drug vtor",
  third: "трет tret",
  fourth: "четверт chetvert",
  fifth: "п'ят пят piat pyat",
  north: "північн северн pivnichn severn",
  south: "південн южн pivdenn yuzhn",
  east: "східн восточн skhidn shidn vostochn",
  west: "західн западн zakhidn zahidn zapadn",
  left: "лів лев liv lev",
  right: "прав prav",
  near: "ближн blyzhn blizhn",
  far: "дальн daln dal'n",
  red: "червон красн chervon krasn",
  white: "біл бел bil bel",
  black: "чорн черн chorn chern",
  green: "зелен zelen",
}; // biome-ignore format: a table

const ENGLISH: Record<string, string> = {
  new: "new",
  old: "old",
  upper: "upper",
  lower: "lower",
  great: "great",
  small: "little",
  north: "north",
  south: "south",
  east: "east",
  west: "west",
};

/** Endings of adjectives, hard and soft, in the nominative and genitive. */
const ENDINGS =
  "а я е є і ї ий ій ый ой ая яя ья ое ее ье ые ие ого ього его ої ьої ей a ia ya e ye i yi y iy yy yj ij oi oy aya aia iaia oye oe ee yye oho ogo oi yoi";

const either = (words: string): string => words.split(" ").join("|");

/** The vowel that joins an adjective to another word: ново, верхньо, східно. */
const JOINT = "(?:ь?о|е|'?i?o|yo)";

const WHOLE: Map<string, string> = new Map();
for (const [meaning, stems] of Object.entries(STEMS))
  for (const stem of stems.split(" ")) for (const ending of ENDINGS.split(" ")) WHOLE.set(stem + ending, meaning);
for (const [meaning, word] of Object.entries(ENGLISH)) WHOLE.set(word, meaning);

const COMPOUNDS: readonly (readonly [string, RegExp])[] = Object.entries(STEMS).map(([meaning, stems]) => [
  meaning,
  new RegExp(`^(?:${either(stems)})${JOINT}(?=\\p{L}{3})`, "u"),
]);

/**
 * What a word says that tells namesakes apart, when it is an adjective that says nothing else.
 *
 * @param word in lower case
 *
 * @example
 * distinguishingWord("нижняя")      // "lower"
 * distinguishingWord("новоселівка") // undefined
 */
export function distinguishingWord(word: string): string | undefined {
  return WHOLE.get(word.replace(/[’ʼ`]/gu, "'").replaceAll("ё", "е"));
}

/**
 * The same for the beginning of a compound.
 *
 * @param word in lower case
 *
 * @example
 * distinguishingPrefix("новоселівка")      // "new"
 * distinguishingPrefix("західноукраїнська") // "west"
 */
export function distinguishingPrefix(word: string): string | undefined {
  return COMPOUNDS.find(([, pattern]) => pattern.test(word))?.[0];
}
