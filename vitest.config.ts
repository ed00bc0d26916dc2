import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // Two cores: more workers only make the end-to-end tests wait for each other.
    maxWorkers: 2,
  },
});
