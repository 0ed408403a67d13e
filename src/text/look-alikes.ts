import { SCRIPT_CYRILLIC, SCRIPT_LATIN, scriptBit } from "./alphabet";

/** Letters of the two scripts that look the same in most typefaces. Source: Unicode confusables (UTS 39), the pairs within these alphabets. */
const LATIN = "AaBCcEeHIiKMOoPpTXxyЅѕJj";
const CYRILLIC = "АаВСсЕеНІіКМОоРрТХхуЅѕЈј";

const toCyrillic: Map<string, string> = new Map([...LATIN].map((letter, at) => [letter, [...CYRILLIC][at]]));
const toLatin: Map<string, string> = new Map([...LATIN].map((letter, at) => [[...CYRILLIC][at], letter]));

/** Digits that OCR reads for letters, by script. */
const DIGITS: Readonly<Record<"latin" | "cyrillic", Readonly<Record<string, string>>>> = {
  latin: { "0": "o", "1": "l", "5": "s", "6": "b", "8": "b" },
  cyrillic: { "0": "о", "1": "і", "3": "з", "4": "ч", "6": "б", "8": "в" },
};

/** A digit among at least two letters; "Дружба-2" and "Золоте 5" are names with a number. */
const WORD_WITH_DIGITS = /(?=[\p{L}'’ʼ]*\d)(?=(?:\d*\p{L}){2})[\p{L}\d'’ʼ]+/gu;

/**
 * Repairs digits that stand for letters inside a word, as OCR leaves them.
 *
 * @example
 * repairDigits("Mariupo1")   // "Mariupol"
 * repairDigits("3апоріжжя")  // "Запоріжжя"
 */
export function repairDigits(text: string): string {
  return text.replace(WORD_WITH_DIGITS, (word) => {
    const letters = /\p{Script=Cyrillic}/u.test(word) ? DIGITS.cyrillic : DIGITS.latin;
    return word.replace(/\d/gu, (digit, at: number) => {
      const letter = letters[digit] ?? digit;
      return at === 0 && word.length > 1 ? letter.toUpperCase() : letter;
    });
  });
}

/**
 * Repairs words in which letters of the other script stand for their look-alikes, as OCR, keyboards and people who hide from filters
 * write them. A word goes to the script of its letters that look like nothing else; when there are none or both, it stays as it is.
 *
 * @example
 * repairLookAlikes("Kpaснoapмейск") // "Красноармейск"
 * repairLookAlikes("Xарків")        // "Харків"
 */
export function repairLookAlikes(text: string): string {
  return text.replace(/[\p{L}\p{M}'’ʼ]+/gu, (word) => {
    let scripts = 0;
    let certain = 0;
    for (const letter of word) {
      const bit = scriptBit(letter.charCodeAt(0));
      scripts |= bit;
      if (bit === SCRIPT_LATIN && !toCyrillic.has(letter)) certain |= bit;
      if (bit === SCRIPT_CYRILLIC && !toLatin.has(letter)) certain |= bit;
    }
    if (scripts !== (SCRIPT_LATIN | SCRIPT_CYRILLIC)) return word;
    if (certain === SCRIPT_CYRILLIC) return [...word].map((letter) => toCyrillic.get(letter) ?? letter).join("");
    if (certain === SCRIPT_LATIN) return [...word].map((letter) => toLatin.get(letter) ?? letter).join("");
    return word;
  });
}
