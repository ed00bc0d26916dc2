import { Client, Events, type REST, SimpleShardingStrategy, type WebSocketOptions } from "discord.js";
import { GatewayCloseCodes } from "discord-api-types/v10";
import { StartError } from "#src/errors.ts";
import type { Log } from "#src/operations/log.ts";
import { connectionSentence } from "./connection-sentence.ts";
import { createIdentifyThrottler } from "./identify-throttler.ts";

type GatewayOptions = {
  readonly token: string;
  readonly apiUrl: string;
  readonly log: Log;
  /** Gets every interaction as Discord sent it, before and after a resume; must not throw. */
  readonly onInteraction: (raw: unknown) => void;
  /** Called when Discord ends a connection for good, as after the token was reset; nothing comes in any more. */
  readonly onEnd: (sentence: string) => void;
};

/** The connection to Discord: interactions come in, `rest` goes out. */
export type Gateway = {
  readonly rest: REST;
  /** Connects and resolves with the application's id. */
  connect(): Promise<string>;
  close(): Promise<void>;
};

const QUIET_MS = 60_000;

/**
 * Creates the connection: discord.js' Client without any intent, for commands, buttons, forms and direct messages
 * arrive without one.
 *
 * The Client sees READY and RESUMED and nothing else. Its classes die of an interaction without `entitlements` or with
 * `data: null`, and they cost memory for each server. What the shards hear passes through a sharding strategy,
 * which the Client lets us build: there interactions are handed out as Discord sent them, and READY loses its servers.
 */
export function createGateway({ token, apiUrl, log, onInteraction, onEnd }: GatewayOptions): Gateway {
  const client = new Client({
    intents: [],
    allowedMentions: { parse: [] },
    rest: {
      api: apiUrl,
      // Discord's own limit of 50 a second does not count answers to interactions, and discord.js' count of it does.
      globalRequestsPerSecond: 10_000,
      timeout: 10_000,
      // discord.js repeats at once and without a pause; whoever calls decides what may be repeated.
      retries: 0,
      // An interaction's token lives 15 minutes; what is kept for it longer is a leak.
      handlerSweepInterval: 300_000,
      invalidRequestWarningInterval: 500,
    },
    ws: {
      buildStrategy: (manager) => strategyFor(manager, onInteraction),
      buildIdentifyThrottler: (manager) => throttlerFor(manager, log),
    },
  });
  let isClosing = false;
  reportState(client, log, () => isClosing);
  // Before the first connection `connect` says what is wrong.
  client.once(Events.ClientReady, () => {
    client.on(Events.ShardDisconnect, ({ code }) => onEnd(endSentence(code)));
  });
  return {
    rest: client.rest,
    connect: () => connect(client, token, apiUrl),
    close() {
      isClosing = true;
      return client.destroy();
    },
  };
}

type Manager = Parameters<NonNullable<WebSocketOptions["buildStrategy"]>>[0];

function strategyFor(manager: Manager, onInteraction: (raw: unknown) => void): SimpleShardingStrategy {
  // A strategy tells the Client what its shards heard by `manager.emit`.
  const tellClient = manager.emit.bind(manager) as (event: string, payload: unknown) => boolean;
  const listen = (event: string, payload: { readonly data?: { readonly t?: unknown; readonly d?: unknown } }) => {
    if (event === "ready") return tellClient(event, { ...payload, data: withoutGuilds(payload.data) });
    if (event !== "dispatch") return tellClient(event, payload);
    if (payload.data?.t === "INTERACTION_CREATE") onInteraction(payload.data.d);
    if (payload.data?.t === "RESUMED") return tellClient(event, payload);
    if (payload.data?.t !== "READY") return true;
    return tellClient(event, { ...payload, data: { ...payload.data, d: withoutGuilds(payload.data.d) } });
  };
  manager.emit = listen as typeof manager.emit;
  return new SimpleShardingStrategy(manager);
}

function withoutGuilds(ready: unknown): unknown {
  return { ...(ready as object), guilds: [] };
}

async function throttlerFor(manager: Manager, log: Log) {
  const { session_start_limit } = await manager.fetchGatewayInformation();
  return createIdentifyThrottler({
    remaining: session_start_limit.remaining,
    onWait: (waitMs) => log.warn("Too many new sessions; the next one waits", { waitMs }),
  });
}

async function connect(client: Client, token: string, apiUrl: string): Promise<string> {
  const ready = new Promise<string>((resolve) =>
    client.once(Events.ClientReady, ({ application }) => resolve(application.id)),
  );
  try {
    await client.login(token);
  } catch (error) {
    throw new StartError(connectionSentence(error, apiUrl));
  }
  return ready;
}

function endSentence(code: number): string {
  const why =
    code === GatewayCloseCodes.AuthenticationFailed ? "the token is not valid any more" : `close code ${code}`;
  return `Discord ended the connection for good (${why}): see to the bot at https://discord.com/developers/applications, then start it again.`;
}

/** Tells the log how the connection is, at most once a minute while it comes and goes. */
function reportState(client: Client, log: Log, isClosing: () => boolean): void {
  let saidAt = Number.NEGATIVE_INFINITY;
  let skipped = 0;
  client.on(Events.ShardReconnecting, (shardId) => {
    skipped += 1;
    if (isClosing() || Date.now() - saidAt < QUIET_MS) return;
    log.warn("The connection to Discord is gone; connecting again", { shardId, count: skipped });
    saidAt = Date.now();
    skipped = 0;
  });
  client.on(Events.ShardResume, (shardId) => log.debug("The session goes on", { shardId }));
  client.on(Events.ShardError, (error, shardId) => log.warn("The connection has an error", { shardId, error }));
  client.on(Events.Error, (error) => log.error("discord.js has an error", { error }));
  client.rest.on("invalidRequestWarning", ({ count }) => log.warn("Discord refused many requests", { count }));
  client.rest.on("rateLimited", ({ timeToReset }) => log.warn("Discord asks to wait", { waitMs: timeToReset }));
}
