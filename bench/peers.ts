/**
 * `npm run bench:peers`: accuracy and speed of allonym beside what a user would pick instead, written to bench/record/.
 * `npm run bench:peers -- --settings [PREFIX]` tries settings of the peers (all, or those of one peer) and prints what they give. See bench/README.md.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const missing = (path: string): boolean => !existsSync(fileURLToPath(new URL(path, import.meta.url)));

if (missing("../data/compiled/allonym.bin")) {
  console.error("data/compiled/allonym.bin is missing; run: npx tsx data/build.ts");
  process.exitCode = 1;
} else if (missing("node_modules/fuzzball")) {
  console.error("the engines to compare with are not installed; run: npm --prefix bench ci");
  process.exitCode = 1;
} else {
  // Only now, because this imports them.
  const { measurePeers, trySettings } = await import("./contest/measure-peers");
  const settings = process.argv.indexOf("--settings");
  await (settings < 0 ? measurePeers() : trySettings(process.argv[settings + 1] ?? ""));
}
