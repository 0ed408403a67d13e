import { median } from "../round";
import { figures, machine, megabytes, type Requirement, requirementTable, row, share } from "../table";
import type { GoldenRows } from "./golden-rows";
import { ELSEWHERE, isNegative, NOTHING } from "./golden-rows";
import { meant, type Verdicts } from "./judge";
import type { PeerResult, PeerResults } from "./run-peers";

/** Everything that one run has measured, and what it was asked. */
export interface PeerRun {
  date: string;
  dataDate: string;
  fileBytes: number;
  names: number;
  golden: GoldenRows;
  results: PeerResults;
  titles: Record<string, { title: string; setting: string }>;
  versions: readonly string[];
  seconds: number;
}

const OWN: ReadonlySet<string> = new Set(["resolve", "decide", "match"]);

const ratio = (one: PeerResult, other: PeerResult): number[] => one.rates.map((rate, at) => rate / other.rates[at]);

/** Fails the run in which an engine finds hardly any exact name: a bench of an engine that is held wrongly is no bench. */
function assertHits({ ran }: PeerResults): void {
  for (const { title, setting, mixed } of ran.values()) {
    if (mixed.exact.first < 0.3 * mixed.exact.asked)
      throw new Error(`${title} (${setting}) finds ${mixed.exact.first} of ${mixed.exact.asked} exact names`);
  }
}

/** What is asked of allonym beside the peers, within the same rounds. Rows of peers that did not run stand, not measured. */
function requirements({ results: { ran }, titles }: PeerRun): Requirement[] {
  const rounds = (values: readonly number[]): string =>
    `${figures(median(values))} (rounds ${values.map(figures).join(", ")})`;
  const all: Requirement[] = [];
  for (const key of ["decide", "resolve"]) {
    const own = ran.get(key);
    if (!own) throw new Error(`allonym was not measured: ${key}`);
    all.push({
      what: `mixed load: ${own.title}, names/s on one core`,
      got: rounds(own.rates),
      wanted: "≥ 25,000",
      holds: median(own.rates) >= 25_000,
    });
    all.push({
      what: `mixed load: ${own.title}, p99`,
      got: `${rounds(own.p99)} µs`,
      wanted: "≤ 500 µs",
      holds: median(own.p99) <= 500,
    });
    for (const [peer, least] of [
      ["passjoin", 5],
      ["minisearch", 100],
      ["fuse", 5000],
      ["rapidfuzz", 50],
    ] as const) {
      const what = `mixed load: ${own.title} ÷ ${titles[peer].title} (${titles[peer].setting})`;
      const wanted = `≥ ${least.toLocaleString("en-US")}`;
      const other = ran.get(peer);
      const got = other ? ratio(own, other) : [];
      all.push(
        other
          ? { what, got: rounds(got), wanted, holds: median(got) >= least }
          : { what, got: "not run", wanted, holds: undefined },
      );
    }
  }
  return all;
}

function goldenTable({ results: { ran }, golden }: PeerRun): string[] {
  const lines = [
    row(
      "engine",
      "setting",
      "right first %",
      "right in five %",
      "right place %",
      "wrong first %",
      "no answer %",
      "nothing meant: answered %",
      "elsewhere meant: answered %",
      "rows",
    ),
    row("-", "-", "-:", "-:", "-:", "-:", "-:", "-:", "-:", "-:"),
  ];
  const own = ran.get("resolve")?.golden.right ?? [];
  for (const {
    title,
    setting,
    golden: { kinds, right },
  } of ran.values()) {
    const places = meant(kinds);
    const answered = (kind: string): string => {
      const verdicts = kinds.get(kind);
      return verdicts ? share(verdicts.answered, verdicts.asked) : "–";
    };
    const meantHere = golden.rows.slice(0, right.length).map(({ kind }, at) => !isNegative(kind) && own[at]);
    const ownHere = share(meantHere.filter(Boolean).length, places.asked);
    lines.push(
      row(
        title,
        setting,
        share(places.first, places.asked),
        share(places.five, places.asked),
        share(places.place, places.asked),
        share(places.answered - places.first, places.asked),
        share(places.asked - places.answered, places.asked),
        answered(NOTHING),
        answered(ELSEWHERE),
        right.length === golden.rows.length
          ? "all"
          : `${right.length} of ${golden.rows.length}; allonym on these: ${ownHere}`,
      ),
    );
  }
  return lines;
}

