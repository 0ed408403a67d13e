/**
 * The whole API without data: bring your own gazetteer, as `Gazetteer.from(bytes)` or `Gazetteer.from(compile(records, …))`. Every
 * function takes the gazetteer first; `allonym` itself exports the same functions bound to the shipped one.
 *
 * @module
 */
export { annotate } from "./annotate/annotate";
export type { Annotation, Annotations } from "./annotate/answer";
export { type Normalized, type NormalizeOptions, type NormalizeStyle, normalize } from "./annotate/normalize";
export type { AnnotateOptions } from "./annotate/options";
export { annotateStream } from "./annotate/stream";
export { type CompileOptions, compile } from "./compile/compile";
export type { DeriveName } from "./compile/derived-names";
export { AllonymError, type ErrorCode } from "./errors";
export { type FileContents, fileContents } from "./gazetteer/contents";
export type { GazetteerMeta } from "./gazetteer/format";
export { Gazetteer } from "./gazetteer/gazetteer";
export type { Place, PlaceNames, PlaceUnit } from "./gazetteer/place";
export type { Match, Resolution, Status, Step, Toponym } from "./resolve/answer";
export { key } from "./resolve/key";
export { lookup } from "./resolve/lookup";
export type { ResolveOptions } from "./resolve/options";
export { place, toponyms } from "./resolve/place";
export { resolve } from "./resolve/resolve";
export { stepWords } from "./resolve/step-words";
export { type Verdict, verdict } from "./resolve/verdict";
export { deromanize } from "./romanize/deromanize";
export { romanize } from "./romanize/romanize";
export { type RomanizationSystem, romanizationSystems, type SystemId } from "./romanize/systems";
export { spellingDistance } from "./search/spelling-distance";
export { type NearSpelling, SpellingIndex } from "./search/spelling-index";
export { fold, type LatinReading } from "./text/fold";
export type { NameLang, NameStatus, PlaceClass, PlaceRecord, Precision, ToponymRecord } from "./types";
