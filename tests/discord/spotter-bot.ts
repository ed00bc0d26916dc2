import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTools } from "#src/create-tools.ts";
import { loadCommands } from "#src/discord/load-commands.ts";
import { offeredCommands } from "#src/offered-commands.ts";
import { type Clock, createClock } from "#src/operations/clock.ts";
import { createLocalDiscord, type LocalDiscord } from "#src/playground/local-discord.ts";
import { createReminderRounds, type ReminderRounds } from "#src/reminders/reminder-rounds.ts";
import { reminderMessage } from "#src/replies/reminder-reply.ts";
import { createAnswering } from "#src/servers/answering.ts";
import type { Services, Tools } from "#src/services.ts";
import { openStorage } from "#src/storage/open-storage.ts";
import { shippedContent } from "../shipped-content.ts";
import { startBot } from "./test-bot.ts";

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

type Setting = {
  /** Where the database is; left out, it is a folder of its own that goes with the bot. */
  readonly dataDir?: string;
  readonly clock?: Clock;
  readonly deferAfterMs?: number;
};

/** A local Discord that waits longer than the real one: what is told of must not depend on how busy the machine is. */
export function createPatientDiscord(): Promise<LocalDiscord> {
  return createLocalDiscord({ port: 0, answerWithinMs: 25_000 });
}

/** How long the bot works before it defers, on a patient Discord. */
export const PATIENT_MS = 20_000;

/** Connects Spotter itself to a local Discord: its commands, content and database, with everything switched on. */
export async function startSpotter(
  discord: LocalDiscord,
  { dataDir, clock = createClock(0), ...limits }: Setting = {},
) {
  const place = dataDir ?? mkdtempSync(join(tmpdir(), "spotter-bot-"));
  const storage = await openStorage({
    folder: place,
    report(sentence, error) {
      throw new Error(sentence, { cause: error });
    },
  });
  const commands = await loadCommands<Services>(folder("commands"));
  const content = shippedContent();
  const config = { fileOrigins: [discord.origin], isCheckInOn: true };
  const running: { readonly tools: Tools; readonly rounds: ReminderRounds }[] = [];
  const bot = await startBot({
    discord,
    commands: [...commands.values()],
    clock,
    ...limits,
    answering({ rest, log }) {
      const tools = createTools({ config, rest, commands: offeredCommands(commands, config), log });
      const rounds = createReminderRounds({
        reminders: storage.reminders,
        directMessages: tools.directMessages,
        message: (dueAt) => reminderMessage(dueAt, content.signs),
        clock,
        log,
        everyMs: 50,
      });
      running.push({ tools, rounds });
      return createAnswering({ commands, content, tools, storage });
    },
  });
  for (const { rounds } of running) rounds.start();
  return {
    ...bot,
    storage,
    async stop() {
      await bot.dispatcher.idle();
      for (const { rounds } of running) await rounds.stop();
      await bot.stop();
      for (const { tools } of running) await tools.charts.stop();
      await storage.close();
      if (dataDir === undefined) rmSync(place, { recursive: true, force: true });
    },
  };
}
