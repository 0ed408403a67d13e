import { defineConfig } from "vitest/config";

/** `npm run test:engines`: fetches and starts real engines, one after the other. */
export default defineConfig({
  test: {
    include: ["test/engines/*.test.ts"],
    testTimeout: 600_000,
    hookTimeout: 1_800_000,
    fileParallelism: false,
  },
});
