import type { Command } from "commander";
import { cleanFile } from "../clean";
import { openGazetteer } from "./open-gazetteer";

/** `allonym clean`: a column of a file in, the file with answers out. */
export function addCleanCommand(program: Command): void {
  program
    .command("clean")
    .summary("say which places a column of a file means")
    .argument("<IN>", "table; - for standard input")
    .requiredOption("-c, --column <COLUMN>", "column")
    .option("-o, --output <OUT>", "file to write")
    .option("--within <COLUMN>")
    .option("--threads <N>")
    .option("--force")
    .option("--resume")
    .action(async (input: string, _: unknown, self: Command) => {
      const flags = self.optsWithGlobals();
      const started = performance.now();
      const summary = await cleanFile(openGazetteer(flags.gazetteer), {
        input,
        output: flags.output ?? "-",
        columns: { name: flags.column, ...(flags.within ? { within: flags.within } : {}) },
        force: flags.force,
        resume: flags.resume,
        ...(flags.threads ? { threads: Number(flags.threads) } : {}),
      });
      const { unmatched, ambiguousValues, ...rest } = summary;
      console.error(rest, unmatched.top(3), Math.round(summary.rows / (performance.now() - started) * 1000), "rows/s", Math.round(process.resourceUsage().maxRSS/1024), "MB");
    });
}
