/** Adjectives before a noun in a Ukrainian or Belarusian form: "Велика Долина", "Стари Давыдково", "Нава Барава". */
const NO_RUSSIAN_ADJECTIVE =
  /^(?:(?:велик|вялик|нов|нав|стар|мал|гол|б[иі]л|верхн|нижн|середн|червон|красн|чорн|зелен|сух)(?:а|я|и|е|ы)|(?:нов|стар|мал|гол|б[иі]л|червон|красн|чорн|зелен)ий) /u;

/** Letters that Russian does not put together, except in words from elsewhere: Жыдачив, Стэпань, Кыив, Гошча. */
const NO_RUSSIAN_LETTERS = /[жшчщкгх]ы|[сцз]ьк|ьс[кт]ъ|ыв$|[бвгджзклмнпрстфхцчшщ]э|ць|шч|гарад|скае$|[тсздр]ьо|\./u;

/** An ending that Ukrainian names have and no Russian: Шевченкове. */
const UKRAINIAN_ENDING = /(?:[вн]|[сзц]к)е(?:[ -]|$)/u;

/** Endings of Ukrainian names, and what Cyrillic alphabets other than the Russian make of them. */
const NO_RUSSIAN_ENDINGS: readonly (readonly [RegExp, RegExp])[] = [
  [/івк/u, /ивк/u], // Лиманивка
  [/[іиї]в(?:[ -]|$)/u, /[иы]в(?:[ -]|$)/u], // Турбив
  [/[бвгґджзклмнпрстфхцчшщ]е$/u, /[иа]$/u], // Широки, Висока
  [/цьк$/u, /[тд]ск$/u], // Шатск
];

/** Letters of a Ukrainian name and those that may stand for them in a Belarusian one. */
const SAME_LETTERS: ReadonlySet<string> = new Set(["иы", "іи", "іы", "ие", "єе", "їи", "ея", "еэ", "ґг", "яа"]);

/**
 * Whether a name in the letters of the Russian alphabet is surely no Russian one: abbreviated (Нов.Свет), Belarusian (Капайгарад),
 * Ukrainian (Шевченкове), or spelled letter by letter (Лиманивка). GeoNames lists such names without their languages.
 *
 * @param ukrainian the standardized Ukrainian name; empty where it is not known
 *
 * @example
 * isForeignSpelling("Велика Новосілка", "Велики Новоселка") // true
 */
export function isForeignSpelling(ukrainian: string, name: string): boolean {
  const source = ukrainian.toLowerCase();
  const target = name.toLowerCase();
  return (
    NO_RUSSIAN_LETTERS.test(target) ||
    NO_RUSSIAN_ADJECTIVE.test(target) ||
    UKRAINIAN_ENDING.test(target) ||
    NO_RUSSIAN_ENDINGS.some(([from, to]) => from.test(source) && to.test(target)) ||
    (/дз/u.test(target) && !/дз/u.test(source)) ||
    speaksA(source, target)
  );
}

/** Belarusian writes an unstressed о as а: Галобы for Голоби. Russian names follow the Ukrainian letter, but for козак, казак. */
function speaksA(source: string, target: string): boolean {
  if (source.length !== target.length || target.startsWith("казач")) return false;
  let speaks = false;
  for (let at = 0; at < source.length; at++) {
    const [from, to] = [source[at], target[at]];
    if (from === to || SAME_LETTERS.has(from + to)) continue;
    if (from !== "о" || to !== "а") return false;
    speaks = true;
  }
  return speaks;
}
