import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { UsageError } from "./exit-codes";

/**
 * Writes a file whole or not at all: beside, then renamed, so that nobody finds half of it under its name. A device or a pipe is
 * written to as it is.
 *
 * @throws UsageError when the place cannot be written to, or has a file already
 */
export function writeWhole(file: string, text: string, { force = false }: { force?: boolean | undefined } = {}): void {
  const beside = `${file}.${process.pid}.part`;
  const there = statSync(file, { throwIfNoEntry: false });
  if (there?.isFile() && !force) {
    throw new UsageError(`${file} is there already; give another name, or --force to overwrite it`);
  }
  try {
    if (there && !there.isFile() && !there.isDirectory()) writeFileSync(file, text);
    else {
      writeFileSync(beside, text);
      renameSync(beside, file);
    }
  } catch (error) {
    rmSync(beside, { force: true });
    throw new UsageError(
      `${file} cannot be written (${(error as NodeJS.ErrnoException).code}); check the folder, its permissions and the room on the disk`,
    );
  }
}
