/** `npm run bench`: speed and memory of allonym beside what a user would pick instead, written to bench/record/. See bench/README.md. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const missing = (path: string): boolean => !existsSync(fileURLToPath(new URL(path, import.meta.url)));

if (missing("../data/compiled/allonym.bin")) {
  console.error("data/compiled/allonym.bin is missing; run: npx tsx data/build.ts");
  process.exitCode = 1;
} else if (missing("node_modules/any-ascii")) {
  console.error("the engines to compare with are not installed; run: npm --prefix bench ci");
  process.exitCode = 1;
} else {
  // Only now, because this imports them.
  const { measureAll } = await import("./measure-all");
  await measureAll();
}
