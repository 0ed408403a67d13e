import { AllonymError, type Gazetteer, key, type PlaceNames, type ResolveOptions, resolve } from "../../core";
import { likeness } from "./likeness";
import { type NameShape, nameShape } from "./name-shape";
import { NearbyShapes } from "./nearby-shapes";

/** A value of a column and how many rows have it. */
export interface NameCount {
  name: string;
  rows: number;
}

/** A language in which places have a headline name. */
export type HeadlineLang = keyof PlaceNames;

/** What {@link clusterNames} may be told. */
export interface ClusterOptions extends Pick<ResolveOptions, "within" | "near" | "country" | "class"> {
  /** language of the names suggested for known places; the prevailing one of each cluster when left out */
  lang?: HeadlineLang;
}

/**
 * Why a spelling is in its cluster: the gazetteer is sure that it means the place, it folds like the canonical spelling, or it is so many edits
 * from it (`distance`).
 */
export type ClusteredBy = "place" | "fold" | "distance";

/** One value of the column in its cluster. */
export interface ClusteredSpelling extends NameCount {
  how: ClusteredBy;
  /** edits from the canonical spelling, where `how` is `distance` */
  distance?: number;
}

/** Spellings that mean one place. */
export interface Cluster {
  /** what all of them may be replaced by */
  canonical: string;
  /** the place, where the gazetteer knows it */
  placeId?: string;
  /** rows of all spellings */
  rows: number;
  /** most rows first */
  spellings: ClusteredSpelling[];
}

/** Spellings that are alike under the fold, and what the gazetteer says of them. */
interface Alike {
  shape: NameShape;
  rows: number;
  names: NameCount[];
  /** headline names of the places that may be meant; empty for names that no place has */
  candidates: Set<string>;
}

/** Candidates looked at where the gazetteer is not sure. */
const MOST_CANDIDATES = 10;
/** Those count that are at least this fraction as likely as the first. */
const STILL_LIKELY = 4;

/** From one plain edit on, and in short names, the rarer spelling is a slip only if the other has this many times its rows, or it hardly occurs. */
const TIMES_RARER = 3;
const HARDLY = 3;
const SHORT = 7;

/**
 * Groups the spellings of a column that mean one place: those that the gazetteer is sure of by the place, all others (streets, farms, misspelt
 * names that no gazetteer has) by their folded form and then by weighted distance. Every name is in exactly one cluster, also one that
 * stands alone, and blank ones are in none; most rows first. The order of the names does not matter.
 *
 * Spellings are compared with the most frequent one of their cluster only, so that a chain of small steps does not lead from one name to
 * another: all are misspellings of that one, and need not be like each other.
 *
 * Trap: where the gazetteer is not sure ("Іванівка"), spellings are grouped, and no place is told. A number that the name of the place has
 * not ("Київ 2") makes it another name. The headline name of a place is suggested only where it means that place without more being said.
 *
 * @example
 * clusterNames(gazetteer, [{ name: "Krasnarmeysk", rows: 2 }, { name: "Pokrovsk", rows: 9 }])[0].canonical // "Pokrovsk"
 * clusterNames(gazetteer, [{ name: "ул. Садовая 5", rows: 1 }, { name: "вул. Садова, 5", rows: 4 }])[0].canonical // "вул. Садова, 5"
 *
 * @throws AllonymError `invalid-name`, `invalid-option`, `unknown-within`
 */
export function clusterNames(
  gazetteer: Gazetteer,
  names: Iterable<NameCount>,
  options: ClusterOptions = {},
): Cluster[] {
  const { lang, ...hints } = options;
  checkLang(lang);
  resolve(gazetteer, "", hints); // hints that are wrong for all names are wrong at once
  const places = new Map<string, KnownPlace>();
  const alike = new Map<string, Alike>();
  for (const { name, rows } of totals(names)) {
    const shape = nameShape(name);
    const { matches, status } =
      shape.kind === "" ? resolve(gazetteer, name, { ...hints, limit: MOST_CANDIDATES }) : UNASKED;
    if (status === "match" && !(shape.isNumbered && !/\d/u.test(matches[0].toponym.text))) {
      const { id, names: headlines, toponym } = matches[0];
      const known = places.get(id) ?? { headlines, spellings: [], votes: { uk: 0, ru: 0, en: 0 } };
      known.spellings.push({ name, rows, how: "place" });
      known.votes[writtenIn(name, toponym.lang)] += rows;
      places.set(id, known);
      continue;
    }
    const group = alike.get(shape.key) ?? { shape, rows: 0, names: [], candidates: new Set() };
    for (const one of matches) if (one.score * STILL_LIKELY >= matches[0].score) group.candidates.add(one.names.uk);
    group.rows += rows;
    group.names.push({ name, rows });
    alike.set(shape.key, group);
  }
  const clusters = [
    ...[...places].map(([id, known]) => clusterOfPlace(gazetteer, id, known, options)),
    ...clustersByLikeness([...alike.values()]),
  ];
  return clusters.sort(
    (a, b) => b.rows - a.rows || order(a.canonical, b.canonical) || order(a.spellings[0].name, b.spellings[0].name),
  );
}

const UNASKED = { status: "none", matches: [] } as const;

