/** An answer that is there, or on its way: `suffix` is undefined until it has come. */
export interface CachedAnswer {
  /** the answer as it is appended to rows: UTF-8, a byte a character, so that it is copied and not encoded again */
  suffix: string | undefined;
  outcome: string;
}

/** What an entry of a map costs beside its texts, in bytes. */
const ENTRY_BYTES = 150;

/**
 * Answers by question, in bounded memory. Two generations: new answers and those that were asked for again go into the young one; when it is
 * full it becomes the old one, and what was old is forgotten. So what repeats stays, without a list to keep in order for each look-up.
 */
export class AnswerCache {
  #young = new Map<string, CachedAnswer>();
  #old = new Map<string, CachedAnswer>();
  #bytes = 0;
  readonly #most: number;

  /** @param bytes most memory that both generations take, about */
  constructor(bytes: number) {
    this.#most = bytes / 2;
  }

  get(key: string): CachedAnswer | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, answer: CachedAnswer): void {
    if (this.#bytes >= this.#most) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#bytes = 0;
    }
    this.#young.set(key, answer);
    // An answer that is on its way is some 250 bytes long.
    this.#bytes += ENTRY_BYTES + key.length + (answer.suffix?.length ?? 250);
  }
}
