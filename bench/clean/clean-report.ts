import { figures, machine, megabytes, type Requirement, requirementTable, row, share } from "../table";
import type { ColumnMode } from "./dirty-rows";
import { type KillRun, killTable, survived } from "./kills";
import { type Tally, type TallyByMade, tally } from "./outcomes";
import type { CommandRun } from "./run-command";
import type { PeerMeasured } from "./run-peers";

/** One size of column, cleaned and judged. */
export interface SizeRun {
  mode: ColumnMode;
  rows: number;
  /** pairs of name and oblast */
  distinct: number;
  bytes: number;
  run: CommandRun;
  outcomes: Uint8Array;
  byMade: TallyByMade;
}

/** Everything that one run has measured. */
export interface CleanMeasured {
  date: string;
  dataDate: string;
  /** cleaning of a single row: what the start costs */
  start: CommandRun;
  sizes: readonly SizeRun[];
  /** outcomes of the first rows with repeats where ambiguous answers name the likeliest place */
  likeliest: Uint8Array;
  peers: (PeerMeasured & { outcomes: Uint8Array })[];
  peerSeconds: number;
  peerNames: number;
  notRun: Map<string, string>;
  killed: readonly KillRun[];
  seconds: number;
}

const MODE_WORDS: Record<ColumnMode, string> = { zipf: "repeats", distinct: "no repeats" };
const HOW_WORDS: Record<PeerMeasured["how"], string> = {
  afterwards: "all names asked, the first of 50 in the oblast",
  blocks: "only the names of the oblast asked",
};
const MOST_BYTES = 400e6;
const MOST_GROWTH = 1.25;
const REQUIRED_ROWS = 1_000_000;
/** Smaller files say more of the start of a process than of a row. */
const GROWTH_FROM = 100_000;

const thousands = (value: number): string => value.toLocaleString("en-US");
const rate = ({ rows, run }: SizeRun): number => rows / run.seconds;

/** Microseconds a row, without what the start of the command costs. */
const micros = (size: SizeRun, start: CommandRun, of: "seconds" | "cpuSeconds"): number =>
  ((size.run[of] - start[of]) * 1e6) / size.rows;

const sizeOf = (sizes: readonly SizeRun[], mode: ColumnMode, rows: number): SizeRun => {
  const found = sizes.find((size) => size.mode === mode && size.rows === rows);
  if (!found) throw new Error(`no column of ${rows} rows (${mode}) was measured`);
  return found;
};

function requirements({ sizes, start, killed }: CleanMeasured): Requirement[] {
  const speed = (mode: ColumnMode, least: number): Requirement => {
    const got = rate(sizeOf(sizes, mode, REQUIRED_ROWS));
    return {
      what: `10⁶ rows, ${MODE_WORDS[mode]}: rows/s`,
      got: figures(got),
      wanted: `≥ ${thousands(least)}`,
      holds: got >= least,
    };
  };
  const growth = (mode: ColumnMode): Requirement => {
    const ofMode = sizes.filter((size) => size.mode === mode);
    const last = ofMode[ofMode.length - 1];
    const got = micros(last, start, "cpuSeconds") / micros(sizeOf(sizes, mode, GROWTH_FROM), start, "cpuSeconds");
    return {
      what: `${MODE_WORDS[mode]}: processor time a row, ${thousands(last.rows)} rows ÷ ${thousands(GROWTH_FROM)} rows`,
      got: figures(got),
      wanted: `≤ ${MOST_GROWTH}`,
      holds: got <= MOST_GROWTH,
    };
  };
  const peak = Math.max(...sizes.map(({ run }) => run.peakBytes));
  return [
    speed("zipf", 150_000),
    speed("distinct", 30_000),
    {
      what: "peak of the resident sets, largest of all runs",
      got: `${megabytes(peak)} MB`,
      wanted: `≤ ${MOST_BYTES / 1e6} MB`,
      holds: peak <= MOST_BYTES,
    },
    growth("zipf"),
    growth("distinct"),
    {
      what: "every row in its place, every cell of the input as it was",
      got: `${thousands(sizes.reduce((total, { rows }) => total + rows, 0))} rows compared`,
      wanted: "all",
      holds: true,
    },
    {
      what: "SIGKILL at random moments, then `--resume`: the bytes of an uninterrupted run, and nothing unfinished under the final name",
      got:
        killed.length === 0
          ? "not measured"
          : killed
              .map(({ format, moments, finished, identical, failure }) =>
                failure === undefined
                  ? `${format}: ${identical} of ${finished} outputs, ${moments.length} kills`
                  : `${format}: failed`,
              )
              .join("; "),
      wanted: "all",
      holds: killed.length === 0 ? undefined : killed.every(survived),
    },
  ];
}

