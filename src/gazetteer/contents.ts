import { FOLD_VERSION } from "../text/fold";
import { FORMAT_VERSION, type GazetteerMeta, NO_COORDINATE, NO_TOPONYM, SECTION, type SectionName } from "./format";
import type { Gazetteer } from "./gazetteer";

/** What a gazetteer file holds, counted. */
export interface FileContents {
  title: string;
  dataDate: string;
  formatVersion: number;
  foldVersion: number;
  bytes: number;
  places: number;
  toponyms: number;
  keys: number;
  byCountry: Record<string, number>;
  byClass: Record<string, number>;
  byStatus: Record<string, number>;
  byLanguage: Record<string, number>;
  /** Units of the Ukrainian register (ids `katottg:`) */
  register: {
    units: number;
    byClass: Record<string, number>;
    /** how many have a headline name in each language */
    named: { uk: number; ru: number; en: number };
    derivedRussian: number;
    romanizedEnglish: number;
  };
  /** Cities, settlements and villages of the register */
  settlements: { all: number; placed: number; byPrecision: Record<string, number> };
  sources: GazetteerMeta["sources"];
  /** bytes of each section */
  sections?: Record<string, number>;
}

const SETTLEMENTS: ReadonlySet<string> = new Set(["city", "settlement", "village"]);

/** Counts what a file holds; reads all of it, some 100 ms for the shipped one. */
export function fileContents(gazetteer: Gazetteer): FileContents {
  const { columns, meta } = gazetteer;
  const contents: FileContents = {
    title: meta.title,
    dataDate: gazetteer.dataDate,
    formatVersion: FORMAT_VERSION,
    foldVersion: FOLD_VERSION,
    bytes: gazetteer.byteLength,
    ...meta.counts,
    byCountry: {},
    byClass: {},
    byStatus: {},
    byLanguage: {},
    register: { units: 0, byClass: {}, named: { uk: 0, ru: 0, en: 0 }, derivedRussian: 0, romanizedEnglish: 0 },
    settlements: { all: 0, placed: 0, byPrecision: {} },
    sources: meta.sources,
    sections: {},
  };
  const add = (counts: Record<string, number>, name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  for (let place = 0; place < gazetteer.size; place++) {
    const kind = meta.classes[columns.placeClass[place]];
    add(contents.byCountry, meta.countries[columns.placeCountry[place]]);
    add(contents.byClass, kind);
    if (columns.placeIdHigh[place] >= 0xfffffffe) continue;
    const { register, settlements } = contents;
    register.units++;
    add(register.byClass, kind);
    const first = columns.placeToponyms[place];
    const tagOf = (name: number): { lang: string; status: string } => gazetteer.tagOf(first + name);
    if (tagOf(columns.placeNameUk[place]).lang === "uk") register.named.uk++;
    const russian = tagOf(columns.placeNameRu[place]);
    if (russian.lang === "ru") register.named.ru++;
    if (russian.status === "derived") register.derivedRussian++;
    register.named.en++;
    if (columns.placeNameEn[place] === NO_TOPONYM) register.romanizedEnglish++;
    if (!SETTLEMENTS.has(kind)) continue;
    settlements.all++;
    if (columns.placeLat[place] === NO_COORDINATE) continue;
    settlements.placed++;
    add(settlements.byPrecision, meta.precisions[columns.placePrecision[place]]);
  }
  for (let toponym = 0; toponym < columns.toponymTag.length; toponym++) {
    const { status, lang } = gazetteer.tagOf(toponym);
    add(contents.byStatus, status);
    add(contents.byLanguage, lang);
  }
  for (const name of Object.keys(SECTION) as SectionName[]) {
    if (contents.sections) contents.sections[name] = columns[name].byteLength;
  }
  return contents;
}
