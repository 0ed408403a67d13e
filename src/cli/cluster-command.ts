import type { Command } from "commander";
import { type Cluster, type ClusterOptions, clusterNames, countColumn, refineOperations } from "../clean";
import { EXIT, UsageError } from "./exit-codes";
import { helpExamples } from "./help-examples";
import { openGazetteer } from "./open-gazetteer";
import { type CleanFlags, parseCleanFlags } from "./parse-clean-flags";
import { CLUSTER_FORMATS, type ClusterFormat, printClusters } from "./print-clusters";
import { readProgress } from "./read-progress";
import { checkWritable, writeWhole } from "./write-whole";

interface ClusterFlags
  extends Pick<
    CleanFlags,
    "column" | "output" | "format" | "encoding" | "delimiter" | "quote" | "force" | "gazetteer"
  > {
  outputFormat?: string;
  lang?: string;
  unit?: string;
  all?: true;
  operations?: string;
  quiet?: true;
}

const EXAMPLE = ["Pokrovsk", "Krasnarmeysk", "Pokrovsk", "вул. Садова 5", "ул. Садовая 5", "вул. Садова 6"];

/** `allonym cluster`: the spellings of a column that mean one place. */
export function addClusterCommand(program: Command): void {
  program
    .command("cluster")
    .summary("group the spellings of a column that mean one place")
    .description(
      "Group the spellings of a column that mean one place, and suggest one for all: the headline name of a place that the gazetteer is sure of, the most frequent spelling of anything else (streets, farms, names that no gazetteer has), where spellings are compared under the fold and by weighted distance. Numbers, kinds (street, lane) and words that tell namesakes apart (Upper, Lower) must agree.",
    )
    .argument(
      "<IN>",
      "file, by its ending .csv, .tsv, .ndjson, .jsonl or .parquet, with or without .gz; - for standard input",
    )
    .requiredOption("-c, --column <COLUMN>", "column to group: its header, or its number from 1 on")
    .option("-o, --output <FILE>", "file to write; its ending .csv, .tsv or .ndjson says the format")
    .option(
      "--output-format <FORMAT>",
      "list, tsv, csv or ndjson (default: a list for people on a terminal, tsv elsewhere)",
    )
    .option("--operations <FILE.json>", "also write the edits for OpenRefine, where Undo / Redo, Apply makes them")
    .option(
      "--lang <LANG>",
      "language of the names suggested for known places: uk, ru, en (default: as the cluster is written)",
    )
    .option("--unit <UNIT>", "unit that holds all places of the column: a name in any language, or an id")
    .option("--all", "also the spellings that stand alone")
    .option("--format <FORMAT>", "of the input: csv, tsv, ndjson, parquet")
    .option("--encoding <NAME>", "of the input: utf-8, windows-1251, utf-16le, utf-16be (default: detected)")
    .option("--delimiter <CHAR>", 'between cells, or "tab" (default: detected)')
    .option("--quote <CHAR>", 'around cells, or "none" (default: ")')
    .option("--force", "overwrite files that are there")
    .option("--quiet", "no progress and no summary")
    .addHelpText("after", NOTES)
    .addHelpText("after", () => examples(program.opts<ClusterFlags>().gazetteer))
    .action((file: string, _: unknown, self: Command) => run(file, self.optsWithGlobals<ClusterFlags>()));
}

const NOTES = `
A table has a line for each spelling: cluster, canonical, place_id, spelling, rows, how (place: the gazetteer is sure of it; fold: the same
letters in another script or romanization; distance: so many edits from the canonical spelling).
Read the clusters before you apply them. To apply: --operations in OpenRefine, or join the table to your data by "spelling". For ids,
coordinates and oblasts use \`allonym clean\`.`;

