/**
 * Says which place is meant: `resolve("Krasnarmeysk")` is Покровськ. The functions of `allonym/core`, bound to the shipped gazetteer
 * of Ukraine and its neighbours.
 *
 * @module
 */
import { annotate as annotateIn } from "./annotate/annotate";
import type { Annotation, Annotations } from "./annotate/answer";
import { type Normalized, type NormalizeOptions, normalize as normalizeIn } from "./annotate/normalize";
import type { AnnotateOptions } from "./annotate/options";
import { annotateStream as annotateStreamIn } from "./annotate/stream";
import { bundledGazetteer } from "./bundled";
import type { Place } from "./gazetteer/place";
import type { Resolution, Toponym } from "./resolve/answer";
import { key as keyIn } from "./resolve/key";
import { lookup as lookupIn } from "./resolve/lookup";
import type { ResolveOptions } from "./resolve/options";
import { place as placeIn, toponyms as toponymsIn } from "./resolve/place";
import { resolve as resolveIn } from "./resolve/resolve";
import { type Verdict, verdict as verdictIn } from "./resolve/verdict";

export type { Annotation, Annotations } from "./annotate/answer";
export type { Normalized, NormalizeOptions, NormalizeStyle } from "./annotate/normalize";
export type { AnnotateOptions } from "./annotate/options";
export { bundledGazetteer } from "./bundled";
export { type CompileOptions, compile } from "./compile/compile";
export { AllonymError, type ErrorCode } from "./errors";
export { Gazetteer } from "./gazetteer/gazetteer";
export type { Place, PlaceNames, PlaceUnit } from "./gazetteer/place";
export type { Match, Resolution, Status, Step, Toponym } from "./resolve/answer";
export type { ResolveOptions } from "./resolve/options";
export { stepWords } from "./resolve/step-words";
export type { Verdict } from "./resolve/verdict";
export { deromanize } from "./romanize/deromanize";
export { romanize } from "./romanize/romanize";
export { type RomanizationSystem, romanizationSystems, type SystemId } from "./romanize/systems";
export { fold } from "./text/fold";
export type { NameLang, NameStatus, PlaceClass, PlaceRecord, Precision, ToponymRecord } from "./types";

/**
 * Says which place a name means; see `resolve` of `allonym/core`.
 *
 * @example
 * resolve("Krasnarmeysk").matches[0].names // { uk: "Покровськ", ru: "Покровск", en: "Pokrovsk" }
 *
 * @throws AllonymError `invalid-name`, `invalid-option`, `unknown-within`
 */
export function resolve(name: string, options: ResolveOptions = {}): Resolution {
  return resolveIn(bundledGazetteer(), name, options);
}

/**
 * What `resolve` answers, printed only as far as it is asked: for columns of millions of names; see `verdict` of `allonym/core`.
 *
 * @example
 * verdict("Volchansk").id(0) // "katottg:UA63140010010035757"
 *
 * @throws AllonymError `invalid-name`, `invalid-option`, `unknown-within`
 */
export function verdict(name: string, options: ResolveOptions = {}): Verdict {
  return verdictIn(bundledGazetteer(), name, options);
}

/**
 * One key for all spellings of a place; see `key` of `allonym/core`.
 *
 * @example
 * key("Вовчанську") === key("Volchansk") // true: "katottg:UA63140010010035757"
 *
 * @throws AllonymError `invalid-name`, `invalid-option`, `unknown-within`
 */
export function key(name: string, options: ResolveOptions = {}): string {
  return keyIn(bundledGazetteer(), name, options);
}

/**
 * The place with this id, or undefined.
 *
 * @example
 * place("katottg:UA14160210010099403")?.names.en // "Pokrovsk"
 */
export function place(id: string): Place | undefined {
  return placeIn(bundledGazetteer(), id);
}

/** All allonyms of a place with their sources, statuses and dates; see `toponyms` of `allonym/core`. */
export function toponyms(id: string): Toponym[] {
  return toponymsIn(bundledGazetteer(), id);
}

/** The ids of all places that have exactly this name under the fold, the most important first; see `lookup` of `allonym/core`. */
export function lookup(name: string): string[] {
  return lookupIn(bundledGazetteer(), name);
}

/**
 * The places in a text; see `annotate` of `allonym/core`.
 *
 * @example
 * annotate("Бої під Часовим Яром").annotations[0].match.names.en // "Chasiv Yar"
 *
 * @throws AllonymError `invalid-text`, `invalid-option`, `unknown-within`
 */
export function annotate(text: string, options: AnnotateOptions = {}): Annotations {
  return annotateIn(bundledGazetteer(), text, options);
}

/** The places in a text that arrives in pieces; see `annotateStream` of `allonym/core`. */
export function annotateStream(
  pieces: AsyncIterable<string> | Iterable<string>,
  options: AnnotateOptions = {},
): AsyncGenerator<Annotation> {
  return annotateStreamIn(bundledGazetteer(), pieces, options);
}

/**
 * A text with the headline names of its places; see `normalize` of `allonym/core`.
 *
 * @example
 * normalize("Forces took Krasnarmeysk.", { to: "en" }).text // "Forces took Pokrovsk."
 *
 * @throws AllonymError `invalid-text`, `invalid-option`, `unknown-within`
 */
export function normalize(text: string, options: NormalizeOptions): Normalized {
  return normalizeIn(bundledGazetteer(), text, options);
}
