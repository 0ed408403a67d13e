import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { AllonymError } from "../core";
import { addHelpExamples } from "./help-examples";
import { addInspectCommand } from "./inspect-command";
import { addResolveCommand } from "./resolve-command";
import { addRomanizeCommand } from "./romanize-command";

/** Codes with which the command ends. */
const EXIT = { badInput: 1, misuse: 2 } as const;

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

const program = new Command("allonym")
  .description("Says which place a name means: one entity for every spelling, old name and case form.")
  .version(version)
  .exitOverride()
  .showHelpAfterError("(allonym --help shows what there is)");
addResolveCommand(program);
addInspectCommand(program);
addRomanizeCommand(program);
addHelpExamples(program);
for (const command of program.commands) command.exitOverride();

// A reader that has seen enough (`| head`) or a shutdown is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => process.exit(0));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : EXIT.misuse;
  else if (error instanceof AllonymError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT.badInput;
  } else if ((error as NodeJS.ErrnoException).code?.startsWith("E")) {
    process.stderr.write(`allonym: ${(error as Error).message}\n`);
    process.exitCode = EXIT.badInput;
  } else throw error;
}
