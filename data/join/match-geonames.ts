import levenshtein from "fast-levenshtein";
import type { GeonamesRow } from "../sources/geonames-cities500/import.js";
import type { KatottgUnit } from "../sources/katottg/import.js";
import { cleanName } from "./clean-name.js";
import type { Conflict } from "./conflicts.js";
import { kilometres } from "./distance.js";
import { cyrillicKey, latinKey, unlikeness } from "./name-keys.js";
import { OBLAST_BY_ADMIN1 } from "./oblast-codes.js";
import { readTsv } from "./read-tsv.js";
import { hromadaCode, type Register, raionCode } from "./register.js";

/** What became of the Ukrainian rows of GeoNames. */
export interface GeonamesMatches {
  /** Register code → its row. */
  rowOf: Map<string, GeonamesRow>;
  /** Register code → further rows for the same place, within 3 km of the first: only their names are used. */
  twinsOf: Map<string, GeonamesRow[]>;
  /** Rows that look like nothing in the register: city parts, Crimean places under other names, villages of Sevastopol. */
  own: GeonamesRow[];
  conflicts: Conflict[];
}

interface Pair {
  row: GeonamesRow;
  unit: KatottgUnit;
  score: number;
}

/** Points of evidence; only their order and the margins matter. Set on the rows of 2023 whose homonyms are known apart. */
const SCORE = { name: 100, formerName: 60, romanized: 50, formerRomanized: 30, alternate: 15, least: 30, margin: 3 };

interface RowNames {
  cyrillic: Set<string>;
  main: string;
  latin: Set<string>;
}

function rowNames(row: GeonamesRow): RowNames {
  const cyrillic = new Set<string>();
  const latin = new Set<string>();
  for (const raw of [row.name, ...row.alternates]) {
    const name = cleanName(raw);
    if (!name) continue;
    if (name.script === "Cyrl") cyrillic.add(cyrillicKey(name.text.replace(/ район$/i, "")));
    latin.add(latinKey(name.text));
  }
  return { cyrillic, latin, main: latinKey(row.name) };
}

function score(names: RowNames, row: GeonamesRow, unit: KatottgUnit, former: string[]): number {
  const key = latinKey(unit.name);
  let points = 0;
  if (names.cyrillic.has(cyrillicKey(unit.name))) points += SCORE.name;
  else if (former.some((name) => names.cyrillic.has(cyrillicKey(name)))) points += SCORE.formerName;
  if (key === names.main) points += SCORE.romanized;
  else if (former.some((name) => latinKey(name) === names.main)) points += SCORE.formerRomanized;
  else if (names.latin.has(key)) points += SCORE.alternate;
  if (points < SCORE.least) return 0;
  const seat = unit.code.slice(9, 12) === "001";
  if (unit.category === "M" || unit.category === "K") points += row.population >= 5000 ? 6 : 0;
  else if (unit.category === "X") points += row.population >= 1500 ? 3 : 0;
  else if (unit.category === "C" && row.population >= 15000) points -= 6;
  if (seat && /^PPLA/.test(row.feature)) points += 8;
  // A part of a city may join a village that the city swallowed, but only under its very name.
  if (row.feature === "PPLX" && unit.category !== "B") points -= points >= SCORE.name ? 10 : 100;
  return points < SCORE.least ? 0 : points;
}

/** The joins made by hand. */
function pins(rows: readonly GeonamesRow[], register: Register): Pair[] {
  const file = new URL("geonames-pins.tsv", import.meta.url);
  return readTsv(file).map(({ geonameid, code, line }) => {
    const row = rows.find((each) => each.geonameid === geonameid);
    const unit = register.byCode.get(code);
    if (!row || !unit) throw new Error(`data/join/geonames-pins.tsv:${line}: no such ${row ? "unit" : "row"}`);
    return { row, unit, score: 2 * SCORE.name };
  });
}

/** Takes pairs that are best for both sides by a margin, again and again, until none is left. */
function takeClear(pairs: Pair[], taken: (pair: Pair) => void): Pair[] {
  let left = pairs;
  for (;;) {
    const bestOfRow = new Map<string, Pair[]>();
    const bestOfUnit = new Map<string, Pair[]>();
    const note = (best: Map<string, Pair[]>, key: string, pair: Pair): void => {
      const two = best.get(key) ?? [];
      two.push(pair);
      two.sort((a, b) => b.score - a.score);
      best.set(key, two.slice(0, 2));
    };
    for (const pair of left) {
      note(bestOfRow, pair.row.geonameid, pair);
      note(bestOfUnit, pair.unit.code, pair);
    }
    const clear = (two: Pair[], pair: Pair): boolean =>
      two[0] === pair && (two.length === 1 || two[1].score + SCORE.margin <= pair.score);
    const won = left.filter(
      (pair) => clear(bestOfRow.get(pair.row.geonameid)!, pair) && clear(bestOfUnit.get(pair.unit.code)!, pair),
    );
    if (won.length === 0) return left;
    const rows = new Set(won.map((pair) => pair.row.geonameid));
    const units = new Set(won.map((pair) => pair.unit.code));
    for (const pair of won) taken(pair);
    left = left.filter((pair) => !rows.has(pair.row.geonameid) && !units.has(pair.unit.code));
  }
}

