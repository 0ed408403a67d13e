import { LEAF, type ToponymTag } from "../gazetteer/format";
import { buildTrie } from "../search/trie";
import { foldCode } from "../text/alphabet";
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
  | "keyStart"
  | "keyPosting"
  | "postings"
  | "trieMask"
  | "trieBase"
  | "trieSlots"
  | "reverseMask"
  | "reverseBase"
  | "reverseSlots",
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
      const list = postingsOf.get(key);
      if (list) list.push(id);
      else postingsOf.set(key, [id]);
    }
  });
  const keys = [...postingsOf.keys()].sort((a, b) => compareCodes(a, b));
  const keyStart = new Uint32Array(keys.length + 1);
  const keyPosting = new Uint32Array(keys.length);
  const keyBytes: number[] = [];
  const postings: number[] = [];
  const rank = (id: number): number =>
    importances[toponyms[id].place] - 4 * (STATUS_ORDER[tags[toponyms[id].tag].status] ?? 3);
  const posting = (id: number): number => {
    const { place } = toponyms[id];
    return place * 256 + id - placeToponyms[place];
  };
  keys.forEach((key, index) => {
    keyStart[index] = keyBytes.length;
    for (const letter of key) keyBytes.push(foldCode(letter));
    const list = (postingsOf.get(key) as number[]).sort((a, b) => rank(b) - rank(a) || a - b).map(posting);
    keyPosting[index] = list.length === 1 ? list[0] : LEAF + postings.length;
    if (list.length > 1) postings.push(list.length, ...list);
  });
  keyStart[keys.length] = keyBytes.length;
  const bytes = Uint8Array.from(keyBytes);
  const backward = keys.map((key, index) => ({ index, key: [...key].reverse().join("") }));
  backward.sort((a, b) => compareCodes(a.key, b.key));
  const forwardTrie = buildTrie(Uint32Array.from(keys.keys()), (key, depth) =>
    keyStart[key] + depth < keyStart[key + 1] ? bytes[keyStart[key] + depth] : 0,
  );
  const reverseTrie = buildTrie(
    Uint32Array.from(backward, ({ index }) => index),
    (key, depth) => (keyStart[key + 1] - 1 - depth >= keyStart[key] ? bytes[keyStart[key + 1] - 1 - depth] : 0),
  );
  return {
    keyBytes: bytes,
    keyStart,
    keyPosting,
    postings: Uint32Array.from(postings),
    trieMask: forwardTrie.mask,
    trieBase: forwardTrie.base,
    trieSlots: forwardTrie.slots,
    reverseMask: reverseTrie.mask,
    reverseBase: reverseTrie.base,
    reverseSlots: reverseTrie.slots,
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
