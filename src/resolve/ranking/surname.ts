/** Endings that surnames share with places, by how often a word with them is a surname and no place. */
export type SurnameEnding = "person" | "possessive";

/** -енко, -чук, -юк, -як and the masculine adjectives in -ський, which places are named by only beside a generic element. */
const PERSON =
  /.{2}(?:енко|[сзц]ь?кий|[чщ]ук|юк|як|enko|[st]s?['’ʹ]?k(?:y[iyj]?|i[iyj]?)|chuk|schtschuk|yuk|iuk|juk|yak|iak|jak)$/iu;

/** -ов, -ев, -ин: surnames first, but Харьков, Киев and Гусятин too. */
const POSSESSIVE = /.{2}(?:[оеєё]в|[иіїы]н|[oe][vw]|[iy]n)$/iu;

/** What {@link PERSON} and {@link POSSESSIVE} end in. */
const LAST_LETTERS = /[окйвнokyijvwn]$/iu;

/**
 * Whether one word ends like a Slavic surname. Evidence against a misspelt place, never against one that is found as it stands.
 * B. O. Unbegaun, Russian Surnames, 1972, and Yu. K. Redko, Довідник українських прізвищ, 1969, for the types.
 *
 * @example
 * surnameLike("Соколов")   // "possessive"
 * surnameLike("Лисенко")   // "person"
 * surnameLike("Покровськ")  // undefined
 */
export function surnameLike(name: string): SurnameEnding | undefined {
  if (!LAST_LETTERS.test(name) || /\s/u.test(name)) return undefined;
  if (PERSON.test(name)) return "person";
  return POSSESSIVE.test(name) ? "possessive" : undefined;
}
