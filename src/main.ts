import { config as readEnvFile } from "dotenv";
import { readConfig } from "./config.ts";
import { runEntry } from "./operations/run-entry.ts";

// The bot itself: what `npm run bot` starts, and what the playground starts beside itself.
await runEntry(async () => {
  readEnvFile({ quiet: true });
  const config = readConfig(process.env);
  const { runBot } = await import("./run-bot.ts");
  await runBot(config);
});
