import { fileURLToPath } from "node:url";
import type { Config } from "./config.ts";
import { createTools } from "./create-tools.ts";
import { createDispatcher } from "./discord/dispatcher.ts";
import { createGateway } from "./discord/gateway.ts";
import { inviteLink } from "./discord/invite-link.ts";
import { loadCommands } from "./discord/load-commands.ts";
import { registerCommands } from "./discord/register.ts";
import { createRestResponder } from "./discord/rest-responder.ts";
import { listServers } from "./discord/server-list.ts";
import { StartError } from "./errors.ts";
import { loadContent } from "./load-content.ts";
import { offeredCommands } from "./offered-commands.ts";
import { createClock } from "./operations/clock.ts";
import { createDailyJobs } from "./operations/daily-jobs.ts";
import { prepareDataFolder } from "./operations/data-folder.ts";
import { createLog } from "./operations/log.ts";
import { stopOnSignal } from "./operations/shutdown.ts";
import { logStrayErrors } from "./operations/stray-errors.ts";
import { createReminderRounds } from "./reminders/reminder-rounds.ts";
import { reminderMessage } from "./replies/reminder-reply.ts";
import { createAnswering } from "./servers/answering.ts";
import { createHousekeeping } from "./servers/housekeeping.ts";
import type { Services } from "./services.ts";
import { openStorage } from "./storage/open-storage.ts";

const LAST_ANSWERS_MS = 1_000;
const GATHER_USES_MS = 2_000;
const folder = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/**
 * Builds the bot once, joins its parts and connects it; returns when it is connected and Discord knows its commands.
 *
 * @throws StartError when something that it needs is missing or broken.
 */
export async function runBot(config: Config): Promise<void> {
  if (config.discordToken === null) {
    throw new StartError("DISCORD_TOKEN is not set: put your bot's token into the file .env, as .env.example shows.");
  }
  prepareDataFolder(config.dataDir);
  const log = createLog({ level: config.logLevel });
  logStrayErrors(log);
  const content = loadContent(folder("knowledge"));
  const storage = await openStorage({
    folder: config.dataDir,
    gatherUsesMs: GATHER_USES_MS,
    report: (sentence, error) => log.error(sentence, error === undefined ? {} : { error }),
  });
  const commands = await loadCommands<Services>(folder("commands"));

  const gateway = createGateway({
    token: config.discordToken,
    apiUrl: config.discordApiUrl,
    log,
    onInteraction: (raw) => void dispatcher.dispatch(raw),
    onEnd(sentence) {
      console.error(sentence);
      process.exit(1);
    },
  });
  const clock = createClock(config.clockOffsetMs);
  const offered = offeredCommands(commands, config);
  const tools = createTools({ config, rest: gateway.rest, commands: offered, log });
  const dispatcher = createDispatcher({
    ...createAnswering({ commands, content, tools, storage }),
    responder: createRestResponder(gateway.rest),
    clock,
    log,
  });
  const jobs = createHousekeeping({
    storage,
    listServers: () => listServers(gateway.rest),
    onLeft: ({ length }) => log.info("Servers left long ago, and all about them was deleted", { count: length }),
  });
  const dailyJobs = createDailyJobs({ jobs, clock, log });
  const reminderRounds = createReminderRounds({
    reminders: storage.reminders,
    directMessages: tools.directMessages,
    message: (dueAt) => reminderMessage(dueAt, content.signs),
    clock,
    log,
  });
  stopOnSignal(async () => {
    const lastWork = Promise.all([dispatcher.idle(), dailyJobs.stop(), reminderRounds.stop()]);
    await Promise.race([lastWork, new Promise((resolve) => setTimeout(resolve, LAST_ANSWERS_MS))]);
    await gateway.close();
    await tools.charts.stop();
    await storage.close();
  }, log);

  const applicationId = await gateway.connect();
  log.info("Spotter is connected");
  try {
    await registerCommands({ rest: gateway.rest, applicationId, commands: offered, log });
  } catch (error) {
    // The commands that Discord knows from before still work.
    log.error("Discord did not take the commands; `npm run register` tries again", { error });
  }
  dailyJobs.start();
  reminderRounds.start();
  // The first question should not wait for the index; nobody waits for it here.
  void content.search;
  // A stand-in has no servers to be invited to.
  if (config.isRealDiscord) log.info(`Add Spotter to a server: ${inviteLink(applicationId)}`);
}
