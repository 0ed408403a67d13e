import words from "../../data/text/common-words.json";
import type { WordLang } from "./lexicon";

/** Sorted words, front-coded: a digit says how many letters are those of the word before. */
function decode(coded: string): Set<string> {
  const set = new Set<string>();
  let last = "";
  for (const part of coded.split(" ")) {
    last = last.slice(0, Number(part[0])) + part.slice(1);
    set.add(last);
  }
  return set;
}

let lists: { uk: Set<string>; ru: Set<string>; en: Set<string> } | undefined;

/**
 * Whether a word that leads to a place is also a common word of its language: "Щастя", "Мир", "Рівне"; `base` is the form by which it
 * leads there.
 *
 * @example
 * isCommonWord("миру", "мир", "uk")               // true
 * isCommonWord("покровськ", "покровськ", "uk")    // false
 */
export function isCommonWord(lower: string, base: string, lang: WordLang): boolean {
  lists ??= { uk: decode(words.uk), ru: decode(words.ru), en: decode(words.en) };
  if (lang === "") return lists.en.has(lower);
  const { uk, ru } = lists;
  return (lang !== "ru" && (uk.has(lower) || uk.has(base))) || (lang !== "uk" && (ru.has(lower) || ru.has(base)));
}
