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
 * Not split2: a line of 10 MB must become one answer in its place, at no cost of memory; split2 fails or leaves it out. The end of the
 * last line is no line of its own.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number = LONGEST_LINE,
): AsyncGenerator<(Uint8Array | typeof tooLong)[]> {
  let rest: Uint8Array[] = [];
  let length = 0;
  const take = (): Uint8Array | typeof tooLong => {
    const line = length > longest ? tooLong : rest.length === 1 ? (rest[0] as Uint8Array) : Buffer.concat(rest);
    rest = [];
    length = 0;
    return line;
  };
  const keep = (bytes: Uint8Array): void => {
    length += bytes.length;
    if (length <= longest) rest.push(bytes);
    else rest = [];
  };
  for await (const chunk of chunks) {
    const lines: (Uint8Array | typeof tooLong)[] = [];
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

/** The lines of {@link splitLines} as text. A byte order mark at the start is no part of the first line. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  let first = true;
  for await (const lines of splitLines(chunks)) {
    yield lines.map((line) => {
      const text = line === tooLong ? line : textOf(first ? withoutMark(line) : line);
      first = false;
      return text;
    });
  }
}

/** Bytes without the byte order mark that they may begin with. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return BOM.every((byte, at) => bytes[at] === byte) ? bytes.subarray(BOM.length) : bytes;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
}
