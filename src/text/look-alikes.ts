import { SCRIPT_CYRILLIC, SCRIPT_LATIN, scriptBit } from "./alphabet";

/** Letters of the two scripts that look the same in most typefaces. Source: Unicode confusables (UTS 39), the pairs within these alphabets. */
const LATIN = "AaBCcEeHIiKMOoPpTXxyЅѕJj";
const CYRILLIC = "АаВСсЕеНІіКМОоРрТХхуЅѕЈј";

const toCyrillic: Map<string, string> = new Map([...LATIN].map((letter, at) => [letter, [...CYRILLIC][at]]));
const toLatin: Map<string, string> = new Map([...LATIN].map((letter, at) => [[...CYRILLIC][at], letter]));

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
