/**
 * Loaded into the command before it runs (`--import`): it ends itself at a point of its work, so that no test depends on time.
 *
 * END_AT: `SIGNAL written BYTES`: when so many bytes of the partial output are written, also amid a piece;
 * `SIGNAL named`: right after the output got its name; `SIGNAL waiting`: when it begins to wait for standard input.
 */

import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

const [signal, moment, bytes] = (process.env.END_AT ?? "").split(" ");
const end = () => process.kill(process.pid, signal);

if (isMainThread && moment === "written") {
  let left = Number(bytes);
  const { open } = fs;
  fs.open = async (...args) => {
    const file = await open(...args);
    const write = file.write.bind(file);
    file.write = async (data, offset, length, position) => {
      if (length < left || left < 0) {
        left -= length;
        return write(data, offset, length, position);
      }
      const part = await write(data, offset, left, position);
      left = -1;
      end();
      return part;
    };
    return file;
  };
}
if (isMainThread && moment === "named") {
  const { rename } = fs;
  fs.rename = async (...args) => {
    await rename(...args);
    end();
  };
}
if (isMainThread && moment === "waiting") {
  process.stdin.on("newListener", (name) => {
    if (name === "readable") setImmediate(end);
  });
}
syncBuiltinESMExports();
