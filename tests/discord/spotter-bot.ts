import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadCommands } from "#src/discord/load-commands.ts";
import { loadContent } from "#src/load-content.ts";
import type { LocalDiscord } from "#src/playground/local-discord.ts";
import { createAnswering } from "#src/servers/answering.ts";
import type { Services } from "#src/services.ts";
import { openStorage } from "#src/storage/open-storage.ts";
import { startBot } from "./test-bot.ts";

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** Connects Spotter itself to a local Discord: its commands, content and a database of its own, which goes with it. */
export async function startSpotter(discord: LocalDiscord) {
  const dataDir = mkdtempSync(join(tmpdir(), "spotter-bot-"));
  const storage = await openStorage({
    folder: dataDir,
    report(sentence, error) {
      throw new Error(sentence, { cause: error });
    },
  });
  const commands = await loadCommands<Services>(folder("commands"));
  const answering = createAnswering({ commands, content: loadContent(folder("knowledge")), storage });
  const bot = await startBot({ discord, commands: [...commands.values()], answering });
  return {
    ...bot,
    storage,
    async stop() {
      await bot.dispatcher.idle();
      await bot.stop();
      await storage.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