/**
 * Joins GeoNames rows of Ukraine to units of the register: by raion (GeoNames admin2 = the first four digits of the raion's
 * code) and Ukrainian name, old names and romanizations second; homonyms of a raion by the hromada whose placed settlements
 * lie nearest. Never by the name alone across raions. What stays open is listed, not guessed.
 */
export function matchGeonames(register: Register, rows: GeonamesRow[]): GeonamesMatches {
  const conflicts: Conflict[] = [];
  const rowOf = new Map<string, GeonamesRow>();
  const joined = new Set<string>();
  const names = new Map(rows.map((row) => [row.geonameid, rowNames(row)]));

  const unitsOf = new Map<string, KatottgUnit[]>();
  const file = (area: string, unit: KatottgUnit): void => {
    const units = unitsOf.get(area) ?? [];
    units.push(unit);
    unitsOf.set(area, units);
  };
  for (const unit of register.units) {
    if (unit.category === "O" || unit.category === "P" || unit.category === "H") continue;
    const raion = raionCode(register, unit);
    file(raion.slice(2, 6), unit);
    file(`oblast ${unit.code.slice(2, 4)}`, unit);
  }
  const pairUp = (row: GeonamesRow, area: string): Pair[] =>
    (unitsOf.get(area) ?? [])
      .map((unit) => ({
        row,
        unit,
        score: score(names.get(row.geonameid)!, row, unit, register.formerNames.get(unit.code) ?? []),
      }))
      .filter((pair) => pair.score > 0);
  const take = (pair: Pair): void => {
    rowOf.set(pair.unit.code, pair.row);
    joined.add(pair.row.geonameid);
  };

  // 1. By raion. Kyiv and Sevastopol are areas of their own.
  const areaOf = (row: GeonamesRow): string => {
    const oblast = OBLAST_BY_ADMIN1[row.admin1];
    if (oblast === "80" || oblast === "85") return `${oblast}00`;
    return unitsOf.has(row.admin2) ? row.admin2 : "";
  };
  const pinned = pins(rows, register);
  for (const pair of pinned) if (!rowOf.has(pair.unit.code)) take(pair);
  const pairs = rows.flatMap((row) => pinned.filter((pair) => pair.row === row).concat(pairUp(row, areaOf(row))));
  const free = pairs.filter((pair) => !joined.has(pair.row.geonameid) && !rowOf.has(pair.unit.code));
  let open = takeClear(free, take);

  // 2. Homonyms of a raion: by the hromada whose settlements of step 1 lie nearest.
  const pointsOf = new Map<string, { code: string; lat: number; lon: number }[]>();
  for (const [code, row] of rowOf) {
    const hromada = hromadaCode(register, register.byCode.get(code)!);
    pointsOf.set(hromada, [...(pointsOf.get(hromada) ?? []), { code, lat: row.lat, lon: row.lon }]);
  }
  /** Mean distance to the two nearest points of the unit's hromada: hromadas are no circles, so not to their middle. */
  const away = (pair: Pair): number => {
    const points = (pointsOf.get(hromadaCode(register, pair.unit)) ?? []).filter(
      (point) => point.code !== pair.unit.code,
    );
    const near = points
      .map((point) => kilometres(point.lat, point.lon, pair.row.lat, pair.row.lon))
      .sort((a, b) => a - b)
      .slice(0, 2);
    return near.length === 0 ? Number.POSITIVE_INFINITY : near.reduce((sum, km) => sum + km, 0) / near.length;
  };
  /** The seat of a hromada that has no other point may lie anywhere: it loses to near hromadas and beats far ones. */
  const isSeat = (pair: Pair): boolean => pair.unit.code.slice(9, 12) === "001";
  const nearby = open
    .map((pair) => ({ pair, km: isSeat(pair) && away(pair) === Number.POSITIVE_INFINITY ? 20 : away(pair) }))
    .filter(({ km }) => km < 25)
    // Nearness outweighs rank, not name: 1 point for each kilometre.
    .map(({ pair, km }) => ({ ...pair, score: pair.score + 25 - km }));
  takeClear(nearby, take);
  const stillFree = (pair: Pair): boolean => !joined.has(pair.row.geonameid) && !rowOf.has(pair.unit.code);
  open = open.filter(stillFree);
  // Homonyms in one hromada: a row with the population of a seat is the seat.
  const populous = open
    .filter((pair) => isSeat(pair) && pair.row.population >= 1500 && !(away(pair) > 25 && away(pair) < 1000))
    .filter((pair) => !open.some((other) => other.row === pair.row && other.unit !== pair.unit && isSeat(other)));
  takeClear(populous, take);
  open = open.filter(stillFree);
  // Several rows and one unit left: GeoNames has the place twice. The more populous row, then the older, is taken.
  for (const unit of new Set(open.map((pair) => pair.unit))) {
    const mine = open.filter((pair) => pair.unit === unit && stillFree(pair));
    if (mine.some((pair) => open.some((other) => other.row === pair.row && other.unit !== unit))) continue;
    mine.sort((a, b) => b.row.population - a.row.population || Number(a.row.geonameid) - Number(b.row.geonameid));
    if (mine.length > 0) take(mine[0]);
  }
  open = open.filter(stillFree);

  // 3. No raion, or nothing of that name in it: unique in the oblast by its Ukrainian name and near its hromada.
  const paired = new Set(pairs.map((pair) => pair.row.geonameid));
  const unpaired = rows.filter((row) => !paired.has(row.geonameid));
  const far = unpaired
    .flatMap((row) => pairUp(row, `oblast ${OBLAST_BY_ADMIN1[row.admin1] ?? "??"}`))
    .filter((pair) => pair.score >= SCORE.name - 10 && stillFree(pair))
    .filter((pair) => away(pair) < 20 || pair.unit.category === "M");
  takeClear(far, take);

  // 3a. A slip or another dialect in one letter, inside the hromada: Укали and Улакли. Each is listed for review.
  const alike = unpaired
    .filter((row) => !joined.has(row.geonameid) && row.feature !== "PPLX")
    .flatMap((row) => {
      const { cyrillic, main } = names.get(row.geonameid)!;
      return (unitsOf.get(areaOf(row)) ?? [])
        .filter((unit) => unit.category !== "B" && !rowOf.has(unit.code))
        .map((unit) => {
          const key = latinKey(unit.name);
          const slip = main.length > 4 && levenshtein.get(main, key) === 1;
          const unlike = Math.min(1, ...[...cyrillic].map((name) => unlikeness(name, unit.name)));
          return { row, unit, score: slip ? 40 : unlike <= 0.15 ? 35 : 0 };
        });
    })
    .filter((pair) => pair.score > 0 && away(pair) < 8);
  takeClear(alike, (pair) => {
    take(pair);
    conflicts.push({
      reason: "joined-by-likeness",
      source: "geonames-cities500",
      row: pair.row.geonameid,
      name: pair.row.name,
      detail: `${pair.unit.code} ${pair.unit.name}, ${Math.round(away(pair))} km from its hromada's places`,
    });
  });

  // 4. The rest: a second row for a joined place, an open homonym, or a place that the register does not have.
  const twinsOf = new Map<string, GeonamesRow[]>();
  const own: GeonamesRow[] = [];
  const stillOpen = new Set(open.map((pair) => pair.row.geonameid));
  for (const row of rows) {
    if (joined.has(row.geonameid)) continue;
    const mine = pairs.filter((pair) => pair.row === row).sort((a, b) => b.score - a.score);
    const say = (reason: string): void => {
      conflicts.push({
        reason,
        source: row.geonameid.split(":").length > 1 ? "cities-json" : "geonames-cities500",
        row: row.geonameid,
        name: row.name,
        detail: mine.map((pair) => `${pair.unit.code} ${pair.unit.name} ${pair.score}`).join("; "),
      });
    };
    const twin = mine.find((pair) => {
      const first = rowOf.get(pair.unit.code);
      return first && kilometres(first.lat, first.lon, row.lat, row.lon) < 3;
    });
    if (mine.length === 0 || row.feature === "PPLX") own.push(row);
    else if (twin) {
      twinsOf.set(twin.unit.code, [...(twinsOf.get(twin.unit.code) ?? []), row]);
      say("second-row-same-place");
    } else if (stillOpen.has(row.geonameid)) say("homonyms-in-raion");
    else say("unit-already-joined");
  }
  return { rowOf, twinsOf, own, conflicts };
}
