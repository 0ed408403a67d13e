/**
 * The numbers of ranking, as natural logarithms. Chosen by `bench/tune.ts` on the labelled sets of the project's developers; the record
 * of each choice lies in `bench/record`.
 */
export interface Parameters {
  /** the chance of being written about grows with people to this power */
  growth: number;
  /** added for places of Ukraine, of its neighbours in the east, and of the rest of the world, which are decoys */
  home: number;
  neighbour: number;
  abroad: number;
  /** one plain edit: about one letter in ninety is wrong in names that people type */
  edit: number;
  /** added for what goes beyond the first edit: two slips in one name are rarer than chance says */
  secondEdit: number;
  /** what the status of the toponym adds */
  status: Record<string, number>;
  /** how much of a derivation rule's own log probability counts */
  derivation: number;
  /** a letter that differs although the folded keys agree: Гутір asked, Хутір found */
  spelling: number;
  /** a Cyrillic spelling that meets only a Latin toponym */
  latinForCyrillic: number;
  /** a toponym by its language: those of our texts are what writers start from; other Cyrillic ones hardly ever */
  language: Record<string, number>;
  otherLanguage: number;
  /** a case form and not the base form */
  inflection: number;
  /** the same where the gazetteer has the name as it was asked */
  inflectionBesidePlain: number;
  /** that a name is of no place we know, before it is looked at; less likely when the caller says where it lies */
  unknown: number;
  unknownInArea: number;
  /** and for each of its letters: how improbable a random name is */
  unknownLetter: number;
  /** letters that a name counts for at least when it is found as it stands, or as a case form */
  leastExactLength: number;
  leastBaseLength: number;
  /** added to the unknown for a name in lower case, which is more often a common word */
  lowerCase: number;
  /** and taken off a misspelt name in lower case: a common word is near some village's name */
  lowerCaseEdit: number;
  /** taken off a misspelling of a name in another language, or in one that nobody tells: people misspell the names they know */
  foreignEdit: number;
  /** distance at which nearness loses a factor e */
  nearKilometres: number;
  /** the first answer is a `match` from this probability on */
  matchFrom: number;
  /** the answer is `none` when all places together are less likely than this */
  anyFrom: number;
}

export const PARAMETERS: Parameters = {
  growth: 0.9,
  home: 0.7,
  neighbour: -0.7,
  abroad: -0.7,
  edit: 6.6,
  secondEdit: 8,
  status: { standardized: 0, variant: -0.8, claim: -0.5, former: -0.3, derived: 0.4 },
  derivation: 0.5,
  spelling: 1.25,
  latinForCyrillic: -3,
  language: { uk: 0, ru: 0, en: 0, be: -1, crh: -0.5, "und-Latn": -0.3, "und-Cyrl": -1.5 },
  otherLanguage: -0.7,
  inflection: -0.65,
  inflectionBesidePlain: -2,
  unknown: -3.5,
  unknownInArea: -4.2,
  unknownLetter: -2.2,
  leastExactLength: 9.2,
  leastBaseLength: 7.6,
  lowerCase: 2.5,
  lowerCaseEdit: -6,
  foreignEdit: -3,
  nearKilometres: 25,
  matchFrom: 0.6,
  anyFrom: 0.35,
};
