import type { Command } from "commander";
import { bundledGazetteer } from "../bundled";
import { deromanize, resolve, romanize } from "../core";

/** Adds examples below the help; their answers are computed when the help is printed, so they cannot lie. */
export function addHelpExamples(program: Command): void {
  program.addHelpText("after", () => {
    const gazetteer = bundledGazetteer();
    const names = (name: string, within?: string): string => {
      const [first] = resolve(gazetteer, name, within ? { within } : {}).matches;
      return first ? `${first.names.uk} · ${first.names.ru} · ${first.names.en}  ${first.id}` : "none";
    };
    return [
      "",
      "Examples:",
      `  allonym resolve Krasnarmeysk                      ${names("Krasnarmeysk")}`,
      `  allonym resolve Dimitrov --within "Donetsk region"  ${names("Dimitrov", "Donetsk region")}`,
      `  allonym romanize Гуляйполе                        ${romanize("Гуляйполе", "uk-national-2010")}`,
      `  allonym romanize --reverse Huliaipole             ${deromanize("Huliaipole", { system: "uk-national-2010" })[0]?.text ?? ""}`,
      `  echo '{"name":"Volchansk"}' | allonym resolve --ndjson`,
      "  allonym inspect",
      "",
      "Ends with 0, with 1 when a line or a file was bad, with 2 when the command line was.",
    ].join("\n");
  });
}
