import type { Footprint } from "./memory";
import { type Measured, median, percent, ratios } from "./round";
import { figures, machine, megabytes, type Requirement, requirementTable, row } from "./table";

/** Everything that one run has measured. */
export interface Run {
  date: string;
  dataDate: string;
  footprint: Footprint;
  mixed: Map<string, Measured>;
  fresh: Map<string, Measured>;
  cached: Map<string, Measured>;
}

const of = (measured: Map<string, Measured>, key: string): Measured => {
  const found = measured.get(key);
  if (!found) throw new Error(`no engine ${key} was measured`);
  return found;
};

/** Fails the run where a bench that should find something does not: a fast engine that answers nothing must not pass for one. */
function assertHits(run: Run): void {
  for (const table of [run.fresh, run.cached]) {
    for (const measured of table.values()) {
      const answered = percent(measured, "exact", "answered");
      if (answered < 99) throw new Error(`${measured.title} answers ${figures(answered)} % of exact names`);
    }
  }
  for (const measured of run.mixed.values()) {
    const right = percent(measured, "exact", "right");
    if (right < 30) throw new Error(`${measured.title} finds ${figures(right)} % of exact names`);
  }
}

function mixedTable({ mixed }: Run): string[] {
  const decide = of(mixed, "decide");
  const resolve = of(mixed, "resolve");
  const lines = [
    row(
      "engine",
      "queries/s",
      "p50 µs",
      "p99 µs",
      "exact: right first %",
      "typo: right first %",
      "typo: wrong first %",
      "unknown: answered %",
      "queries",
      "index",
      "decision is × as fast",
      "`resolve` is × as fast",
    ),
    row("-", "-:", "-:", "-:", "-:", "-:", "-:", "-:", "-:", "-", "-:", "-:"),
  ];
  for (const [key, measured] of mixed) {
    const own = key === "decide" || key === "resolve";
    let queries = 0;
    for (const { tallies } of measured.rounds)
      queries += tallies.exact.asked + tallies.typo.asked + tallies.unknown.asked;
    lines.push(
      row(
        measured.title,
        figures(median(measured.rates)),
        figures(median(measured.rounds.map(({ p50 }) => p50))),
        queries / measured.rounds.length < 100 ? "–" : figures(median(measured.rounds.map(({ p99 }) => p99))),
        figures(percent(measured, "exact", "right")),
        figures(percent(measured, "typo", "right")),
        figures(percent(measured, "typo", "answered") - percent(measured, "typo", "right")),
        figures(percent(measured, "unknown", "answered")),
        figures(queries),
        own ? "the file" : `${figures(measured.built.buildSeconds)} s, ${megabytes(measured.built.heapBytes)} MB heap`,
        own ? "" : figures(median(ratios(decide, measured))),
        own ? "" : figures(median(ratios(resolve, measured))),
      ),
    );
  }
  return lines;
}

function exactTable({ fresh, cached }: Run): string[] {
  const lines = [
    row(
      "engine",
      "fresh strings, names/s",
      "same strings again, names/s",
      "right first %",
      "× the floor, fresh",
      "× the floor, again",
    ),
    row("-", "-:", "-:", "-:", "-:", "-:"),
  ];
  for (const [key, measured] of fresh) {
    const again = of(cached, key);
    lines.push(
      row(
        measured.title,
        figures(median(measured.rates)),
        figures(median(again.rates)),
        key === "lookup" ? "as above" : figures(percent(measured, "exact", "right")),
        figures(median(ratios(measured, of(fresh, "asciiMap")))),
        figures(median(ratios(again, of(cached, "asciiMap")))),
      ),
    );
  }
  return lines;
}

