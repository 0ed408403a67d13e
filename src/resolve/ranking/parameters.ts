import type { LatinReading } from "../../text/fold";
import type { Rewording } from "../../text/rewording";
import type { SurnameEnding } from "./surname";

/**
 * The numbers of ranking, as natural logarithms. Fitted by `bench/tune.ts` on the labelled sets of the project's developers, whose scores
 * lie in `bench/record`. Set by hand, because those sets draw places evenly and texts do not: `growth`, `growthInArea`, `home`,
 * `neighbour`, `abroad`, the classes `hromada`, `river` and `city-district`, `stateAbroad`, `macron`, `specific-element`, `leastExactLength`, the possessive surname,
 * `besideGeneric`, `partAnywhere`, `otherClass`, `asOf`, `sharpness`, `certainty`, and the thresholds at the end (`bench/calibration.ts` says how low they may lie).
 */
export interface Parameters {
  /** the chance of being written about grows with people to this power */
  growth: number;
  /** the same where the caller says in which unit the place lies */
  growthInArea: number;
  /** added for places of Ukraine, of its neighbours in the east, and of the rest of the world, which are decoys */
  home: number;
  neighbour: number;
  abroad: number;
  /** units and waters are named less often by their bare name than the town of the same name is */
  placeClass: Record<string, number>;
  /** the same for states abroad, of which many have a name of their own */
  stateAbroad: number;
  /** how likely a Latin name is to be meant in another reading than the English one */
  reading: Record<LatinReading, number>;
  /** one plain edit: about one letter in ninety is wrong in names that people type */
  edit: number;
  /** added for what goes beyond the first edit: two slips in one name are rarer than chance says */
  secondEdit: number;
  /** what the status of the toponym adds, or the rule that derived it */
  status: Record<string, number>;
  /** a former name that nobody dates, and one more decade since it was official */
  undatedFormer: number;
  /** a case form of a former name: whose text runs on in a language says the name of the day */
  formerInflected: number;
  formerDecade: number;
  /** a name that was official on the day that is asked for; the same is taken off one that was not */
  asOf: number;
  /** how much of a derivation rule's own log probability counts */
  derivation: number;
  /** a letter that differs although the folded keys agree: Гутір asked, Хутір found */
  spelling: number;
  /** a Latin spelling that no published system gives */
  spellingLatin: number;
  /** a Cyrillic spelling that meets only a Latin toponym */
  latinForCyrillic: number;
  /** a toponym by its language: those of our texts are what writers start from; other Cyrillic ones hardly ever */
  language: Record<string, number>;
  otherLanguage: number;
  /** a toponym of another language than the caller says */
  otherThanAsked: number;
  /** a toponym of the language that does not write one of the letters */
  otherLetters: number;
  /** a case form and not the base form */
  inflection: number;
  /** the same where the gazetteer has the name as it was asked */
  inflectionBesidePlain: number;
  /** how much it counts that a case ending is unusual */
  ending: number;
  /** the words of the name are put otherwise */
  reworded: Record<Rewording["how"], number>;
  /** a name of two words by one of them, where nobody says in which unit the place lies */
  partAnywhere: number;
  /** the adjective of a name, for a direction */
  adjective: number;
  /** a Russian case form of a Ukrainian name, or the other way round */
  caseOfOtherLanguage: number;
  /** that a name is of no place we know, before it is looked at; less likely when the caller says where it lies */
  unknown: number;
  unknownInArea: number;
  /** added for a Latin name: foreign writers use old maps, whose names nobody may have told us of */
  unknownLatinInArea: number;
  /** and for each of its letters: how improbable a random name is */
  unknownLetter: number;
  /** how much of the surprise of its letters counts: a word that is no place is made of usual syllables, a slip breaks them */
  surprise: number;
  /** letters that a name counts for at least when it is found as it stands, or as a case form */
  leastExactLength: number;
  leastBaseLength: number;
  /** added to the unknown for a name with a generic element: "р-н" stands beside places only */
  besideGeneric: number;
  /** added to the unknown for a name in lower case, which is more often a common word, and for one that ends like a surname */
  lowerCase: number;
  surname: Record<SurnameEnding, number>;
  /** and for one that is a decoy: a known word or a name elsewhere */
  decoy: number;
  /** and for one with long vowels marked: a place far away, unless it is Latvian */
  macron: number;
  /** added among namesakes for one of another class than its generic element says first */
  otherClass: number;
  /** and taken off a misspelt name in lower case: a common word is near some village's name */
  lowerCaseEdit: number;
  /** taken off a misspelt case form: words in every case are near some village's */
  misspeltCaseForm: number;
  /** taken off a misspelling of a name in another language, or in one that nobody tells: people misspell the names they know */
  foreignEdit: number;
  /** distance at which nearness loses a factor e */
  nearKilometres: number;
  /** which of the places with such a name is meant: the evidence is taken to this power, since its pieces are less independent than the sum supposes */
  sharpness: number;
  /** the most that is ever believed: so many names mean a place that nobody told us of */
  certainty: number;
  /** the first answer is a `match` from this probability on */
  matchFrom: number;
  /** and when it is so many times as likely as the second: one namesake in five is too many to store the other */
  clearOf: number;
  /** factor of every score when a name brings a hint along that names no unit we know: "Odessa, Texas" */
  hintNotUnderstood: number;
  /** the answer is `none` when all places together are less likely than this */
  anyFrom: number;
}

