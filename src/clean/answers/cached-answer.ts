/** An answer that is there, or on its way: `suffix` is undefined until it has come. */
export interface CachedAnswer {
  /** the answer as it is appended to rows: UTF-8, a byte a character, so that it is copied and not encoded again */
  suffix: string | undefined;
  outcome: string;
}

/** What an entry of a map costs beside its texts, in bytes. */
const ENTRY_BYTES = 150;
/** The length of most answers; for those that are on their way. */
const USUAL_BYTES = 250;

/** Memory that an answer takes in a cache, about. */
export function answerBytes({ suffix }: CachedAnswer, key: string): number {
  return ENTRY_BYTES + key.length + (suffix?.length ?? USUAL_BYTES);
}
