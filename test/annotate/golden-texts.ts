import { readFileSync } from "node:fs";
import type { Annotation } from "../../src/annotate/answer";

/** A text with the places that are named in it. */
export interface GoldenText {
  language: string;
  manner: string;
  text: string;
  places: { start: number; end: number; surface: string; id: string }[];
}

/** The rows of `test/golden/texts/own.tsv`: places are written `[surface|id]`. */
export function goldenTexts(): GoldenText[] {
  const table = readFileSync(new URL("../golden/texts/own.tsv", import.meta.url), "utf8");
  return table
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [language, manner, marked] = line.split("\t");
      const places: GoldenText["places"] = [];
      let text = "";
      let from = 0;
      for (const found of marked.matchAll(/\[([^\]|]+)\|([^\]]+)\]/gu)) {
        text += marked.slice(from, found.index);
        places.push({ start: text.length, end: text.length + found[1].length, surface: found[1], id: found[2] });
        text += found[1];
        from = found.index + found[0].length;
      }
      return { language, manner, text: text + marked.slice(from), places };
    });
}

/** How far annotations agree with the places of a text. */
export interface Agreement {
  found: number;
  linked: number;
  places: number;
  wrong: string[];
}

const HOME = new Set(["UA", "RU", "BY", "MD"]);

/** Counts places that an annotation overlaps, those whose annotation means the same place, and annotations where no place is named. */
export function compare(golden: GoldenText, annotations: readonly Annotation[]): Agreement {
  const wrong: string[] = [];
  let found = 0;
  let linked = 0;
  for (const place of golden.places) {
    const over = annotations.filter(({ start, end }) => start < place.end && end > place.start);
    if (over.length > 0) found++;
    if (over.some(({ match }) => match.id === place.id)) linked++;
    else
      wrong.push(
        `${place.surface}: ${over.map(({ surface, match }) => `${surface} → ${match.names.uk}`).join()} in ${golden.text}`,
      );
  }
  for (const { start, end, surface, match } of annotations) {
    if (HOME.has(match.country) && !golden.places.some((place) => start < place.end && end > place.start))
      wrong.push(`${surface} → ${match.names.uk} is false in ${golden.text}`);
  }
  return { found, linked, places: golden.places.length, wrong };
}
