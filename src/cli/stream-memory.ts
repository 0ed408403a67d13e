/**
 * Answers of values that came before, at most about two generations of `size`: when the young one is full, the old one is forgotten. It
 * costs one look-up for a value that is frequent, and nothing is moved about as in a list of last uses.
 */
export class StreamMemory<T> {
  private young = new Map<string, T>();
  private old = new Map<string, T>();

  constructor(private readonly size: number) {}

  get(key: string): T | undefined {
    const found = this.young.get(key);
    if (found !== undefined) return found;
    const older = this.old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: string, value: T): void {
    if (this.young.size >= this.size) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }
}
