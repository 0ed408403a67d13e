/** The little that the bench uses of its peers, so that the library type-checks without them installed. */
declare module "any-ascii" {
  export default function anyAscii(text: string): string;
}

declare module "mnemonist" {
  export class PassjoinIndex {
    static from(values: Iterable<string>, levenshtein: (a: string, b: string) => number, k: number): PassjoinIndex;
    search(query: string): Set<string>;
  }
}

declare module "flexsearch" {
  export class Index {
    constructor(options: { tokenize: string });
    add(id: number, text: string): void;
    search(query: string, limit: number): unknown[];
  }
}

declare module "fuse.js" {
  export default class Fuse<T> {
    constructor(list: readonly T[]);
    search(query: string, options: { limit: number }): { refIndex: number }[];
  }
}

declare module "fuzzysort" {
  const fuzzysort: {
    snapshot(targets: readonly string[]): object;
    go(query: string, targets: object, options: { limit: number }): readonly { target: string }[];
  };
  export default fuzzysort;
}

declare module "minisearch" {
  export default class MiniSearch<T> {
    constructor(options: { fields: string[]; searchOptions: { fuzzy: number } });
    addAll(documents: readonly T[]): void;
    search(query: string): { id: unknown }[];
  }
}
