import type { SourceLanguage } from "./systems";

/** The vowels and consonants of a source language, lower case; what is in neither is a sign (`ь`, `ъ`, `'`). */
export interface SourceAlphabet {
  vowels: string;
  consonants: string;
  signs: string;
}

/**
 * The three alphabets. The apostrophe is spelled `'` here and in every system; a text may have any of U+0027, U+2019
 * and U+02BC. Russian has none: in "Д'Артаньян" it is punctuation and stays. The letter ґ of
 * unofficial Belarusian spelling is in no alphabet here and stays.
 */
export const alphabets: Readonly<Record<SourceLanguage, SourceAlphabet>> = {
  uk: { vowels: "аеєиіїоуюя", consonants: "бвгґджзйклмнпрстфхцчшщ", signs: "ь'" },
  ru: { vowels: "аеёиоуыэюя", consonants: "бвгджзйклмнпрстфхцчшщ", signs: "ьъ" },
  be: { vowels: "аеёіоуыэюя", consonants: "бвгджзйклмнпрстўфхцчш", signs: "ь'" },
};

/** Every letter of the language in one string: `lettersOf("uk")` has 33 letters and the apostrophe. */
export function lettersOf(language: SourceLanguage): string {
  const { vowels, consonants, signs } = alphabets[language];
  return vowels + consonants + signs;
}
