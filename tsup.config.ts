import { copyFileSync } from "node:fs";
import { defineConfig } from "tsup";

export default defineConfig([
  {
    entry: ["src/index.ts", "src/core.ts", "src/clean.ts"],
    noExternal: ["csv-parse", "csv-stringify"],
    format: ["esm", "cjs"],
    target: "es2022",
    dts: true,
    shims: true, // import.meta.url in CommonJS
    clean: true,
    outDir: "dist",
    onSuccess: async () => copyFileSync("data/compiled/allonym.bin", "dist/allonym.bin"),
  },
  {
    // The command bundles its own libraries, so that the library keeps one dependency.
    entry: { cli: "src/cli/main.ts" },
    format: ["esm"],
    target: "es2022",
    outDir: "dist",
    noExternal: ["commander", "cli-table3", "csv-parse", "csv-stringify", "cli-progress"],
    banner: {
      js: '#!/usr/bin/env node\nimport { createRequire as allonymCreateRequire } from "node:module";\nconst require = allonymCreateRequire(import.meta.url);',
    },
  },
]);
