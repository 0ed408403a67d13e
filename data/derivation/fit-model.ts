/** Fits one derivation model (Ukrainian to Russian or back) to name pairs. */
import type { DerivationModel } from "../../src/compile/derive-russian";
import { learnCosts } from "./align";
import { type Example, TRAINING, train } from "./train";

/** A name and the form it was attested as, most often first. */
export interface AttestedName {
  source: string;
  /** Form to number of places. */
  targets: Map<string, number>;
}

export interface FitInput {
  names: readonly AttestedName[];
  /** Dictionary words with their counterparts, for roots that few names have. */
  vocabulary: readonly (readonly [string, string])[];
  /** Words of attested names of the target language. */
  targetWords: Iterable<string>;
  wordsWithYo: readonly string[];
}

/** Chosen by five-fold cross-validation on the Ukrainian pairs; REPORT.md has the figures. */
export const CHOICES = {
  sequenceWeight: 0.35,
  sequenceOrder: 6,
  sharpness: 0.55,
  ruleWeight: 0.5,
  vocabularyWeight: 0.5,
  /** Weights nearer to zero than this are left out of the written model. */
  leastWeight: 0.08,
} as const;

export function best(name: AttestedName): string {
  return [...name.targets].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
}

export function splitWords(name: string): string[] {
  return name.split(/[ -]+/);
}

function positionOf(index: number, count: number): string {
  return count === 1 ? "=" : index === 0 ? "<" : index === count - 1 ? ">" : "|";
}

export function fitModel(input: FitInput): DerivationModel {
  const examples = new Map<string, Example & { count: number }>();
  const attested = new Map<string, Map<string, number>>();
  const attest = (word: string, as: string, count: number): void => {
    const forms = attested.get(word) ?? new Map<string, number>();
    forms.set(as, (forms.get(as) ?? 0) + count);
    attested.set(word, forms);
  };
  const targetWords = new Set(input.targetWords);
  for (const name of input.names) {
    const form = best(name);
    const to = splitWords(form);
    splitWords(name.source).forEach((source, i, all) => {
      const position = positionOf(i, all.length);
      const key = `${source} ${to[i]} ${position}`;
      const known = examples.get(key);
      if (known === undefined) examples.set(key, { source, target: to[i], position, weight: 1, count: 1 });
      else known.count++;
      targetWords.add(to[i]);
    });
    for (const [target, count] of name.targets) {
      const words = splitWords(target);
      splitWords(name.source).forEach((source, i) => {
        attest(source, words[i], count);
      });
    }
  }
  for (const example of examples.values()) example.weight = Math.min(2, 1 + Math.log(example.count) / 2);
  for (const [source, target] of input.vocabulary) {
    attest(source, target, CHOICES.vocabularyWeight);
    // An adjective stands first more often than alone: Золоті Пруди.
    for (const position of /(?:[ыио]й|[ая]я|[ое]е|[ыи]е)$/.test(target) ? ["=", "<"] : ["="]) {
      const key = `${source} ${target} ${position}`;
      if (!examples.has(key)) {
        examples.set(key, { source, target, position, weight: CHOICES.vocabularyWeight, count: 1 });
      }
    }
    targetWords.add(target);
  }
  const list = [...examples.values()];
  return {
    letters: train(list, learnCosts(list), TRAINING),
    words: sortedWords(attested),
    targetWords: [...targetWords].sort(),
    wordsWithYo: [...input.wordsWithYo],
    sequenceWeight: CHOICES.sequenceWeight,
    sequenceOrder: CHOICES.sequenceOrder,
    sharpness: CHOICES.sharpness,
    ruleWeight: CHOICES.ruleWeight,
  };
}

function sortedWords(attested: Map<string, Map<string, number>>): Record<string, Record<string, number>> {
  const words: Record<string, Record<string, number>> = {};
  for (const word of [...attested.keys()].sort()) {
    const forms = [...attested.get(word)!].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    words[word] = Object.fromEntries(forms.map(([form, count]) => [form, Math.round(count * 10) / 10]));
  }
  return words;
}

/** Rounds the weights and leaves out those near zero: a model a tenth of a percent worse and a third as large. */
export function pruned(model: DerivationModel, least: number = CHOICES.leastWeight): DerivationModel {
  const weights: Record<string, number[]> = {};
  for (const feature of Object.keys(model.letters.weights).sort()) {
    const rounded = model.letters.weights[feature].map((w) => (Math.abs(w) < least ? 0 : Math.round(w * 100) / 100));
    while (rounded.length > 0 && rounded[rounded.length - 1] === 0) rounded.pop();
    if (rounded.length > 0) weights[feature] = rounded;
  }
  return { ...model, letters: { outputs: model.letters.outputs, weights } };
}
