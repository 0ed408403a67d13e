import { isUtf8 } from "node:buffer";
import zlib from "node:zlib";
import type { AsyncBuffer, Compressors, FileMetaData } from "hyparquet";
import { AllonymError } from "../../core";
import { cellText } from "./cell-text";
import { columnIndexes } from "./column-indexes";
import { optionalLibrary } from "./optional-library";
import { BLOCK_ROWS, KEY_SEPARATOR, type QuestionColumns, type RowBlock, type RowSource } from "./row-source";

/** Rows of a Parquet file, column by column. */
export class ParquetBlock implements RowBlock {
  readonly rows: number;
  /** values by column, of these rows only */
  readonly values: readonly (readonly unknown[])[];
  readonly #wanted: readonly number[];

  constructor(values: readonly (readonly unknown[])[], rows: number, wanted: readonly number[]) {
    this.values = values;
    this.rows = rows;
    this.#wanted = wanted;
  }

  keyOf(row: number): string {
    return this.questionOf(row).join(KEY_SEPARATOR);
  }

  questionOf(row: number): string[] {
    return this.#wanted.map((column) => cellText(this.values[column][row]));
  }

  faultOf(): undefined {}

  valuesOf(row: number): unknown[] {
    return this.values.map((column) => column[row]);
  }
}

/**
 * A Parquet file. It is read a row group at a time, so memory grows with the size of its row groups, not with that of the file.
 */
export class ParquetRows implements RowSource<ParquetBlock> {
  readonly columns: readonly string[];
  readonly metadata: FileMetaData;
  readonly #file: AsyncBuffer;
  readonly #wanted: readonly number[];
  readonly #read: typeof import("hyparquet").parquetRead;
  readonly #times: "iso" | "numbers";
  #rowsRead = 0;

  private constructor(
    { parquetRead, parquetSchema }: typeof import("hyparquet"),
    file: AsyncBuffer,
    metadata: FileMetaData,
    asked: QuestionColumns,
    times: "iso" | "numbers",
  ) {
    this.#file = file;
    this.metadata = metadata;
    this.columns = parquetSchema(metadata).children.map(({ element }) => element.name);
    this.#wanted = columnIndexes(this.columns, asked);
    this.#read = parquetRead;
    this.#times = times;
  }

  /**
   * @param times points in time as numbers that Parquet can take back, or as text
   * @throws AllonymError `missing-library`, `unreadable-input`, `unknown-column`
   */
  static async open(path: string, asked: QuestionColumns, times: "iso" | "numbers"): Promise<ParquetRows> {
    const library = await optionalLibrary("hyparquet", () => import("hyparquet"));
    if (path === "-") {
      throw new AllonymError(
        "unreadable-input",
        "Parquet cannot be read from standard input, its index is at its end; give a file",
      );
    }
    try {
      const file = await library.asyncBufferFromFile(path);
      const metadata = await library.parquetMetadataAsync(file);
      return new ParquetRows(library, file, metadata, asked, times);
    } catch (error) {
      throw unreadableParquet(path, error);
    }
  }

  bytesRead(): number {
    return this.#file.byteLength * (this.#rowsRead / Math.max(1, Number(this.metadata.num_rows)));
  }

  questionOfKey(key: string): string[] {
    return key.split(KEY_SEPARATOR);
  }

  async *blocks(): AsyncGenerator<ParquetBlock> {
    const options = {
      parsers: this.#times === "iso" ? ISO_TIMES : NUMBER_TIMES,
      compressors: COMPRESSORS,
      utf8: false,
    };
    for (const group of this.metadata.row_groups) {
      const rowStart = this.#rowsRead;
      const rowEnd = rowStart + Number(group.num_rows);
      const values: unknown[][] = this.columns.map(() => []);
      try {
        await this.#read({
          ...options,
          file: this.#file,
          metadata: this.metadata,
          rowStart,
          rowEnd,
          onChunk: ({ columnName, columnData }) => {
            const column = values[this.columns.indexOf(columnName)];
            for (let at = 0; at < columnData.length; at++) column.push(columnData[at]);
          },
        });
      } catch (error) {
        throw unreadableParquet(`row group at row ${rowStart}`, error);
      }
      for (let from = 0; from < rowEnd - rowStart; from += BLOCK_ROWS) {
        const to = Math.min(from + BLOCK_ROWS, rowEnd - rowStart);
        this.#rowsRead = rowStart + to;
        yield new ParquetBlock(
          values.map((column) => column.slice(from, to)),
          to - from,
          this.#wanted,
        );
      }
    }
  }
}

function unreadableParquet(what: string, error: unknown): AllonymError {
  if (error instanceof AllonymError) return error;
  return new AllonymError(
    "unreadable-input",
    `${what}: not Parquet that can be read (${(error as Error).message}); fetch the file again`,
  );
}

/** From Node 22.15 on. */
const zstd = (zlib as { zstdDecompressSync?: (data: Uint8Array) => Uint8Array }).zstdDecompressSync;

/** Unpackers that Node has; Snappy comes with hyparquet. */
const COMPRESSORS: Compressors = {
  GZIP: (input) => zlib.gunzipSync(input),
  BROTLI: (input) => zlib.brotliDecompressSync(input),
  ...(zstd === undefined ? {} : { ZSTD: zstd }),
};

/** hyparquet makes dates of milliseconds of all times, and the digits behind them would be lost. */
const ISO_TIMES = {
  timestampFromMilliseconds: (millis: bigint) => isoTime(millis, 3),
  timestampFromMicroseconds: (micros: bigint) => isoTime(micros, 6),
  timestampFromNanoseconds: (nanos: bigint) => isoTime(nanos, 9),
  dateFromDays: (days: number) =>
    days === undefined ? undefined : new Date(days * 86_400_000).toISOString().slice(0, 10),
  stringFromBytes: textOrBytes,
};

const NUMBER_TIMES = {
  timestampFromMilliseconds: (millis: bigint) => millis,
  timestampFromMicroseconds: (micros: bigint) => micros,
  timestampFromNanoseconds: (nanos: bigint) => nanos,
  dateFromDays: (days: number) => days,
  stringFromBytes: textOrBytes,
};

/** Bytes that say they are text and are not stay bytes. */
function textOrBytes(bytes: Uint8Array | undefined): string | Uint8Array | undefined {
  return bytes === undefined || !isUtf8(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
}

/** `2024-05-10T12:00:00.000001Z`; the fraction is left out when it is nought. */
function isoTime(count: bigint, digits: number): string | undefined {
  if (count === undefined) return undefined;
  const unit = 10n ** BigInt(digits);
  const fraction = ((count % unit) + unit) % unit;
  const second = new Date(Number((count - fraction) / unit) * 1000).toISOString().slice(0, -5);
  return fraction === 0n ? `${second}Z` : `${second}.${String(fraction).padStart(digits, "0")}Z`;
}
