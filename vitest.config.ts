import { defineConfig } from "vitest/config";

/** Tests that start servers, browsers or processes, or count what the engine runs, each have a process of their own. */
const ALONE = ["tests/**/*.e2e.test.ts", "tests/triage/growth.test.ts"];

export default defineConfig({
  test: {
    globalSetup: ["tests/install-chromium.ts"],
    // Two cores: more workers only make the end-to-end tests wait for each other.
    maxWorkers: 2,
    // End-to-end tests start processes; on a busy machine that takes longer than the 5 s which are usual.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: "alone", include: ALONE } },
      // Reading the content for each file anew took a third of the time.
      { extends: true, test: { name: "together", include: ["tests/**/*.test.ts"], exclude: ALONE, isolate: false } },
    ],
  },
});
