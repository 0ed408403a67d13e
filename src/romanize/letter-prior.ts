import letterBigrams from "../../data/romanization/letter-bigrams.json";
import type { SourceLanguage } from "./systems";

/** Nats a digit of the table stands for; must be the `STEP` of `data/romanization/fit-letter-bigrams.ts`. */
const STEP = 0.25;
/** Cost of a pair with a letter outside the table, as dear as the dearest pair in it. */
const UNKNOWN = 35 * STEP;

const tables: Map<SourceLanguage, Map<string, number>> = new Map();

/**
 * How surprising `next` is after `previous` in place names of the language, in nats (-ln p); `#` is a word's edge.
 * Fitted on the distinct names of `data/records`, so it knows names, not running text.
 *
 * @example bigramCost("uk", "к", "ь") > bigramCost("uk", "с", "ь") // Донецьк, never кь
 */
export function bigramCost(language: SourceLanguage, previous: string, next: string): number {
  let table = tables.get(language);
  if (table === undefined) {
    table = new Map();
    const { letters, costs } = letterBigrams[language];
    for (const [p, row] of costs.entries()) {
      for (let n = 0; n < row.length; n++) table.set(letters[p]! + letters[n]!, Number.parseInt(row[n]!, 36) * STEP);
    }
    tables.set(language, table);
  }
  return table.get(previous + next) ?? UNKNOWN;
}
