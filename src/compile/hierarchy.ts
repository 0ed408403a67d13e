import { AllonymError } from "../errors";
import type { PlaceRecord } from "../types";

/** Places in preorder: each unit directly before all that lies within it. */
export interface Hierarchy {
  order: PlaceRecord[];
  /** index of the parent in `order`, -1 for none */
  parents: number[];
  /** index after the last place within */
  ends: number[];
  indexOf: Map<string, number>;
}

/**
 * Sorts places so that "lies within" becomes a range of indexes.
 *
 * @throws AllonymError `invalid-record` on a duplicate id, a `within` that names no place, or a cycle
 */
export function hierarchy(records: readonly PlaceRecord[]): Hierarchy {
  const byId = new Map<string, PlaceRecord>();
  for (const record of records) {
    if (byId.has(record.id))
      throw new AllonymError("invalid-record", `two records have the id ${record.id}; ids must be unique`);
    byId.set(record.id, record);
  }
  const children = new Map<string, PlaceRecord[]>();
  const roots: PlaceRecord[] = [];
  for (const record of records) {
    if (record.within === undefined) roots.push(record);
    else if (!byId.has(record.within)) {
      throw new AllonymError(
        "invalid-record",
        `${record.id} lies within ${record.within}, which is no record; add it or leave \`within\` out`,
      );
    } else {
      const siblings = children.get(record.within);
      if (siblings) siblings.push(record);
      else children.set(record.within, [record]);
    }
  }
  const byIdOrder = (a: PlaceRecord, b: PlaceRecord): number => (a.id < b.id ? -1 : 1);
  const answer: Hierarchy = { order: [], parents: [], ends: [], indexOf: new Map() };
  const place = (record: PlaceRecord, parent: number): void => {
    const index = answer.order.length;
    answer.order.push(record);
    answer.parents.push(parent);
    answer.indexOf.set(record.id, index);
    for (const child of (children.get(record.id) ?? []).sort(byIdOrder)) place(child, index);
    answer.ends[index] = answer.order.length;
  };
  for (const root of roots.sort(byIdOrder)) place(root, -1);
  if (answer.order.length !== records.length) {
    const lost = records.find((record) => !answer.indexOf.has(record.id));
    throw new AllonymError("invalid-record", `${lost?.id} lies within itself by a circle of \`within\``);
  }
  return answer;
}
