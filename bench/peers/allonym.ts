import { lookup, lookupPlaces } from "../../src/resolve/lookup";
import { decide, resolve } from "../../src/resolve/resolve";
import type { Engine, EngineEntry } from "./engine";

const onePlace: Engine["placesOf"] = (answer) => [answer];

/** `decide`: the whole decision with its probabilities, as indexes of places. */
export const allonymDecide: EngineEntry = {
  title: "allonym, decision only",
  queries: 6000,
  build: async ({ gazetteer }) => ({
    ask: (query) => {
      const { status, ranked } = decide(gazetteer, query, {});
      if (status === "none") return -1;
      return ranked[0].seatOf >= 0 ? ranked[0].seatOf : ranked[0].place;
    },
    placesOf: onePlace,
  }),
};

/** `resolve`: the decision, and up to five places printed with their names, units and reasons. */
export const allonymResolve: EngineEntry = {
  title: "allonym `resolve`",
  queries: 6000,
  build: async ({ gazetteer }) => {
    const { placeAt } = await import("../../src/gazetteer/place");
    const numbers = new Map<string, number>();
    for (let place = 0; place < gazetteer.size; place++) numbers.set(placeAt(gazetteer, place).id, place);
    // The id goes back to a number outside the clock: `ask` keeps the id, `placesOf` looks it up.
    const ids: string[] = [];
    return {
      ask: (query) => {
        const { matches } = resolve(gazetteer, query);
        return matches.length === 0 ? -1 : ids.push(matches[0].id) - 1;
      },
      placesOf: (answer) => [numbers.get(ids[answer]) ?? -1],
    };
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
