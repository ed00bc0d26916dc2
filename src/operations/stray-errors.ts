import type { Log } from "./log.ts";

/**
 * Logs what nobody caught, without what Node would print of it: errors of discord.js carry tokens and people's words.
 * A forgotten promise leaves the bot running, for every answer stands alone; anything else ends it.
 */
export function logStrayErrors(log: Log): void {
  process.on("unhandledRejection", (error) => log.error("A promise failed and nobody waited for it", { error }));
  // A closed pipe must not end the bot: it has answers to give, whoever reads the log.
  process.stdout.on("error", () => {});
  process.on("uncaughtException", (error) => {
    log.error("An error that nobody caught ends the bot", { error });
    process.exit(1);
  });
}
