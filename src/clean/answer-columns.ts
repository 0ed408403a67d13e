import { type Place, stepWords, type Verdict } from "../core";

/** The columns that cleaning adds to a row, in this order. */
export const ANSWER_COLUMNS = [
  "id",
  "uk",
  "ru",
  "en",
  "class",
  "oblast",
  "raion",
  "lat",
  "lon",
  "score",
  "status",
  "via",
] as const;

/** One of {@link ANSWER_COLUMNS}. */
export type AnswerColumn = (typeof ANSWER_COLUMNS)[number];

/** Those that hold numbers, for formats that know what a number is. */
export const NUMBER_COLUMNS: readonly string[] = ["lat", "lon", "score"] satisfies AnswerColumn[];

/** What cleaning adds to a row: a text a column, empty where there is nothing to say. */
export type AnswerCells = Record<AnswerColumn, string>;

/** Whether the likeliest place of an ambiguous answer is written as if it were meant. */
export type AmbiguousCells = "empty" | "likeliest";

/**
 * An answer as cells of a row.
 *
 * The trap: a column of ids invites to a join, and a guess in it looks like an answer. So an `ambiguous` answer leaves the cells of the place
 * empty, unless told otherwise, and `via` names the candidates; `score` is then that of the likeliest.
 *
 * @example
 * answerCells(verdict(gazetteer, "Krasnarmeysk")).en // "Pokrovsk"
 * answerCells(verdict(gazetteer, "Іванівка")).id // ""
 */
export function answerCells(said: Verdict, ambiguous: AmbiguousCells = "empty"): AnswerCells {
  const { name, status, size } = said;
  if (status === "none") return { ...NO_PLACE, status: "none" };
  const score = said.score(0).toFixed(3);
  if (status === "ambiguous" && ambiguous === "empty") {
    let via = "one of ";
    for (let at = 0; at < size; at++)
      via += `${at > 0 ? "; " : ""}${said.names(at).en} ${said.id(at)} ${said.score(at).toFixed(2)}`;
    return { ...NO_PLACE, score, status, via };
  }
  const first = said.match(0);
  return { ...placeCells(first), score, status, via: stepWords(name, first) };
}

/** The cells about a place itself; score, status and via are left to the caller. */
export function placeCells(place: Place): AnswerCells {
  const unit = (wanted: string): string =>
    (place.class === wanted ? place : place.within.find(({ class: kind }) => kind === wanted))?.names.en ?? "";
  return {
    id: place.id,
    uk: place.names.uk,
    ru: place.names.ru,
    en: place.names.en,
    class: place.class,
    oblast: unit("oblast"),
    raion: unit("raion"),
    lat: place.lat === undefined ? "" : String(place.lat),
    lon: place.lon === undefined ? "" : String(place.lon),
    score: "",
    status: "",
    via: "",
  };
}

/** Cells that say nothing. */
export const NO_PLACE: AnswerCells = {
  id: "",
  uk: "",
  ru: "",
  en: "",
  class: "",
  oblast: "",
  raion: "",
  lat: "",
  lon: "",
  score: "",
  status: "",
  via: "",
};
