/** Lines longer than this many bytes are not kept. */
export const LONGEST_LINE = 1_000_000;

const NEWLINE = 10;
const BOM = [0xef, 0xbb, 0xbf];

/** A line without its end, or `tooLong` for one that was not kept. */
export type Line = string | typeof tooLong;
export const tooLong: unique symbol = Symbol("line too long");

/**
 * Splits bytes into lines, a batch for each chunk that arrives, so that the caller can answer all it has before it waits for more.
 *
 * Not split2: a line of 10 MB must become one answer in its place, at no cost of memory; split2 fails or leaves it out. A byte order
 * mark at the start is no part of the first line. The end of the last line is no line of its own.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  let rest: Uint8Array[] = [];
  let length = 0;
  let first = true;
  const take = (): Line => {
    const line = length > LONGEST_LINE ? tooLong : textOf(rest, first);
    rest = [];
    length = 0;
    first = false;
    return line;
  };
  const keep = (bytes: Uint8Array): void => {
    length += bytes.length;
    if (length <= LONGEST_LINE) rest.push(bytes);
    else rest = [];
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, end));
      lines.push(take());
      start = end + 1;
    }
    if (start < chunk.length) keep(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (length > 0) yield [take()];
}

function textOf(parts: Uint8Array[], first: boolean): string {
  const bytes = parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts);
  const start = first && BOM.every((byte, at) => bytes[at] === byte) ? BOM.length : 0;
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.length - start).toString("utf8");
}
