import type { Match, Status } from "../resolve/answer";

/** A place in a text. */
export interface Annotation {
  /** UTF-16 offsets: `text.slice(start, end) === surface`. */
  start: number;
  end: number;
  surface: string;
  /** `match`: this place is meant; `ambiguous`: a place is meant, and `match` is only the likeliest. */
  status: Exclude<Status, "none">;
  match: Match;
  /** Other places that may be meant, likeliest first; the other places of a joint name ("Pokrovsk–Myrnohrad agglomeration") too. */
  alternatives: Match[];
}

/** What `annotate` answers. */
export interface Annotations {
  /** Ordered by `start`; no two overlap. */
  annotations: Annotation[];
}
