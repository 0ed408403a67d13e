import { columnIndexes } from "../rows/column-indexes";
import { openTable, type ReadProgress, type TableInput } from "../rows/open-table";
import type { NameCount } from "./cluster-names";

/** The values of a column. */
export interface ColumnCounts {
  /** its header, also where its number was asked for */
  column: string;
  names: NameCount[];
  rows: number;
  /** rows that could not be read: too few cells, no UTF-8 */
  badRows: number;
}

/**
 * Which values a column has, and how many rows have each. Memory grows with the different values, not with the rows.
 *
 * @param onProgress is told after each block
 * @throws AllonymError `unknown-column`, `unreadable-input`, `missing-library`
 */
export async function countColumn(
  table: TableInput,
  onProgress?: (progress: ReadProgress) => void,
): Promise<ColumnCounts> {
  const { rows: source, input, bytesRead } = await openTable(table, "csv");
  const counts = new Map<string, number>();
  let rows = 0;
  let badRows = 0;
  try {
    for await (const block of source.blocks()) {
      for (let row = 0; row < block.rows; row++) {
        if (block.faultOf(row) !== undefined) {
          badRows++;
          continue;
        }
        const [name] = block.questionOf(row);
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      rows += block.rows;
      onProgress?.({ step: "reading", rows, resumedRows: 0, bytesRead: bytesRead(), size: input.size });
    }
  } finally {
    input.close();
  }
  const [index] = columnIndexes(source.columns, table.columns);
  return {
    column: source.columns[index],
    names: [...counts].map(([name, count]) => ({ name, rows: count })),
    rows,
    badRows,
  };
}
