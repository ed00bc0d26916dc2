import { fileURLToPath } from "node:url";
import { config as readEnvFile } from "dotenv";
import { readConfig } from "./config.ts";
import { StartError } from "./errors.ts";
import { runEntry } from "./operations/run-entry.ts";

// `npm run register`: tells Discord by hand which commands there are; the bot does the same when it starts.
await runEntry(async () => {
  readEnvFile({ quiet: true });
  const { discordToken, discordApiUrl, logLevel, isCheckInOn } = readConfig(process.env);
  if (discordToken === null) {
    throw new StartError("DISCORD_TOKEN is not set: put your bot's token into the file .env, as .env.example shows.");
  }
  const { REST, Routes } = await import("discord.js");
  const { connectionSentence } = await import("./discord/connection-sentence.ts");
  const { loadCommands } = await import("./discord/load-commands.ts");
  const { registerCommands } = await import("./discord/register.ts");
  const { offeredCommands } = await import("./offered-commands.ts");
  const { createLog } = await import("./operations/log.ts");

  const commands = await loadCommands(fileURLToPath(new URL("../commands", import.meta.url)));
  const rest = new REST({ api: discordApiUrl }).setToken(discordToken);
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
    const offered = offeredCommands(commands, { isCheckInOn });
    await registerCommands({ rest, applicationId: id, commands: offered, log: createLog({ level: logLevel }) });
  } catch (error) {
    throw new StartError(connectionSentence(error, discordApiUrl));
  }
});
