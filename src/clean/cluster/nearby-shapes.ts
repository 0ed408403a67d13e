import { SpellingIndex } from "../../core";
import { mostApart } from "./likeness";
import type { NameShape } from "./name-shape";

/**
 * Which names to compare with which, without comparing all with all: those whose letters are near by weighted distance, whatever stands beside
 * them, and those of the same words in another order. Addresses in one street share an answer.
 */
export class NearbyShapes {
  readonly #letters: string[];
  readonly #index: SpellingIndex;
  readonly #byBag = new Map<string, Set<string>>();
  /** letters of more than one shape, and what is near them once that has been asked */
  readonly #shared = new Map<string, readonly string[] | undefined>();

  constructor(shapes: readonly NameShape[]) {
    const texts = new Map<string, string>();
    for (const { letters, words, bag } of shapes) {
      if (texts.has(letters)) this.#shared.set(letters, undefined);
      texts.set(letters, words.join(" "));
      if (words.length < 2) continue;
      const same = this.#byBag.get(bag) ?? new Set();
      this.#byBag.set(bag, same.add(letters));
    }
    this.#letters = [...texts.keys()];
    this.#index = new SpellingIndex([...texts.values()]);
  }

  /** The `letters` of the shapes that may be like this one, its own among them; the nearest first. */
  lettersNear({ letters, words, weight, bag }: NameShape): readonly string[] {
    let found = this.#shared.get(letters);
    if (found) return found;
    const most = mostApart(weight);
    const near = new Set([letters]);
    if (most > 0) for (const { index } of this.#index.near(words.join(" "), most)) near.add(this.#letters[index]);
    for (const turned of this.#byBag.get(bag) ?? []) near.add(turned);
    found = [...near];
    if (this.#shared.has(letters)) this.#shared.set(letters, found);
    return found;
  }
}
