import { type FlatTrie, flatTrie, keyStarts } from "./flat-trie";
import { type KeyColumns, keyStart } from "./keys";
import { buildTrie, type TrieColumns } from "./trie";

/** The two tries that a search with edits walks: of the keys, and of the keys read from their ends. */
export interface SearchTries {
  forward: FlatTrie;
  backward: FlatTrie;
}

/** The tries of all keys, laid out for walking. */
export function searchTries(forward: TrieColumns, reverse: TrieColumns, keys: KeyColumns): SearchTries {
  const starts = keyStarts(keys);
  return { forward: flatTrie(forward, keys, starts, false), backward: flatTrie(reverse, keys, starts, true) };
}

/**
 * The tries of some of the keys, under the numbers that the keys have among all. Who knows that the rest cannot be meant walks a trie that
 * is smaller and whose nodes promise less: an oblast has one key in twenty.
 *
 * @param part the keys that are wanted, sorted
 *
 * @example
 * const tries = partTries(keys, keysOfKharkivOblast);
 * search.search(query, length, EDIT, tries); // finds what search.search(query, length, EDIT) finds, of these keys
 */
export function partTries(keys: KeyColumns, part: readonly number[]): SearchTries {
  const { bytes, lengths } = keys;
  const starts = new Uint32Array(lengths.length); // of the keys of the part only
  for (const key of part) starts[key] = keyStart(keys, key);
  const forward = buildTrie(part, (key, depth) => (depth < lengths[key] ? bytes[starts[key] + depth] : 0));
  const ends = part.slice().sort((a, b) => {
    let [left, right] = [starts[a] + lengths[a], starts[b] + lengths[b]];
    while (left > starts[a] && right > starts[b]) {
      const order = bytes[--left] - bytes[--right];
      if (order !== 0) return order;
    }
    return lengths[a] - lengths[b];
  });
  const reverse = buildTrie(ends, (key, depth) =>
    depth < lengths[key] ? bytes[starts[key] + lengths[key] - 1 - depth] : 0,
  );
  return { forward: flatTrie(forward, keys, starts, false), backward: flatTrie(reverse, keys, starts, true) };
}
