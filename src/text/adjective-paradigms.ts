import { type Paradigm, SELDOM } from "./paradigms";

/** Endings of adjectives, in every case and gender. */
const UKRAINIAN_ENDINGS = "ий ого ому им ім а ої ій у ою е і их ими".split(" ");
const RUSSIAN_ENDINGS = "ий ого ому им ом ая ой ую ою ое ие их ими".split(" ");
const LATIN_ENDINGS = "y yy yi iy ij i ii oye oe aya oi oy".split(" ");

/**
 * Adjectives of place names: base endings, and the suffix in which the adjective's stem ends. Ukrainian orthography of 2019, §§ 32–33;
 * Русская грамматика, 1980, §§ 620–640.
 */
const SUFFIXES: Record<"uk" | "ru" | "latin", readonly Paradigm[]> = {
  uk: [
    ["ськ", "ськ"],
    ["-", "ськ", -0.3, "бвгґджзклмнпрстфхцчшщь"],
    ["ка", "ськ", -0.3],
    ["а", "ськ", -0.5],
    ["и", "ськ", -0.5],
    ["і", "ськ", SELDOM],
    ["е", "ськ", SELDOM],
    ["о", "ськ вськ", SELDOM],
    ["я", "ськ", SELDOM],
    ["ки", "ськ", SELDOM],
    ["цьк", "цьк"],
    ["к", "цьк"],
    ["ця", "цьк", -0.3],
    ["ці", "ецьк цьк", -0.3],
    ["ець", "ецьк", -0.5],
    ["ка", "цьк", SELDOM],
    ["г", "зьк", -0.3],
    ["зьк", "зьк"],
    ["піль", "пільськ"],
    ["поле", "пільськ"],
    ["пілля", "пільськ", -0.5],
    ["ріжжя", "різьк"],
  ],
  ru: [
    ["ск", "ск"],
    ["-", "ск", -0.3, "бвгджзклмнпрстфхцчшщь"],
    ["ка", "ск", -0.3],
    ["а", "ск", -0.5],
    ["ы", "ск", -0.5],
    ["и", "ск", SELDOM],
    ["о", "ск", SELDOM],
    ["е", "ск", SELDOM],
    ["я", "ск", SELDOM],
    ["ки", "ск", SELDOM],
    ["цк", "цк"],
    ["к", "цк"],
    ["ца", "цк", -0.3],
    ["цы", "ецк цк", -0.3],
    ["ец", "ецк", -0.5],
    ["поль", "польск"],
    ["полье", "польск", -0.5],
    ["поле", "польск", -0.5],
    ["рожье", "рожск"],
  ],
  latin: [
    ["sk", "sk"],
    ["-", "sk", -0.3],
    ["ka", "sk", -0.3],
    ["a", "sk", -0.5],
    ["y", "sk", SELDOM],
    ["tsk", "tsk"],
    ["k", "tsk", -0.3],
    ["tsa", "tsk", SELDOM],
  ],
};

const declined = (suffixed: readonly Paradigm[], endings: readonly string[]): Paradigm[] =>
  suffixed.map(([base, suffixes, nats = 0, after = ""]) => {
    const forms = suffixes.split(" ").flatMap((suffix) => endings.map((ending) => suffix + ending));
    return [base, forms.join(" "), nats, after];
  });

/**
 * The adjective of a place's name in every case and gender, as paradigms of the name: -ськ of Покровськ has -ськ-ий, -ськ-ого … "Latin" is
 * what news in English make of the Ukrainian and Russian nominative: Kupyansky.
 */
export const ADJECTIVES: Record<"uk" | "ru" | "latin", readonly Paradigm[]> = {
  uk: declined(SUFFIXES.uk, UKRAINIAN_ENDINGS),
  ru: declined(SUFFIXES.ru, RUSSIAN_ENDINGS),
  latin: declined(SUFFIXES.latin, LATIN_ENDINGS),
};
