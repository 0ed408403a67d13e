import anyAscii from "any-ascii";
import { transliterate } from "transliteration";

/** The fold that a user without allonym would reach for: ASCII by any-ascii, lower case. */
export const foldAscii = (text: string): string => anyAscii(text).toLowerCase();

/** The other fold of npm: ASCII by `transliteration`, lower case. */
export const foldTransliteration = (text: string): string => transliterate(text).toLowerCase();

/** A fold and what it is called. */
export interface Fold {
  title: string;
  fold: (text: string) => string;
}

export const ANY_ASCII: Fold = { title: "any-ascii", fold: foldAscii };
export const TRANSLITERATION: Fold = { title: "transliteration", fold: foldTransliteration };
