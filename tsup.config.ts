import { copyFileSync } from "node:fs";
import { defineConfig } from "tsup";

/** Loaded when a format or threads need them; see optionalDependencies. */
const OPTIONAL = ["piscina", "hyparquet", "hyparquet-writer"];

export default defineConfig([
  {
    entry: ["src/index.ts", "src/core.ts", "src/clean.ts"],
    noExternal: ["csv-parse", "csv-stringify"],
    external: OPTIONAL,
    format: ["esm", "cjs"],
    target: "es2022",
    dts: true,
    shims: true, // import.meta.url in CommonJS
    clean: ["!review-page.*", "!clean-worker.js"], // those of the builds below may be there already
    outDir: "dist",
    onSuccess: async () => copyFileSync("data/compiled/allonym.bin", "dist/allonym.bin"),
  },
  {
    // The command bundles its own libraries, so that the library keeps one dependency.
    entry: { cli: "src/cli/main.ts" },
    format: ["esm"],
    target: "es2022",
    outDir: "dist",
    external: OPTIONAL,
    noExternal: ["commander", "cli-table3", "csv-parse", "csv-stringify", "cli-progress"],
    banner: {
      js: '#!/usr/bin/env node\nimport { createRequire as allonymCreateRequire } from "node:module";\nconst require = allonymCreateRequire(import.meta.url);',
    },
  },
  {
    // What runs in the browser on the page of `clean --review`; `reviewPage` reads it and puts it into the page.
    entry: { "review-page": "src/clean/review/page/review-page-script.ts" },
    format: ["iife"],
    platform: "browser",
    target: "es2022",
    outDir: "dist",
    outExtension: () => ({ js: ".js" }),
    onSuccess: async () => copyFileSync("src/clean/review/page/review-page.css", "dist/review-page.css"),
  },
  // What the threads of `clean` run; it is started by its path, so it is a file of its own.
  { entry: { "clean-worker": "src/clean/answers/clean-worker.ts" }, format: ["esm"], target: "es2022", outDir: "dist" },
]);
