import type { Gazetteer } from "../gazetteer/gazetteer";
import { CandidateSearch } from "./finding/candidates";
import { Prior } from "./ranking/prior";

/** Names longer than this are answered `none` at once; no place of the file has one half as long. */
export const LONGEST_NAME = 256;

/** Scratch memory of the search and the prior of one gazetteer. */
export interface ResolveState {
  search: CandidateSearch;
  prior: Prior;
  /** units by the hint that named them, -1 for hints that name none */
  units: Map<string, number>;
}

const states = new WeakMap<Gazetteer, ResolveState>();
let last: { gazetteer: Gazetteer; state: ResolveState } | undefined;

/** The state of a gazetteer, made on first use. */
export function stateOf(gazetteer: Gazetteer): ResolveState {
  if (last?.gazetteer === gazetteer) return last.state;
  let state = states.get(gazetteer);
  if (!state) {
    state = { search: new CandidateSearch(gazetteer), prior: new Prior(gazetteer), units: new Map() };
    states.set(gazetteer, state);
  }
  last = { gazetteer, state };
  return state;
}
