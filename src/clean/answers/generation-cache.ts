/**
 * A map with bounded room. Two generations: what is new and what was asked for again goes into the young one; when that has no room it becomes
 * the old one, and what was old is forgotten. So what repeats stays, without a list to keep in order for each look-up.
 */
export class GenerationCache<Value> {
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();
  #taken = 0;
  readonly #room: number;
  readonly #sizeOf: (value: Value, key: string) => number;

  /** @param room of both generations together, in the unit of `sizeOf`; entries unless told */
  constructor(room: number, sizeOf: (value: Value, key: string) => number = () => 1) {
    this.#room = room / 2;
    this.#sizeOf = sizeOf;
  }

  get(key: string): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: Value): void {
    if (this.#taken >= this.#room) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#taken = 0;
    }
    this.#young.set(key, value);
    this.#taken += this.#sizeOf(value, key);
  }
}
