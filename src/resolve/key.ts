import type { Gazetteer } from "../gazetteer/gazetteer";
import { fold } from "../text/fold";
import type { ResolveOptions } from "./options";
import { verdict } from "./verdict";

/**
 * One key for all spellings of a place, for joins and search indexes: the id of the place where {@link resolve} is sure, else
 * `fold:` and the folded name, under which at least the romanizations of one name meet. Empty for a name without letters.
 *
 * Trap: a key is only as stable as the gazetteer; store the data date beside it (`gazetteer.dataDate`).
 *
 * @example
 * key(gazetteer, "Krasnoarmeysk", { country: "UA" }) // "katottg:UA14160210010099403"
 * key(gazetteer, "Вулиця Садова")                    // "fold:vuliciasadova"
 *
 * @throws AllonymError `invalid-name`, `invalid-option`, `unknown-within`
 */
export function key(gazetteer: Gazetteer, name: string, options: ResolveOptions = {}): string {
  const said = verdict(gazetteer, name, options);
  if (said.status === "match") return said.id(0);
  const folded = fold(name.slice(0, 256));
  return folded === "" ? "" : `fold:${folded}`;
}
