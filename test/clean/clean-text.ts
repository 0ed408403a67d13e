import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { cleanFile } from "../../src/clean/clean-file";
import type { CleanOptions } from "../../src/clean/clean-options";
import type { CleanSummary } from "../../src/clean/summary/clean-summary";
import { shipped } from "../fixtures/shipped";

/** A folder for the files of a test, and a way to clean one of them without threads. */
export class CleanFolder {
  readonly path: string = mkdtempSync(join(tmpdir(), "allonym-clean-"));

  file(name: string): string {
    return join(this.path, name);
  }

  write(name: string, data: string | Uint8Array): string {
    writeFileSync(this.file(name), data);
    return this.file(name);
  }

  read(name: string): Buffer {
    return readFileSync(this.file(name));
  }

  size(name: string): number {
    return statSync(this.file(name)).size;
  }

  /** Cleans the column `place`, unless told otherwise. */
  clean(input: string, output: string, options: Partial<CleanOptions> = {}): Promise<CleanSummary> {
    const columns = { name: "place" };
    const paths = { input: this.file(input), output: this.file(output) };
    return cleanFile(shipped(), { columns, threads: 0, ...options, ...paths });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Rows of a table of text by header. */
export function rowsOf(table: string | Buffer, delimiter = ","): Record<string, string>[] {
  return parse(table, { columns: true, delimiter, bom: true, relax_column_count: true, relax_quotes: true }) as Record<
    string,
    string
  >[];
}
