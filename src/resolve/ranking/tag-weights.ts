import type { Gazetteer } from "../../gazetteer/gazetteer";
import { PARAMETERS } from "./parameters";

/** Languages of toponyms as {@link TagWeights} numbers them. */
export const LANGUAGE = { OTHER: 0, UKRAINIAN: 1, RUSSIAN: 2, ENGLISH: 3 } as const;

/**
 * What the tags of toponyms weigh, in nats by the number of the tag: a file has some hundred tags and a hundred thousand toponyms, and
 * looking words up in tables for each would be a third of the time that a candidate takes.
 */
export class TagWeights {
  /** status, or the rule that derived the toponym */
  readonly status: Float64Array;
  /** how sure that rule is */
  readonly derivation: Float64Array;
  readonly language: Float64Array;
  /** a number of {@link LANGUAGE} */
  readonly languageNumber: Uint8Array;
  /** what is added where nobody says in which unit the place lies */
  readonly anywhere: Float64Array;
  /** 1 for former names */
  readonly isFormer: Uint8Array;

  constructor({ meta: { tags } }: Gazetteer) {
    this.status = Float64Array.from(tags, ({ derivedBy, status }) => PARAMETERS.status[derivedBy ?? status] ?? 0);
    this.derivation = Float64Array.from(tags, ({ derivedBy, logProbability }) =>
      logProbability ? logProbability * (derivedBy ? PARAMETERS.derivation : 1) : 0,
    );
    this.language = Float64Array.from(tags, ({ lang }) => PARAMETERS.language[lang] ?? PARAMETERS.otherLanguage);
    this.languageNumber = Uint8Array.from(tags, ({ lang }) =>
      lang === "uk"
        ? LANGUAGE.UKRAINIAN
        : lang === "ru"
          ? LANGUAGE.RUSSIAN
          : lang === "en"
            ? LANGUAGE.ENGLISH
            : LANGUAGE.OTHER,
    );
    this.anywhere = Float64Array.from(tags, ({ derivedBy }) => (derivedBy === "part" ? PARAMETERS.partAnywhere : 0));
    this.isFormer = Uint8Array.from(tags, ({ status }) => (status === "former" ? 1 : 0));
  }
}
