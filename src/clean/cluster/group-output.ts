import type { Format } from "../clean-options";
import type { ByteWriter } from "../output/byte-writer";
import { ByteBlock } from "../rows/byte-block";
import { cellText, jsonText } from "../rows/cell-text";
import { type CsvDialect, csvCell } from "../rows/csv-dialect";
import { CsvBlock, CsvRows } from "../rows/csv-rows";
import { NdjsonBlock } from "../rows/ndjson-rows";
import type { RowBlock, RowSource } from "../rows/row-source";

const CLOSE = "}".charCodeAt(0);

/** Writes rows as they came in, with the number of their group behind them. */
export interface GroupOutput {
  head(out: ByteWriter): void;
  /** @param group 0 for none */
  row(block: RowBlock, row: number, group: number, out: ByteWriter): void;
}

/** The output for rows: a table of text that is to stay one keeps its bytes, and so do lines of NDJSON. */
export function groupOutput(rows: RowSource, format: Exclude<Format, "parquet">, column: string): GroupOutput {
  if (format === "ndjson") return ndjsonOutput(rows.columns, column);
  const delimiter = format === "tsv" ? "\t" : ",";
  if (rows instanceof CsvRows && (format === "csv" || rows.dialect.delimiter === delimiter))
    return sameCsv(rows, column);
  return plainCsv(rows.columns, { delimiter, quote: '"', lineEnd: "\n" }, column);
}

function sameCsv(rows: CsvRows, column: string): GroupOutput {
  const { dialect, header, headerEnd, columns } = rows;
  return {
    head(out) {
      out.copy(header, 0, headerEnd);
      out.utf8(dialect.delimiter + csvCell(column, dialect));
      if (headerEnd < header.length) out.copy(header, headerEnd, header.length);
      else out.latin1(dialect.lineEnd);
    },
    row(block, row, group, out) {
      if (!(block instanceof CsvBlock)) throw new TypeError("a block of another format");
      const [textEnd, end] = [block.textEndOf(row), block.endOf(row)];
      out.copy(block.bytes, block.startOf(row), textEnd);
      for (let fields = block.fieldsOf(row) || columns.length; fields < columns.length; fields++)
        out.latin1(dialect.delimiter);
      out.latin1(dialect.delimiter + cellOf(group));
      // The last row may have no line end; a row that is left out behind it must not take that of another.
      if (textEnd < end) out.copy(block.bytes, textEnd, end);
      else out.latin1(dialect.lineEnd);
    },
  };
}

function plainCsv(columns: readonly string[], dialect: CsvDialect, column: string): GroupOutput {
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => csvCell(cell, dialect)).join(dialect.delimiter) + dialect.lineEnd;
  return {
    head: (out) => out.utf8(line([...columns, column])),
    row(block, row, group, out) {
      const values = block.valuesOf(row);
      const cells = columns.map((_, at) => cellText(values[at]));
      out.utf8(line([...cells, cellOf(group), ...values.slice(columns.length).map(cellText)]));
    },
  };
}

function ndjsonOutput(columns: readonly string[], column: string): GroupOutput {
  const member = (group: number): string => `${JSON.stringify(column)}:${group === 0 ? "null" : group}`;
  return {
    head() {},
    row(block, row, group, out) {
      if (!(block instanceof ByteBlock && block instanceof NdjsonBlock)) {
        const values = block.valuesOf(row);
        const members = columns.map((name, at) => `${JSON.stringify(name)}:${jsonText(values[at] ?? null)},`);
        out.utf8(`{${members.join("")}${member(group)}}\n`);
        return;
      }
      const { bytes } = block;
      const [start, end] = [block.textStartOf(row), block.textEndOf(row)];
      let brace = end - 1;
      while (brace > start && bytes[brace] !== CLOSE) brace--;
      if (block.objectLess(row) || bytes[brace] !== CLOSE) {
        out.utf8(`{"line":${JSON.stringify(bytes.toString("utf8", start, end))},${member(group)}}\n`);
        return;
      }
      const isEmpty = Object.keys(block.objectOf(row) ?? {}).length === 0;
      out.copy(bytes, start, brace);
      out.utf8(`${isEmpty ? "" : ","}${member(group)}}\n`);
    },
  };
}

const cellOf = (group: number): string => (group === 0 ? "" : String(group));
