import hostilities from "../../data/text/hostilities.json";
import type { Gazetteer } from "../gazetteer/gazetteer";
import { placeId } from "../gazetteer/place";
import { unitNamed } from "../resolve/decide";
import { areaOf } from "../resolve/hints/area";
import { pointOf } from "../resolve/ranking/prior";
import { SAYS } from "./context-words";
import type { Mention } from "./mention";
import { listed } from "./neighbours";
import type { AnnotateOptions } from "./options";
import type { Reader } from "./reader";
import { GAP } from "./tokens";

/** Words on either side of a mention that tell whether it speaks of fighting. */
const AROUND = 8;

const fronts = new WeakMap<Gazetteer, Int32Array>();

/**
 * Where the oblasts with active hostilities start and end, pair by pair. Oblasts are few: an index of all ids need not be made for them.
 */
function frontOf(gazetteer: Gazetteer): Int32Array {
  let front = fronts.get(gazetteer);
  if (!front) {
    const { placeClass } = gazetteer.columns;
    const oblast = gazetteer.meta.classes.indexOf("oblast");
    const found: number[] = [];
    for (let place = placeClass.indexOf(oblast); place >= 0; place = placeClass.indexOf(oblast, place + 1))
      if (hostilities.oblasts.includes(placeId(gazetteer, place))) found.push(place, gazetteer.endOf(place));
    front = Int32Array.from(found);
    fronts.set(gazetteer, front);
  }
  return front;
}

const JOINT = GAP.HYPHEN | GAP.DASH | GAP.SPACE;

/** Where the caller says the text plays. */
export interface CallerArea {
  /** index of a unit, -1 for none */
  unit: number;
  near: readonly [number, number] | undefined;
}

/**
 * Reads the hints of the caller, once for all blocks of a text.
 *
 * @throws AllonymError `unknown-within`
 */
export function callerAreaOf(gazetteer: Gazetteer, { within, near }: AnnotateOptions): CallerArea {
  if (within === undefined) return { unit: -1, near };
  const { unit, around } = areaOf(gazetteer, { within }, (name) => unitNamed(gazetteer, name));
  // A region without bounds is a place that the text is near to.
  return { unit, near: near ?? (around >= 0 ? pointOf(gazetteer, around) : undefined) };
}

/** What is known about a text beside its mentions: how they stand to each other, what it speaks of, and what the caller knows. */
export class Scene {
  readonly near: readonly [number, number] | undefined;
  readonly #gazetteer: Gazetteer;
  readonly #reader: Reader;
  readonly #front: Int32Array;
  readonly #unit: number;

  constructor(gazetteer: Gazetteer, reader: Reader, { unit, near }: CallerArea) {
    this.#gazetteer = gazetteer;
    this.#reader = reader;
    this.#front = frontOf(gazetteer);
    this.#unit = unit;
    this.near = near;
  }

  sentenceOf(mention: Mention): number {
    return this.#reader.tokens.sentence[mention.first];
  }

  /** Whether the caller names a unit that holds the place. */
  isWhereTheCallerSays(place: number): boolean {
    return this.#unit >= 0 && this.#gazetteer.isWithin(place, this.#unit);
  }

  isNearTheFront(place: number): boolean {
    const front = this.#front;
    for (let pair = 0; pair < front.length; pair += 2) if (place >= front[pair] && place < front[pair + 1]) return true;
    return false;
  }

  /** Whether the words around a mention speak of fighting. */
  isAtWar({ first, last }: Mention): boolean {
    for (let token = Math.max(0, first - AROUND); token <= last + AROUND; token++)
      if (this.#reader.says(token) & SAYS.WAR) return true;
    return false;
  }

  /** Whether the next mention stands where the unit of a place does: "Ivanivka, Kherson region", "Ивановка в Одесской области". */
  isBeside(mention: Mention, next: Mention): boolean {
    const reader = this.#reader;
    for (let token = mention.last + 1; token < next.first; token++) {
      if (token > mention.last + 2) return false;
      const says = reader.says(token);
      const between = says & (SAYS.PREPOSITION | SAYS.WEAK_PREPOSITION) && !(says & SAYS.CONJUNCTION);
      if (!between && !reader.isGeneric(token) && reader.word(token) !== "the") return false;
    }
    return this.sentenceOf(mention) === this.sentenceOf(next);
  }

  /** Whether the mentions at `at` and behind it are of a list of three or more: "Кам’янське, Нікополь і Кривий Ріг". */
  areListed(mentions: readonly Mention[], at: number): boolean {
    return this.#joins(mentions, at) && (this.#joins(mentions, at - 1) || this.#joins(mentions, at + 1));
  }

  /** Whether the mention at `at` is one of such a list. */
  isListed(mentions: readonly Mention[], at: number): boolean {
    return this.areListed(mentions, at) || (this.#joins(mentions, at - 1) && this.#joins(mentions, at - 2));
  }

  #joins(mentions: readonly Mention[], at: number): boolean {
    const one = mentions[at];
    const next = mentions[at + 1];
    return one !== undefined && next !== undefined && listed(this.#reader, one, next);
  }

  /** Whether a dash or a hyphen joins two mentions: "Donetsk–Zaporizhzhia". */
  areJoined(mention: Mention, next: Mention): boolean {
    const { gap } = this.#reader.tokens;
    return next.first === mention.last + 1 && (gap[next.first] & ~GAP.SPACE) !== 0 && !(gap[next.first] & ~JOINT);
  }

  /** Whether a mention is the heading of the next: "Sumy region: Stepanivka". With a comma between they are neighbours in a list. */
  isHeading(mention: Mention, next: Mention): boolean {
    return next.first === mention.last + 1 && (this.#reader.tokens.gap[next.first] & (GAP.COLON | GAP.DASH)) !== 0;
  }
}
