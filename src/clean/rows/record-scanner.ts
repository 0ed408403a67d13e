/** Finds one record after the other in bytes. */
export interface RecordScanner {
  /** of the record read last: where its text begins and ends, and where the next record begins */
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /**
   * Reads the record at `at`.
   *
   * @param final nothing comes behind `limit`
   * @returns false when the end of the record is not in sight, or there is none
   */
  read(bytes: Uint8Array, at: number, limit: number, final: boolean): boolean;
}

const LF = 10;
const CR = 13;

/** Finds lines; blank ones before a line lie between `at` and `start`. */
export class LineScanner implements RecordScanner {
  start = 0;
  end = 0;
  next = 0;

  read(bytes: Uint8Array, at: number, limit: number, final: boolean): boolean {
    let start = at;
    while (start < limit && (bytes[start] === LF || bytes[start] === CR)) start++;
    if (start >= limit) return false;
    const found = bytes.indexOf(LF, start);
    const end = found < 0 || found >= limit ? limit : found;
    if (end === limit && !final) return false;
    this.start = start;
    this.end = bytes[end - 1] === CR ? end - 1 : end;
    this.next = Math.min(end + 1, limit);
    return true;
  }
}