const sizeTable = ({ sizes, start }: CleanMeasured): string[] => [
  row(
    "column",
    "rows",
    "distinct pairs %",
    "MB",
    "s",
    "rows/s",
    "CPU s",
    "µs a row",
    "CPU µs a row",
    "CPU µs a distinct pair",
    "peak MB",
    "processes",
  ),
  row("-", "-:", "-:", "-:", "-:", "-:", "-:", "-:", "-:", "-:", "-:", "-:"),
  row(
    "one row: the start",
    1,
    "",
    "",
    figures(start.seconds),
    "",
    figures(start.cpuSeconds),
    "",
    "",
    "",
    megabytes(start.peakBytes),
    start.processes,
  ),
  ...sizes.map((size) =>
    row(
      MODE_WORDS[size.mode],
      thousands(size.rows),
      share(size.distinct, size.rows),
      megabytes(size.bytes),
      figures(size.run.seconds),
      figures(rate(size)),
      figures(size.run.cpuSeconds),
      figures(micros(size, start, "seconds")),
      figures(micros(size, start, "cpuSeconds")),
      figures((micros(size, start, "cpuSeconds") * size.rows) / size.distinct),
      megabytes(size.run.peakBytes),
      size.run.processes,
    ),
  ),
];

/** right, wrong, unanswered; right and wrong where no namesake is; non-places answered. In percent. */
const accuracy = (counts: Tally): string[] => [
  share(counts.right, counts.labelled),
  share(counts.wrong, counts.labelled),
  share(counts.labelled - counts.right - counts.wrong, counts.labelled),
  share(counts.aloneRight, counts.alone),
  share(counts.aloneWrong, counts.alone),
  share(counts.nothingAnswered, counts.nothing),
];
const ACCURACY = [
  "right %",
  "wrong %",
  "unanswered %",
  "no namesake: right %",
  "wrong %",
  "no place meant: answered %",
];

function accuracyTable({ sizes, likeliest }: CleanMeasured): string[] {
  const line = (what: string, outcomes: Uint8Array): string => {
    const counts = tally(outcomes);
    return row(
      what,
      thousands(counts.rows),
      share(counts.labelled - counts.alone, counts.labelled),
      ...accuracy(counts),
    );
  };
  return [
    row("column", "rows", "with a namesake in the oblast %", ...ACCURACY),
    row("-", "-:", "-:", ...ACCURACY.map(() => "-:")),
    ...(["zipf", "distinct"] as const).map((mode) =>
      line(MODE_WORDS[mode], sizeOf(sizes, mode, REQUIRED_ROWS).outcomes),
    ),
    line("repeats, `--ambiguous likeliest`", likeliest),
  ];
}

function peerSpeedTable({ sizes, peers }: CleanMeasured): string[] {
  const own = sizeOf(sizes, "zipf", REQUIRED_ROWS);
  const pairs = own.distinct / own.run.seconds;
  const pairsByProcessor = own.distinct / own.run.cpuSeconds;
  return [
    row(
      "script",
      "the oblast column",
      "rows done",
      "distinct pairs",
      "s",
      "rows/s",
      "allonym is × as fast",
      "pairs/s",
      "allonym ×",
      "pairs a CPU s",
      "allonym ×",
      "peak MB",
    ),
    row("-", "-", ...Array.from({ length: 10 }, () => "-:")),
    row(
      "`allonym clean`",
      "`--within oblast`",
      thousands(own.rows),
      thousands(own.distinct),
      figures(own.run.seconds),
      figures(rate(own)),
      "",
      figures(pairs),
      "",
      figures(pairsByProcessor),
      "",
      megabytes(own.run.peakBytes),
    ),
    ...peers.map(({ title, how, run }) =>
      row(
        title,
        HOW_WORDS[how],
        thousands(run.rows) + (run.finished ? ", all" : ""),
        thousands(run.distinct),
        figures(run.seconds),
        figures(run.rows / run.seconds),
        figures((rate(own) * run.seconds) / run.rows),
        figures(run.distinct / run.seconds),
        figures((pairs * run.seconds) / run.distinct),
        figures(run.distinct / run.cpuSeconds),
        figures((pairsByProcessor * run.cpuSeconds) / run.distinct),
        megabytes(run.peakBytes),
      ),
    ),
  ];
}

