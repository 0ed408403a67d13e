import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { AllonymError } from "../core";

/**
 * Whether a file may be written: asked before the work is done.
 *
 * @throws AllonymError `output-exists`
 */
export function checkWritable(file: string, force = false): void {
  const there = statSync(file, { throwIfNoEntry: false });
  if (there?.isDirectory()) {
    throw new AllonymError("unwritable-output", `${file} is a directory; expected the name of a file`);
  }
  if (!there?.isFile() || force) return;
  throw new AllonymError("output-exists", `${file} is there already; give another name, or --force to overwrite it`);
}

/**
 * Writes a file whole or not at all: beside, then renamed, so that nobody finds half of it under its name. A device or a pipe is
 * written to as it is.
 *
 * @throws AllonymError `unwritable-output`
 */
export function writeWhole(file: string, text: string): void {
  const beside = `${file}.${process.pid}.part`;
  const there = statSync(file, { throwIfNoEntry: false });
  try {
    if (there && !there.isFile()) writeFileSync(file, text);
    else {
      writeFileSync(beside, text);
      renameSync(beside, file);
    }
  } catch (error) {
    rmSync(beside, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    const next = "check the folder, its permissions and the room on the disk";
    throw new AllonymError("unwritable-output", `${file} cannot be written (${code}); ${next}`);
  }
}
