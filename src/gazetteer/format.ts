/**
 * The gazetteer file: one little-endian buffer that writer and reader share the drawing of.
 *
 *     0   u32  magic "ALNM"
 *     4   u16  format version        6   u16  fold version
 *     8   u32  data date, YYYYMMDD   12  u32  length of the file
 *     16  u32  checksum of all other words (FNV-1a over 32-bit words)
 *     20  u32  number of sections    24  u64  reserved, zero
 *     32  section table: per section u32 id · u32 byte offset · u32 element count · u32 bytes an element
 *     …   the sections, each on an 8-byte boundary, zero-padded
 *
 * Every section is a column that becomes a typed-array view over the same buffer; opening copies and parses nothing.
 * What it is good for: mmap, SharedArrayBuffer, one `fetch`. The price: a name must be decoded each time it is shown, and nothing
 * can be added in place.
 */
export const MAGIC = 0x4d4e4c41;

/** Raised when the sections or their meaning change; the reader refuses every other version. */
export const FORMAT_VERSION = 1;

export const HEADER_BYTES = 32;
export const SECTION_ENTRY_BYTES = 16;

/** Sections by name. Numbers are for ever; a new section takes a new number. */
export const SECTION = {
  /** UTF-8 JSON of {@link GazetteerMeta} */
  meta: 1,
  /** front-coded names, see string-pool.ts */
  poolBytes: 2,
  poolBuckets: 3,
  /** one element a place, in hierarchical preorder: a unit is followed by all it holds */
  placeClass: 10,
  placeCountry: 11,
  placePrecision: 12,
  placeImportance: 13,
  placeLat: 14,
  placeLon: 15,
  /** pairs place, people; sorted by place: few places are counted */
  populations: 16,
  /**
   * triples place, index after the last place that lies within, row of the unit that holds it or NONE: of the places that hold others,
   * sorted by place
   */
  units: 17,
  placeIdHigh: 19,
  placeIdLow: 20,
  /** pairs place, GeoNames id, of places whose own id is another; sorted by place */
  geonamesIds: 21,
  /** which toponym of the place is its headline name; NO_TOPONYM in English: romanize the Ukrainian one */
  placeNameUk: 22,
  placeNameRu: 23,
  placeNameEn: 24,
  /** first toponym of each place, one more at the end */
  placeToponyms: 25,
  /** pairs place, unit whose seat it is; sorted by place */
  seats: 27,
  /** pairs place, string "scheme:value": cross references beside katottg and geonames */
  otherIds: 28,
  /** one element a toponym: the number of its name in the pool, in sixteen low and eight high bits */
  toponymStringLow: 30,
  toponymStringHigh: 32,
  toponymTag: 31,
  /** quadruples toponym, from, to (YYYYMMDD, 0 unknown), index of the act + 1; sorted by toponym */
  toponymHistory: 33,
  /** folded keys, sorted, packed as search/keys.ts draws; a posting is `place << 8 | toponym of the place`, best first */
  keyBytes: 40,
  keyLength: 41,
  keyBuckets: 44,
  /** the posting of a key, or `LEAF | start` in `postings`, where a count and so many postings stand */
  keyPosting: 42,
  postings: 43,
  /** trie over the keys and over the reversed keys, see trie.ts */
  trieMask: 50,
  trieBase: 51,
  trieSlots: 52,
  reverseMask: 53,
  reverseBase: 54,
  reverseSlots: 55,
  /** cost of a letter after two others, in steps of LETTER_COST_STEP: `[(a * side + b) * side + next]`, 0 the edge of a name */
  letterCosts: 60,
  /** filter of the decoys, see decoys.ts: seed, slots in a segment, segments of first slots; both empty without decoys */
  decoyShape: 61,
  decoyPrints: 62,
} as const;

export type SectionName = keyof typeof SECTION;

/** The sections that are not read as 32-bit unsigned numbers. */
type ByteSection =
  | "placeNameUk"
  | "placeNameRu"
  | "placeNameEn"
  | "meta"
  | "poolBytes"
  | "placeClass"
  | "placePrecision"
  | "placeImportance"
  | "keyBytes"
  | "keyLength"
  | "toponymStringHigh"
  | "letterCosts"
  | "decoyPrints";
