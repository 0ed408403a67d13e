/** `npm run bench:growth`: time per query as the gazetteer grows a hundredfold, written to bench/record/. See bench/README.md. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

if (!existsSync(fileURLToPath(new URL("node_modules/any-ascii", import.meta.url)))) {
  console.error("what the bench needs is not installed; run: npm --prefix bench ci");
  process.exitCode = 1;
} else {
  // Only now, because this imports it.
  const { measureGrowth } = await import("./growth/measure-growth");
  await measureGrowth();
}
