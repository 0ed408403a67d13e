import type { Gazetteer } from "../gazetteer/gazetteer";
import { isCyrillic } from "../text/letter-kinds";
import type { NameStatus } from "../types";
import type { Toponym } from "./answer";

/** The dates and the act of a toponym, or undefined. */
function historyOf(gazetteer: Gazetteer, toponym: number): { from: number; to: number; act: number } | undefined {
  const rows = gazetteer.columns.toponymHistory;
  let low = 0;
  let high = rows.length / 4;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle * 4] < toponym) low = middle + 1;
    else high = middle;
  }
  const at = low * 4;
  return rows[at] === toponym ? { from: rows[at + 1], to: rows[at + 2], act: rows[at + 3] } : undefined;
}

/** 20160512 → `2016-05-12`, 20160000 → `2016`. */
function dateText(date: number): string {
  const digits = String(date);
  const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)];
  return parts.filter((part) => part !== "00").join("-");
}

/** A toponym of the file as answers show it. */
export function toponymAt(gazetteer: Gazetteer, toponym: number): Toponym {
  const tag = gazetteer.tagOf(toponym);
  const text = gazetteer.textOf(toponym);
  const answer: Toponym = {
    text,
    lang: tag.lang,
    script: isCyrillic(text) ? "Cyrl" : "Latn",
    status: tag.status as NameStatus,
    source: tag.source,
  };
  if (tag.derivedBy) answer.derivedBy = tag.derivedBy;
  const history = historyOf(gazetteer, toponym);
  if (history?.from) answer.from = dateText(history.from);
  if (history?.to) answer.to = dateText(history.to);
  if (history?.act) answer.act = gazetteer.meta.acts[history.act - 1];
  return answer;
}

/** Whether a name was official on a day, as far as its dates tell; a name without dates is official exactly when it is standardized. */
export function wasOfficial(gazetteer: Gazetteer, toponym: number, day: string): boolean {
  const asked = Number(day.replaceAll("-", "").padEnd(8, "0"));
  const history = historyOf(gazetteer, toponym);
  if (gazetteer.tagOf(toponym).status === "standardized") return !history?.from || history.from <= asked;
  return Boolean(history?.to) && asked < (history?.to ?? 0) && (history?.from ?? 0) <= asked;
}

/** Full years between the day on which a name ceased to be official and the day of the data; undefined when nobody dates it. */
export function yearsSinceOfficial(gazetteer: Gazetteer, toponym: number): number | undefined {
  const to = historyOf(gazetteer, toponym)?.to;
  return to ? Math.max(0, Number(gazetteer.dataDate.slice(0, 4)) - Math.floor(to / 10_000)) : undefined;
}
