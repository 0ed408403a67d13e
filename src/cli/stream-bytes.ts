/**
 * Bytes as a string of one character a byte. The stream command passes the cells that it was not asked about through as they are, whether
 * they are UTF-8 or not, and splits at TAB and line feed, which stand for themselves in UTF-8: so it works on bytes, in the one type
 * that JavaScript cuts and joins fast.
 */
export type ByteString = string;

/** The bytes as they are. */
export function byteString(bytes: Uint8Array): ByteString {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}

/** A text as the bytes of its UTF-8. */
export function encodeText(text: string): ByteString {
  return isAscii(text) ? text : Buffer.from(text, "utf8").toString("latin1");
}

/** The text that bytes are in UTF-8; what is no UTF-8 becomes U+FFFD. */
export function decodeText(bytes: ByteString): string {
  return isAscii(bytes) ? bytes : Buffer.from(bytes, "latin1").toString("utf8");
}

/** A copy that holds on to nothing: a part of a string keeps the whole alive, and the whole may be a line of megabytes. */
export function ownCopy(bytes: ByteString): ByteString {
  return Buffer.from(bytes, "latin1").toString("latin1");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL to DEL is what ASCII is
const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/u.test(text);
