/**
 * Names as bytes. Sorted names are front-coded in buckets of 16: the first whole, the others as (letters shared with the one
 * before, rest). A string's id is its rank, so equal ids mean equal names. Cyrillic takes one byte a letter:
 *
 *     00 end of string · 01…7f ASCII · 80…df U+0400…U+045F · e0 xx yy any other UTF-16 unit · e1…ff U+0490…U+04AE
 */
const BUCKET = 16;
const WINDOW = 0x80;
const WINDOW_START = 0x400;
const WINDOW_END = 0x460;
const RAW = 0xe0;
const HIGH_START = 0x490;
const HIGH_END = HIGH_START + (0xff - RAW);

/** Builds the pool from distinct strings sorted by UTF-16 code unit. */
export function writeStringPool(strings: readonly string[]): { bytes: Uint8Array; buckets: Uint32Array } {
  const bytes: number[] = [];
  const buckets = new Uint32Array(Math.ceil(strings.length / BUCKET) + 1);
  let previous = "";
  strings.forEach((text, rank) => {
    let shared = 0;
    if (rank % BUCKET === 0) buckets[rank / BUCKET] = bytes.length;
    else {
      const most = Math.min(text.length, previous.length, 255);
      while (shared < most && text.charCodeAt(shared) === previous.charCodeAt(shared)) shared++;
      bytes.push(shared);
    }
    for (let at = shared; at < text.length; at++) writeUnit(bytes, text.charCodeAt(at));
    bytes.push(0);
    previous = text;
  });
  buckets[buckets.length - 1] = bytes.length;
  return { bytes: Uint8Array.from(bytes), buckets };
}

function writeUnit(bytes: number[], unit: number): void {
  if (unit > 0 && unit < 0x80) bytes.push(unit);
  else if (unit >= WINDOW_START && unit < WINDOW_END) bytes.push(WINDOW + unit - WINDOW_START);
  else if (unit >= HIGH_START && unit < HIGH_END) bytes.push(RAW + 1 + unit - HIGH_START);
  else bytes.push(RAW, unit & 0xff, unit >> 8);
}

/** The first `length` units as a string. Eight at a time: half the time that `fromCharCode.apply` takes for a name. */
function textOf(u: Uint16Array, length: number): string {
  let text = "";
  let at = 0;
  for (; at + 8 <= length; at += 8)
    text += String.fromCharCode(u[at], u[at + 1], u[at + 2], u[at + 3], u[at + 4], u[at + 5], u[at + 6], u[at + 7]);
  if (at + 4 <= length) {
    text += String.fromCharCode(u[at], u[at + 1], u[at + 2], u[at + 3]);
    at += 4;
  }
  for (; at < length; at++) text += String.fromCharCode(u[at]);
  return text;
}

/** Strings remembered, each in the place that its id gives it: a text or a table asks for the same names again and again. */
const REMEMBERED = 4096;

/** Reads strings by id out of the two columns. */
export class StringPool {
  readonly #bytes: Uint8Array;
  readonly #buckets: Uint32Array;
  readonly #units: Uint16Array = new Uint16Array(1024);
  readonly #ids: Int32Array = new Int32Array(REMEMBERED).fill(-1);
  readonly #texts: string[] = new Array(REMEMBERED).fill("");

  constructor(bytes: Uint8Array, buckets: Uint32Array) {
    this.#bytes = bytes;
    this.#buckets = buckets;
  }

  /** The string with this id. */
  get(id: number): string {
    const place = id % REMEMBERED;
    if (this.#ids[place] !== id) {
      this.#texts[place] = this.#decode(id);
      this.#ids[place] = id;
    }
    return this.#texts[place];
  }

  /** Walks at most 16 neighbours. */
  #decode(id: number): string {
    const bytes = this.#bytes;
    const units = this.#units;
    let at = this.#buckets[Math.floor(id / BUCKET)];
    let length = 0;
    for (let left = id % BUCKET; left >= 0; left--) {
      length = left === id % BUCKET ? 0 : bytes[at++];
      for (let byte = bytes[at++]; byte !== 0; byte = bytes[at++]) {
        if (byte < WINDOW) units[length++] = byte;
        else if (byte < RAW) units[length++] = WINDOW_START + byte - WINDOW;
        else if (byte > RAW) units[length++] = HIGH_START + byte - RAW - 1;
        else {
          units[length++] = bytes[at] | (bytes[at + 1] << 8);
          at += 2;
        }
      }
    }
    return textOf(units, length);
  }
}
