import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createApiServer, type RecordedRequest } from "./api-server.ts";
import { sendAttachment } from "./attachment-server.ts";
import {
  autocompleteInteraction,
  messageMenuInteraction,
  type OptionValues,
  slashInteraction,
} from "./command-interaction.ts";
import { createCommandRegistry } from "./command-registry.ts";
import { componentInteraction } from "./component-interaction.ts";
import { createDirectMessages } from "./direct-messages.ts";
import { createEventStream, type EventStream } from "./event-stream.ts";
import type { Exchange, ExchangeRecord } from "./exchange.ts";
import { createFaults, type Faults } from "./faults.ts";
import { type FormAnswers, formInteraction } from "./form-interaction.ts";
import { createGateway, type Gateway } from "./gateway.ts";
import { type Actor, setScene } from "./interaction-base.ts";
import { createInteractionDesk } from "./interaction-desk.ts";
import { isLocalRequest } from "./local-only.ts";
import { createMessageBoard } from "./message-board.ts";
import { createSnowflakes } from "./snowflake.ts";
import type { Message, RegisteredCommand } from "./wire.ts";
import { getPerson, getPlace, type World, world } from "./world.ts";

export type LocalDiscordOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** The token the bot must log in with; one is made up when it is left out. */
  readonly token?: string;
  readonly answerWithinMs?: number;
  readonly tokenLivesMs?: number;
  /** Answers the requests that are not for the API: the page. */
  readonly serveOther?: (request: IncomingMessage, response: ServerResponse) => void;
};

/** A Discord on this machine: the API and the gateway for one bot, and the hands and eyes of its people. */
export type LocalDiscord = {
  readonly port: number;
  readonly origin: string;
  /** What the bot gets as DISCORD_API_URL. */
  readonly apiUrl: string;
  readonly token: string;
  readonly world: World;
  readonly events: EventStream;
  readonly faults: Faults;
  readonly gateway: Omit<Gateway, "handleUpgrade" | "stop">;
  /** Every request of the bot so far, the oldest forgotten after some thousands. */
  readonly requests: readonly RecordedRequest[];
  /** The global commands the bot has registered. */
  commands(): readonly RegisteredCommand[];
  /** Resolves when a bot is logged in and has registered at least one command. */
  botReady(timeoutMs?: number): Promise<void>;
  /** The messages of a channel; with a person, only those they see. */
  messages(channel: string, viewer?: string): readonly Message[];
  slash(command: string, options?: OptionValues, actor?: Actor): Exchange;
  autocomplete(command: string, focused: string, value: string, others?: OptionValues, actor?: Actor): Exchange;
  click(message: Message | string, button: string, actor?: Actor): Exchange;
  select(message: Message | string, customId: string, values: readonly string[], actor?: Actor): Exchange;
  /** Submits the form that an exchange has opened. */
  submit(opener: Exchange | string, answers: FormAnswers, actor?: Actor): Exchange;
  messageMenu(command: string, target: Message | string, actor?: Actor): Exchange;
  /** Posts a message as a person. */
  say(content: string, actor?: Actor): Message;
  /** Hides a private answer, as its reader can. */
  dismiss(messageId: string): void;
  /** Lets the bot's direct messages reach a person or not, as the person's own switch does. */
  setDirectMessages(user: string, areOpen: boolean): void;
  takesDirectMessages(user: string): boolean;
  /** Whose private answer a message is; null for one that everybody in the channel sees. */
  audienceOf(messageId: string): string | null;
  findExchange(interactionId: string): Readonly<ExchangeRecord> | null;
  findFile(attachmentId: string): { contentType: string; data: Buffer } | null;
  /** Forgets all messages and what people have switched. */
  clear(): void;
  setClockOffset(offsetMs: number): void;
  stop(): Promise<void>;
};

const KEPT_REQUESTS = 5_000;