export const PARAMETERS: Parameters = {
  growth: 0.8,
  growthInArea: 0.45,
  home: 3.1,
  neighbour: -1,
  abroad: -1.4,
  placeClass: {
    hromada: -1.8,
    raion: -2,
    oblast: -3.26,
    "city-district": -4,
    river: -3.5,
    lake: -1.07,
    facility: -1.16,
  },
  stateAbroad: -2,
  reading: {
    english: 0,
    slavic: -1.78,
    german: -1.94,
    french: -2,
    scholarly: -1.3,
    hungarian: -2.49,
    spanish: -2.46,
  },
  edit: 6.09,
  secondEdit: 5.52,
  status: {
    standardized: 0,
    variant: 0.4,
    claim: -0.5,
    former: 1.96,
    "ru-from-uk": 0.15,
    "uk-from-ru": -1.53,
    "specific-element": 1,
  },
  formerInflected: -2,
  undatedFormer: -2.66,
  formerDecade: -1.83,
  asOf: 1.5,
  derivation: 1.35,
  spelling: 3.51,
  spellingLatin: 1.12,
  latinForCyrillic: -5.1,
  language: {
    uk: 0,
    ru: 0,
    en: 0,
    be: -0.11,
    crh: -0.48,
    "und-Latn": -1.05,
    "und-Cyrl": -1.48,
  },
  otherLanguage: -1.55,
  otherThanAsked: -1,
  otherLetters: -1.99,
  inflection: 1.64,
  inflectionBesidePlain: -2.61,
  ending: 4.91,
  reworded: {
    translated: -0.5,
    turned: -1,
    shortened: -3,
    "other-gender": -3.5,
  },
  partAnywhere: -8,
  adjective: 0.54,
  caseOfOtherLanguage: -1.8,
  unknown: -23,
  unknownInArea: -21.51,
  unknownLatinInArea: 0.51,
  unknownLetter: -1.58,
  surprise: 0.41,
  leastExactLength: 10.2,
  leastBaseLength: 7.66,
  besideGeneric: -3,
  lowerCase: 4.54,
  surname: {
    person: 5.2,
    possessive: 3,
  },
  decoy: 5.04,
  macron: 3,
  otherClass: -3,
  lowerCaseEdit: -4.06,
  misspeltCaseForm: -4,
  foreignEdit: -2.15,
  nearKilometres: 25,
  sharpness: 0.64,
  certainty: 0.99,
  matchFrom: 0.73,
  clearOf: 4.8,
  hintNotUnderstood: 0.7,
  anyFrom: 0.5,
};
