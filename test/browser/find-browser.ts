import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const COMMANDS = ["chromium", "chromium-browser", "google-chrome"];

/** The browser that drives the pages: `CHROMIUM` names its program, else it is one of the usual commands. */
export function findBrowser(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const programs = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [process.env.CHROMIUM, ...programs].find((program) => program && canRun(program));
}

function canRun(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
