import type { Gazetteer } from "../gazetteer/gazetteer";
import { placeAt } from "../gazetteer/place";
import type { Match, Resolution } from "./answer";
import { decide } from "./decide";
import { explain } from "./explain";
import { checkArguments, type ResolveOptions } from "./options";
import { toponymAt } from "./toponym";

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
  checkArguments(name, options);
  const { ranked, steps, area, status } = decide(gazetteer, name, options);
  const matches = ranked.slice(0, options.limit ?? 5).map((candidate): Match => {
    const toponym = toponymAt(gazetteer, candidate.toponym);
    const place = candidate.seatOf >= 0 ? candidate.seatOf : candidate.place;
    // Added to the fresh object: copying it would double what an answer allocates.
    const match = placeAt(gazetteer, place) as Match;
    match.score = Math.round(candidate.probability * 1e4) / 1e4;
    match.toponym = toponym;
    match.via = explain(gazetteer, candidate, toponym, steps, area, options);
    return match;
  });
  return { name, status, matches };
}
