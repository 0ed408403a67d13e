import { Command, CommanderError } from "commander";
import { version } from "../../package.json";
import { addAnnotateCommand } from "./annotate-command";
import { addCleanCommand } from "./clean-command";
import { addClusterCommand } from "./cluster-command";
import { addDedupeCommand } from "./dedupe-command";
import { EXIT, EXIT_HELP, FILE_FAULTS, GazetteerFileError, UsageError } from "./exit-codes";
import { addInspectCommand } from "./inspect-command";
import { addResolveCommand } from "./resolve-command";
import { addRomanizeCommand } from "./romanize-command";
import { addStreamCommand } from "./stream-command";

/** The command line, wired: commands in their files, endings here. */
function makeProgram(): Command {
  const program = new Command("allonym");
  program
    .description("Says which place is meant: one place for every spelling, old name and case form.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help; `allonym <command> --help` shows examples with their output")
    .option("--gazetteer <FILE>", "gazetteer file to use instead of the shipped one")
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError(true)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /u, "allonym: ")) })
    .exitOverride()
    .addHelpText("afterAll", `\n${EXIT_HELP}`);
  addResolveCommand(program);
  addAnnotateCommand(program);
  addCleanCommand(program);
  addClusterCommand(program);
  addDedupeCommand(program);
  addInspectCommand(program);
  addRomanizeCommand(program);
  addStreamCommand(program);
  return program;
}

/** Endings that are nobody's fault are quiet: a reader that has enough, Ctrl-C, a scheduler that stops us. */
function endQuietly(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.done);
    console.error(`allonym: the output cannot be written: ${error.message}`);
    process.exit(EXIT.file);
  });
  // Without these the signal could cut a line in two; with them it arrives between two pieces of output.
  process.once("SIGTERM", () => process.exit(143));
  process.once("SIGINT", () => process.exit(130));
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done;
    console.error("See `allonym --help`, or `allonym <command> --help` for examples.");
    return EXIT.usage;
  }
  if (error instanceof GazetteerFileError) {
    console.error(error.message);
    return EXIT.gazetteer;
  }
  if (error instanceof UsageError) {
    console.error(`allonym: ${error.message}`);
    return EXIT.usage;
  }
  const { code, message } = error as { code?: string; message?: string };
  if (code === undefined) throw error;
  if (code === "EPIPE") return EXIT.done;
  console.error(`${message} (${code})`);
  return FILE_FAULTS.has(code) ? EXIT.file : EXIT.usage;
}

endQuietly();
try {
  await makeProgram().parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
