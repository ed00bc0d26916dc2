import { startTinyBot } from "./tiny-bot.ts";

// The tiny bot as a process of its own, with the settings that the playground gives to the real one.
if (process.env.TINY_BOT_REFUSES === "yes") {
  console.error("The tiny bot refuses to start.");
  process.exit(1);
}
await startTinyBot(process.env.DISCORD_API_URL ?? "", process.env.DISCORD_TOKEN ?? "");
