import { answerRow, emptyRow, invalidLine, REMEMBERED, type StreamQuestion } from "./stream-answers";
import { type ByteString, decodeText, encodeText, ownCopy } from "./stream-bytes";
import { escapeCell, NULL_CELL, unescapeCell } from "./stream-cells";
import type { StreamEmit, StreamFormat } from "./stream-format";
import { StreamMemory } from "./stream-memory";

/** Where the values stand in a line, from 0. */
export interface TsvColumns {
  name: number;
  within?: number;
}

const LONGEST_REMEMBERED = 512;

/**
 * Tab-separated text as ClickHouse (`TabSeparated`) and Hive write it: `\t \n \\` in cells, `\N` for NULL, no quotes and no header. Cells that
 * are not asked about go out as they came in, byte by byte.
 */
export function tsvFormat(question: StreamQuestion, columns: TsvColumns, emit: StreamEmit): StreamFormat {
  const memory = new StreamMemory<ByteString>(REMEMBERED);
  const last = Math.max(columns.name, columns.within ?? 0);
  const nothing = tsvCells(emptyRow(question));
  const valueIn = (cell: ByteString): string | undefined => {
    const value = unescapeCell(cell);
    return value === undefined ? undefined : decodeText(value);
  };
  const answerTo = (name: ByteString, within: ByteString): ByteString => {
    const key = `${name}\t${within}`;
    const known = memory.get(key);
    if (known !== undefined) return known;
    const answer = encodeText(tsvCells(answerRow(question, valueIn(name), valueIn(within))));
    if (key.length <= LONGEST_REMEMBERED) memory.set(ownCopy(key), answer);
    return answer;
  };
  return {
    answer(line) {
      const cells = line.split("\t");
      if (cells.length <= last) {
        const wanted = `${last + 1} cells with a TAB between`;
        throw invalidLine(`the line has ${cells.length} of ${last + 1} cells`, line, wanted);
      }
      const answer = answerTo(cells[columns.name], columns.within === undefined ? "" : cells[columns.within]);
      if (emit === "only") return answer;
      if (emit === "append") return `${line}\t${answer}`;
      cells[columns.name] = answer;
      return cells.join("\t");
    },
    unanswered: (line) => (line === undefined || emit === "only" ? nothing : `${line}\t${nothing}`),
  };
}

const tsvCells = (cells: readonly string[]): string =>
  cells.map((cell) => (cell === "" ? NULL_CELL : escapeCell(cell))).join("\t");
