/**
 * Remembers texts by one bit each, so that no text passes twice. A text that was never seen may be refused, too (one in some sixty when
 * the number it was made for is reached), which a generator can afford: it draws another.
 */
export class SeenTexts {
  readonly #bits: Uint32Array;
  readonly #mask: number;

  constructor(most: number) {
    const log = Math.min(32, Math.ceil(Math.log2(Math.max(1024, most) * 64)));
    this.#bits = new Uint32Array(2 ** (log - 5));
    this.#mask = log === 32 ? 0xffffffff : 2 ** log - 1;
  }

  /** True the first time. */
  add(text: string): boolean {
    const at = (hashOf(text) & this.#mask) >>> 0;
    const bit = 1 << (at & 31);
    if (this.#bits[at >>> 5] & bit) return false;
    this.#bits[at >>> 5] |= bit;
    return true;
  }
}

/** FNV-1a over UTF-16 units, then the last mixing steps of Murmur 3. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
