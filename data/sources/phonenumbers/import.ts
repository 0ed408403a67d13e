import { readTsv } from "../../join/read-tsv.js";

/** A town behind an area code, in the languages of its country. */
export interface PhoneTownRow {
  /** ISO 3166-1 alpha-2: UA, BY, MD, RU. */
  country: string;
  /** Calling code and area code: `3751632`. A prefix that serves several towns has a row for each. */
  prefix: string;
  /** `town`: one place. `area`: the prefix serves a whole oblast; `names` then names its seat or the oblast itself. */
  kind: "town" | "area";
  /** Language → name, without "м.", "г." and the oblast: `{ be: "Пружаны", en: "Pruzhany", ru: "Пружаны" }`. */
  names: Record<string, string>;
  /** Language → what stood after the comma: "Брэсцкая вобласць", or only the seat ("Донецьк"). Empty where nothing did. */
  oblast: Record<string, string>;
}

/**
 * English texts that are no name of the town: the Ukrainian name was run through a translator (Дергачі "Carriers",
 * Пологи "Childbirth") or another town slipped in (Чорнобай "Chernobyl"). By prefix and text; the other languages of
 * the row are right. Half-translated names ("Great Novosilka") stay: English reports do write them.
 */
const WRONG_ENGLISH: ReadonlySet<string> = new Set([
  "3803477 Valley",
  "3803540 Meeting",
  "3803555 Monastery",
  "3803632 Zarechnaya",
  "3803734 Deep",
  "3803740 Hertz",
  "3803841 Belogorsk",
  "3803844 Theophyll",
  "3804140 Natives",
  "3804639 Silver",
  "3804641 Rivers",
  "3804642 Sedimentary",
  "3804656 Carp",
  "3804732 Kamyanets",
  "3804734 Chernigov region",
  "3804739 Chernobyl",
  "3804848 Saratov",
  "3804861 Red Windows",
  "3805131 Bratsk",
  "3805133 Creve Lake",
  "3805446 Tomatoes",
  "3805451 Mid-Buda",
  "3805657 Broad",
  "3805665 Manganese",
  "3805669 Salt",
  "3805740 New Waterlog",
  "3805747 Snakes",
  "3805750 Two years old",
  "3805754 Gemini",
  "3805763 Carriers",
  "3806136 Веселе",
  "3806162 Rozvku",
  "3806165 Childbirth",
  "3806237 Selidus",
  "3806456 Trinity Church",
]);

/** Bare oblast codes and the oblast's other codes repeat the seat's name or the oblast's: they say nothing of a town. */
const isArea = (country: string, texts: string[]): boolean =>
  country === "RU" ||
  (country === "UA" &&
    !texts.some((text) => text.includes(",")) &&
    !texts.some((text) => text.startsWith("м. ") || text.endsWith(" city")));

const tidy = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/([\u0400-\u04ff])\u0301/g, "$1")
    .normalize("NFC")
    .replace(/^(?:м|г)\. ?/, "")
    .replace(/ city$/, "")
    .trim();

/**
 * Towns by area code. A slash joins towns that share a code ("Полоцк/Новополоцк"): they become rows of their own when
 * every language has as many parts, else the languages are given in separate rows, since nobody knows which is which.
 */
export function phoneTowns(): PhoneTownRow[] {
  const byPrefix = new Map<string, { country: string; texts: Map<string, string> }>();
  for (const row of readTsv(new URL("./snapshot.tsv", import.meta.url))) {
    const entry = byPrefix.get(row.prefix) ?? { country: row.country, texts: new Map() };
    entry.texts.set(row.lang, row.text);
    byPrefix.set(row.prefix, entry);
  }
  const towns: PhoneTownRow[] = [];
  for (const [prefix, { country, texts }] of byPrefix) {
    const kind = isArea(country, [...texts.values()]) ? "area" : "town";
    const names = new Map<string, string[]>();
    const oblast: Record<string, string> = {};
    for (const [lang, text] of texts) {
      const [head, tail] = kind === "area" ? [text, undefined] : text.split(", ", 2);
      names.set(lang, kind === "area" ? [tidy(head)] : head.split("/").map(tidy));
      if (tail !== undefined) oblast[lang] = tail;
    }
    const sizes = new Set([...names.values()].map((parts) => parts.length));
    if (sizes.size === 1) {
      const size = [...sizes][0];
      for (let at = 0; at < size; at++) {
        const parts = [...names]
          .map(([lang, all]) => [lang, all[at]] as const)
          .filter(([lang, name]) => !(lang === "en" && WRONG_ENGLISH.has(`${prefix} ${name}`)));
        towns.push({ country, prefix, kind, names: Object.fromEntries(parts), oblast });
      }
    } else {
      for (const [lang, all] of names) {
        for (const name of all) towns.push({ country, prefix, kind, names: { [lang]: name }, oblast });
      }
    }
  }
  return towns;
}
