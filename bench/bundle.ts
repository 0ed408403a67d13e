import { build } from "tsup";

/** Bundles scripts into `folder` as `NAME.cjs`. What is timed is then the code that ships, without a loader in the process. */
export async function bundle(entry: string[], folder: string): Promise<void> {
  await build({
    config: false,
    silent: true,
    entry,
    format: ["cjs"],
    target: "node20",
    noExternal: [/.*/],
    splitting: false,
    outDir: folder,
    outExtension: () => ({ js: ".cjs" }),
  });
}
