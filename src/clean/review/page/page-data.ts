/** What the page is given: the values to decide, and each place once. */
export interface PageData {
  /** Tells the pages of two columns apart where a browser keeps decisions. */
  fingerprint: string;
  /** By frequency. */
  values: PageValue[];
  places: PagePlace[];
}

export interface PageValue {
  name: string;
  /** Empty where the column has no unit beside it. */
  within: string;
  rows: number;
  status: "ambiguous" | "none";
  /** Best first. */
  candidates: PageCandidate[];
}

export interface PageCandidate {
  /** Index in {@link PageData.places}. */
  place: number;
  score: number;
  /** How the value leads to the place, in words. */
  how: string;
}

export interface PagePlace {
  id: string;
  en: string;
  uk: string;
  ru: string;
  class: string;
  /** Names of the units that hold it, from the hromada up. */
  within: string[];
  population?: number;
}
