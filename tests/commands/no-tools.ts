import type { Tools } from "#src/services.ts";

/** The ways to what lies outside where there is nothing outside: Discord tells nothing, nobody takes direct messages, and nothing is drawn. */
export const NO_TOOLS: Tools = {
  discord: { compareCommands: async () => null, findGuild: async () => null, findGone: async () => null },
  directMessages: { open: async () => null },
  uploads: { readText: () => Promise.reject(new Error("there are no files")) },
  charts: { draw: async () => null, stop: async () => {} },
  isCheckInOn: true,
};
