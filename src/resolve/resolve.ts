import type { Gazetteer } from "../gazetteer/gazetteer";
import type { Match, Resolution } from "./answer";
import type { ResolveOptions } from "./options";
import { verdict } from "./verdict";

/**
 * Says which place a name means: a probability for each candidate, and a verdict that may be "I cannot tell".
 *
 * Trap: `matches[0]` of an `ambiguous` answer is only the likeliest of several; check `status` before you store it.
 *
 * @example
 * resolve(gazetteer, "Volchansk").matches[0].names // { uk: "Вовчанськ", ru: "Волчанск", en: "Vovchansk" }
 * resolve(gazetteer, "Dimitrov", { within: "Donetsk region" }).matches[0].names.en // "Myrnohrad"
 *
 * @throws AllonymError `invalid-name`, `invalid-option`, `unknown-within`
 */
export function resolve(gazetteer: Gazetteer, name: string, options: ResolveOptions = {}): Resolution {
  const said = verdict(gazetteer, name, options);
  const matches: Match[] = [];
  for (let at = 0; at < said.size; at++) matches.push(said.match(at));
  return { name, status: said.status, matches };
}
