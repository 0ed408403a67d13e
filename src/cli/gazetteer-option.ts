import { readFileSync } from "node:fs";
import { bundledGazetteer } from "../bundled";
import { Gazetteer } from "../core";

/** The gazetteer that a command works on: the shipped one, or the file of `--gazetteer`, which is verified. */
export function openGazetteer(file: string | undefined): Gazetteer {
  if (file === undefined) return bundledGazetteer();
  const gazetteer = Gazetteer.from(readFileSync(file));
  gazetteer.verify();
  return gazetteer;
}
