import type { Gazetteer } from "../gazetteer/gazetteer";
import { annotateBlock } from "./annotate";
import type { Annotation } from "./answer";
import { blockEnd } from "./blocks";
import { type AnnotateOptions, checkAnnotateArguments } from "./options";
import { callerAreaOf } from "./scene";

/** Characters that must have arrived before the end of a block is looked for again: pieces may be single letters. */
const ASK_EVERY = 1 << 14;

/**
 * Annotates a text that arrives in pieces, with flat memory; the answers are those of `annotate` for the whole text, whatever the
 * pieces. Offsets count from the start of the whole text.
 *
 * Trap: pieces are strings; decode bytes with `TextDecoderStream` or `setEncoding("utf8")`, which keep letters whole.
 *
 * @example
 * for await (const { surface, match } of annotateStream(gazetteer, createReadStream("book.txt", "utf8"))) console.log(surface, match.id)
 *
 * @throws AllonymError `invalid-option`, `unknown-within`
 */
export async function* annotateStream(
  gazetteer: Gazetteer,
  pieces: AsyncIterable<string> | Iterable<string>,
  options: AnnotateOptions = {},
): AsyncGenerator<Annotation> {
  checkAnnotateArguments("", options);
  const caller = callerAreaOf(gazetteer, options);
  let text = "";
  let before = 0;
  let asked = 0;
  for await (const piece of pieces) {
    text += piece;
    if (text.length - asked < ASK_EVERY) continue;
    for (let end = blockEnd(text, 0, false); end >= 0; end = blockEnd(text, 0, false)) {
      yield* annotateBlock(gazetteer, text.slice(0, end), before, options, caller);
      text = text.slice(end);
      before += end;
    }
    asked = text.length;
  }
  while (text !== "") {
    const end = blockEnd(text, 0, true);
    yield* annotateBlock(gazetteer, text.slice(0, end), before, options, caller);
    text = text.slice(end);
    before += end;
  }
}
