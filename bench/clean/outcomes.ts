/** What became of a row: by whether a place is meant, and whether one was answered. */
export const OUTCOME = { right: 0, wrong: 1, unanswered: 2, silent: 3, answeredNothing: 4 } as const;

/** Marks rows whose place has a namesake in its oblast: name and oblast cannot tell the two apart. */
export const NAMESAKE = 8;

/** One of {@link OUTCOME} for a row that means `meant` (empty: no place) and was answered `id` (empty: no answer). */
export function outcomeOf(meant: string, id: string): number {
  if (meant === "") return id === "" ? OUTCOME.silent : OUTCOME.answeredNothing;
  if (id === "") return OUTCOME.unanswered;
  return id === meant ? OUTCOME.right : OUTCOME.wrong;
}

/** Rows counted by what became of them. */
export interface Tally {
  rows: number;
  /** rows that mean a place, and what became of them */
  labelled: number;
  right: number;
  wrong: number;
  /** rows of a place that no other of its oblast shares the name with, and how many of them are right and wrong */
  alone: number;
  aloneRight: number;
  aloneWrong: number;
  /** rows that mean no place, and how many of them were answered */
  nothing: number;
  nothingAnswered: number;
}

/** Counts the first `rows` of the outcomes. */
export function tally(outcomes: Uint8Array, rows: number = outcomes.length): Tally {
  const counts = new Uint32Array(16);
  for (let row = 0; row < rows; row++) counts[outcomes[row]]++;
  const alone = (outcome: number): number => counts[outcome];
  const all = (outcome: number): number => counts[outcome] + counts[outcome + NAMESAKE];
  return {
    rows,
    labelled: all(OUTCOME.right) + all(OUTCOME.wrong) + all(OUTCOME.unanswered),
    right: all(OUTCOME.right),
    wrong: all(OUTCOME.wrong),
    alone: alone(OUTCOME.right) + alone(OUTCOME.wrong) + alone(OUTCOME.unanswered),
    aloneRight: alone(OUTCOME.right),
    aloneWrong: alone(OUTCOME.wrong),
    nothing: all(OUTCOME.silent) + all(OUTCOME.answeredNothing),
    nothingAnswered: all(OUTCOME.answeredNothing),
  };
}

/** The share of right and wrong answers by each kind of spelling and slip, from the `made` column. */
export type TallyByMade = Map<string, { rows: number; right: number; wrong: number }>;

/** Counts one row under every word of its `made` cell. */
export function countMade(byMade: TallyByMade, made: string, outcome: number): void {
  for (const word of made.split(" ")) {
    let counts = byMade.get(word);
    if (counts === undefined) byMade.set(word, (counts = { rows: 0, right: 0, wrong: 0 }));
    counts.rows++;
    if (outcome === OUTCOME.right) counts.right++;
    if (outcome === OUTCOME.wrong) counts.wrong++;
  }
}
