/** Letter alignment of word pairs by expectation-maximization (hard, Viterbi): each source letter gives 0 to 3 target letters. */

export interface WordPair {
  source: string;
  target: string;
  weight: number;
}

/** What each letter of the source became, and the mean cost of a letter in nats. */
export interface Alignment {
  pieces: string[];
  cost: number;
}

export type AlignmentCosts = (letter: string, piece: string) => number;

const LONGEST = 3;

function startCost(letter: string, piece: string): number {
  if (letter === piece) return 0.1;
  if (piece.length === 1) return 3;
  if (piece.length === 0) return 4;
  return piece.includes(letter) ? 5 : 3 + 3 * piece.length;
}

/** The cheapest alignment, or undefined when the target is too long for the source. */
export function align(source: string, target: string, cost: AlignmentCosts): Alignment | undefined {
  const n = source.length;
  const m = target.length;
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1).fill(Infinity));
  const from = Array.from({ length: n + 1 }, () => new Int8Array(m + 1));
  best[0][0] = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= m; j++) {
      if (best[i][j] === Infinity) continue;
      for (let length = 0; length <= LONGEST && j + length <= m; length++) {
        const total = best[i][j] + cost(source[i], target.slice(j, j + length));
        if (total < best[i + 1][j + length]) {
          best[i + 1][j + length] = total;
          from[i + 1][j + length] = length;
        }
      }
    }
  }
  if (best[n][m] === Infinity) return undefined;
  const pieces: string[] = [];
  for (let i = n, j = m; i > 0; i--) {
    pieces.unshift(target.slice(j - from[i][j], j));
    j -= from[i][j];
  }
  return { pieces, cost: best[n][m] / n };
}

/** Learns the cost of each (letter, piece) from the pairs. Five rounds: further ones change no alignment. */
export function learnCosts(pairs: readonly WordPair[], rounds = 5): AlignmentCosts {
  let cost: AlignmentCosts = startCost;
  for (let round = 0; round < rounds; round++) {
    const counts = new Map<string, number>();
    const totals = new Map<string, number>();
    for (const { source, target, weight } of pairs) {
      const found = align(source, target, cost);
      if (found === undefined || found.cost > 2.5) continue;
      found.pieces.forEach((piece, i) => {
        counts.set(`${source[i]}>${piece}`, (counts.get(`${source[i]}>${piece}`) ?? 0) + weight);
        totals.set(source[i], (totals.get(source[i]) ?? 0) + weight);
      });
    }
    cost = (letter, piece) => {
      const prior = 0.2 * Math.exp(-startCost(letter, piece));
      return -Math.log(((counts.get(`${letter}>${piece}`) ?? 0) + prior) / ((totals.get(letter) ?? 0) + 1));
    };
  }
  return cost;
}
