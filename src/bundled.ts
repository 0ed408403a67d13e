import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Gazetteer } from "./gazetteer/gazetteer";

let shipped: Gazetteer | undefined;

/**
 * The gazetteer that comes with the package, opened on first use. The only file that knows where it lies: `allonym.bin` beside the
 * built code. In a browser fetch `allonym/allonym.bin` and use `allonym/core`.
 */
export function bundledGazetteer(): Gazetteer {
  shipped ??= Gazetteer.from(readFileSync(fileURLToPath(new URL("./allonym.bin", import.meta.url))));
  return shipped;
}
