import type { Status, Step } from "./answer";
import type { Area } from "./hints/area";
import { PARAMETERS } from "./ranking/parameters";
import type { Ranked } from "./ranking/rank";

/** Everything about an answer but its printing. */
export interface Decision {
  status: Status;
  /** empty when the status is `none` */
  ranked: Ranked[];
  steps: Step[];
  area: Area;
}

/**
 * What the probabilities of the places say together: `none` when it is more likely that no place of ours is meant, `match` when the first is
 * likely and clear of the second.
 *
 * @param any how likely it is that any of the places is meant
 */
export function judged(ranked: Ranked[], any: number): { status: Status; ranked: Ranked[] } {
  if (any < PARAMETERS.anyFrom) return { status: "none", ranked: [] };
  const [first, second] = ranked;
  const clear = second === undefined || first.probability >= PARAMETERS.clearOf * second.probability;
  return { status: clear && first.probability >= PARAMETERS.matchFrom ? "match" : "ambiguous", ranked };
}

/** A decision of which something makes less sure. */
export function weakened({ ranked }: Decision): { status: Status; ranked: Ranked[] } {
  const less = ranked.map((one) => ({ ...one, probability: one.probability * PARAMETERS.hintNotUnderstood }));
  return judged(
    less,
    less.reduce((sum, { probability }) => sum + probability, 0),
  );
}

/** Whether a place was found, and by the name as it was written. */
export const isExact = ({ status, ranked }: Decision): boolean => status !== "none" && ranked[0].cost === 0;
