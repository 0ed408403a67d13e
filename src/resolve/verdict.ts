import { AllonymError } from "../errors";
import type { Gazetteer } from "../gazetteer/gazetteer";
import { type PlaceNames, placeAt, placeId, placeNames } from "../gazetteer/place";
import type { Match, Status } from "./answer";
import { decide } from "./decide";
import type { Decision } from "./decision";
import { explain } from "./explain";
import { checkArguments, type ResolveOptions } from "./options";
import type { Ranked } from "./ranking/rank";
import { toponymAt } from "./toponym";

/** Likely places that an answer shows unless told otherwise. */
const SHOWN = 5;

/**
 * What `resolve` answers, printed only as far as it is asked: of a column of millions most rows need the status and one id, and printing is a
 * third of the time.
 */
export class Verdict {
  /** The name as it was asked. */
  readonly name: string;
  readonly status: Status;
  /** How many places are likely, at most `limit`; they are numbered from 0, best first. */
  readonly size: number;
  readonly #gazetteer: Gazetteer;
  readonly #decision: Decision;
  readonly #options: ResolveOptions;

  /** @internal */
  constructor(gazetteer: Gazetteer, name: string, options: ResolveOptions, decision: Decision) {
    this.name = name;
    this.status = decision.status;
    this.size = Math.min(decision.ranked.length, options.limit ?? SHOWN);
    this.#gazetteer = gazetteer;
    this.#decision = decision;
    this.#options = options;
  }

  /**
   * CURIE of a likely place.
   *
   * @throws AllonymError `no-such-match`
   */
  id(at: number): string {
    return placeId(this.#gazetteer, this.#ranked(at).place);
  }

  /**
   * Its headline names.
   *
   * @throws AllonymError `no-such-match`
   */
  names(at: number): PlaceNames {
    return placeNames(this.#gazetteer, this.#ranked(at).place);
  }

  /**
   * The probability that it is meant, 0…1, to four digits.
   *
   * @throws AllonymError `no-such-match`
   */
  score(at: number): number {
    return Math.round(this.#ranked(at).probability * 1e4) / 1e4;
  }

  /**
   * All that `resolve` says of it.
   *
   * @throws AllonymError `no-such-match`
   */
  match(at: number): Match {
    const { steps, area } = this.#decision;
    const candidate = this.#ranked(at);
    const toponym = toponymAt(this.#gazetteer, candidate.toponym);
    // Added to the fresh object: copying it would double what an answer allocates.
    const match = placeAt(this.#gazetteer, candidate.place) as Match;
    match.score = this.score(at);
    match.toponym = toponym;
    match.via = explain(this.#gazetteer, candidate, toponym, steps, area, this.#options);
    return match;
  }

  #ranked(at: number): Ranked {
    if (!(at >= 0 && at < this.size))
      throw new AllonymError("no-such-match", `match ${at} of ${this.size} was asked for; they are numbered from 0`);
    return this.#decision.ranked[at];
  }
}

/**
 * Says which place a name means, as `resolve` does, and leaves the printing to the caller: for columns of millions of names.
 *
 * Trap: `id(0)` of an `ambiguous` verdict is only the likeliest of several; and a verdict of size 0 has none.
 *
 * @example
 * const said = verdict(gazetteer, "Volchansk")
 * said.status            // "match"
 * said.id(0)             // "katottg:UA63140010010035757"
 * said.names(0).uk       // "Вовчанськ"
 * said.match(0).via[1]   // { step: "romanization", system: "ru-bgn-pcgn-1947" }
 *
 * @throws AllonymError `invalid-name`, `invalid-option`, `unknown-within`
 */
export function verdict(gazetteer: Gazetteer, name: string, options: ResolveOptions = {}): Verdict {
  checkArguments(name, options);
  return new Verdict(gazetteer, name, options, decide(gazetteer, name, options));
}
