import { AllonymError } from "../errors";
import { LEAF, type ToponymTag } from "../gazetteer/format";
import { packKeys } from "../search/keys";
import { buildTrie } from "../search/trie";
import { foldCode } from "../text/alphabet";
import { letterCosts } from "./letter-costs";
import { nameKeys } from "./name-keys";
import type { ColumnData } from "./write-file";

/** A toponym as the index sees it. */
export interface IndexedToponym {
  text: string;
  /** index in `meta.tags` */
  tag: number;
  /** index of the place in preorder */
  place: number;
}

/** The sections of the file that hold the keys. */
export type KeySections = Record<
  | "keyBytes"
  | "keyLength"
  | "keyBuckets"
  | "keyPosting"
  | "postings"
  | "trieMask"
  | "trieBase"
  | "trieSlots"
  | "reverseMask"
  | "reverseBase"
  | "reverseSlots"
  | "letterCosts",
  ColumnData
>;

const STATUS_ORDER: Record<string, number> = { standardized: 0, variant: 1, claim: 2, former: 2, derived: 3 };

/** Folds every toponym, sorts the keys and their postings, and builds both tries. */
export function indexKeys(
  toponyms: readonly IndexedToponym[],
  tags: readonly ToponymTag[],
  importances: Uint8Array,
  placeToponyms: Uint32Array,
): KeySections {
  const postingsOf = new Map<string, number[]>();
  toponyms.forEach((toponym, id) => {
    for (const key of nameKeys(toponym.text)) {
      if (key.length > 255) {
        throw new AllonymError(
          "invalid-record",
          `a name folds to ${key.length} letters, at most 255 fit: "${toponym.text.slice(0, 60)}…"`,
        );
      }
      const list = postingsOf.get(key);
      if (list) list.push(id);
      else postingsOf.set(key, [id]);
    }
  });
  const keys = [...postingsOf.keys()].sort((a, b) => compareCodes(a, b));
  const keyPosting = new Uint32Array(keys.length);
  const postings: number[] = [];
  const rank = (id: number): number =>
    importances[toponyms[id].place] - 4 * (STATUS_ORDER[tags[toponyms[id].tag].status] ?? 3);
  const posting = (id: number): number => {
    const { place } = toponyms[id];
    return place * 256 + id - placeToponyms[place];
  };
  keys.forEach((key, index) => {
    const list = (postingsOf.get(key) as number[]).sort((a, b) => rank(b) - rank(a) || a - b).map(posting);
    keyPosting[index] = list.length === 1 ? list[0] : LEAF + postings.length;
    if (list.length > 1) postings.push(list.length, ...list);
  });
  const codes = keys.map((key) => Uint8Array.from(key, (letter) => foldCode(letter)));
  const packed = packKeys(codes);
  const backward = keys.map((key, index) => ({ index, key: [...key].reverse().join("") }));
  backward.sort((a, b) => compareCodes(a.key, b.key));
  const forwardTrie = buildTrie(Uint32Array.from(keys.keys()), (key, depth) => codes[key][depth] ?? 0);
  const reverseTrie = buildTrie(
    Uint32Array.from(backward, ({ index }) => index),
    (key, depth) => codes[key][codes[key].length - 1 - depth] ?? 0,
  );
  return {
    keyBytes: packed.bytes,
    keyLength: packed.lengths,
    keyBuckets: packed.buckets,
    keyPosting,
    postings: Uint32Array.from(postings),
    trieMask: forwardTrie.mask,
    trieBase: forwardTrie.base,
    trieSlots: forwardTrie.slots,
    reverseMask: reverseTrie.mask,
    reverseBase: reverseTrie.base,
    reverseSlots: reverseTrie.slots,
    letterCosts: letterCosts(keys),
  };
}

/** By fold code, which is not the order of the letters' code units (`#` comes last). */
function compareCodes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = foldCode(a[at]) - foldCode(b[at]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
