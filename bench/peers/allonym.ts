import { decide } from "../../src/resolve/decide";
import type { Decision } from "../../src/resolve/decision";
import { lookup, lookupPlaces } from "../../src/resolve/lookup";
import { resolve } from "../../src/resolve/resolve";
import { type Engine, type EngineEntry, type PeerEntry, ranking } from "./engine";

const onePlace: Engine["placesOf"] = (answer) => [answer];

const placesOfDecision = ({ ranked }: Decision, limit: number): number[] =>
  ranked.slice(0, limit).map(({ place }) => place);

/** `decide`: the whole decision with its probabilities, as indexes of places. */
export const allonymDecide: PeerEntry = {
  title: "allonym, decision only",
  setting: "as it comes",
  queries: 6000,
  build: async ({ gazetteer }) =>
    ranking((query, limit, options) => {
      const decision = decide(gazetteer, query, options ?? {});
      return decision.status === "none" ? [] : placesOfDecision(decision, limit);
    }, onePlace),
};

/** Only what the verdict `match` stands on, as the README advises those who store an answer. */
export const allonymMatch: PeerEntry = {
  title: "allonym, verdict `match` only",
  setting: "as it comes",
  queries: 6000,
  build: async ({ gazetteer }) =>
    ranking((query, limit, options) => {
      const decision = decide(gazetteer, query, options ?? {});
      return decision.status === "match" ? placesOfDecision(decision, limit) : [];
    }, onePlace),
};

/** `resolve`: the decision, and up to five places printed with their names, units and reasons. */
export const allonymResolve: PeerEntry = {
  title: "allonym `resolve`",
  setting: "as it comes",
  queries: 6000,
  build: async ({ gazetteer }) => {
    const { placeAt } = await import("../../src/gazetteer/place");
    const numbers = new Map<string, number>();
    for (let place = 0; place < gazetteer.size; place++) numbers.set(placeAt(gazetteer, place).id, place);
    // The id goes back to a number outside the clock: `rank` keeps the ids, `placesOf` looks them up.
    const ids: string[] = [];
    return ranking(
      (query, _limit, options) => resolve(gazetteer, query, options).matches.map(({ id }) => ids.push(id) - 1),
      (answer) => [numbers.get(ids[answer]) ?? -1],
    );
  },
};

/** `lookupPlaces`: exact keys to indexes of places. */
export const allonymLookupPlaces: EngineEntry = {
  title: "allonym `lookupPlaces` (indexes)",
  queries: 90_000,
  build: async ({ gazetteer }) => {
    let first = -1;
    const each = (place: number): void => {
      if (first < 0) first = place;
    };
    return {
      ask: (query) => {
        first = -1;
        lookupPlaces(gazetteer, query, each);
        return first;
      },
      placesOf: onePlace,
    };
  },
};

/** `lookup`: exact keys to ids of all places of the name. */
export const allonymLookup: EngineEntry = {
  title: "allonym `lookup` (ids)",
  queries: 90_000,
  build: async ({ gazetteer }) => {
    // Only whether there is an answer is checked here; the places are those of `lookupPlaces`.
    const places: number[] = [];
    return {
      ask: (query) => lookup(gazetteer, query).length - 1,
      placesOf: () => places,
    };
  },
};