async function run(file: string, flags: ClusterFlags): Promise<void> {
  const format = formatOf(flags);
  const { output, columns, ...read } = parseCleanFlags(file, tableFlags(flags));
  const gazetteer = openGazetteer(flags.gazetteer);
  const options = optionsOf(flags);
  for (const written of [flags.output, flags.operations])
    if (written !== undefined) checkWritable(written, flags.force);
  clusterNames(gazetteer, [], options); // options that are wrong are wrong before a million rows are read
  if (file === "-" && process.stdin.isTTY) console.error("allonym: reading from the terminal; Ctrl-D ends");
  const progress = readProgress(process.stderr, flags.quiet);
  const counted = await countColumn({ ...read, columns }, progress.show).finally(progress.stop);
  const { column, names, rows, badRows } = counted;
  const all = clusterNames(gazetteer, names, options);
  const clusters = flags.all ? all : grouped(all);
  if (flags.operations !== undefined) writeWhole(flags.operations, operationsText(clusters, column));
  const text = printClusters(clusters, format);
  if (output === "-") process.stdout.write(text);
  else writeWhole(output, text);
  if (badRows > 0) process.exitCode = EXIT.badLines;
  if (!flags.quiet) tell(rows, badRows, all);
}

/** What the reader of tables is told. */
function tableFlags({ column, output, format, encoding, delimiter, quote }: ClusterFlags): CleanFlags {
  return Object.fromEntries(
    Object.entries({ column, output, format, encoding, delimiter, quote }).filter(([, value]) => value !== undefined),
  ) as unknown as CleanFlags;
}

const grouped = (clusters: readonly Cluster[]): Cluster[] => clusters.filter(({ spellings }) => spellings.length > 1);

function tell(rows: number, badRows: number, clusters: readonly Cluster[]): void {
  const spellings = clusters.reduce((sum, one) => sum + one.spellings.length, 0);
  const several = grouped(clusters);
  const merged = several.reduce((sum, one) => sum + one.spellings.length, 0);
  console.error(
    `allonym: ${count(rows)} rows, ${count(spellings)} spellings; ${count(merged)} of them make ${count(several.length)} ${several.length === 1 ? "cluster" : "clusters"}`,
  );
  if (badRows > 0) console.error(`allonym: ${count(badRows)} rows could not be read and are in no cluster`);
}

const count = (number: number): string => number.toLocaleString("en");

function optionsOf({ lang, unit }: ClusterFlags): ClusterOptions {
  return {
    ...(lang === undefined ? {} : { lang: lang as "uk" }),
    ...(unit === undefined ? {} : { within: unit }),
  };
}

function formatOf({ outputFormat, output }: ClusterFlags): ClusterFormat {
  const asked = outputFormat ?? /\.(csv|tsv|ndjson)$/iu.exec(output ?? "")?.[1]?.toLowerCase();
  if (asked === undefined) return output === undefined && process.stdout.isTTY ? "list" : "tsv";
  const known = CLUSTER_FORMATS.find((one) => one === asked);
  if (known === undefined)
    throw new UsageError(`--output-format is "${asked}", expected ${CLUSTER_FORMATS.join(", ")}`);
  return known;
}

function examples(file: string | undefined): string {
  const clusters = (options: ClusterOptions = {}): Cluster[] =>
    clusterNames(
      openGazetteer(file),
      EXAMPLE.map((name) => ({ name, rows: 1 })),
      options,
    ).filter(({ spellings }) => spellings.length > 1);
  const input = `printf '%s\\n' ${["place", ...EXAMPLE].map((name) => `'${name}'`).join(" ")} |\n   `;
  return helpExamples([
    {
      command: `${input} allonym cluster - -c place --output-format list`,
      run: () => printClusters(clusters(), "list"),
    },
    {
      command: `${input} allonym cluster - -c place --lang uk`,
      run: () => printClusters(clusters({ lang: "uk" }), "tsv"),
    },
    {
      command: `${input} allonym cluster - -c place --operations edits.json -o clusters.tsv; cat edits.json`,
      run: () => operationsText(clusters(), "place"),
    },
  ]);
}

function operationsText(clusters: readonly Cluster[], column: string): string {
  return `${JSON.stringify(refineOperations(clusters, column), null, 2)}\n`;
}