type SignedSection = "placeLat" | "placeLon";

type ShortSection = "placeCountry" | "toponymTag" | "toponymStringLow";

/** The kind of array a section is read as. */
export type SectionKind<Name extends SectionName> = Name extends ByteSection
  ? "u8"
  : Name extends ShortSection
    ? "u16"
    : Name extends SignedSection
      ? "i32"
      : "u32";

/** The kinds as values; the type above and this table are held together by the compiler. */
export const SECTION_ARRAY: { readonly [Name in SectionName]: SectionKind<Name> } = {
  meta: "u8",
  poolBytes: "u8",
  poolBuckets: "u32",
  placeClass: "u8",
  placeCountry: "u16",
  placePrecision: "u8",
  placeImportance: "u8",
  placeLat: "i32",
  placeLon: "i32",
  populations: "u32",
  units: "u32",
  placeIdHigh: "u32",
  placeIdLow: "u32",
  geonamesIds: "u32",
  placeNameUk: "u8",
  placeNameRu: "u8",
  placeNameEn: "u8",
  placeToponyms: "u32",
  seats: "u32",
  otherIds: "u32",
  toponymStringLow: "u16",
  toponymStringHigh: "u8",
  toponymTag: "u16",
  toponymHistory: "u32",
  keyBytes: "u8",
  keyLength: "u8",
  keyBuckets: "u32",
  keyPosting: "u32",
  postings: "u32",
  trieMask: "u32",
  trieBase: "u32",
  trieSlots: "u32",
  reverseMask: "u32",
  reverseBase: "u32",
  reverseSlots: "u32",
  letterCosts: "u8",
  decoyShape: "u32",
  decoyPrints: "u8",
};

/** "no string", "no parent" in the u32 columns. */
export const NONE = 0xffffffff;

/** `placeIdHigh` of ids that are not `katottg:` (whose 17 digits are split 8 + 9). */
export const ID_GEONAMES = 0xffffffff;
export const ID_STRING = 0xfffffffe;

/** Degrees are stored as integers of 1e-5 (about a metre); this value means "not known". */
export const NO_COORDINATE = 0x7fffffff;

/** In the three name columns: no toponym of the place has the name. */
export const NO_TOPONYM = 255;

/** So many steps of `placeImportance` are a factor of ten in people. */
export const IMPORTANCE_STEPS = 20;

/** Codes of the fold and the edge of a name: a side of the cube of `letterCosts`. */
export const LETTERS_A_SIDE = 25;

/** Nats that a unit of `letterCosts` stands for. */
export const LETTER_COST_STEP: number = 1 / 16;

/** A slot of a trie with this bit leads to a key, not to a node. */
export const LEAF = 0x80000000;

/** What a toponym is, beside its text: one row of `meta.tags`. */
export interface ToponymTag {
  lang: string;
  status: string;
  source: string;
  /** The rule that made a derived name. */
  derivedBy?: string;
  /** Natural log of the probability that the rule is right, or that a name unlike all others is in use; at most 0. */
  logProbability?: number;
}

/** The part of the file that people read: `allonym inspect` prints it. */
export interface GazetteerMeta {
  /** Who wrote the file and from what. */
  title: string;
  classes: string[];
  countries: string[];
  precisions: string[];
  tags: ToponymTag[];
  acts: string[];
  counts: { places: number; toponyms: number; keys: number };
  sources: { key: string; title: string; licence: string; edition: string }[];
}

/** The 32-bit word of the header in which the checksum stands; it is left out of itself. */
const CHECKSUM_WORD = 4;

/** FNV-1a over the 32-bit words of a whole file: fast enough to verify 8 MB in milliseconds, and any flipped bit changes it. */
export function checksum(file: Uint8Array): number {
  let hash = 0x811c9dc5;
  const words = file.byteLength >>> 2;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0; at < words; at++) {
    if (at !== CHECKSUM_WORD) hash = Math.imul(hash ^ view.getUint32(at * 4, true), 0x01000193);
  }
  for (let at = words * 4; at < file.byteLength; at++) hash = Math.imul(hash ^ file[at], 0x01000193);
  return hash >>> 0;
}