function requirements(run: Run): Requirement[] {
  const { mixed, fresh, cached, footprint } = run;
  const times = (what: string, values: readonly number[], least: number, wanted: string): Requirement => ({
    what,
    got: `${figures(median(values))} (rounds ${values.map(figures).join(", ")})`,
    wanted,
    holds: median(values) >= least,
  });
  const below = (what: string, value: number, most: number, unit: string): Requirement => ({
    what,
    got: `${figures(value)} ${unit}`,
    wanted: `≤ ${most} ${unit}`,
    holds: value <= most,
  });
  const versus = (own: string, peer: string, least: number): Requirement =>
    times(
      `mixed: ${of(mixed, own).title} ÷ ${of(mixed, peer).title}`,
      ratios(of(mixed, own), of(mixed, peer)),
      least,
      `≥ ${least.toLocaleString("en-US")}`,
    );
  const rate = (own: string, least: number): Requirement =>
    times(
      `mixed: ${of(mixed, own).title}, names/s on one core`,
      of(mixed, own).rates,
      least,
      `≥ ${least.toLocaleString("en-US")}`,
    );
  const slowest = (own: string, most: number): Requirement =>
    below(`mixed: ${of(mixed, own).title}, p99`, median(of(mixed, own).rounds.map(({ p99 }) => p99)), most, "µs");
  const exact = (table: Map<string, Measured>, key: string, how: string): Requirement =>
    times(
      `exact, ${how}: ${of(table, key).title} ÷ floor`,
      ratios(of(table, key), of(table, "asciiMap")),
      1 / 3,
      "≥ 1/3",
    );
  return [
    exact(fresh, "lookupPlaces", "fresh strings"),
    exact(cached, "lookupPlaces", "same strings"),
    exact(fresh, "lookup", "fresh strings"),
    exact(cached, "lookup", "same strings"),
    ...["decide", "resolve"].flatMap((own) => [
      rate(own, 25_000),
      slowest(own, 500),
      versus(own, "passjoin", 5),
      versus(own, "mapThenPassjoin", 1),
      versus(own, "minisearch", 100),
      versus(own, "fuse", 5000),
    ]),
    below("open: read the file and `Gazetteer.from`, fresh process", footprint.openMillis, 20, "ms"),
    below(
      `resident set above bare node after ${figures(footprint.queries)} mixed \`resolve\``,
      footprint.rss / 1e6,
      60,
      "MB",
    ),
    below("file", footprint.fileBytes / 1e6, 8, "MB"),
    below("file, brotli quality 11", footprint.brotliBytes / 1e6, 3, "MB"),
    footprint.commandMillis === undefined
      ? {
          what: "command: first answer",
          got: "not measured: `dist` is not built",
          wanted: "≤ 500 ms",
          holds: undefined,
        }
      : below("command: first answer, process start included", footprint.commandMillis, 500, "ms"),
  ];
}

/** The record as Markdown. Throws where a bench has no hits. */
export function writeReport(run: Run): string {
  assertHits(run);
  const { footprint } = run;
  const names = of(run.mixed, "decide").built.names;
  return `${[
    `# Speed and memory, ${run.date}`,
    "",
    machine(),
    `Data of ${run.dataDate}: ${figures(footprint.fileBytes)} bytes, ${names.toLocaleString("en-US")} distinct names of places of UA, RU, BY and MD for every engine.`,
    `Written by \`npm run bench\`; what the columns mean stands in bench/README.md. Rates and ratios are medians of rounds.`,
    "",
    "## Requirements",
    "",
    ...requirementTable(requirements(run)),
    "",
    "## Mixed load: a third exact names, a third with one typo, a third unknown words",
    "",
    ...mixedTable(run),
    "",
    "## Exact names",
    "",
    ...exactTable(run),
    "",
    "## Opening, memory, size",
    "",
    row("what", "measured"),
    row("-", "-:"),
    row(
      "open (median, slowest of nine fresh processes)",
      `${figures(footprint.openMillis)} ms, ${figures(footprint.slowestOpenMillis)} ms`,
    ),
    row("open and first answer", `${figures(footprint.firstAnswerMillis)} ms`),
    row("resident set above bare node after one answer", `${megabytes(footprint.openRss)} MB`),
    row(
      `resident set above bare node after ${figures(footprint.queries)} mixed answers`,
      `${megabytes(footprint.rss)} MB`,
    ),
    row("its peak above bare node's peak", `${megabytes(footprint.peakRss)} MB`),
    row("file, brotli quality 11", `${megabytes(footprint.fileBytes)} MB, ${megabytes(footprint.brotliBytes)} MB`),
    row(
      "`allonym resolve Krasnarmeysk` (median, slowest); bare node",
      footprint.commandMillis === undefined
        ? "dist is not built"
        : `${figures(footprint.commandMillis)} ms, ${figures(footprint.slowestCommandMillis ?? 0)} ms; ${figures(footprint.bareNodeMillis)} ms`,
    ),
    "",
  ].join("\n")}`;
}
