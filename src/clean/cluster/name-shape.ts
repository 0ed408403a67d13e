import { fold } from "../../core";
import { distinguishingPrefix, distinguishingWord } from "./distinguishing-words";
import { isFiller, isHouseWord, isSettlementWord, kindOf } from "./kind-words";

/** A name taken apart into what may be misspelt and what must agree. */
export interface NameShape {
  /** what it is of, where it says so: "street", "farm"; settlements have none */
  kind: string;
  /** the words, as written, without all that stands in the other fields */
  words: readonly string[];
  /** the same folded */
  folded: readonly string[];
  /** what must agree for two names to be one: kind, numbers, distinguishing words, single letters */
  fixed: string;
  /** the folded words in one, as spellings with other spaces have it, and in the order of the alphabet */
  letters: string;
  bag: string;
  /** letters that tell something, of each word and of all; see {@link tellingLetters} */
  weights: readonly number[];
  weight: number;
  /** what compounds begin with that tells namesakes apart: "new" for Новоселівка */
  prefixes: readonly string[];
  /** names with one key are spelled alike: {@link fixed} and the folded words, without spaces */
  key: string;
  /** a standalone number is part of the name */
  isNumbered: boolean;
}

/** Longer cells are no names; the rest of them is not read. */
const LONGEST = 256;

/** "Перша Садова" is "1-ша Садова". */
const ORDINALS = ["", "first", "second", "third", "fourth", "fifth"];

/** Words of two that are one: "глухий кут", "садове товариство". */
const PAIRS = /(глухий кут|садове товариство|садовое товарищество|садівниче товариство)/iu;

const ROMAN: Record<string, string> = {
  I: "1",
  II: "2",
  III: "3",
  IV: "4",
  V: "5",
  VI: "6",
  VII: "7",
  VIII: "8",
  IX: "9",
};

/**
 * Takes a name apart.
 *
 * @example
 * nameShape("ул. Садовая, 5-А").fixed === nameShape("вулиця Садова 5а").fixed // true
 * nameShape("Верхня Іванівка").key === nameShape("Нижня Іванівка").key        // false
 * nameShape("с. Нижня Іванівка").key === nameShape("Nyzhnia Ivanivka").key    // true
 */
export function nameShape(name: string): NameShape {
  const tokens = tokensOf(name.slice(0, LONGEST));
  let kind = "";
  const kept: string[] = [];
  const fixed: string[] = [];
  const meanings: string[] = [];
  const adjectives: string[] = [];
  let isNumbered = false;
  tokens.forEach((token, at) => {
    const lower = token.toLowerCase();
    const next = tokens[at + 1];
    const number = numberOf(token, next);
    if (number !== undefined) {
      isNumbered = true;
      fixed.push(number);
      return;
    }
    if (isHouseWord(lower) && next !== undefined && /^\d/u.test(next)) return;
    if (/\p{N}/u.test(token)) {
      fixed.push(lower); // "М12" is a road, and a digit in it no slip
      return;
    }
    const said = tokens.length > 1 ? kindOf(lower, next === undefined) : undefined;
    if (said !== undefined && (kind === "" || kind === said)) {
      kind = said;
      return;
    }
    if (isFiller(lower) || (isSettlementWord(lower) && kept.length === 0 && next !== undefined)) return;
    const meaning = distinguishingWord(lower);
    if (meaning !== undefined) {
      const ordinal = ORDINALS.indexOf(meaning);
      if (ordinal > 0) fixed.push(String(ordinal));
      else meanings.push(meaning);
      adjectives.push(token);
      return;
    }
    // Initials and prepositions are too short to be misspelt.
    for (const word of token.split("-")) {
      if (word === "") continue;
      const folded = fold(word);
      if (folded.length === 1) fixed.push(folded);
      else if (folded !== "") kept.push(word);
    }
  });
  // "вулиця Нова": what tells namesakes apart elsewhere is the name here, and is told with its gender.
  const words = (kept.length > 0 ? kept : adjectives).map(asUkrainian);
  const folded = words.map((word) => fold(word));
  const must = `${kind}|${fixed.join(",")}|${meanings.sort().join(",")}`;
  const prefixes = kept.map((word) => distinguishingPrefix(word.toLowerCase())).filter((one) => one !== undefined);
  const letters = folded.length === 1 ? folded[0] : fold(words.join(" "));
  const key = letters === "" && fixed.length === 0 ? `=${name}` : `${must}|${letters}`;
  const bag = folded.length === 1 ? letters : [...folded].sort().join(" ");
  const weights = folded.map(tellingLetters);
  const weight = weights.reduce((sum, one) => sum + one, 0);
  return { kind, words, folded, fixed: must, letters, bag, weights, weight, prefixes, key, isNumbered };
}

