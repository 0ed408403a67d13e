import { readDecisions } from "../decisions";
import type { ReviewSession } from "./review-session";

/**
 * Decisions in the browser, so that a reload does not lose them. A browser may refuse (`file://`, a private window, a full disk): then
 * nothing is kept and nothing breaks, and {@link KeptDecisions.works} says so.
 */
export class KeptDecisions {
  readonly #key: string;
  works = true;

  constructor(fingerprint: string) {
    this.#key = `allonym-review:${fingerprint}`;
  }

  /** How many decisions of an earlier visit were taken up. */
  restore(session: ReviewSession): number {
    try {
      const text = localStorage.getItem(this.#key);
      return text === null ? 0 : session.take(readDecisions(text)).taken;
    } catch {
      this.works = false;
      return 0;
    }
  }

  keep(session: ReviewSession): void {
    try {
      localStorage.setItem(this.#key, session.text());
      this.works = true;
    } catch {
      this.works = false;
    }
  }
}