interface KnownPlace {
  headlines: PlaceNames;
  spellings: ClusteredSpelling[];
  votes: Record<HeadlineLang, number>;
}

/** The names, each once, in an order that does not depend on theirs. */
function totals(names: Iterable<NameCount>): NameCount[] {
  const counts = new Map<string, number>();
  for (const one of names) {
    checkCount(one);
    if (one.name.trim() !== "") counts.set(one.name, (counts.get(one.name) ?? 0) + one.rows);
  }
  return [...counts].map(([name, rows]) => ({ name, rows })).sort(byRows);
}

/** The language whose headline name stands for a spelling: of Cyrillic ones that of the toponym that they led to. */
function writtenIn(name: string, toponymLang: string): HeadlineLang {
  if (!/\p{Script=Cyrillic}/u.test(name)) return "en";
  return toponymLang === "ru" ? "ru" : "uk";
}

/** The headline name stands for a place only where it means that place: there is a city Покровськ and a village. */
function clusterOfPlace(
  gazetteer: Gazetteer,
  id: string,
  { headlines, spellings, votes }: KnownPlace,
  { lang, ...hints }: ClusterOptions,
): Cluster {
  const prevailing = (["uk", "en", "ru"] as const).reduce((best, one) => (votes[one] > votes[best] ? one : best));
  const headline = headlines[lang ?? prevailing];
  const canonical = key(gazetteer, headline, hints) === id ? headline : tidy(spellings.reduce(better).name);
  const rows = spellings.reduce((sum, one) => sum + one.rows, 0);
  return { canonical, placeId: id, rows, spellings: spellings.sort(byRows) };
}

interface Gathered {
  centre: Alike;
  members: { group: Alike; distance: number }[];
}

/** Groups what is alike around the more frequent spellings. */
function clustersByLikeness(groups: Alike[]): Cluster[] {
  groups.sort((a, b) => b.rows - a.rows || order(a.shape.key, b.shape.key));
  const nearby = new NearbyShapes(groups.map(({ shape }) => shape));
  const centres = new Map<string, Gathered>();
  for (const group of groups) {
    let best: Gathered | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const letters of nearby.lettersNear(group.shape)) {
      const gathered = centres.get(`${group.shape.fixed}|${letters}`);
      const distance = gathered ? distanceTo(gathered.centre, group) : Number.POSITIVE_INFINITY;
      if (distance >= least) continue;
      least = distance;
      best = gathered;
    }
    if (best) best.members.push({ group, distance: least });
    else centres.set(group.shape.key, { centre: group, members: [] });
  }
  return [...centres.values()].map(clusterOf);
}

/** Edits from the centre of a cluster to spellings that may belong to it, `Infinity` when they do not. */
function distanceTo(centre: Alike, group: Alike): number {
  const distance = likeness(centre.shape, group.shape);
  const needsRarer = distance >= 1 || (distance > 0 && group.shape.letters.length < SHORT);
  if (needsRarer && group.rows > HARDLY && group.rows * TIMES_RARER > centre.rows) return Number.POSITIVE_INFINITY;
  // Names that the gazetteer has are one only if they lead to places of one name; and none is a misspelling of one that it has not.
  if (centre.candidates.size === 0 && group.candidates.size === 0) return distance;
  for (const name of group.candidates) if (centre.candidates.has(name)) return distance;
  return Number.POSITIVE_INFINITY;
}

function clusterOf({ centre, members }: Gathered): Cluster {
  const spellings: ClusteredSpelling[] = centre.names.map((name) => ({ ...name, how: "fold" }));
  for (const { group, distance } of members)
    for (const name of group.names)
      spellings.push(distance === 0 ? { ...name, how: "fold" } : { ...name, how: "distance", distance });
  const rows = spellings.reduce((sum, one) => sum + one.rows, 0);
  return { canonical: tidy(centre.names.reduce(better).name), rows, spellings: spellings.sort(byRows) };
}

/** The spelling to suggest: the more frequent one, then one that is not all capitals or all small letters, then the first in order. */
function better<Name extends NameCount>(one: Name, other: Name): Name {
  const by =
    other.rows - one.rows || Number(isOneCase(one.name)) - Number(isOneCase(other.name)) || order(one.name, other.name);
  return by > 0 ? other : one;
}

const isOneCase = (name: string): boolean => name === name.toUpperCase() || name === name.toLowerCase();

/** A suggestion has no stray white space. */
const tidy = (name: string): string => name.trim().replace(/\s+/gu, " ");

const byRows = (a: NameCount, b: NameCount): number => b.rows - a.rows || order(a.name, b.name);

/** Order of code units: the same on every machine. */
const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function checkLang(lang: unknown): void {
  if (lang === undefined || lang === "uk" || lang === "ru" || lang === "en") return;
  throw new AllonymError("invalid-option", `option lang is ${JSON.stringify(lang)}, expected uk, ru or en`);
}

function checkCount({ name, rows }: NameCount): void {
  if (typeof name !== "string")
    throw new AllonymError(
      "invalid-name",
      `a name is ${String(name)}, expected a string; pass String(value) or skip empty cells`,
    );
  if (!Number.isInteger(rows) || rows < 1)
    throw new AllonymError(
      "invalid-option",
      `rows of ${JSON.stringify(name)} is ${rows}, expected a whole number from 1 on`,
    );
}