function kindTable({ results: { ran }, golden }: PeerRun): string[] {
  const counts = new Map<string, number>();
  for (const { kind } of golden.rows) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts.keys()].filter((kind) => !isNegative(kind)).sort();
  const cell = (verdicts: Verdicts | undefined): string =>
    verdicts ? `${share(verdicts.first, verdicts.asked)} / ${share(verdicts.five, verdicts.asked)}` : "–";
  return [
    row("engine", "setting", ...kinds.map((kind) => `${kind} (${counts.get(kind)})`)),
    row("-", "-", ...kinds.map(() => "-:")),
    ...[...ran.values()].map(({ title, setting, golden: own }) =>
      row(title, setting, ...kinds.map((kind) => cell(own.kinds.get(kind)))),
    ),
  ];
}

function mixedTable({ results: { ran }, fileBytes }: PeerRun): string[] {
  const decide = ran.get("decide");
  const lines = [
    row(
      "engine",
      "setting",
      "exact: right first %",
      "typo: right first %",
      "typo: wrong first %",
      "unknown: answered %",
      "queries judged",
      "queries/s",
      "p50 µs",
      "p99 µs",
      "index s",
      "memory MB",
      "decision is × as fast",
    ),
    row("-", "-", "-:", "-:", "-:", "-:", "-:", "-:", "-:", "-:", "-:", "-", "-:"),
  ];
  for (const [key, { title, setting, ready, rates, p50, p99, mixed }] of ran) {
    const { exact, typo, unknown } = mixed;
    const own = OWN.has(key);
    lines.push(
      row(
        title,
        setting,
        share(exact.first, exact.asked),
        share(typo.first, typo.asked),
        share(typo.answered - typo.first, typo.asked),
        share(unknown.answered, unknown.asked),
        figures(exact.asked + typo.asked + unknown.asked),
        figures(median(rates)),
        figures(median(p50)),
        figures(median(p99)),
        own ? "–" : figures(ready.buildSeconds),
        own ? `${megabytes(fileBytes)} file` : `${megabytes(ready.memoryBytes)} ${ready.memory}`,
        own || !decide ? "" : figures(median(ratio(decide, ran.get(key) as PeerResult))),
      ),
    );
  }
  return lines;
}

/** The record as Markdown. Throws where an engine finds hardly any exact name. */
export function writePeersReport(run: PeerRun): string {
  assertHits(run.results);
  const { golden, results } = run;
  const count = (of: (kind: string) => boolean): number => golden.rows.filter(({ kind }) => of(kind)).length;
  const hinted = golden.rows.filter(({ options }) => options !== null).length;
  const kinds = new Set(golden.rows.map(({ kind }) => kind));
  return `${[
    `# Peers: accuracy and speed, ${run.date}`,
    "",
    machine(),
    `${run.versions.join(", ")}. Run time ${figures(run.seconds / 60)} minutes.`,
    `Data of ${run.dataDate}: ${run.names.toLocaleString("en-US")} distinct names of places of UA, RU, BY and MD, derived ones included, and their places for every engine.`,
    "Written by `npm run bench:peers`; what the columns mean stands in bench/README.md. Rates and ratios are medians of rounds.",
    "",
    "## Requirements",
    "",
    ...requirementTable(requirements(run)),
    "",
    "## Golden rows",
    "",
    `Rows of test/golden: ${count((kind) => !isNegative(kind))} mean a place of UA, RU, BY or MD, ${count((kind) => kind === NOTHING)} mean none, ${count((kind) => kind === ELSEWHERE)} a place elsewhere; ${hinted} have hints. ${golden.unheld} mean a place that the file does not hold: nobody can be right. Left out: ${golden.undecided} that expect \`ambiguous\` without a place.`,
    "The rows are the project's own: allonym was made with them in view. Peers hold all of its names, derived and former ones too.",
    "",
    ...goldenTable(run),
    "",
    ...([...kinds].filter((kind) => !isNegative(kind)).length > 1
      ? ["## Golden rows by kind: right first % / right in five %", "", ...kindTable(run), ""]
      : []),
    "## Mixed load: a third exact names, a third with one typo, a third unknown words",
    "",
    ...mixedTable(run),
    "",
    "## Not run",
    "",
    ...(results.notRun.size === 0
      ? ["Nothing: every engine ran."]
      : [...results.notRun].map(([key, why]) => `- ${run.titles[key].title} (${run.titles[key].setting}): ${why}`)),
    ...thrownNotes(results),
    "",
  ].join("\n")}`;
}

function thrownNotes({ ran }: PeerResults): string[] {
  const notes = [...ran.values()].filter(({ thrown }) => thrown > 0);
  if (notes.length === 0) return [];
  return [
    "",
    ...notes.map(
      ({ title, setting, thrown }) => `${title} (${setting}) threw on ${thrown} queries, which count as not answered.`,
    ),
  ];
}
