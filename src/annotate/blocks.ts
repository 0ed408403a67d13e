/**
 * A long text is annotated block by block, whole or as a stream, so that memory stays flat and both give the same answers. A block ends
 * behind the first blank line after so many characters, or else behind a line, a space, or wherever it must.
 */
const SHORTEST_BLOCK = 1 << 16;
const LONGEST_BLOCK = 1 << 18;

/**
 * Where the block that starts at `from` ends, or -1 when the text so far does not tell.
 *
 * @param ended whether the text is complete
 *
 * @example
 * blockEnd("Бої під Лиманом.", 0, false) // -1: more may come
 * blockEnd("Бої під Лиманом.", 0, true)  // 16
 */
export function blockEnd(text: string, from: number, ended: boolean): number {
  if (text.length - from <= SHORTEST_BLOCK) return ended ? text.length : -1;
  const blank = /\n[ \t\r]*\n/gu;
  blank.lastIndex = from + SHORTEST_BLOCK;
  const found = blank.exec(text.slice(0, from + LONGEST_BLOCK));
  if (found) return blank.lastIndex;
  if (text.length - from < LONGEST_BLOCK) return ended ? text.length : -1;
  return lastEnd(text, from + SHORTEST_BLOCK, from + LONGEST_BLOCK);
}

function lastEnd(text: string, least: number, most: number): number {
  for (const end of ["\n", " "]) {
    const at = text.lastIndexOf(end, most - 1);
    if (at >= least) return at + 1;
  }
  const unit = text.charCodeAt(most - 1);
  return unit >= 0xd800 && unit < 0xdc00 ? most - 1 : most;
}
