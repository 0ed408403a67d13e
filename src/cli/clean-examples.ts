import { ANSWER_COLUMNS, answerCells } from "../clean";
import { type Verdict, verdict } from "../core";
import { helpExamples } from "./help-examples";
import { openGazetteer } from "./open-gazetteer";
import { printCleanSummary } from "./print-clean-summary";

/** The table of the examples; a test holds the output below to what the command writes. */
const TABLE = ["id,place", "1,Krasnarmeysk", "2,Pokrovske", "3,вулиця Садова"];
const SHOWN = ["id", "en", "score", "status"] as const;

/** Examples of `allonym clean` with their output. */
export function cleanExamples(file: string | undefined): string {
  const names = TABLE.slice(1).map((line) => line.split(",")[1]);
  const answers = (): Verdict[] => names.map((name) => verdict(openGazetteer(file), name));
  const print = `printf '%s\\n' ${TABLE.map((line) => `'${line}'`).join(" ")}`;
  const fields = [2, ...SHOWN.map((column) => ANSWER_COLUMNS.indexOf(column) + 3)];
  return helpExamples([
    {
      command: `${print} |\n    allonym clean - -c place --quiet | cut -d, -f ${fields.join(",")}`,
      run: () =>
        [["place", ...SHOWN.map((column) => `place_${column}`)], ...answers().map(shownCells)]
          .map((cells) => `${cells.join(",")}\n`)
          .join(""),
    },
    {
      command: `${print} |\n    allonym clean - -c place > places.csv`,
      run: () => printCleanSummary(summaryOf(answers())),
    },
  ]);
}

const shownCells = (answer: Verdict): string[] => {
  const cells = answerCells(answer);
  return [answer.name, ...SHOWN.map((column) => cells[column])];
};

function summaryOf(answers: readonly Verdict[]): Parameters<typeof printCleanSummary>[0] {
  const of = (wanted: string): Verdict[] => answers.filter(({ status }) => status === wanted);
  return {
    rows: answers.length,
    matched: of("match").length,
    ambiguous: of("ambiguous").length,
    none: of("none").length,
    empty: 0,
    decided: 0,
    errors: {},
    distinct: answers.length,
    distinctExact: true,
    topUnmatched: of("none").map(({ name }) => ({ name, rows: 1, atLeast: false })),
    review: [],
  };
}
