import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/install-chromium.ts"],
    // Two cores: more workers only make the end-to-end tests wait for each other.
    maxWorkers: 2,
    // End-to-end tests start processes; on a busy machine that takes longer than the 5 s which are usual.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
