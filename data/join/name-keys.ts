import levenshtein from "fast-levenshtein";

// These keys only compare names while joining sources; the library's own index key is src/text/fold.

const ROMAN: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "h",
  ґ: "h",
  д: "d",
  е: "e",
  є: "e",
  ё: "o",
  ж: "z",
  з: "z",
  и: "i",
  і: "i",
  ї: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ў: "u",
  ф: "f",
  х: "h",
  ц: "c",
  ч: "c",
  ш: "s",
  щ: "s",
  ъ: "",
  ы: "i",
  ь: "",
  э: "e",
  ю: "u",
  я: "a",
}; // prettier keeps the table readable

const squeeze = (text: string): string => text.replace(/(.)\1+/g, "$1");

/** Key under which two Cyrillic spellings of one Ukrainian name are equal: no case, apostrophe, ґ or soft hyphenation. */
export function cyrillicKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/ґ/g, "г")
    .replace(/[-\s]+/g, " ");
}

/**
 * Key under which a Cyrillic name and its usual romanizations are equal: `Щастя`, `Shchastya` and `Shchastia` → `sasta`.
 * The trap: it folds far more than a reader would (г and х, ц and ч); never join on it beyond one raion.
 */
export function latinKey(text: string): string {
  let out = "";
  const lower = text.toLowerCase().replace(/йо/g, "о");
  for (const letter of lower) out += ROMAN[letter] ?? letter;
  out = out
    .normalize("NFD")
    .replace(/[^a-z]/g, "")
    .replace(/shch|sch|sh/g, "s")
    .replace(/kh|g/g, "h")
    .replace(/zh/g, "z")
    .replace(/tch|ch|ts|tz/g, "c")
    .replace(/w/g, "v")
    .replace(/[yj]/g, "i")
    .replace(/i+([aeou])/g, "$1");
  return squeeze(out);
}

/** The letters of a name as both languages hear them. */
export const soundOf = (text: string): string =>
  squeeze(
    text
      .toLowerCase()
      .replace(/сч/g, "щ")
      .replace(/[іїыий]+/g, "и")
      .replace(/[єэё]/g, "е")
      .replace(/ґ/g, "г")
      .replace(/[ьъ’'\-\s]/g, ""),
  );

/** Words that Ukrainian and Russian place names translate instead of respelling. */
const TRANSLATED: readonly (readonly [RegExp, string])[] = [
  [/велик(?=[аеоийі])/gu, "больш"],
  [/залізничн/gu, "железнодорожн"],
  [/друг(?=[аеи])/gu, "втор"],
  [/перш(?=[аеи])/gu, "перв"],
  [/затока/gu, "залив"],
];

const translated = (ukrainian: string): string =>
  TRANSLATED.reduce((text, [from, to]) => text.replace(from, to), ukrainian.toLowerCase());

const share = (left: string, right: string): number =>
  levenshtein.get(left, right) / Math.max(left.length, right.length, 1);

/** Vowels differ most between the languages (Білолісся, Белолесье); the consonants alone are weaker evidence. */
const CONSONANTS_ALONE = 1.25;

/**
 * How far a Russian spelling is from a Ukrainian one as a share of the longer: 0 for `Авдеевка` and `Авдіївка` after the
 * letters that the languages write differently are merged, 1 for nothing in common. Takes the least of the spelling as it
 * is, its consonants alone, and the Ukrainian name with the words that get translated (Велика Знам’янка, Большая Знаменка).
 */
export function unlikeness(text: string, ukrainian: string): number {
  const other = soundOf(text);
  const bones = squeeze(other.replace(/[аеиоуюя]/g, ""));
  let least = 1;
  for (const name of new Set([ukrainian.toLowerCase(), translated(ukrainian)])) {
    const mine = soundOf(name);
    least = Math.min(least, share(other, mine));
    const myBones = squeeze(mine.replace(/[аеиоуюя]/g, ""));
    if (bones.length > 2 && myBones.length > 2) least = Math.min(least, CONSONANTS_ALONE * share(bones, myBones));
  }
  return least;
}
