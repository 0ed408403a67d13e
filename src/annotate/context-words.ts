import lists from "../../data/text/context-words.json";

/** What a word says about the name beside it, as bits. */
export const SAYS = {
  PREPOSITION: 1,
  WEAK_PREPOSITION: 2,
  CONJUNCTION: 4,
  GENERIC: 8,
  UNIT: 16,
  DIRECTION: 32,
  GOVERNOR: 64,
  TITLE: 128,
  NOT_PLACE_AHEAD: 256,
  NOT_PLACE_BEHIND: 512,
  MONTH: 1024,
  JOINT: 2048,
  NAME_PART: 4096,
  HEAD: 8192,
  NAMED_AFTER: 16384,
  ORGANISATION: 32768,
  WAR: 65536,
  EVERYDAY: 131072,
  ADDRESS: 262144,
  WATER: 524288,
} as const;

const BITS: Record<keyof typeof lists, number> = {
  preposition: SAYS.PREPOSITION,
  weakPreposition: SAYS.WEAK_PREPOSITION,
  conjunction: SAYS.CONJUNCTION,
  generic: SAYS.GENERIC,
  unitWord: SAYS.UNIT,
  direction: SAYS.DIRECTION,
  governor: SAYS.GOVERNOR,
  title: SAYS.TITLE,
  address: SAYS.ADDRESS,
  water: SAYS.WATER,
  notPlaceAhead: SAYS.NOT_PLACE_AHEAD,
  notPlaceBehind: SAYS.NOT_PLACE_BEHIND,
  month: SAYS.MONTH,
  joint: SAYS.JOINT,
  namePart: SAYS.NAME_PART,
  head: SAYS.HEAD,
  namedAfter: SAYS.NAMED_AFTER,
  organisation: SAYS.ORGANISATION,
  war: SAYS.WAR,
  everyday: SAYS.EVERYDAY,
};

const whole: Map<string, number> = new Map();
/** Stems by their first two letters. */
const stems: Map<string, { stem: string; bits: number }[]> = new Map();
for (const [kind, byLanguage] of Object.entries(lists)) {
  const bits = BITS[kind as keyof typeof lists];
  for (const words of Object.values(byLanguage)) {
    for (const word of words.split(" ")) {
      if (!word.endsWith("*")) {
        whole.set(word, (whole.get(word) ?? 0) | bits);
        continue;
      }
      const stem = word.slice(0, -1);
      const known = stems.get(stem.slice(0, 2));
      if (known) known.push({ stem, bits });
      else stems.set(stem.slice(0, 2), [{ stem, bits }]);
    }
  }
}

/**
 * What a word in lower case says about the name beside it: bits of {@link SAYS}. Inflected words are told by their stems.
 *
 * @example
 * says("околицях") // SAYS.GOVERNOR
 */
export function says(lower: string): number {
  let bits = whole.get(lower) ?? 0;
  const near = stems.get(lower.slice(0, 2));
  if (near) for (let at = 0; at < near.length; at++) if (lower.startsWith(near[at].stem)) bits |= near[at].bits;
  return bits;
}
