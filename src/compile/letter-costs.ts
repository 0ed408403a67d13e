import { LETTER_COST_STEP, LETTERS_A_SIDE } from "../gazetteer/format";
import { FOLD_LETTERS } from "../text/alphabet";
import { learnSequences, nextProbability } from "./letter-sequences";

/**
 * How surprising each letter of a folded name is after the two before it: the `letterCosts` section. Learned from all keys, each once,
 * by trigrams interpolated after Witten and Bell. Ranking weighs with it whether a string that nobody knows is a word that is no
 * place ("Kitchen") or a name with a slip ("Пкровськ").
 *
 * @param keys folded names
 */
export function letterCosts(keys: readonly string[]): Uint8Array {
  const model = learnSequences(keys, 3);
  const start = `^${FOLD_LETTERS}`;
  const end = `$${FOLD_LETTERS}`;
  const costs = new Uint8Array(LETTERS_A_SIDE ** 3);
  let at = 0;
  for (const first of start) {
    for (const second of start) {
      for (const next of end) {
        const nats = -Math.log(nextProbability(model, first + second, next));
        costs[at++] = Math.min(255, Math.round(nats / LETTER_COST_STEP));
      }
    }
  }
  return costs;
}
