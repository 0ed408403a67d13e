/** Kinds of letters and signs, as bits. {@link letterKinds} says which of them a text has. */
export const KIND = {
  /** a…z without marks */
  LATIN: 1,
  /** a Cyrillic letter that both Ukrainian and Russian write */
  CYRILLIC: 2,
  /** і ї є ґ */
  UKRAINIAN: 4,
  /** ы э ё ъ */
  RUSSIAN: 8,
  DIGIT: 16,
  /** the plain space, no other white space */
  SPACE: 32,
  HYPHEN: 64,
  /** ' ’ ʼ */
  APOSTROPHE: 128,
  /** all else: marks, other scripts, punctuation, control characters */
  OTHER: 256,
} as const;

/** Any Cyrillic letter of the two languages. */
export const ANY_CYRILLIC: number = KIND.CYRILLIC | KIND.UKRAINIAN | KIND.RUSSIAN;

const TABLE_END = 0x500;

const TABLE: Uint16Array = kindsOfUnits();

function kindsOfUnits(): Uint16Array {
  const table = new Uint16Array(TABLE_END).fill(KIND.OTHER);
  const mark = (letters: string, kind: number): void => {
    for (const letter of letters + letters.toUpperCase()) table[letter.charCodeAt(0)] = kind;
  };
  mark("abcdefghijklmnopqrstuvwxyz", KIND.LATIN);
  mark("абвгдежзийклмнопрстуфхцчшщьюя", KIND.CYRILLIC);
  mark("іїєґ", KIND.UKRAINIAN);
  mark("ыэёъ", KIND.RUSSIAN);
  mark("0123456789", KIND.DIGIT);
  mark(" ", KIND.SPACE);
  mark("-", KIND.HYPHEN);
  mark("'ʼ", KIND.APOSTROPHE);
  return table;
}

/** The kind of a UTF-16 unit. */
export function kindOfUnit(unit: number): number {
  if (unit < TABLE_END) return TABLE[unit];
  return unit === 0x2019 ? KIND.APOSTROPHE : KIND.OTHER;
}

/**
 * The kinds of letters and signs that a text has, as a mask of {@link KIND}. Nearly every name is of letters of one script: what
 * expressions with Unicode properties ask is then answered by one pass over a table, at a tenth of the time.
 *
 * @example
 * letterKinds("Ізюм")         // KIND.UKRAINIAN | KIND.CYRILLIC
 * letterKinds("Novo-Ivanivka") // KIND.LATIN | KIND.HYPHEN
 */
export function letterKinds(text: string): number {
  let kinds = 0;
  for (let at = 0; at < text.length; at++) kinds |= kindOfUnit(text.charCodeAt(at));
  return kinds;
}

/** Whether a text has a Cyrillic letter. */
export function isCyrillic(text: string): boolean {
  const kinds = letterKinds(text);
  return (kinds & ANY_CYRILLIC) !== 0 || ((kinds & KIND.OTHER) !== 0 && /\p{Script=Cyrillic}/u.test(text));
}
