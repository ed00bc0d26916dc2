import type { Tools } from "#src/services.ts";

/** The ways to what lies outside where there is nothing outside: nobody takes direct messages, and nothing is drawn. */
export const NO_TOOLS: Tools = {
  directMessages: { open: async () => null },
  uploads: { readText: () => Promise.reject(new Error("there are no files")) },
  charts: { draw: async () => null, stop: async () => {} },
  isCheckInOn: true,
};
