import type { Command } from "commander";
import { fileContents } from "../core";
import { UsageError } from "./exit-codes";
import { helpExamples } from "./help-examples";
import { openGazetteer } from "./open-gazetteer";
import { printContents } from "./print-contents";

interface InspectFlags {
  sections?: true;
  json?: true;
  gazetteer?: string;
}

/** `allonym inspect`: what a gazetteer file holds. */
export function addInspectCommand(program: Command): void {
  program
    .command("inspect")
    .summary("say what a gazetteer holds: date, counts, sources, licences")
    .description(
      "Say what a gazetteer file holds: date, versions, counts, how names and coordinates were come by, sources, licences.",
    )
    .argument("[FILE]", "gazetteer file (default: the shipped one)")
    .option("--sections", "also the sections of the file and their sizes")
    .option("--json", "print JSON")
    .addHelpText("after", () =>
      helpExamples([{ command: "allonym inspect", run: () => inspect(program.opts<InspectFlags>().gazetteer, {}) }]),
    )
    .action((file: string | undefined, _: unknown, self: Command) => {
      const flags = self.optsWithGlobals<InspectFlags>();
      if (file !== undefined && flags.gazetteer !== undefined) {
        throw new UsageError(`two files were given, "${file}" and --gazetteer "${flags.gazetteer}"; leave one out`);
      }
      process.stdout.write(inspect(file ?? flags.gazetteer, flags));
    });
}

function inspect(file: string | undefined, { json, sections }: InspectFlags): string {
  const contents = fileContents(openGazetteer(file));
  if (!sections) delete contents.sections;
  return json ? `${JSON.stringify(contents, null, 2)}\n` : printContents(contents);
}
