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

const sound = (text: string): string =>
  text
    .toLowerCase()
    .replace(/сч/g, "щ")
    .replace(/[іїыий]+/g, "и")
    .replace(/[єэё]/g, "е")
    .replace(/ґ/g, "г")
    .replace(/[ьъ’'\-\s]/g, "");

/**
 * How far two Cyrillic spellings are from each other as a share of the longer one: 0 for `Авдіївка`/`Авдеевка` after
 * the letters that both languages write differently are merged, 1 for nothing in common.
 */
export function unlikeness(a: string, b: string): number {
  const left = sound(a);
  const right = sound(b);
  return levenshtein.get(left, right) / Math.max(left.length, right.length, 1);
}
