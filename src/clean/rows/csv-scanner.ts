import type { CsvDialect } from "./csv-dialect";
import type { RecordScanner } from "./record-scanner";

const LF = 10;
const CR = 13;

/** A record longer than this is taken for one whose quote was never closed. */
export const LONGEST_RECORD: number = 1024 * 1024;

/**
 * Finds records and cells in the bytes of a table, without decoding them.
 *
 * Why not csv-parse: it decodes each record, so bytes that are not UTF-8 are replaced before anybody has seen them, and with the raw text
 * kept it takes 5 µs a row (measured 2026-11, five columns), more than all the rest of cleaning. Here a record is a range of bytes that
 * goes out as it came in, and only the cells that are asked about become text. Tests hold it to csv-parse's reading.
 *
 * A quote that is never closed would swallow the rest of the table. So a record over several lines which ends nowhere, or which has text
 * behind a closing quote or the wrong number of cells, is taken back: its first line is a record by itself, `unclosed`, and reading goes on
 * behind it.
 */
export class CsvScanner implements RecordScanner {
  /** of the record read last: where its first cell begins, where its text ends, and where the next record begins */
  start = 0;
  end = 0;
  next = 0;
  fields = 0;
  unclosed = false;
  /** bounds of the cells that were asked for; an end of `~end` says that quotes inside are doubled. Missing cells are empty */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #lineEnd: number;
  readonly #slots: Int32Array;
  /** cells that a record should have; 0 when not yet known */
  readonly #expected: number;

  constructor({ delimiter, quote, lineEnd }: CsvDialect, wanted: readonly number[], expected = 0) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#quote = quote === "" ? -1 : quote.charCodeAt(0);
    this.#lineEnd = lineEnd === "\r" ? CR : LF;
    this.#expected = expected;
    this.starts = new Int32Array(wanted.length);
    this.ends = new Int32Array(wanted.length);
    this.#slots = new Int32Array(Math.max(0, ...wanted.map((column) => column + 1))).fill(-1);
    for (const [slot, column] of wanted.entries()) this.#slots[column] = slot;
  }

  /**
   * Reads the record at `at`. Blank lines before it are skipped; they lie between `at` and `start`.
   *
   * @param final nothing comes behind `limit`
   * @returns false when the end of the record is not in sight, or there is none
   */
  read(bytes: Uint8Array, at: number, limit: number, final: boolean): boolean {
    let start = at;
    // A table of one column may have empty cells, and they are blank lines.
    if (this.#expected !== 1) while (start < limit && (bytes[start] === LF || bytes[start] === CR)) start++;
    if (start >= limit) return false;
    return this.#record(bytes, start, limit, final);
  }

  #record(bytes: Uint8Array, start: number, limit: number, final: boolean): boolean {
    const [delimiter, quote, lineEnd, slots] = [this.#delimiter, this.#quote, this.#lineEnd, this.#slots];
    const stop = Math.min(limit, start + LONGEST_RECORD);
    this.starts.fill(0);
    this.ends.fill(0);
    this.start = start;
    this.unclosed = false;
    let field = 0;
    let at = start;
    let lines = 0; // line ends inside quotes
    let odd = false; // text behind a closing quote
    for (;;) {
      const begin = at;
      let from = at;
      let to = -1;
      let doubled = false;
      if (at < limit && bytes[at] === quote) {
        from = ++at;
        for (;;) {
          while (at < stop && bytes[at] !== quote) if (bytes[at++] === lineEnd) lines++;
          if (at >= stop) {
            const given = final || at - start >= LONGEST_RECORD; // whatever the pieces in which the bytes arrive
            return given && this.#firstLine(bytes, start, limit, final);
          }
          if (at + 1 >= limit && !final) return false;
          if (bytes[at + 1] !== quote || at + 1 >= limit) break;
          doubled = true;
          at += 2;
        }
        to = at++;
        if (at < limit && bytes[at] !== delimiter && bytes[at] !== lineEnd) {
          if (bytes[at] === CR && lineEnd === LF && at + 1 >= limit && !final) return false;
          if (bytes[at] !== CR || lineEnd !== LF || (at + 1 < limit && bytes[at + 1] !== LF)) {
            odd = true; // a cell such as `"Град" обстріл`: the quotes belong to the text
            from = begin;
            to = -1;
            doubled = false;
          }
        }
      }
      let byte = -1;
      while (at < limit && (byte = bytes[at]) !== delimiter && byte !== lineEnd) at++;
      if (at >= limit) {
        if (!final) return false;
        byte = lineEnd;
      }
      let end = at;
      if (byte === lineEnd && lineEnd === LF && end > begin && bytes[end - 1] === CR) end--;
      if (field < slots.length && slots[field] >= 0) {
        this.starts[slots[field]] = from;
        const last = to < 0 ? end : to;
        this.ends[slots[field]] = doubled ? ~last : last;
      }
      field++;
      if (byte === lineEnd) {
        if (lines > 0 && (odd || (this.#expected > 0 && field !== this.#expected))) {
          return this.#firstLine(bytes, start, limit, final);
        }
        this.fields = field;
        this.end = end;
        this.next = Math.min(at + 1, limit);
        return true;
      }
      at++;
    }
  }

  /** The first line as a record whose cells are not known. */
  #firstLine(bytes: Uint8Array, start: number, limit: number, final: boolean): boolean {
    let at = start;
    while (at < limit && bytes[at] !== this.#lineEnd) at++;
    if (at >= limit && !final) return false;
    this.starts.fill(0);
    this.ends.fill(0);
    this.fields = 0;
    this.unclosed = true;
    this.end = this.#lineEnd === LF && at > start && bytes[at - 1] === CR ? at - 1 : at;
    this.next = Math.min(at + 1, limit);
    return true;
  }
}
