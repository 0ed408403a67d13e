import { AllonymError } from "../errors";
import { FOLD_VERSION } from "../text/fold";
import {
  checksum,
  FORMAT_VERSION,
  type GazetteerMeta,
  HEADER_BYTES,
  MAGIC,
  NONE,
  SECTION,
  SECTION_ARRAY,
  SECTION_ENTRY_BYTES,
  type SectionKind,
  type SectionName,
  type ToponymTag,
} from "./format";
import { StringPool } from "./string-pool";

/** Array type of a section of each kind. */
type Column<Kind> = Kind extends "u8"
  ? Uint8Array
  : Kind extends "u16"
    ? Uint16Array
    : Kind extends "i32"
      ? Int32Array
      : Uint32Array;
export type Columns = { readonly [Name in SectionName]: Column<SectionKind<Name>> };

const VIEW = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array } as const;
const WIDTH = { u8: 1, u16: 2, u32: 4, i32: 4 } as const;

/** A parent that has not been asked for. */
const UNKNOWN = -2;

/**
 * Places with names, kinds and locations, as views over the bytes of one file.
 *
 * {@link Gazetteer.from} reads the header and nothing else, so opening 8 MB takes about a millisecond and the buffer may be shared
 * between workers. It does not prove the bytes right: call {@link Gazetteer.verify} once after a download.
 */
export class Gazetteer {
  /** The columns of the file, for the layers above; see `format.ts`. */
  readonly columns: Columns;
  readonly pool: StringPool;
  /** Day of the data, `YYYY-MM-DD`. */
  readonly dataDate: string;
  readonly #bytes: Uint8Array;
  #meta: GazetteerMeta | undefined;
  /** parents as far as they have been asked for */
  #parents: Int32Array | undefined;

  private constructor(bytes: Uint8Array, columns: Columns, dataDate: string) {
    this.#bytes = bytes;
    this.columns = columns;
    this.dataDate = dataDate;
    this.pool = new StringPool(columns.poolBytes, columns.poolBuckets);
  }

  /**
   * Opens a gazetteer file that `compile` has written. Copies nothing when the bytes lie on an 8-byte boundary.
   *
   * @example
   * const gazetteer = Gazetteer.from(await (await fetch("allonym.bin")).arrayBuffer())
   *
   * @throws AllonymError `not-a-gazetteer`, `format-version`, `fold-version`, `truncated`
   */
  static from(buffer: ArrayBufferLike | Uint8Array): Gazetteer {
    let bytes = buffer instanceof Uint8Array ? buffer : new Uint8Array(buffer);
    if (bytes.byteLength < HEADER_BYTES) {
      throw new AllonymError(
        "not-a-gazetteer",
        `got ${bytes.byteLength} bytes, a gazetteer has at least ${HEADER_BYTES}; was the file downloaded whole?`,
      );
    }
    if (bytes.byteOffset % 8 !== 0) bytes = bytes.slice();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const magic = view.getUint32(0, true);
    if (magic !== MAGIC) {
      throw new AllonymError(
        "not-a-gazetteer",
        `the file begins with 0x${magic.toString(16)}, expected 0x${MAGIC.toString(16)}; pass a file that compile() has written`,
      );
    }
    const format = view.getUint16(4, true);
    if (format !== FORMAT_VERSION) {
      throw new AllonymError(
        "format-version",
        `got a file of format ${format}, this version reads ${FORMAT_VERSION}; compile the records again or install the version that wrote it`,
      );
    }
    const fold = view.getUint16(6, true);
    if (fold !== FOLD_VERSION) {
      throw new AllonymError(
        "fold-version",
        `got keys of fold ${fold}, this version folds as ${FOLD_VERSION}; compile the records again`,
      );
    }
    const length = view.getUint32(12, true);
    if (bytes.byteLength < length) {
      throw new AllonymError("truncated", `got ${bytes.byteLength} of ${length} bytes; fetch the file again`);
    }
    const date = String(view.getUint32(8, true));
    return new Gazetteer(
      bytes,
      readColumns(bytes, view),
      `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`,
    );
  }

