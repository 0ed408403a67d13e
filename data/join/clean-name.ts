/** What an upstream name may be after cleaning: its text and the script all of its words share. */
export interface CleanName {
  text: string;
  script: "Cyrl" | "Latn";
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;

// Letters that look the same in both scripts; small and capital letters differ (в is not B, н is not H).
const LATIN_TWINS = "aceiopxyABCEHIKMOPTXY";
const CYRILLIC_TWINS = "асеіорхуАВСЕНІКМОРТХУ";

/** Does a word hold letters of both Latin and Cyrillic? Such words are upstream slips and never enter the records. */
export function isMixedScript(word: string): boolean {
  return CYRILLIC.test(word) && LATIN.test(word);
}

/** Does any word of the text hold letters of both scripts? `"Mykolaivka (Миколаївка)"` does not: its words are pure. */
export function hasMixedScriptWord(text: string): boolean {
  return text.split(/[\s\-–()]+/).some(isMixedScript);
}

function exchange(word: string, foreign: RegExp, from: string, to: string): string | undefined {
  let out = "";
  for (const letter of word) {
    const twin = from.indexOf(letter);
    if (!foreign.test(letter)) out += letter;
    else if (twin >= 0) out += to[twin];
    else return undefined;
  }
  return out;
}

/**
 * Rewrites a mixed-script word in one script when only one reading is possible: `Веселiвка` (Latin i) → `Веселівка`.
 * The trap: `Tак` could be both ways round in theory; when both work the word is not repaired but refused.
 */
export function repairMixedScript(word: string): string | undefined {
  if (!isMixedScript(word)) return word;
  const cyrillic = exchange(word, LATIN, LATIN_TWINS, CYRILLIC_TWINS);
  const latin = exchange(word, CYRILLIC, CYRILLIC_TWINS, LATIN_TWINS);
  if ((cyrillic === undefined) === (latin === undefined)) return undefined;
  return cyrillic ?? latin;
}

/**
 * Cleans one upstream name: NFC, no stress marks (U+0301), one kind of apostrophe (U+2019), single spaces,
 * mixed-script words repaired. `undefined` when the name cannot be trusted: unrepairable, or in two scripts.
 *
 * @example cleanName("Кам'я́нка") // { text: "Кам’янка", script: "Cyrl" }
 */
export function cleanName(raw: string): CleanName | undefined {
  // A solidus or underscore joins two names or stands for a file's: "Сарабаш / Коммунаровка", "Покровская_богачка".
  if (/[/_\\=;,№]/.test(raw)) return undefined;
  const words = raw
    .normalize("NFC")
    .replace(/\u0301/g, "")
    .replace(/['`´ʼʹ‘′"”“]/g, "’")
    .replace(/\s*\([^)]*\)/g, "")
    .trim()
    .split(/\s+/);
  const repaired: string[] = [];
  for (const word of words) {
    const parts = word.split("-").map(repairMixedScript);
    if (parts.some((part) => part === undefined)) return undefined;
    repaired.push(parts.join("-"));
  }
  const text = repaired.join(" ").normalize("NFC");
  if (text === "" || isMixedScript(text)) return undefined;
  return CYRILLIC.test(text) ? { text, script: "Cyrl" } : LATIN.test(text) ? { text, script: "Latn" } : undefined;
}
