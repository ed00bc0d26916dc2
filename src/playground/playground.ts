import { fileURLToPath } from "node:url";
import { StartError } from "#src/errors.ts";
import { createBotProcess } from "./bot-process.ts";
import { createExchangeReports } from "./exchange-report.ts";
import { createLocalDiscord, type LocalDiscord } from "./local-discord.ts";
import { createPageActions } from "./page-actions.ts";
import type { BotStatus } from "./page-protocol.ts";
import { createPageServer } from "./page-server.ts";
import { createPageStreams } from "./page-stream.ts";
import { createPageView } from "./page-view.ts";

export type PlaygroundOptions = {
  readonly port: number;
  /** False: a taken port is left for any free one. */
  readonly portIsFixed: boolean;
  /** What the bot gets as environment besides the addresses and the token. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The script that is the bot; tests bring their own. */
  readonly botEntry?: string;
  /** Removes what the bot has stored, when somebody starts over; called while no bot runs. */
  readonly forgetStored?: () => void;
  /** How far the clock is ahead at the start. */
  readonly clockOffsetMs?: number;
  /** Called when the bot gave up before it was ever connected; it has said why. */
  readonly onRefusal: () => void;
  readonly say: (line: string) => void;
};

export type Playground = {
  readonly url: string;
  readonly discord: LocalDiscord;
  /** Ends the bot and starts it again, as an update does; resolves when it is on its way. */
  restartBot(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts the local Discord, the page and the bot on one address of this machine. */
export async function createPlayground(options: PlaygroundOptions): Promise<Playground> {
  let clockOffsetMs = options.clockOffsetMs ?? 0;
  let hasConnected = false;
  let isStopped = false;
  const view = createPageView();

  // The page needs the local Discord and the local Discord serves the page, hence the detour.
  let serve: ReturnType<typeof createPageServer> | null = null;
  const discord = await listen(options, (request, response) => serve?.(request, response));
  discord.setClockOffset(clockOffsetMs);
  const status = (): BotStatus => {
    if (isStopped) return "stopped";
    return discord.gateway.isConnected() && discord.commands().length > 0 ? "ready" : "connecting";
  };
  const streams = createPageStreams(discord, view, { status, clockOffsetMs: () => clockOffsetMs });
  const bot = createBotProcess({
    entry: options.botEntry ?? fileURLToPath(new URL("../main.ts", import.meta.url)),
    env: {
      ...options.env,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_CDN_URL: discord.origin,
      DISCORD_TOKEN: discord.token,
      // Nobody's health is written down here but that of made-up members.
      CHECK_IN: "on",
    },
    hasConnected: () => hasConnected,
    onStop: () => streams.tell({ kind: "status", status: "connecting" }),
    onRefusal() {
      isStopped = true;
      streams.tell({ kind: "status", status: "stopped" });
      options.onRefusal();
    },
    say: options.say,
  });
  discord.events.subscribe(({ kind }) => {
    if (kind === "bot-connected") hasConnected = true;
    if (kind === "bot-connected" || kind === "bot-disconnected" || kind === "commands-changed") {
      streams.tell({ kind: "status", status: status() });
    }
  });

  const botClock = () => ({ CLOCK_OFFSET_MS: String(clockOffsetMs) });
  const restartBot = () => bot.restart(botClock());
  const setClock = (offsetMs: number) => {
    clockOffsetMs = offsetMs;
    discord.setClockOffset(offsetMs);
    streams.tell({ kind: "clock", clockOffsetMs });
  };
  const reports = createExchangeReports(discord);
  serve = createPageServer({
    act: createPageActions(discord, view, {
      async moveClock(offsetMs) {
        setClock(offsetMs);
        await restartBot();
      },
      async reset() {
        setClock(0);
        await bot.restart(botClock(), () => {
          discord.clear();
          options.forgetStored?.();
        });
      },
      acted: (actionId) => streams.tellInOrder({ kind: "acted", actionId }),
    }),
    openStream: streams.open,
    report: reports,
  });
  bot.start(botClock());
  return {
    url: discord.origin,
    discord,
    restartBot,
    async stop() {
      streams.stop();
      await bot.stop();
      await discord.stop();
    },
  };
}

async function listen(
  { port, portIsFixed }: PlaygroundOptions,
  serveOther: Parameters<typeof createLocalDiscord>[0]["serveOther"],
): Promise<LocalDiscord> {
  const start = (wanted: number) => createLocalDiscord({ port: wanted, ...(serveOther ? { serveOther } : {}) });
  try {
    return await start(port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    if (!portIsFixed) return start(0);
    const reason = code === "EACCES" ? "may not be used" : "is taken by another program";
    throw new StartError(`Port ${port} ${reason}: set PLAYGROUND_PORT to another one, or leave it out.`);
  }
}
