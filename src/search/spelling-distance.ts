import { foldInto, MAX_FOLD } from "../text/fold";
import { cheapestEdit, EDIT } from "./edit-costs";
import { OVER, RestDistance } from "./rest-distance";
import { SHIPPED_COSTS } from "./shipped-costs";
import { MAX_FUZZY } from "./trie-walk";

const rest = new RestDistance(SHIPPED_COSTS);
const cheapest = cheapestEdit(SHIPPED_COSTS);
const one = new Uint8Array(MAX_FOLD);
const other = new Uint8Array(MAX_FOLD);

/**
 * How far two spellings are apart, in plain edits of their folded forms: the `cost` of a step `edits`. What writers confuse costs less
 * (о for а a half), and Cyrillic and its romanizations are no distance apart. `Infinity` from {@link most} on, and for names of more
 * than 96 letters that do not fold alike.
 *
 * Trap: it knows no words and no digits. "Садова 5" and "Садова 6" are a step apart, "Східна" and "Західна" hardly more.
 *
 * @param most what is further apart need not be told exactly; 15 at most
 *
 * @example
 * spellingDistance("Вовчанськ", "Vovchansk")       // 0
 * spellingDistance("вулиця Шевченка", "вулиця Шевченко") // 0.5
 * spellingDistance("Лісова", "Польова", 1)          // Infinity
 */
export function spellingDistance(a: string, b: string, most = 15): number {
  const [asked, given] = [foldInto(a, one), foldInto(b, other)];
  if (asked === given && one.subarray(0, asked).every((code, at) => code === other[at])) return 0;
  const room = Math.min(Math.floor(most * EDIT), OVER - 1);
  if (asked > MAX_FUZZY || given > MAX_FUZZY || room < 0) return Number.POSITIVE_INFINITY;
  const band = Math.floor(room / cheapest);
  if (Math.abs(asked - given) > band) return Number.POSITIVE_INFINITY;
  const cost = rest.between(one, 0, asked, other, 0, 1, given, room, band);
  return cost > room ? Number.POSITIVE_INFINITY : cost / EDIT;
}