/** Starts a local Discord on 127.0.0.1. */
export async function createLocalDiscord(options: LocalDiscordOptions): Promise<LocalDiscord> {
  let port = options.port;
  let clockOffsetMs = 0;
  const token = options.token ?? `local.${randomBytes(24).toString("base64url")}`;
  const origin = () => `http://127.0.0.1:${port}`;
  const gatewayUrl = () => `ws://127.0.0.1:${port}/gateway`;
  const now = () => Date.now() + clockOffsetMs;
  const newId = createSnowflakes(now);
  const events = createEventStream();
  const faults = createFaults();
  const requests: RecordedRequest[] = [];

  const directMessages = createDirectMessages((userId) => events.emit({ kind: "direct-messages-switched", userId }));
  const registry = createCommandRegistry(newId, () => events.emit({ kind: "commands-changed" }));
  const board = createMessageBoard({ events, newId, now, filesUrl: () => `${origin()}/attachments` });
  const gateway = createGateway({ token, url: gatewayUrl, events, faults });
  const desk = createInteractionDesk({
    board,
    events,
    deliver: (interaction) => gateway.dispatch("INTERACTION_CREATE", interaction),
    answerWithinMs: options.answerWithinMs ?? 3_000,
    tokenLivesMs: options.tokenLivesMs ?? 15 * 60_000,
  });
  const handleApi = createApiServer({
    token,
    newId,
    faults,
    tools: { board, desk, registry, events, directMessages, gatewayUrl },
    record(request) {
      requests.push(request);
      if (requests.length > KEPT_REQUESTS) requests.shift();
    },
    answered({ id, path }) {
      const token = /^\/(?:interactions|webhooks)\/\d+\/([^/]+)/.exec(path)?.[1] ?? "";
      const interactionId = desk.findByToken(token)?.interaction.id ?? null;
      events.emit({ kind: "request-answered", requestId: id, interactionId });
    },
  });

  const server = createServer((request, response) => {
    if (!isLocalRequest(request, port)) return void response.writeHead(403).end();
    if (request.url?.startsWith("/api/")) {
      handleApi(request, response).catch((error: unknown) => {
        console.error("The local Discord failed:", error);
        response.writeHead(500).end();
      });
    } else if (request.url?.startsWith("/attachments/")) {
      sendAttachment(response, board.findFile(request.url.split("/")[2] ?? ""));
    } else if (options.serveOther) options.serveOther(request, response);
    else response.writeHead(404).end();
  });
  server.on("upgrade", (request, socket, head) => {
    const isGateway = /^\/gateway\/?(\?|$)/.test(request.url ?? "");
    if (isGateway && isLocalRequest(request, port)) gateway.handleUpgrade(request, socket, head);
    else socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  });
  await listen(server, port);
  port = (server.address() as AddressInfo).port;

  const globals = () => registry.list(null);
  const known = () => [...registry.list(world.guild.id), ...globals()];
  const getMessage = (message: Message | string): Message => {
    const found = board.find(typeof message === "string" ? message : message.id)?.message;
    if (found === undefined) throw new Error("that message is gone");
    return found;
  };
  const press = (message: Message | string, name: string, values: readonly string[] | null, actor: Actor): Exchange => {
    const target = getMessage(message);
    const scene = setScene({ ...actor, channel: target.channel_id });
    return desk.open(componentInteraction(target, name, values, scene, newId), { ...scene, commandName: null });
  };

  return {
    port,
    origin: origin(),
    apiUrl: `${origin()}/api`,
    token,
    world,
    events,
    faults,
    gateway,
    requests,
    commands: globals,
    async botReady(timeoutMs = 10_000) {
      const isReady = () => (gateway.isConnected() && known().length > 0 ? true : undefined);
      await events.until(isReady, "the bot", timeoutMs);
    },
    messages(channel, viewer) {
      const viewerId = viewer === undefined ? undefined : getPerson(viewer).user.id;
      return board.list(getPlace(channel, viewerId ?? "").id, viewerId);
    },
    slash(command, values = {}, actor = {}) {
      const scene = setScene(actor);
      const interaction = slashInteraction(known(), command, values, scene, { newId, board });
      return desk.open(interaction, { ...scene, commandName: command });
    },
    autocomplete(command, focused, value, values = {}, actor = {}) {
      const scene = setScene(actor);
      const interaction = autocompleteInteraction(known(), command, { focused, value, values }, scene, newId);
      return desk.open(interaction, { ...scene, commandName: command });
    },
    click: (message, button, actor = {}) => press(message, button, null, actor),
    select: (message, customId, values, actor = {}) => press(message, customId, values, actor),
    submit(opener, answers, actor = {}) {
      const record = typeof opener === "string" ? desk.find(opener) : opener.record;
      if (record === null || record.form === null) throw new Error("no form is open there");
      const clicked = record.interaction.message;
      const message = clicked === undefined ? null : (board.find(clicked.id)?.message ?? clicked);
      const scene = setScene({ user: record.person.user.id, channel: record.place.id, ...actor });
      const interaction = formInteraction(record.form, answers, message, scene, { newId, board });
      return desk.open(interaction, { ...scene, commandName: record.commandName });
    },
    messageMenu(command, target, actor = {}) {
      const message = getMessage(target);
      const scene = setScene({ ...actor, channel: message.channel_id });
      const interaction = messageMenuInteraction(known(), command, message, scene, newId);
      return desk.open(interaction, { ...scene, commandName: command });
    },
    say(content, actor = {}) {
      const { person, place } = setScene(actor);
      const sender = { channelId: place.id, author: person.user, audience: null, flags: 0, fields: {} };
      return board.post({ json: { content }, files: [] }, sender);
    },
    dismiss: (messageId) => board.remove(messageId),
    setDirectMessages: (user, areOpen) => directMessages.set(getPerson(user).user.id, areOpen),
    takesDirectMessages: (user) => directMessages.areOpen(getPerson(user).user.id),
    audienceOf: (id) => board.find(id)?.audience ?? null,
    findExchange: (id) => desk.find(id),
    findFile: (id) => board.findFile(id),
    clear() {
      board.clear();
      directMessages.clear();
    },
    setClockOffset(offsetMs) {
      clockOffsetMs = offsetMs;
    },
    async stop() {
      desk.stop();
      gateway.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}
