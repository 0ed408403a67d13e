import { type ByteString, decodeText } from "./stream-bytes";

/** A member of a JSON object: its key, and where the text of the whole member begins and ends. */
export interface JsonMember {
  key: string;
  /** index of the key's opening quote */
  start: number;
  /** index behind the value */
  end: number;
}

/**
 * The members of a JSON object as they stand in its text, so that some can be left out and others kept to the letter: parsing and writing
 * again would change numbers of more than 53 bits, which databases have for ids.
 *
 * @param text an object that `JSON.parse` has accepted
 */
export function jsonMembers(text: ByteString): JsonMember[] {
  const members: JsonMember[] = [];
  let at = text.indexOf("{") + 1;
  for (;;) {
    while (/[\s,]/u.test(text[at] ?? "}")) at++;
    if (at >= text.length || text[at] === "}") return members;
    const start = at;
    at = endOfString(text, at);
    const key = JSON.parse(decodeText(text.slice(start, at))) as string;
    at = text.indexOf(":", at) + 1;
    const end = endOfValue(text, at);
    members.push({ key, start, end });
    at = end;
  }
}

/** Index behind the string that opens at `at`. */
function endOfString(text: string, at: number): number {
  let end = at + 1;
  while (text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  return end + 1;
}

/** Index behind the value, its leading space included: where a comma or a closing brace of the object itself stands. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; ; at++) {
    const one = text[at];
    if (one === '"') at = endOfString(text, at) - 1;
    else if (one === "{" || one === "[") depth++;
    else if (depth > 0 && (one === "}" || one === "]")) depth--;
    else if (depth === 0 && (one === "," || one === "}")) return at;
  }
}
