/** What a question about a place is made of, in this order; `name` is always there. */
export const QUESTION_PARTS = ["name", "within", "lat", "lon", "country", "date"] as const;

/** One of {@link QUESTION_PARTS}. */
export type QuestionPart = (typeof QUESTION_PARTS)[number];

/** Parts of a key lie apart by a code point that stands for nothing. */
export const KEY_SEPARATOR = "\uFFFF";

/** Which column of a table holds which part of the question. */
export type QuestionColumns = { name: string } & { [Part in Exclude<QuestionPart, "name">]?: string };

/** The parts that there are columns for, in their order. */
export const partsOf = (columns: { [Part in QuestionPart]?: unknown }): QuestionPart[] =>
  QUESTION_PARTS.filter((part) => columns[part] !== undefined);

/** The columns that were asked for, in the order of their parts. */
export const askedColumns = (columns: QuestionColumns): string[] =>
  partsOf(columns).map((part) => columns[part] as string);

/** Why a row cannot be answered: a stable code and words. */
export interface RowFault {
  code: "invalid-row" | "invalid-utf8";
  message: string;
}

/** Rows that are read, answered and written together. How rows fall into blocks depends on the rows alone, never on time. */
export interface RowBlock {
  readonly rows: number;
  /** rows with one key ask the same question; cheaper than the question itself */
  keyOf(row: number): string;
  /** the cells of the question, in the order of the parts that were asked for */
  questionOf(row: number): string[];
  /** what is wrong with a row; such a row has no key and no question */
  faultOf(row: number): RowFault | undefined;
  /** all cells of a row by column: text, or what the format knows (numbers, lists, dates) */
  valuesOf(row: number): unknown[];
}

/** A table that is read in blocks. */
export interface RowSource<Block extends RowBlock = RowBlock> {
  readonly columns: readonly string[];
  /** bytes of the input that were read so far, where the source reads them itself */
  bytesRead?(): number;
  /** the question that a key stands for */
  questionOfKey(key: string): string[];
  blocks(): AsyncGenerator<Block>;
}

/** A block is full with this many rows … */
export const BLOCK_ROWS = 4_096;
/** … or, where rows are long, with this many bytes of input. */
export const BLOCK_BYTES: number = 4 * 1024 * 1024;
