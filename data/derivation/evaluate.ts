/** Cross-validation of the derivation: every name is judged by a model that has never seen it. */
import { type DerivationModel, type DerivedName, deriveRussian } from "../../src/compile/derive-russian";
import { type AttestedName, best, type FitInput, fitModel, pruned } from "./fit-model";
import { seededRandom } from "./train";

/** One held-out name. */
export interface Judged {
  source: string;
  gold: string;
  derived: DerivedName[];
}

const FOLDS = 5;

/** Five folds by distinct name. A dictionary word that is a held-out name is held out too. */
export function crossValidate(input: FitInput): Judged[] {
  const random = seededRandom(7);
  const folds = input.names.map(() => Math.floor(random() * FOLDS));
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = input.names.filter((_, i) => folds[i] === fold);
    const unseen = new Set(held.map((name) => name.source));
    const model = pruned(
      fitModel({
        ...input,
        names: input.names.filter((_, i) => folds[i] !== fold),
        vocabulary: input.vocabulary.filter(([source]) => !unseen.has(source)),
      }),
    );
    for (const name of held) judged.push(judge(name, model));
  }
  return judged.sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
}

function judge(name: AttestedName, model: DerivationModel): Judged {
  return { source: name.source, gold: loose(best(name)), derived: deriveRussian(name.source, model) };
}

/** Hyphens and blanks part words alike, and ё counts as е: sources use either in the same name. */
export function loose(name: string): string {
  return name.replace(/-/g, " ").replace(/ё/g, "е");
}

/** What a reader takes for the same spelling: и = ы, э = е, no soft or hard sign, no doubled letter. */
export function folded(name: string): string {
  return loose(name).replace(/[ыі]/g, "и").replace(/[эє]/g, "е").replace(/[ьъ']/g, "").replace(/(.)\1/g, "$1");
}

export interface Score {
  names: number;
  exactFirst: number;
  exactFour: number;
  foldedFirst: number;
  foldedFour: number;
}

export function score(rows: readonly Judged[]): Score {
  const share = (test: (row: Judged) => boolean): number => rows.filter(test).length / Math.max(1, rows.length);
  return {
    names: rows.length,
    exactFirst: share((r) => loose(r.derived[0].text) === r.gold),
    exactFour: share((r) => r.derived.some((d) => loose(d.text) === r.gold)),
    foldedFirst: share((r) => folded(r.derived[0].text) === folded(r.gold)),
    foldedFour: share((r) => r.derived.some((d) => folded(d.text) === folded(r.gold))),
  };
}
