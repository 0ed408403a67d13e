import type { Gazetteer } from "../gazetteer/gazetteer";
import type { Match } from "../resolve/answer";
import { toponymAt } from "../resolve/toponym";
import type { Annotation, Annotations } from "./answer";
import { blockEnd } from "./blocks";
import { findMentions } from "./find-mentions";
import { type Lexicon, lexiconOf } from "./lexicon";
import type { Mention } from "./mention";
import { weighNeighbours } from "./neighbours";
import { type AnnotateOptions, checkAnnotateArguments } from "./options";
import { Reader } from "./reader";
import { type CallerArea, callerAreaOf, Scene } from "./scene";
import { disambiguate } from "./senses";
import { tokenize } from "./tokens";
import { type Sense, sensesOf, type Weighed } from "./weighed";

/** An annotation is a `match` from this share of its first place on. */
const MATCH_FROM = 0.6;
/** Places less likely than this are not shown. */
const SHOWN_FROM = 0.01;
/** What is left of the chance of a place when the unit named behind it does not hold it: units are misnamed, and places are missing. */
const CONTRADICTED = 0.3;
const MOST_ALTERNATIVES = 4;

/** "Ukraine's": the name is Ukraine. */
const OWNER = /['’ʼ]s$/;

/**
 * Finds the places in a running text in Ukrainian, Russian or English, in whatever case form or spelling, and says which are meant.
 *
 * Trap: offsets count UTF-16 units, as JavaScript strings do; other languages count code points.
 *
 * @example
 * annotate(gazetteer, "Бої тривають під Великою Новосілкою").annotations[0].surface // "Великою Новосілкою"
 *
 * @throws AllonymError `invalid-text`, `invalid-option`, `unknown-within`
 */
export function annotate(gazetteer: Gazetteer, text: string, options: AnnotateOptions = {}): Annotations {
  checkAnnotateArguments(text, options);
  const caller = callerAreaOf(gazetteer, options);
  const annotations: Annotation[] = [];
  for (let from = 0; from < text.length; ) {
    const end = blockEnd(text, from, true);
    const block = from === 0 && end === text.length ? text : text.slice(from, end);
    for (const annotation of annotateBlock(gazetteer, block, from, options, caller)) annotations.push(annotation);
    from = end;
  }
  return { annotations };
}

/**
 * The annotations of one block of a text.
 *
 * @param before where the block starts in the text
 */
export function annotateBlock(
  gazetteer: Gazetteer,
  block: string,
  before: number,
  options: AnnotateOptions,
  caller: CallerArea,
): Annotation[] {
  const lang = options.lang === "uk" || options.lang === "ru" ? options.lang : undefined;
  const reader = new Reader(block, tokenize(block), lexiconOf(gazetteer), lang);
  const found = findMentions(reader);
  weighNeighbours(gazetteer, reader, found);
  const likely = found.filter(({ evidence, silent }) => evidence > 0 || silent);
  const weighed = disambiguate(gazetteer, likely, new Scene(gazetteer, reader, caller));
  const annotations: Annotation[] = [];
  likely.forEach((mention, at) => {
    if (mention.silent || weighed[at].elsewhere) return;
    const annotation = annotationOf(gazetteer, reader, mention, weighed[at], options.alternatives ?? MOST_ALTERNATIVES);
    if (annotation.match.score < (options.minScore ?? 0)) return;
    annotation.start += before;
    annotation.end += before;
    annotations.push(annotation);
  });
  return annotations;
}

function annotationOf(
  gazetteer: Gazetteer,
  reader: Reader,
  mention: Mention,
  weighed: Weighed,
  alternatives: number,
): Annotation {
  const { tokens, text } = reader;
  const start = tokens.start[mention.first];
  let end = tokens.end[mention.last];
  if (mention.lang === "" && OWNER.test(text.slice(start, end))) end -= 2;
  // The chance that a place is meant at all, and then this one.
  const place = (weighed.contradicted ? CONTRADICTED : 1) / (1 + Math.exp(-mention.evidence));
  const senses = sensesOf(weighed, SHOWN_FROM, 1 + alternatives);
  const others: Match[] = [];
  for (let at = 1; at < senses.length; at++) others.push(matchOf(gazetteer, reader.lexicon, senses[at], place));
  return {
    start,
    end,
    surface: text.slice(start, end),
    status: weighed.probability >= MATCH_FROM && !weighed.contradicted ? "match" : "ambiguous",
    match: matchOf(gazetteer, reader.lexicon, senses[0], place),
    alternatives: others,
  };
}

function matchOf(gazetteer: Gazetteer, lexicon: Lexicon, { named, probability }: Sense, chance: number): Match {
  const toponym = toponymAt(gazetteer, named.toponym);
  const { text, lang, status, source, derivedBy } = toponym;
  const match = lexicon.placeOf(named.place) as Match;
  match.score = Math.round(probability * chance * 1e4) / 1e4;
  match.toponym = toponym;
  match.via = [{ step: "toponym", text, lang, status, source }];
  if (derivedBy !== undefined) match.via = [{ step: "toponym", text, lang, status, source, derivedBy }];
  return match;
}
