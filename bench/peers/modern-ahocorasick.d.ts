/** The part of modern-ahocorasick 3 that the bench uses, so that types are checked without installing it. */
declare module "modern-ahocorasick/fast" {
  export default class FastAhoCorasick {
    constructor(patterns: readonly string[], options?: { boundary?: "none" | "unicode" });
    search(
      text: string,
      options?: { strategy?: "all" | "leftmost-longest" },
    ): { pattern: string; start: number; end: number }[];
  }
}
