/** Keys in a bucket: only the first of a bucket has its start stored, the others are found by adding lengths. */
export const KEY_BUCKET = 16;

/** Keys as bytes one after the other, the length of each, and where each bucket of {@link KEY_BUCKET} keys starts. */
export interface KeyColumns {
  bytes: Uint8Array;
  lengths: Uint8Array;
  buckets: Uint32Array;
}

/** Where the bytes of a key start. */
export function keyStart(keys: KeyColumns, key: number): number {
  const bucket = Math.floor(key / KEY_BUCKET);
  let start = keys.buckets[bucket];
  for (let before = bucket * KEY_BUCKET; before < key; before++) start += keys.lengths[before];
  return start;
}

/**
 * Packs sorted keys, given as their codes.
 *
 * @throws RangeError when a key is longer than 255 codes
 */
export function packKeys(keys: readonly Uint8Array[]): KeyColumns {
  const lengths = new Uint8Array(keys.length);
  const buckets = new Uint32Array(Math.ceil(keys.length / KEY_BUCKET));
  let total = 0;
  keys.forEach((codes, key) => {
    if (codes.length > 255) throw new RangeError(`a key of ${codes.length} codes, at most 255 fit`);
    if (key % KEY_BUCKET === 0) buckets[key / KEY_BUCKET] = total;
    lengths[key] = codes.length;
    total += codes.length;
  });
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const codes of keys) {
    bytes.set(codes, at);
    at += codes.length;
  }
  return { bytes, lengths, buckets };
}
