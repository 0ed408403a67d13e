import { stringify } from "csv-stringify/sync";
import type { Cluster, ClusteredSpelling } from "../clean";
import { paint } from "./paint";

/** How clusters are printed. */
export const CLUSTER_FORMATS = ["list", "tsv", "csv", "ndjson"] as const;
/** One of {@link CLUSTER_FORMATS}. */
export type ClusterFormat = (typeof CLUSTER_FORMATS)[number];

const HEADER = ["cluster", "canonical", "place_id", "spelling", "rows", "how"];

/** Clusters as text: a list for people, or a table with a line for each spelling. */
export function printClusters(clusters: readonly Cluster[], format: ClusterFormat): string {
  if (format === "list") return clusters.map(listed).join("\n");
  const lines = clusters.flatMap(({ canonical, placeId, spellings }, at) =>
    spellings.map((spelling) => ({ at: at + 1, canonical, placeId: placeId ?? "", spelling })),
  );
  if (format === "ndjson") {
    return lines
      .map(({ at, canonical, placeId, spelling: { name, rows, ...why } }) =>
        JSON.stringify({ cluster: at, canonical, place_id: placeId, spelling: name, rows, ...why }),
      )
      .map((line) => `${line}\n`)
      .join("");
  }
  const cells = lines.map(({ at, canonical, placeId, spelling }) => [
    at,
    canonical,
    placeId,
    spelling.name,
    spelling.rows,
    howWords(spelling),
  ]);
  return stringify([HEADER, ...cells], { delimiter: format === "tsv" ? "\t" : "," });
}

/** `вул. Шевченка  87 rows`, and below it the spellings. */
function listed({ canonical, placeId, rows, spellings }: Cluster): string {
  const head = `${paint("bold", canonical)}  ${rowWords(rows)}${placeId === undefined ? "" : `  ${paint("dim", placeId)}`}`;
  const width = String(spellings[0].rows).length;
  const lines = spellings.map(
    (one) =>
      `  ${String(one.rows).padStart(width)}×  ${JSON.stringify(one.name).slice(1, -1)}${one.how === "distance" ? paint("dim", `  ${howWords(one)}`) : ""}`,
  );
  return [head, ...lines, ""].join("\n");
}

const howWords = ({ how, distance }: ClusteredSpelling): string =>
  distance === undefined ? how : `${how} ${distance.toFixed(2)}`;

const rowWords = (rows: number): string => (rows === 1 ? "1 row" : `${rows.toLocaleString("en")} rows`);