/** Words and numbers of a name; a hyphen or stroke stays inside them. */
function tokensOf(name: string): string[] {
  return name
    .replaceAll("№", " ") // which would be composed to letters
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, " ")
    .replace(/[‐‑‒–—−]/gu, "-")
    .replace(/(\d)\s*([-/])\s*(?=\d)/gu, "$1$2")
    .replace(/(?<=\d)\s+(?=\p{L}\s*$)/u, "")
    .split(/[^\p{L}\p{M}\p{N}'’ʼ`/-]+/u)
    .join(" ")
    .replace(PAIRS, (pair) => pair.replace(" ", "-"))
    .split(/\s+/u)
    .map((token) => token.replace(/^[-/'’ʼ`]+|[-/]+$/gu, ""))
    .filter((token) => token !== "");
}

/** A number as it must agree: "5-А", "5а" and "5 a" are one; the ending of "1-ша" before a name is left out. */
function numberOf(token: string, next: string | undefined): string | undefined {
  const roman = ROMAN[token.replaceAll("І", "I").replaceAll("Х", "X")];
  if (roman !== undefined && (token.length > 1 || next === undefined)) return roman;
  const parts = /^(\d[\d/-]*)-?(\p{L}*)$/u.exec(token);
  if (!parts) return undefined;
  const [, digits, letters] = parts;
  const number = digits.replace(/-$/u, "");
  const isOrdinal =
    letters.length > 1 || /^[йяє]$/iu.test(letters) || (letters !== "" && /^\p{L}{3}/u.test(next ?? ""));
  return isOrdinal && /^\p{L}{1,3}$/u.test(letters) ? number : number + fold(letters);
}

/** Folded endings that thousands of names share: -івка, -ове, -ська, -ського, -енко. */
const ENDINGS = /(?:[ieo]vka|[ieo]vci|inci|[ieo]vsk[aei]|sk[aei]|s?koho|[ieo]v[aeio]?|enk[aoi]|iqi)$/u;

/**
 * How many letters of a folded word tell names apart: those before an ending that thousands share, and no ending is shorter than two. Юрівка and
 * Журівка are half an edit apart, and have three (я and ю fold to two).
 */
function tellingLetters(folded: string): number {
  return Math.max(0, Math.min(folded.replace(ENDINGS, "").length, folded.length - 2));
}

/**
 * A Russian ending as Ukrainian has it: of adjectives, by which streets are named (Садовая, Sadovaya, Садова), and of villages (Ивановка,
 * Ivanovka, Іванівка).
 */
function asUkrainian(word: string): string {
  return adjectiveAsUkrainian(word)
    .replace(/(?<=\p{L}{2})[ое](?=вка$)/iu, "і")
    .replace(/(?<=[a-z]{2})[oe](?=vka$)/iu, "i");
}

function adjectiveAsUkrainian(word: string): string {
  return word.replace(/(?<=\p{L}{3})(?:(а|я)я|(о)е|(a)(?:ya|ia|ja)|(o)(?:ye|e|je))$/iu, (_, a, o, la, lo) =>
    a !== undefined ? a : o !== undefined ? "е" : la !== undefined ? "a" : lo !== undefined ? "e" : "",
  );
}
