/**
 * `npm run bench:clean`: the built `allonym clean` on dirty columns of 10⁴ to 10⁶ rows, beside scripts that people write now; written to
 * bench/record/. `-- --large` adds 10⁷ rows, `-- --no-kills` leaves the killed runs out. See bench/README.md.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const missing = (path: string): boolean => !existsSync(fileURLToPath(new URL(path, import.meta.url)));

if (missing("../data/compiled/allonym.bin") || missing("../dist/cli.js")) {
  console.error("the command is not built; run: npm run build");
  process.exitCode = 1;
} else if (missing("node_modules/minisearch")) {
  console.error("the engines to compare with are not installed; run: npm --prefix bench ci");
  process.exitCode = 1;
} else {
  // Only now, because this imports them.
  const { measureClean } = await import("./clean/measure-clean");
  await measureClean({ large: process.argv.includes("--large"), kills: !process.argv.includes("--no-kills") });
}
