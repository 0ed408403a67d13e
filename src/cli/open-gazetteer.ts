import { readFileSync } from "node:fs";
import { bundledGazetteer } from "../bundled";
import { Gazetteer } from "../core";
import { GazetteerFileError } from "./exit-codes";

/**
 * The gazetteer of `--gazetteer FILE`, or the shipped one. A file of the user's is verified whole (some 10 ms), since nobody knows what
 * happened to it on its way; the shipped one came with npm's own checksum.
 *
 * @throws GazetteerFileError when the file is missing, cut off, damaged or of another version
 */
export function openGazetteer(file: string | undefined): Gazetteer {
  try {
    if (file === undefined) return bundledGazetteer();
    const gazetteer = Gazetteer.from(readFileSync(file));
    gazetteer.verify();
    return gazetteer;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const name = file ?? "the shipped gazetteer";
    if (code === "ENOENT") {
      const next = file === undefined ? "build it with `npm run build`" : "check the path, or leave --gazetteer out";
      throw new GazetteerFileError(`allonym: ${name} is not there; ${next}`);
    }
    throw new GazetteerFileError(`${message} (${code}, ${name})`);
  }
}
