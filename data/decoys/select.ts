import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../../src/compile/compile";
import { plainLetters } from "../../src/gazetteer/decoys";
import { Gazetteer } from "../../src/gazetteer/gazetteer";
import { deriveNames } from "../derivation/derive";
import { DATA_DATE } from "../editions";
import { readRecords } from "../records";
import { type Judgement, judge } from "./judge";
import { DECOY_LISTS, type DecoyList } from "./read";

/**
 * Maintainer only, after `words.py`: `tsx data/decoys/select.ts OUT_DIR` writes the lists of decoys beside this file. It asks the
 * gazetteer some 3 million strings: about six minutes.
 */

/** Kept from this chance on: below it `resolve` answers none. */
const DANGER_FROM = 0.35;

/** What the sources say of a string. */
interface Known {
  list: DecoyList;
  /** a word that is written small */
  common: boolean;
  /** the proper names that it is a form of */
  properNames: string[];
}

const directory = process.argv[2];
const known = new Map<string, Known>();
for (const list of DECOY_LISTS) {
  for (const line of readFileSync(join(directory, `${list}.txt`), "utf8").split("\n")) {
    if (line === "") continue;
    const [text, names] = line.split("\t");
    const one = known.get(text) ?? { list, common: false, properNames: [] };
    if (names) one.properNames.push(...names.split("|"));
    else if (list !== "abroad") one.common = true;
    known.set(text, one);
  }
}

const records = readRecords();
const names = new Set(records.flatMap(({ toponyms }) => toponyms.map(({ text }) => plainLetters(text))));
const gazetteer = Gazetteer.from(compile(records, { title: "selection", dataDate: DATA_DATE, ...deriveNames() }));
const ofHome = new Map<string, boolean>();

/** The dictionaries hold places, too: a case form of a place that we know is no decoy, however small the place. */
function formOfHome(properNames: readonly string[]): boolean {
  return properNames.some((name) => {
    let answer = ofHome.get(name);
    if (answer === undefined) {
      answer = judge(gazetteer, name).ofHome;
      ofHome.set(name, answer);
    }
    return answer;
  });
}

function kept({ danger, attested, caseOfTown, caseOfSettlement }: Judgement, { common, properNames }: Known): boolean {
  if (danger < DANGER_FROM || attested || caseOfTown) return false;
  return common || (!caseOfSettlement && !formOfHome(properNames));
}

const chosen = new Map<DecoyList, string[]>(DECOY_LISTS.map((list) => [list, []]));
for (const [text, one] of known)
  if (!names.has(text) && kept(judge(gazetteer, text), one)) chosen.get(one.list)?.push(text);
for (const [list, texts] of chosen) {
  // In code points, as words.py sorts.
  texts.sort((a, b) => (a < b ? -1 : 1));
  writeFileSync(new URL(`${list}.txt`, import.meta.url), texts.map((text) => `${text}\n`).join(""));
  console.error(`${list}: ${texts.length}`);
}
