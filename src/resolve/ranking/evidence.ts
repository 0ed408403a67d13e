import type { Gazetteer } from "../../gazetteer/gazetteer";
import { EDIT } from "../../search/edit-costs";
import { KIND, letterKinds } from "../../text/letter-kinds";
import type { Candidate, Spelling } from "../finding/candidates";
import type { ResolveOptions } from "../options";
import { PARAMETERS } from "./parameters";
import { isLatin, isSlipOf, type SpellingComparison, type SpellingDifference } from "./spelling";
import { LANGUAGE, type TagWeights } from "./tag-weights";

/** The most that status, language and date of a toponym can add to {@link editNats}. */
export const MOST_IN_FAVOUR = 3.5;

/** A misspelt Latin name is no published romanization: nothing to compare, and there are many candidates of this kind. */
const MISSPELT_LATIN: SpellingDifference = { letters: 1, latinForCyrillic: false };

/** A word in lower case, or an acronym: both are near some village's name by accident. */
const WORD_OR_ACRONYM = /^(?:\p{Ll}|\p{Lu}{2,6}$)/u;

/** What the reading, the wording, the case and the edits of a spelling take off; `edits` in plain edits. */
export function editNats(spelling: Spelling, edits: number): number {
  const { reading, caseForm } = spelling;
  let nats = PARAMETERS.reading[reading] - edits * PARAMETERS.edit - Math.max(0, edits - 1) * PARAMETERS.secondEdit;
  if (spelling.reworded) nats += PARAMETERS.reworded[spelling.reworded];
  if (caseForm) {
    if (caseForm.isAdjective) nats += PARAMETERS.adjective;
    else nats += caseForm.besidePlain ? PARAMETERS.inflectionBesidePlain : PARAMETERS.inflection;
    nats += PARAMETERS.ending * caseForm.nats;
  }
  return nats;
}

/**
 * How well a toponym explains what was written: its spelling, status and language, each in nats. With a memory for one question: a
 * hundred namesakes share a toponym, and its evidence is weighed once for each spelling.
 *
 * Trap: it says nothing of the place. A village and a city of one name have the same evidence; the prior tells them apart.
 */
export class Evidence {
  readonly #gazetteer: Gazetteer;
  readonly #weights: TagWeights;
  readonly #options: ResolveOptions;
  readonly #comparison: SpellingComparison;
  /** the spelling that was weighed last and the kinds of its letters: candidates come spelling by spelling */
  #spelling: Spelling | undefined;
  #kinds = 0;
  #isLatin = false;
  #isWordOrAcronym = false;
  /** what toponyms weigh for this spelling: the last one, and those before it */
  #memo = -1;
  #nats = 0;
  #known: Map<number, number> | undefined;

  constructor(gazetteer: Gazetteer, weights: TagWeights, options: ResolveOptions, comparison: SpellingComparison) {
    this.#gazetteer = gazetteer;
    this.#weights = weights;
    this.#options = options;
    this.#comparison = comparison;
  }

  /** The evidence for a candidate's toponym, as a natural logarithm. */
  of(candidate: Candidate): number {
    const { spelling, toponym, cost } = candidate;
    if (spelling !== this.#spelling) this.#turnTo(spelling);
    const tag = this.#gazetteer.columns.toponymTag[toponym];
    // The tag in front: the usual ones are small, and so is the number.
    const memo = (tag * 0x20000 + this.#gazetteer.stringOf(toponym)) * 64 + cost;
    if (memo === this.#memo) return this.#nats;
    if (this.#memo >= 0) {
      this.#known ??= new Map();
      this.#known.set(this.#memo, this.#nats);
    }
    this.#memo = memo;
    this.#nats = this.#known?.get(memo) ?? this.#weigh(candidate, tag);
    return this.#nats;
  }

  #turnTo(spelling: Spelling): void {
    this.#spelling = spelling;
    this.#kinds = letterKinds(spelling.text);
    this.#isLatin = isLatin(spelling.text);
    this.#isWordOrAcronym = WORD_OR_ACRONYM.test(spelling.text);
    this.#memo = -1;
    this.#known = undefined;
  }

  #weigh({ spelling, toponym, cost }: Candidate, tag: number): number {
    const { status, derivation, languageNumber, isFormer } = this.#weights;
    const asked = spelling.text;
    const slip = cost > EDIT && isSlipOf(asked, this.#gazetteer.textOf(toponym), this.#gazetteer.tagOf(toponym).lang);
    const edits = slip ? 1 : cost / EDIT;
    let nats = editNats(spelling, edits) + status[tag] + derivation[tag];
    if (spelling.caseForm && isFormer[tag]) nats += PARAMETERS.formerInflected;
    const { letters, latinForCyrillic } =
      cost > 0 && this.#isLatin ? MISSPELT_LATIN : this.#comparison.of(asked, toponym);
    if (cost === 0) nats -= (this.#isLatin ? PARAMETERS.spellingLatin : PARAMETERS.spelling) * Math.min(3, letters);
    else if (letters > edits + 1) nats -= PARAMETERS.spelling / 2;
    if (cost > 0) {
      if (spelling.caseForm) nats += PARAMETERS.misspeltCaseForm;
      if (this.#isWordOrAcronym) nats += PARAMETERS.lowerCaseEdit;
      if (languageNumber[tag] === LANGUAGE.OTHER) nats += PARAMETERS.foreignEdit;
    }
    if (latinForCyrillic) nats += PARAMETERS.latinForCyrillic;
    return nats + this.#language(tag, spelling);
  }

  /** What the language of a toponym adds, beside the letters, the case endings and what the caller says. */
  #language(tag: number, { caseForm }: Spelling): number {
    const nats = this.#weights.language[tag];
    const number = this.#weights.languageNumber[tag];
    if (number !== LANGUAGE.UKRAINIAN && number !== LANGUAGE.RUSSIAN) return nats;
    const lang = number === LANGUAGE.UKRAINIAN ? "uk" : "ru";
    const asked = this.#options.lang;
    return (
      nats +
      (asked && lang !== asked ? PARAMETERS.otherThanAsked : 0) +
      (caseForm?.lang && lang !== caseForm.lang ? PARAMETERS.caseOfOtherLanguage : 0) +
      (this.#kinds & (lang === "ru" ? KIND.UKRAINIAN : KIND.RUSSIAN) ? PARAMETERS.otherLetters : 0)
    );
  }
}
