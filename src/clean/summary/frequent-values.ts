import { type Gazetteer, resolve } from "../../core";
import { hintsOf } from "../answers/question-answerer";
import { MOST_CANDIDATES, type ReviewValue } from "../review/review-value";
import type { QuestionPart } from "../rows/row-source";
import type { FrequentValue } from "./clean-summary";
import type { RowCounters } from "./row-counters";
import type { TopValues } from "./top-values";

const TOP = 10;

/** What is known about the keys of a run. */
export interface KnownKeys {
  gazetteer: Gazetteer;
  parts: readonly QuestionPart[];
  questionOf: (key: string) => string[];
}

/** The most frequent values that no place was found for. */
export function topUnmatched({ unmatched }: RowCounters, known: KnownKeys): FrequentValue[] {
  return byValue(unmatched, known)
    .filter(({ rows }) => rows > unmatched.missed) // below, chance decides which values are held
    .slice(0, TOP)
    .map(({ name, within, rows }) => ({ ...namedValue(name, within), rows, atLeast: unmatched.missed > 0 }));
}

/**
 * The values that a person should look at, by frequency, with their candidates. Values that differ in other hints than `within` count as one,
 * since a decision is about name and `within`.
 */
export function reviewValues(counters: RowCounters, known: KnownKeys, most: number): ReviewValue[] {
  const values = (["ambiguous", "none"] as const).flatMap((status) => {
    const counted = byValue(status === "none" ? counters.unmatched : counters.ambiguous, known);
    return counted.slice(0, most).map((value) => ({ ...value, status }));
  });
  return values
    .sort((a, b) => b.rows - a.rows)
    .slice(0, most)
    .map(({ question, name, within, rows, status }) => {
      const { matches } = resolve(known.gazetteer, name, {
        ...hintsOf(question, known.parts),
        limit: MOST_CANDIDATES,
      });
      return { ...namedValue(name, within), rows, status, matches };
    });
}

interface CountedValue {
  question: string[];
  name: string;
  within: string | undefined;
  rows: number;
}

function byValue(counted: TopValues, { parts, questionOf }: KnownKeys): CountedValue[] {
  const values = new Map<string, CountedValue>();
  for (const { value: key, count } of counted.top()) {
    const question = questionOf(key);
    const [name] = question;
    const within = question[parts.indexOf("within")];
    const id = JSON.stringify([name, within]);
    const known = values.get(id);
    if (known === undefined) values.set(id, { question, name, within, rows: count });
    else known.rows += count;
  }
  return [...values.values()].sort((a, b) => b.rows - a.rows);
}

const namedValue = (name: string, within: string | undefined): { name: string; within?: string } =>
  within === undefined || within === "" ? { name } : { name, within };