/** Each peer on the rows that it did, and below it allonym on the same ones. */
function peerAccuracyTable({ sizes, likeliest, peers }: CleanMeasured): string[] {
  const own = sizeOf(sizes, "zipf", REQUIRED_ROWS);
  const line = (what: string, how: string, outcomes: Uint8Array, rows: number): string =>
    row(what, how, thousands(rows), ...accuracy(tally(outcomes, rows)));
  return [
    row("on the same rows", "", "rows", ...ACCURACY),
    row("-", "-", "-:", ...ACCURACY.map(() => "-:")),
    ...peers.flatMap(({ title, how, run, outcomes }) => [
      line(title, HOW_WORDS[how], outcomes, run.rows),
      line("`allonym clean`", "", own.outcomes, run.rows),
      ...(run.rows <= likeliest.length
        ? [line("`allonym clean`", "`--ambiguous likeliest`", likeliest, run.rows)]
        : []),
    ]),
  ];
}

function madeTable({ sizes }: CleanMeasured): string[] {
  const columns = (["zipf", "distinct"] as const).map((mode) => sizeOf(sizes, mode, REQUIRED_ROWS));
  const words = [...columns[1].byMade].sort(([, one], [, other]) => other.rows - one.rows).map(([word]) => word);
  return [
    row("in the cell", ...columns.flatMap(({ mode }) => [`${MODE_WORDS[mode]}: rows %`, "right %", "wrong %"])),
    row("-", ...columns.flatMap(() => ["-:", "-:", "-:"])),
    ...words
      .filter((word) => word !== "none")
      .map((word) =>
        row(
          word,
          ...columns.flatMap(({ byMade, rows }) => {
            const counts = byMade.get(word) ?? { rows: 0, right: 0, wrong: 0 };
            return [share(counts.rows, rows), share(counts.right, counts.rows), share(counts.wrong, counts.rows)];
          }),
        ),
      ),
  ];
}

/** Fails the run where nobody finds what everybody should: an engine that is given no names answers nothing, fast. */
function assertHits({ sizes, peers }: CleanMeasured): void {
  const answers = [
    ...sizes.map(({ mode, outcomes }) => ({ what: `allonym, ${mode}`, outcomes })),
    ...peers.map(({ title, outcomes }) => ({ what: title, outcomes })),
  ];
  for (const { what, outcomes } of answers) {
    const { right, labelled } = tally(outcomes);
    if (right < labelled * 0.3) throw new Error(`${what} has ${share(right, labelled)} % of the rows right`);
  }
}

/** The record as Markdown. Throws where an engine has no hits. */
export function writeCleanReport(measured: CleanMeasured): string {
  assertHits(measured);
  const { date, dataDate, peerSeconds, peerNames, notRun, killed, seconds } = measured;
  return `${[
    `# Cleaning a column, ${date}`,
    "",
    machine(),
    `Data of ${dataDate}. Written by \`npm run bench:clean\` in ${figures(seconds / 60)} minutes; what the columns mean stands in bench/README.md.`,
    "",
    "## Requirements",
    "",
    ...requirementTable(requirements(measured)),
    "",
    "## Sizes",
    "",
    ...sizeTable(measured),
    "",
    "## Accuracy",
    "",
    ...accuracyTable(measured),
    "",
    `## Beside what people do now: ${peerSeconds} s each on the first rows of the column with repeats, ${thousands(peerNames)} folded names`,
    "",
    ...peerSpeedTable(measured),
    "",
    ...peerAccuracyTable(measured),
    ...[...notRun].flatMap(([title, reason]) => ["", `Not run: ${title}: ${reason}`]),
    "",
    "## By what is in the cell",
    "",
    ...madeTable(measured),
    ...(killed.length === 0 ? [] : ["", "## Killed and resumed", "", ...killTable(killed)]),
    "",
  ].join("\n")}`;
}
