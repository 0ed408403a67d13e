import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * Makes a virtual environment in a folder and installs the pinned Python peers into it; answers the path of its interpreter.
 *
 * @throws Error that says what is missing: Python, its venv module, or the package index
 */
export function makeVenv(folder: string, requirements: string): { python: string; version: string } {
  const system = spawnSync("python3", ["--version"], { encoding: "utf8" });
  if (system.error || system.status !== 0) throw new Error("python3 is missing; install Python 3.10 or later");
  const venv = spawnSync("python3", ["-m", "venv", folder], { encoding: "utf8" });
  if (venv.status !== 0)
    throw new Error("python3 -m venv fails; install its venv module (Debian: apt-get install python3-venv)");
  const python = join(folder, "bin", "python");
  try {
    execFileSync(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements], {
      stdio: ["ignore", "ignore", "pipe"],
      timeout: 240_000,
    });
  } catch {
    throw new Error("pip could not install the packages of bench/peers/python-requirements.txt; is PyPI reachable?");
  }
  return { python, version: system.stdout.trim() };
}
