import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where engines are kept between runs, some 1.5 GB in all; `ALLONYM_ENGINES` names another folder. */
const FOLDER: string = process.env.ALLONYM_ENGINES ?? fileURLToPath(new URL("../../.engines", import.meta.url));
const DOWNLOAD_MS = 900_000;

/** An engine that is there, or the reason why its tests are skipped. */
export type Engine = { folder: string; missing?: undefined } | { missing: string };

/** A package of npm in a folder of its own, fetched on first use. */
export function npmEngine(name: string, version: string): Engine {
  const folder = join(FOLDER, `${name}-${version}`);
  return fetched(folder, () => {
    writeFileSync(join(folder, "package.json"), '{"private":true}\n');
    const args = ["install", "--no-audit", "--no-fund", "--loglevel=error", `${name}@${version}`];
    execFileSync("npm", args, { cwd: folder, stdio: ["ignore", "ignore", "pipe"], timeout: DOWNLOAD_MS });
  });
}

/** Packages of PyPI in a virtual environment, made on first use; its interpreter is `bin/python`. */
export function pythonEngine(name: string, ...requirements: string[]): Engine {
  const folder = join(FOLDER, name);
  return fetched(folder, () => {
    execFileSync("python3", ["-m", "venv", folder], { stdio: ["ignore", "ignore", "pipe"] });
    const args = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...requirements];
    execFileSync(join(folder, "bin/python"), args, { stdio: ["ignore", "ignore", "pipe"], timeout: DOWNLOAD_MS });
  });
}

/** A program of the system. */
export function systemEngine(program: string, install: string): Engine {
  const { error } = spawnSync(program, ["--version"], { stdio: "ignore" });
  return error ? { missing: `${program} is not there; ${install}` } : { folder: "" };
}

function fetched(folder: string, fetch: () => void): Engine {
  const done = join(folder, ".fetched");
  if (existsSync(done)) return { folder };
  try {
    rmSync(folder, { recursive: true, force: true }); // what an interrupted run has left
    mkdirSync(folder, { recursive: true });
    fetch();
    writeFileSync(done, "");
    return { folder };
  } catch (error) {
    const { stderr, message } = error as { stderr?: Buffer; message: string };
    const reason = (stderr?.toString().trim() || message).split("\n").slice(0, 2).join(" ");
    return { missing: `could not be fetched: ${reason}` };
  }
}
