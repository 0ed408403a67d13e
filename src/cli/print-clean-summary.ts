import type { CleanSummary } from "../clean";

const MOST_LETTERS = 60;

/**
 * What became of the rows, for people.
 *
 * @example
 * // 1,000 rows, 812 distinct values
 * //   match        903   90.3 %   (12 decided)
 */
export function printCleanSummary(summary: CleanSummary): string {
  const { rows, matched, ambiguous, none, empty, decided, errors, distinct, distinctExact, topUnmatched } = summary;
  const bad = Object.values(errors).reduce((sum, count) => sum + count, 0);
  const codes = Object.entries(errors).map(([code, count]) => `${code} ${grouped(count)}`);
  const counts: [string, number, string][] = [
    ["match", matched, decided > 0 ? `${grouped(decided)} rows were decided` : ""],
    ["ambiguous", ambiguous, ""],
    ["none", none, empty > 0 ? `${grouped(empty)} of them are empty cells` : ""],
    ["error", bad, codes.join(", ")],
  ];
  const width = Math.max(...counts.map(([, count]) => grouped(count).length));
  const lines = counts.map(([name, count, note]) => {
    const share = rows === 0 ? "" : `${((100 * count) / rows).toFixed(1).padStart(5)} %`;
    return `  ${name.padEnd(9)}  ${grouped(count).padStart(width)}  ${share}${note === "" ? "" : `   ${note}`}`;
  });
  const about = distinctExact ? "" : "about ";
  const shown = distinctExact ? distinct : Number(distinct.toPrecision(3));
  const head = `${grouped(rows)} rows, ${about}${grouped(shown)} different`;
  return [head, ...lines, ...top(topUnmatched)].map((line) => `${line}\n`).join("");
}

function top(values: CleanSummary["topUnmatched"]): string[] {
  if (values.length === 0) return [];
  const width = Math.max(...values.map(({ rows }) => grouped(rows).length));
  const lines = values.map(({ name, within, rows, atLeast }) => {
    const where = within === undefined ? "" : `  (${cut(within)})`;
    return `  ${grouped(rows).padStart(width)}${atLeast ? " or more" : ""}  ${cut(name)}${where}`;
  });
  return ["most frequent without a place:", ...lines];
}

const grouped = (count: number): string => count.toLocaleString("en");

/** A cell as it may be shown in one line of a terminal. */
function cut(text: string): string {
  const plain = text.replace(/\p{Cc}+/gu, " ");
  const letters = [...plain];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join("")}…` : plain;
}
