import { lookupPlaces } from "../src/resolve/lookup";
import { misspell, SHORTEST_MISSPELT } from "./misspell";
import type { BenchNames } from "./names";
import { foldAscii } from "./peers/ascii-fold";
import { mulberry32 } from "./seeded-random";

/** `exact`: a name as it stands; `typo`: a name with one slip; `unknown`: a word that sounds like a name and is none. */
export type QueryKind = "exact" | "typo" | "unknown";

/** One query of the mixed load. Kinds alternate, so that any run of three has one of each. */
export interface Query {
  text: string;
  kind: QueryKind;
  /** index into `BenchNames.texts` of the name that is meant; -1 for `unknown` */
  target: number;
}

const KINDS: readonly QueryKind[] = ["exact", "typo", "unknown"];

/**
 * Draws `count` queries, the same for the same seed and names: a third exact, a third with one slip, a third unknown.
 *
 * Names are drawn evenly from the distinct toponyms, villages and derived names included, not by how often people write them.
 */
export function mixedLoad(names: BenchNames, count: number, seed: number): Query[] {
  const random = mulberry32(seed);
  const { texts, gazetteer } = names;
  const known = new Set(texts);
  const folded = new Set(texts.map(foldAscii));
  const draw = (): number => Math.floor(random() * texts.length);
  const isKey = (text: string): boolean => {
    let found = folded.has(foldAscii(text));
    lookupPlaces(gazetteer, text, () => {
      found = true;
    });
    return found;
  };
  return Array.from({ length: count }, (_, row): Query => {
    const kind = KINDS[row % 3];
    let target = draw();
    if (kind === "exact") return { text: texts[target], kind, target };
    if (kind === "typo") {
      for (;;) {
        const text = texts[target].length < SHORTEST_MISSPELT ? "" : misspell(texts[target], random);
        if (text !== "" && !known.has(text)) return { text, kind, target };
        target = draw();
      }
    }
    for (;;) {
      const text = unknownName(texts[draw()], random);
      if (!isKey(text)) return { text, kind, target: -1 };
    }
  });
}

/** A capitalized word of consonants and vowels in turn, as long as the model and in its script. */
function unknownName(model: string, random: () => number): string {
  const cyrillic = /\p{Script=Cyrillic}/u.test(model);
  const consonants = cyrillic ? "бвгджзклмнпрстфхцчш" : "bcdfghklmnprstvz";
  const vowels = cyrillic ? "аеиоуя" : "aeiouy";
  const length = Math.max(SHORTEST_MISSPELT, Math.min(16, model.length));
  let word = "";
  let vowel = random() < 0.25;
  while (word.length < length) {
    const from = vowel ? vowels : consonants;
    word += from[Math.floor(random() * from.length)];
    vowel = vowel ? random() < 0.1 : random() < 0.8;
  }
  return word[0].toUpperCase() + word.slice(1);
}
