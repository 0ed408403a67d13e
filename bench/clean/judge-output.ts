import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { type DirtyRow, HEADER } from "./dirty-rows";
import { countMade, NAMESAKE, outcomeOf, type TallyByMade } from "./outcomes";

/** What a cleaned file turned out to be. */
export interface Judged {
  /** an outcome a row, see outcomes.ts */
  outcomes: Uint8Array;
  byMade: TallyByMade;
}

/**
 * Reads a cleaned file and compares it with what the generator put in: every row, in order, with every cell that it had.
 *
 * @param idColumn the header of the answered id
 * @param expected the rows that went in; a peer that ran out of time has answered only the first of them
 * @throws Error at the first row that is missing, out of order or changed
 */
export async function judgeOutput(
  path: string,
  idColumn: string,
  expected: Iterable<DirtyRow>,
  { rows, namesakes, whole = true }: { rows: number; namesakes: ReadonlySet<string>; whole?: boolean },
): Promise<Judged> {
  const outcomes = new Uint8Array(rows);
  const byMade: TallyByMade = new Map();
  const inputs = expected[Symbol.iterator]();
  let idAt = -1;
  let row = 0;
  const take = (cells: string[]): void => {
    if (idAt < 0) {
      idAt = cells.indexOf(idColumn);
      if (idAt < 0 || HEADER.some((name, at) => cells[at] !== name))
        throw new Error(`${path}: the header is ${cells.join(",")}; expected ${HEADER.join(",")} and ${idColumn}`);
      return;
    }
    const { value: input, done } = inputs.next();
    if (done) throw new Error(`${path}: more rows than the ${row} that went in`);
    if (input.some((cell, at) => cells[at] !== cell))
      throw new Error(
        `${path}: row ${row + 1} is ${JSON.stringify(cells)}; expected it to begin with ${JSON.stringify(input)}`,
      );
    const [, , , , meant, made] = input;
    const outcome = outcomeOf(meant, cells[idAt]);
    countMade(byMade, made, outcome);
    outcomes[row++] = outcome + (namesakes.has(meant) ? NAMESAKE : 0);
  };
  await new Promise<void>((resolve, reject) => {
    const parser = parse();
    parser.on("data", (cells: string[]) => {
      try {
        take(cells);
      } catch (error) {
        parser.destroy(error as Error);
      }
    });
    parser.on("error", reject).on("end", resolve);
    createReadStream(path, { highWaterMark: 1 << 20 })
      .on("error", reject)
      .pipe(parser);
  });
  if (whole && row !== rows) throw new Error(`${path}: ${row} rows; ${rows} went in`);
  return { outcomes: outcomes.subarray(0, row), byMade };
}
