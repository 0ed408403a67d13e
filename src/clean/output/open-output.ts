import { createWriteStream, statSync } from "node:fs";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { AllonymError } from "../../core";
import type { OutputTarget } from "./output-target";
import { openPartialOutput, type PartialOutputOptions } from "./partial-output";
import { streamOutput } from "./stream-output";

/** Options of {@link openOutput}. */
export interface OutputOptions extends PartialOutputOptions {
  standardOutput?: Writable;
}

/**
 * Where the bytes of an output go: standard output for `-`, a device or a pipe as it is (a file renamed over it would destroy it), else a file
 * that gets its name when it is whole.
 *
 * @throws AllonymError `output-exists`, `cannot-resume`, `unwritable-output`
 */
export async function openOutput(path: string, options: OutputOptions): Promise<OutputTarget> {
  const { gzip, resume = false, standardOutput = process.stdout } = options;
  const isStandard = path === "-";
  if (!isStandard && !isStream(path)) return openPartialOutput(path, options);
  const name = isStandard ? "the output" : path;
  if (resume) {
    throw new AllonymError("cannot-resume", `${name} is a stream and cannot be resumed; give a file with -o`);
  }
  if (isStandard) return streamOutput(standardOutput, { gzip, name });
  const stream = createWriteStream(path);
  return {
    ...streamOutput(stream, { gzip, name }),
    finish: () => finished(stream.end()),
    async abandon() {
      stream.destroy();
    },
  };
}

/** Names of the open files of this process: even where one of them is a file, it must not be replaced. */
const OPEN_FILES = /^\/(?:dev\/(?:stdout|stderr|fd\/\d+)|proc\/self\/fd\/\d+)$/u;

function isStream(path: string): boolean {
  const there = statSync(path, { throwIfNoEntry: false });
  return there !== undefined && (OPEN_FILES.test(path) || !(there.isFile() || there.isDirectory()));
}
