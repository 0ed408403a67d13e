import { once } from "node:events";
import type { Writable } from "node:stream";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { OutputTarget } from "./partial-output";

const packed = promisify(gzip);

/** Standard output, or any stream: nothing can be resumed there. */
export function streamOutput(stream: Writable, { gzip }: { gzip: boolean }): OutputTarget {
  return {
    resumed: undefined,
    async write(piece) {
      if (piece.length === 0) return;
      // A copy, since the stream may hold it for longer than the caller leaves it alone.
      const data = gzip ? await packed(piece) : Buffer.from(piece);
      if (!stream.write(data)) await once(stream, "drain");
    },
    keep: async () => {},
    finish: async () => {},
    abandon: async () => {},
  };
}
