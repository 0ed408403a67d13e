import type { KatottgUnit } from "../sources/katottg/import.js";
import { hromadaCode, isSettlement, type Register } from "./register.js";

/**
 * Seats whose name does not begin like the name of their unit, by the first four (raion) or two (oblast) digits of the
 * unit's code. Raions: Verkhovna Rada resolution 807-IX of 17 July 2020. Oblasts: Constitution of Ukraine, article 133,
 * names the units; the seats of Volyn, Zakarpattia and Crimea are Луцьк, Ужгород and Сімферополь.
 */
const NAMED_SEATS: Readonly<Record<string, string>> = {
  "01": "Сімферополь",
  "07": "Луцьк",
  "21": "Ужгород",
  "35": "Кропивницький",
  "0114": "Яни Капу",
  "4416": "Новоайдар",
  "7304": "Кельменці",
};

const CATEGORY_ORDER = "KMXC";

// Adjective → stem the noun may begin with: Бахмутський → бахмут, Вижницький → вижни, Лозівський → лоз.
const stem = (adjective: string): string =>
  adjective
    .toLowerCase()
    .replace(/^(?:автономна республіка )/, "")
    .replace(/(?:івськ|ївськ|ськ|цьк|зьк)(?:ий|а)$/, "")
    .replace(/[’-]/g, "");

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

/** The settlement of a hromada whose number in the code is 001: the register numbers the seat first. */
function hromadaSeats(register: Register): Map<string, KatottgUnit> {
  const seats = new Map<string, KatottgUnit>();
  for (const unit of register.units) {
    if (!isSettlement(unit) || unit.code.slice(9, 12) !== "001") continue;
    const hromada = hromadaCode(register, unit);
    if (hromada !== "") seats.set(hromada, unit);
  }
  return seats;
}

/** The candidate whose name shares most letters with the unit's adjective; cities go before settlements and villages. */
function seatByName(name: string, candidates: KatottgUnit[], former: Map<string, string[]>): KatottgUnit | undefined {
  const wanted = stem(name);
  let best: KatottgUnit | undefined;
  let bestRank = 0;
  for (const candidate of candidates) {
    const names = [candidate.name, ...(former.get(candidate.code) ?? [])];
    const shared = Math.max(...names.map((text) => commonPrefix(wanted, text.toLowerCase().replace(/[’-]/g, ""))));
    if (shared < Math.min(3, wanted.length)) continue;
    const rank = shared * 10 - CATEGORY_ORDER.indexOf(candidate.category);
    if (rank > bestRank) {
      best = candidate;
      bestRank = rank;
    }
  }
  return best;
}

/**
 * Code of every hromada, raion and oblast → the settlement that is its seat. A raion's seat is looked for among the seats
 * of its hromadas by name (Волноваський → Волноваха); the few that are named otherwise stand in a table.
 *
 * @throws Error when a unit of the table has no settlement of that name.
 */
export function findSeats(register: Register): Map<string, KatottgUnit> {
  const seats = hromadaSeats(register);
  const ofHromadas = [...seats.values()];
  for (const unit of register.units) {
    if (unit.category !== "P" && unit.category !== "O") continue;
    const prefix = unit.code.slice(2, unit.category === "P" ? 6 : 4);
    const inside = ofHromadas.filter((seat) => seat.code.slice(2).startsWith(prefix));
    const named = NAMED_SEATS[prefix];
    if (unit.category === "O") {
      // Kyiv is the seat of its oblast and lies outside it.
      inside.push(...register.units.filter((city) => city.category === "K"));
    }
    const seat = named
      ? inside.find((candidate) => candidate.name === named)
      : seatByName(
          unit.name,
          unit.category === "O" ? inside.filter((city) => city.category !== "C" && city.category !== "X") : inside,
          register.formerNames,
        );
    if (named && !seat) throw new Error(`data/join/seats.ts: ${prefix}: no seat of a hromada is called ${named}`);
    if (seat) seats.set(unit.code, seat);
  }
  return seats;
}
