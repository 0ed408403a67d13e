/** Fits a letter model to aligned word pairs: logistic regression by AdaGrad with L2, in a fixed order of examples. */
import {
  addScores,
  contextFeatures,
  historyFeatures,
  type LetterModel,
  logSumExp,
} from "../../src/compile/letter-model";
import { type AlignmentCosts, align } from "./align";

export interface Example {
  source: string;
  target: string;
  position: string;
  weight: number;
}

export interface TrainingOptions {
  epochs: number;
  rate: number;
  /** L2 penalty of a weight for each example. */
  decay: number;
  /** Features seen in fewer distinct words are left out. */
  least: number;
  /** Outputs of a letter seen fewer times are left out. */
  leastOutput: number;
  /** Words whose alignment costs more nats a letter than this are not learned from. */
  worst: number;
}

export const TRAINING: TrainingOptions = { epochs: 12, rate: 0.25, decay: 0.02, least: 1, leastOutput: 2, worst: 1.2 };

interface Site {
  letter: string;
  features: string[];
  gold: number;
  weight: number;
}

/** A small generator with a fixed seed (mulberry32): the order of examples must be mixed, and the same on every run. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function train(
  examples: readonly Example[],
  costs: AlignmentCosts,
  options: TrainingOptions = TRAINING,
): LetterModel {
  const outputCounts = new Map<string, Map<string, number>>();
  const aligned: { example: Example; pieces: string[] }[] = [];
  for (const example of examples) {
    const found = align(example.source, example.target, costs);
    if (found === undefined || found.cost > options.worst) continue;
    aligned.push({ example, pieces: found.pieces });
    found.pieces.forEach((piece, i) => {
      const counts = outputCounts.get(example.source[i]) ?? new Map<string, number>();
      counts.set(piece, (counts.get(piece) ?? 0) + 1);
      outputCounts.set(example.source[i], counts);
    });
  }
  const outputs: Record<string, string[]> = {};
  for (const letter of [...outputCounts.keys()].sort()) {
    const kept = [...outputCounts.get(letter)!].filter(([, count]) => count >= options.leastOutput);
    kept.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (kept.length > 0) outputs[letter] = kept.map(([piece]) => piece);
  }
  const sites: Site[] = [];
  const seen = new Map<string, number>();
  for (const { example, pieces } of aligned) {
    const { source, position, weight } = example;
    if (pieces.some((piece, i) => !outputs[source[i]]?.includes(piece))) continue;
    let written = "";
    for (let i = 0; i < source.length; i++) {
      if (outputs[source[i]].length > 1) {
        const features = [...contextFeatures(source, i, position), ...historyFeatures(source, i, written)];
        for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
        sites.push({ letter: source[i], features, gold: outputs[source[i]].indexOf(pieces[i]), weight });
      }
      written += pieces[i];
    }
  }
  return { outputs, weights: descend(sites, outputs, seen, options) };
}

function descend(
  sites: Site[],
  outputs: Record<string, string[]>,
  seen: Map<string, number>,
  options: TrainingOptions,
): Record<string, number[]> {
  const weights: Record<string, number[]> = {};
  const squares = new Map<string, Float64Array>();
  for (const site of sites) {
    site.features = site.features.filter((feature) => seen.get(feature)! >= options.least);
    for (const feature of site.features) {
      if (weights[feature] !== undefined) continue;
      weights[feature] = new Array(outputs[site.letter].length).fill(0);
      squares.set(feature, new Float64Array(outputs[site.letter].length).fill(1));
    }
  }
  const model: LetterModel = { outputs, weights };
  const random = seededRandom(20261123);
  const order = sites.map((_, i) => i);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const index of order) {
      const { letter, features, gold, weight } = sites[index];
      const scores = new Float64Array(outputs[letter].length);
      addScores(model, features, scores);
      const total = logSumExp(scores);
      for (let k = 0; k < scores.length; k++) {
        const error = (Math.exp(scores[k] - total) - (k === gold ? 1 : 0)) * weight;
        for (const feature of features) {
          const values = weights[feature];
          const gradient = error + (options.decay / seen.get(feature)!) * values[k];
          const square = squares.get(feature)!;
          square[k] += gradient * gradient;
          values[k] -= (options.rate * gradient) / Math.sqrt(square[k]);
        }
      }
    }
  }
  return weights;
}
