import { config as readEnvFile } from "dotenv";
import { readConfig } from "./config.ts";
import { runEntry } from "./operations/run-entry.ts";

// What `npm start` does: with a token the bot, without one the playground, in production never the playground.
await runEntry(async () => {
  readEnvFile({ quiet: true });
  const config = readConfig(process.env);
  if (config.discordToken !== null || config.isProduction) {
    const { runBot } = await import("./run-bot.ts");
    await runBot(config);
  } else {
    const { startPlayground } = await import("./playground/start.ts");
    const { removeDatabase } = await import("./storage/database-file.ts");
    await startPlayground(config, removeDatabase);
  }
});
