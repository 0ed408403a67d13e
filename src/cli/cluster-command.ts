import type { Readable } from "node:stream";
import type { Command } from "commander";
import { type Cluster, type ClusterOptions, clusterNames, countNames, openTable, refineOperations } from "../clean";
import type { Gazetteer } from "../core";
import { UsageError } from "./exit-codes";
import { helpExamples } from "./help-examples";
import { openGazetteer } from "./open-gazetteer";
import { CLUSTER_FORMATS, type ClusterFormat, printClusters } from "./print-clusters";
import { writeWhole } from "./write-whole";

interface ClusterFlags {
  column: string;
  output?: string;
  format?: string;
  lang?: string;
  within?: string;
  country?: string;
  all?: true;
  operations?: string;
  gazetteer?: string;
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
    .argument("<IN>", "table in CSV or TSV with a header; - is standard input")
    .requiredOption("-c, --column <COLUMN>", "column to group")
    .option("-o, --output <FILE>", "file to write to; .csv, .tsv or .ndjson says the format")
    .option("--format <FORMAT>", "list, tsv, csv or ndjson (default: list on a terminal, tsv elsewhere)")
    .option(
      "--lang <LANG>",
      "language of the names suggested for known places: uk, ru, en (default: as the cluster is written)",
    )
    .option("--within <UNIT>", "unit that holds the places: a name in any language, or an id")
    .option("--country <XX>", "ISO 3166-1 code; places elsewhere are left out")
    .option("--all", "also the spellings that stand alone")
    .option("--operations <FILE>", "also write the edits as JSON for OpenRefine: Undo / Redo, Apply")
    .addHelpText("after", () => examples(program.opts<ClusterFlags>().gazetteer))
    .action((file: string, _: unknown, self: Command) => run(file, self.optsWithGlobals<ClusterFlags>()));
}

async function run(file: string, flags: ClusterFlags): Promise<void> {
  const format = formatOf(flags);
  const gazetteer = openGazetteer(flags.gazetteer);
  const options = optionsOf(flags);
  clusterNames(gazetteer, [], options); // options that are wrong are wrong before a million rows are read
  const clusters = await clustersOf(gazetteer, file, process.stdin, flags, options);
  if (flags.operations !== undefined) {
    writeWhole(flags.operations, operationsText(clusters, flags.column));
  }
  const text = printClusters(clusters, format);
  if (flags.output === undefined) process.stdout.write(text);
  else writeWhole(flags.output, text);
}

async function clustersOf(
  gazetteer: Gazetteer,
  file: string,
  input: Readable,
  { column, all }: ClusterFlags,
  options: ClusterOptions,
): Promise<Cluster[]> {
  const clusters = clusterNames(gazetteer, await countNames(await openTable(file, input), column), options);
  return all ? clusters : clusters.filter(({ spellings }) => spellings.length > 1);
}

function optionsOf({ lang, within, country }: ClusterFlags): ClusterOptions {
  return {
    ...(lang === undefined ? {} : { lang: lang as "uk" }),
    ...(within === undefined ? {} : { within }),
    ...(country === undefined ? {} : { country }),
  };
}

function formatOf({ format, output }: ClusterFlags): ClusterFormat {
  const asked = format ?? /\.(csv|tsv|ndjson)$/iu.exec(output ?? "")?.[1]?.toLowerCase();
  if (asked === undefined) return output === undefined && process.stdout.isTTY ? "list" : "tsv";
  const known = CLUSTER_FORMATS.find((one) => one === asked);
  if (known === undefined) throw new UsageError(`--format is "${asked}", expected ${CLUSTER_FORMATS.join(", ")}`);
  return known;
}

function examples(file: string | undefined): string {
  const clusters = (options: ClusterOptions = {}): Cluster[] =>
    clusterNames(
      openGazetteer(file),
      EXAMPLE.map((name) => ({ name, rows: 1 })),
      options,
    ).filter(({ spellings }) => spellings.length > 1);
  const input = `printf '%s\\n' ${["place", ...EXAMPLE].map((name) => `'${name}'`).join(" ")} |`;
  return helpExamples([
    {
      command: `${input} allonym cluster - -c place --format list`,
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
