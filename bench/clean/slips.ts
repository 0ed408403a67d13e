import { misspell } from "../misspell";

/** What a hand or a form did to a name. */
export type Slip =
  | "typo"
  | "two-typos"
  | "look-alike"
  | "apostrophe"
  | "upper"
  | "lower"
  | "generic"
  | "unit-behind"
  | "spaces";

const TWINS: readonly (readonly [cyrillic: string, latin: string])[] = [
  ["а", "a"],
  ["е", "e"],
  ["о", "o"],
  ["с", "c"],
  ["р", "p"],
  ["х", "x"],
  ["і", "i"],
  ["у", "y"],
  ["А", "A"],
  ["В", "B"],
  ["Е", "E"],
  ["К", "K"],
  ["М", "M"],
  ["Н", "H"],
  ["О", "O"],
  ["Р", "P"],
  ["С", "C"],
  ["Т", "T"],
  ["Х", "X"],
  ["І", "I"],
];
const TWIN = new Map<string, string>([...TWINS, ...TWINS.map(([cyrillic, latin]) => [latin, cyrillic] as const)]);

const APOSTROPHE = /['’ʼ]/u;
/** The last is a name whose apostrophe nobody typed. */
const APOSTROPHES = ["'", "’", "ʼ", "`", '"', "*", ""];

/** The same name with one letter replaced, dropped, added or swapped; itself where it is too short for that. */
export function mistyped(name: string, random: () => number): string {
  for (let tries = 0; tries < 5; tries++) {
    const text = misspell(name, random);
    if (text !== "" && text !== name) return text;
  }
  return name;
}

/** One or two letters become those of the other alphabet that look the same. */
export function withLookAlikes(name: string, random: () => number): string {
  const letters = [...name];
  const places = letters.flatMap((letter, at) => (TWIN.has(letter) ? [at] : []));
  if (places.length === 0) return name;
  for (let left = random() < 0.6 ? 1 : 2; left > 0; left--) {
    const at = places[Math.floor(random() * places.length)];
    letters[at] = TWIN.get(letters[at]) as string;
  }
  return letters.join("");
}

export const hasApostrophe = (name: string): boolean => APOSTROPHE.test(name);

/** Another of the signs that stand for the apostrophe, or none. */
export const withOtherApostrophe = (name: string, random: () => number): string =>
  name.replace(APOSTROPHE, APOSTROPHES[Math.floor(random() * APOSTROPHES.length)]);

/** A space more: inside where the name has one, else before or behind it. */
export function withSpaces(name: string, random: () => number): string {
  if (name.includes(" ") && random() < 0.7) return name.replace(" ", random() < 0.8 ? "  " : "\u00a0");
  return random() < 0.3 ? ` ${name}` : `${name} `;
}
