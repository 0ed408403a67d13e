import { type Decision, type Decisions, writeDecisions } from "../decisions";
import type { PageValue } from "./page-data";

/** Which values the list shows. */
export type Filter = "all" | "undecided" | "ambiguous" | "unmatched" | "decided";

export interface Progress {
  values: number;
  decidedValues: number;
  rows: number;
  decidedRows: number;
}

/** The decisions of a review while it goes on. Knows nothing of the page; values are told by their index. */
export class ReviewSession {
  readonly values: readonly PageValue[];
  readonly #ids: (string | undefined)[] = [];
  readonly #changes: { value: number; before: string | undefined }[] = [];
  /** Decisions of an opened file about values that are not on the page: they must not be lost when the file is saved again. */
  readonly #others = new Map<string, Decision>();
  readonly #searched: string[];

  constructor(values: readonly PageValue[]) {
    this.values = values;
    this.#searched = values.map(({ name, within }) => searchable(`${name}\n${within}`));
  }

  idOf(value: number): string | undefined {
    return this.#ids[value];
  }

  /** Decides a value, or with `undefined` takes the decision back. */
  decide(value: number, id: string | undefined): void {
    if (this.#ids[value] === id) return;
    this.#changes.push({ value, before: this.#ids[value] });
    this.#ids[value] = id;
  }

  /** Takes the last change back. The value that it was about, or `undefined` where nothing has been changed. */
  undo(): number | undefined {
    const change = this.#changes.pop();
    if (change) this.#ids[change.value] = change.before;
    return change?.value;
  }

  /** Takes decisions made earlier; for a value that is decided already they win. What was done before cannot be undone then. */
  take(decisions: Decisions): { taken: number; others: number } {
    const taken = new Set<string>();
    let count = 0;
    this.values.forEach(({ name, within }, value) => {
      const id = decisions.of(name, within);
      if (id === undefined) return;
      this.#ids[value] = id;
      taken.add(keyOf(name, within));
      count++;
    });
    for (const decision of decisions) {
      const key = keyOf(decision.name, decision.within);
      if (!taken.has(key)) this.#others.set(key, decision);
    }
    this.#changes.length = 0;
    return { taken: count, others: this.#others.size };
  }

  /** The decisions file. */
  text(): string {
    return writeDecisions(this.#decisions());
  }

  progress(): Progress {
    const progress = { values: this.values.length, decidedValues: 0, rows: 0, decidedRows: 0 };
    this.values.forEach(({ rows }, value) => {
      progress.rows += rows;
      if (this.#ids[value] === undefined) return;
      progress.decidedValues++;
      progress.decidedRows += rows;
    });
    return progress;
  }

  /** The values that pass the filter and hold what is searched for, in their order. */
  visible(filter: Filter, search: string): number[] {
    const wanted = searchable(search.trim());
    const visible: number[] = [];
    for (let value = 0; value < this.values.length; value++) {
      if (this.#passes(value, filter) && this.#searched[value].includes(wanted)) visible.push(value);
    }
    return visible;
  }

  #passes(value: number, filter: Filter): boolean {
    if (filter === "all") return true;
    if (filter === "decided") return this.#ids[value] !== undefined;
    if (filter === "undecided") return this.#ids[value] === undefined;
    return this.values[value].status === (filter === "ambiguous" ? "ambiguous" : "none");
  }

  *#decisions(): Iterable<Decision> {
    yield* this.#others.values();
    for (let value = 0; value < this.values.length; value++) {
      const id = this.#ids[value];
      const { name, within } = this.values[value];
      if (id !== undefined) yield { name, within, id };
    }
  }
}

/** A separator that could stand in a name would make two values one. */
const keyOf = (name: string, within: string): string => JSON.stringify([name, within]);

const searchable = (text: string): string => text.normalize("NFC").toLowerCase().replace(/[ʼ’`]/gu, "'");