  /**
   * Reads every byte and compares the checksum: some 10 ms for the shipped file.
   *
   * @throws AllonymError `checksum`
   */
  verify(): void {
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    const expected = view.getUint32(16, true);
    const got = checksum(this.#bytes.subarray(0, view.getUint32(12, true)));
    if (got !== expected) {
      throw new AllonymError(
        "checksum",
        `got ${got.toString(16)}, the header says ${expected.toString(16)}: the file was damaged; fetch it again`,
      );
    }
  }

  /**
   * The file itself, not to be written to. For handing it on, as to a worker: `Gazetteer.from` opens it again without parsing, and a
   * copy in a `SharedArrayBuffer` serves all threads.
   */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Size of the file in bytes. */
  get byteLength(): number {
    return this.#bytes.byteLength;
  }

  /** What the file says of itself: sources, licences, counts. Parsed on first use. */
  get meta(): GazetteerMeta {
    this.#meta ??= JSON.parse(new TextDecoder().decode(this.columns.meta)) as GazetteerMeta;
    return this.#meta;
  }

  /** Number of places. */
  get size(): number {
    return this.columns.placeClass.length;
  }

  /** What a toponym is, beside its text. */
  tagOf(toponym: number): ToponymTag {
    return this.meta.tags[this.columns.toponymTag[toponym]];
  }

  /** The text of a toponym. */
  textOf(toponym: number): string {
    return this.pool.get(this.stringOf(toponym));
  }

  /** The number of a toponym's text in the pool: equal texts have equal numbers. */
  stringOf(toponym: number): number {
    return (this.columns.toponymStringHigh[toponym] << 16) | this.columns.toponymStringLow[toponym];
  }

  /** True when `place` is `unit` or lies within it: two comparisons, since places lie in preorder. */
  isWithin(place: number, unit: number): boolean {
    return place >= unit && place < this.endOf(unit);
  }

  /** The index after the last place that lies within `place`: `place + 1` when it holds none. */
  endOf(place: number): number {
    const { units } = this.columns;
    const row = this.#unitRow(place);
    return row >= 0 && units[row * 3] === place ? units[row * 3 + 1] : place + 1;
  }

  /** Whether no other place lies within this one: a village, a unit that was abolished, a country without places. */
  holdsNothing(place: number): boolean {
    return this.endOf(place) === place + 1;
  }

  /** The unit that directly holds a place, or -1. */
  parentOf(place: number): number {
    if (place < 0) return -1;
    this.#parents ??= new Int32Array(this.size).fill(UNKNOWN);
    let parent = this.#parents[place];
    if (parent === UNKNOWN) {
      parent = this.#findParent(place);
      this.#parents[place] = parent;
    }
    return parent;
  }

  #findParent(place: number): number {
    const { units } = this.columns;
    let row = this.#unitRow(place);
    if (row < 0) return -1;
    if (units[row * 3] === place) row = units[row * 3 + 2];
    // The last unit that starts before the place holds it, or one of those that hold this unit does.
    while (row !== NONE && units[row * 3 + 1] <= place) row = units[row * 3 + 2];
    return row === NONE ? -1 : units[row * 3];
  }

  /** The last row of `units` that starts at or before a place, or -1. */
  #unitRow(place: number): number {
    const { units } = this.columns;
    let low = 0;
    let high = units.length / 3;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (units[middle * 3] <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function readColumns(bytes: Uint8Array, view: DataView): Columns {
  const numbers = new Map<number, SectionName>(
    (Object.keys(SECTION) as SectionName[]).map((name) => [SECTION[name], name]),
  );
  const columns: Partial<Record<SectionName, unknown>> = {};
  const count = view.getUint32(20, true);
  if (HEADER_BYTES + count * SECTION_ENTRY_BYTES > bytes.byteLength) {
    throw new AllonymError("truncated", `the section table of ${count} entries does not fit the file`);
  }
  for (let entry = 0; entry < count; entry++) {
    const at = HEADER_BYTES + entry * SECTION_ENTRY_BYTES;
    const name = numbers.get(view.getUint32(at, true));
    if (!name) continue; // a section of a later minor version
    const offset = view.getUint32(at + 4, true);
    const length = view.getUint32(at + 8, true);
    const kind = SECTION_ARRAY[name];
    if (offset % WIDTH[kind] !== 0 || offset + length * WIDTH[kind] > bytes.byteLength) {
      throw new AllonymError(
        "truncated",
        `section ${name} (${length} elements at byte ${offset}) reaches past the end; fetch the file again`,
      );
    }
    columns[name] = new VIEW[kind](bytes.buffer as ArrayBuffer, bytes.byteOffset + offset, length);
  }
  for (const name of numbers.values()) {
    if (!columns[name]) throw new AllonymError("truncated", `section ${name} is missing; compile the records again`);
  }
  return columns as Columns;
}
