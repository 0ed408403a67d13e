import { isUtf8 } from "node:buffer";

/** Encodings that a table may be in. UTF-16 is what Excel writes as "Unicode text". */
export const ENCODINGS = ["utf-8", "windows-1251", "utf-16le", "utf-16be"] as const;

/** One of {@link ENCODINGS}. */
export type Encoding = (typeof ENCODINGS)[number];

/**
 * The encoding of a table by its beginning: a byte order mark says it; else UTF-8, unless the bytes are mostly not. A single bad byte in
 * good UTF-8 is a bad row, not another encoding.
 */
export function detectEncoding(sample: Uint8Array): Encoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return "utf-16le";
  if (sample[0] === 0xfe && sample[1] === 0xff) return "utf-16be";
  if (isUtf8(sample)) return "utf-8";
  let good = 0;
  let bad = 0;
  let words = 0; // three and more bad bytes together, as Cyrillic letters in one byte each
  let together = 0;
  for (let at = 0; at < sample.length; ) {
    const byte = sample[at];
    if (byte < 0x80) {
      together = 0;
      at++;
      continue;
    }
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (at + length > sample.length) break; // the sample may end within a letter
    if (isUtf8(sample.subarray(at, at + length))) {
      good++;
      together = 0;
      at += length;
    } else {
      bad++;
      if (++together === 3) words++;
      at++;
    }
  }
  return bad > good && words > 0 ? "windows-1251" : "utf-8";
}

/** Hands on the bytes of a table in UTF-8, whatever they were in. */
export async function* inUtf8(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding === "utf-8") {
    yield* chunks;
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield Buffer.from(text);
  }
  const rest = decoder.decode();
  if (rest !== "") yield Buffer.from(rest);
}
