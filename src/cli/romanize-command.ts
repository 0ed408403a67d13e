import type { Command } from "commander";
import { AllonymError, deromanize, romanizationSystems, romanize, type SystemId } from "../core";

interface RomanizeFlags {
  system: string;
  list?: boolean;
  reverse?: boolean;
}

/** Adds `allonym romanize` to the program. */
export function addRomanizeCommand(program: Command): void {
  program
    .command("romanize")
    .description("write Cyrillic in Latin letters by a published system, or back")
    .argument("[text...]", "texts; stdin line by line when there are none")
    .option("--system <id>", "which system", "uk-national-2010")
    .option("--list", "list the systems")
    .option("--reverse", "back to Cyrillic, the likeliest spellings first")
    .action(async (texts: string[], flags: RomanizeFlags) => {
      if (flags.list) {
        for (const { id, title } of romanizationSystems) process.stdout.write(`${id.padEnd(26)}${title}\n`);
        return;
      }
      const system = flags.system as SystemId;
      if (!romanizationSystems.some(({ id }) => id === system)) {
        throw new AllonymError(
          "unknown-system",
          `no romanization system "${flags.system}"; allonym romanize --list names them`,
        );
      }
      const line = (text: string): string =>
        flags.reverse
          ? deromanize(text, { system })
              .map((candidate) => candidate.text)
              .join("\t")
          : romanize(text, system);
      if (texts.length > 0) {
        for (const text of texts) process.stdout.write(`${line(text)}\n`);
        return;
      }
      const { createInterface } = await import("node:readline");
      for await (const text of createInterface({ input: process.stdin })) process.stdout.write(`${line(text)}\n`);
    });
}
