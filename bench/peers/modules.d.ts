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
  export const Charset: Record<string, object>;
  export class Index {
    constructor(options: { tokenize?: "strict" | "forward" | "tolerant"; encoder?: object });
    add(id: number, text: string): void;
    search(query: string, limit: number): unknown[];
  }
}

declare module "fuse.js" {
  export default class Fuse<T> {
    constructor(list: readonly T[], options?: { threshold: number });
    search(query: string, options: { limit: number }): { refIndex: number }[];
  }
}

declare module "fuzzysort" {
  const fuzzysort: {
    snapshot(targets: readonly string[]): object;
    go(query: string, targets: object, options: { limit: number; threshold?: number }): readonly { target: string }[];
  };
  export default fuzzysort;
}

declare module "minisearch" {
  export default class MiniSearch<T> {
    constructor(options: { fields: string[]; searchOptions: { fuzzy: number; combineWith?: string } });
    addAll(documents: readonly T[]): void;
    search(query: string): { id: unknown }[];
  }
}

declare module "transliteration" {
  export function transliterate(text: string): string;
}

declare module "fast-fuzzy" {
  export class Searcher {
    constructor(candidates: readonly string[], options: { threshold?: number; useSellers?: boolean });
    search(query: string): string[];
  }
}

declare module "fuzzball" {
  export function extract(
    query: string,
    choices: readonly string[],
    options: { limit: number; cutoff?: number; full_process?: boolean },
  ): [choice: string, score: number, key: number][];
}

declare module "didyoumean2" {
  export default function didYouMean(
    query: string,
    choices: readonly string[],
    options: { returnType: string; threshold?: number; caseSensitive?: boolean; trimSpaces?: boolean },
  ): string | string[] | null;
}
