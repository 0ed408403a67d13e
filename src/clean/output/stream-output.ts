import type { Writable } from "node:stream";
import { promisify } from "node:util";
import { gzip as gzipOf } from "node:zlib";
import type { OutputTarget } from "./output-target";
import { unwritable } from "./unwritable";

const packed = promisify(gzipOf);

/**
 * Standard output, or any stream: nothing can be resumed there. A reader that has closed the stream is no failure of ours: the error is handed
 * on as it is (`EPIPE`).
 */
export function streamOutput(stream: Writable, { gzip, name }: { gzip: boolean; name: string }): OutputTarget {
  stream.on("error", () => {}); // the callback below has it
  return {
    resumable: false,
    resumed: undefined,
    whole: undefined,
    async write(piece) {
      if (piece.length === 0) return;
      const data = gzip ? await packed(piece) : piece;
      await new Promise<void>((done, fail) => {
        stream.write(data, (error) => {
          if (!error) done();
          else fail((error as { code?: string }).code === "EPIPE" ? error : unwritable(name, error));
        });
      });
    },
    keep: async () => {},
    finish: async () => {},
    abandon: async () => {},
  };
}
