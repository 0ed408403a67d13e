import type { Cluster } from "./cluster-names";

/**
 * An operation of OpenRefine that replaces values of a column, as its history exports and its "Apply" takes them. The shape is that of
 * OpenRefine's own class `MassEditOperation`.
 */
export interface MassEdit {
  op: "core/mass-edit";
  engineConfig: { facets: []; mode: "row-based" };
  columnName: string;
  expression: "value";
  edits: { from: string[]; fromBlank: boolean; fromError: boolean; to: string }[];
  description: string;
}

/**
 * Clusters as operations of OpenRefine: one edit a cluster, from the spellings that are not the canonical one already. An empty list when there
 * is nothing to change.
 *
 * Trap: OpenRefine compares cells whole, so import the table there without trimming and without guessing of numbers.
 *
 * @example
 * refineOperations(clusterNames(gazetteer, [{ name: "Krasnarmeysk", rows: 2 }, { name: "Pokrovsk", rows: 9 }]), "place")[0].edits // [{ from: ["Krasnarmeysk"], fromBlank: false, fromError: false, to: "Pokrovsk" }]
 */
export function refineOperations(clusters: readonly Cluster[], column: string): MassEdit[] {
  const edits = clusters.flatMap(({ canonical, spellings }) => {
    const from = spellings.map(({ name }) => name).filter((name) => name !== canonical);
    return from.length === 0 ? [] : [{ from, fromBlank: false, fromError: false, to: canonical }];
  });
  if (edits.length === 0) return [];
  return [
    {
      op: "core/mass-edit",
      engineConfig: { facets: [], mode: "row-based" },
      columnName: column,
      expression: "value",
      edits,
      description: `Mass edit cells in column ${column}: spellings of one place`,
    },
  ];
}
