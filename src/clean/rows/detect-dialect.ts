import type { CsvDialect } from "./csv-dialect";
import { CsvScanner } from "./csv-scanner";

const DELIMITERS = [",", ";", "\t", "|"];
const MOST_RECORDS = 200;

/**
 * The dialect of a table by its beginning: the delimiter that cuts most records into as many cells as the header has, and most of them
 * where two do equally well. A table in which none occurs has one column.
 *
 * @param known what is known already
 */
export function detectDialect(sample: Uint8Array, known: Partial<CsvDialect> = {}): CsvDialect {
  const quote = known.quote ?? '"';
  const lineEnd = known.lineEnd ?? lineEndOf(sample, quote);
  if (known.delimiter !== undefined) return { delimiter: known.delimiter, quote, lineEnd };
  let best = { delimiter: ",", share: 0, fields: 1 };
  for (const delimiter of DELIMITERS) {
    const { share, fields } = evenness(sample, { delimiter, quote, lineEnd });
    if (fields < 2) continue;
    if (share > best.share + 0.05 || (share > best.share - 0.05 && fields > best.fields)) {
      best = { delimiter, share, fields };
    }
  }
  return { delimiter: best.delimiter, quote, lineEnd };
}

/** Cells of the header, and the share of records that have as many. */
function evenness(sample: Uint8Array, dialect: CsvDialect): { share: number; fields: number } {
  const scanner = new CsvScanner(dialect, []);
  let records = 0;
  let even = 0;
  let fields = 0;
  for (let at = 0; records < MOST_RECORDS && scanner.read(sample, at, sample.length, false); at = scanner.next) {
    if (records++ === 0) fields = scanner.fields;
    if (scanner.fields === fields) even++;
  }
  // A sample without one line end is all header.
  if (records === 0 && scanner.read(sample, 0, sample.length, true)) return { share: 1, fields: scanner.fields };
  return { share: records === 0 ? 0 : even / records, fields };
}

function lineEndOf(sample: Uint8Array, quote: string): CsvDialect["lineEnd"] {
  let quoted = false;
  for (let at = 0; at < sample.length; at++) {
    if (quote !== "" && sample[at] === quote.charCodeAt(0)) quoted = !quoted;
    else if (quoted) continue;
    else if (sample[at] === 10) return "\n";
    else if (sample[at] === 13 && at + 1 < sample.length) return sample[at + 1] === 10 ? "\r\n" : "\r";
  }
  return "\n";
}
