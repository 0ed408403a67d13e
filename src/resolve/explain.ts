import fastLevenshtein from "fast-levenshtein";
import type { Gazetteer } from "../gazetteer/gazetteer";
import { placeId, unitAt } from "../gazetteer/place";
import { romanize } from "../romanize/romanize";
import { EDIT } from "../search/edit-costs";
import { isCyrillic } from "../text/letter-kinds";
import type { Step, Toponym } from "./answer";
import type { Candidate } from "./finding/candidates";
import type { Area } from "./hints/area";
import type { ResolveOptions } from "./options";
import { ownSystem, romanizationOf } from "./romanization";

/**
 * Why a candidate was found, as steps in the order in which they were used. `preparation` are those that were taken before the search, shared
 * by all matches of a name.
 *
 * @example
 * explain(…"Volchansk"…) // [{ step: "toponym", text: "Волчанск", lang: "ru", … }, { step: "romanization", system: "ru-bgn-pcgn-1947" }]
 */
export function explain(
  gazetteer: Gazetteer,
  candidate: Candidate,
  toponym: Toponym,
  preparation: readonly Step[],
  area: Area,
  options: ResolveOptions,
): Step[] {
  const asked = candidate.spelling.text;
  const steps: Step[] = [...preparation];
  if (candidate.spelling.caseForm) steps.push({ step: "inflection", base: asked });
  if (candidate.spelling.reworded) steps.push({ step: "rewording", how: candidate.spelling.reworded, to: asked });
  if (candidate.spelling.reading !== "english") steps.push({ step: "reading", reading: candidate.spelling.reading });
  const { text, lang, status, source, derivedBy } = toponym;
  steps.push(
    derivedBy
      ? { step: "toponym", text, lang, status, source, derivedBy }
      : { step: "toponym", text, lang, status, source },
  );
  const isRomanized = toponym.script === "Cyrl" && !isCyrillic(asked);
  const system = isRomanized ? romanizationOf(asked, text, lang) : undefined;
  if (system) steps.push({ step: "romanization", system });
  else {
    const comparable = isRomanized ? romanize(text, ownSystem(lang)) : text;
    const distance = asked === comparable ? 0 : fastLevenshtein.get(asked.toLowerCase(), comparable.toLowerCase());
    if (distance > 0) steps.push({ step: "edits", distance, cost: Math.round((candidate.cost / EDIT) * 100) / 100 });
  }
  if (candidate.bySeat) steps.push({ step: "seat", of: placeId(gazetteer, candidate.place) });
  const hinted = area.unit >= 0 ? area.unit : area.around;
  if (hinted >= 0) steps.push({ step: "hint", hint: "within", value: unitAt(gazetteer, hinted).names.en });
  if (options.near) steps.push({ step: "hint", hint: "near", value: options.near.join(",") });
  if (options.country) steps.push({ step: "hint", hint: "country", value: options.country.toUpperCase() });
  if (options.class) steps.push({ step: "hint", hint: "class", value: String(options.class) });
  if (options.lang && options.lang === lang) steps.push({ step: "hint", hint: "lang", value: lang });
  if (options.asOf) steps.push({ step: "hint", hint: "asOf", value: options.asOf });
  return steps;
}
