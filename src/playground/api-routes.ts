import { answerCallback } from "./answer-callback.ts";
import { ApiError } from "./api-error.ts";
import type { CommandRegistry } from "./command-registry.ts";
import type { EventStream } from "./event-stream.ts";
import type { FaultTarget } from "./faults.ts";
import type { InteractionDesk } from "./interaction-desk.ts";
import type { MessageBoard } from "./message-board.ts";
import type { RequestBody } from "./request-body.ts";
import { getOwnMessage, postFollowUp } from "./webhook-message.ts";
import type { Json } from "./wire.ts";
import { findPlace, toChannel, world } from "./world.ts";

/** What the routes work with. */
export type ApiTools = {
  readonly board: MessageBoard;
  readonly desk: InteractionDesk;
  readonly registry: CommandRegistry;
  readonly events: EventStream;
  readonly gatewayUrl: () => string;
};

export type RouteRequest = {
  /** What stood in the pattern's places, in order. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly body: RequestBody;
};

/** One route: `:` stands for any one part of the path. A null result is an empty 204. */
export type Route = {
  readonly method: string;
  readonly pattern: string;
  /** False for the routes whose address holds a token of its own. */
  readonly needsToken: boolean;
  readonly target?: FaultTarget;
  handle(request: RouteRequest, tools: ApiTools): unknown;
};

const json = (body: RequestBody) => (body.json ?? {}) as Json;
const input = (body: RequestBody) => ({ json: json(body), files: body.files });
const part = (request: RouteRequest, index: number) => request.parts[index] ?? "";
const open = (method: string, pattern: string, target: FaultTarget, handle: Route["handle"]): Route => ({
  method,
  pattern,
  needsToken: false,
  target,
  handle,
});
const guarded = (method: string, pattern: string, handle: Route["handle"], target?: FaultTarget): Route => ({
  method,
  pattern,
  needsToken: true,
  handle,
  ...(target === undefined ? {} : { target }),
});

export const apiRoutes: readonly Route[] = [
  guarded("GET", "/gateway/bot", (_, { gatewayUrl }) => ({
    url: gatewayUrl(),
    shards: 1,
    session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
  })),
  guarded("GET", "/users/@me", () => ({ ...world.bot, flags: 0 })),
  guarded("GET", "/applications/@me", () => ({ ...world.application, description: "", flags: 0, bot: world.bot })),
  guarded("GET", "/oauth2/applications/@me", () => ({ ...world.application, description: "", flags: 0 })),

  ...["/applications/:/commands", "/applications/:/guilds/:/commands"].flatMap(commandRoutes),

  open("POST", "/interactions/:/:/callback", "callback", (request, tools) => {
    const record = tools.desk.getForCallback(part(request, 0), part(request, 1));
    const body = json(request.body);
    const data = (body.data ?? {}) as Json;
    const message = answerCallback(record, body, { json: data, files: request.body.files }, tools);
    if (request.query.get("with_response") !== "true") return null;
    const { id, type } = record.interaction;
    return {
      interaction: {
        id,
        type,
        ...(message === null
          ? {}
          : {
              response_message_id: message.id,
              response_message_loading: (message.flags & 128) !== 0,
              response_message_ephemeral: (message.flags & 64) !== 0,
            }),
      },
      resource: { type: record.answerType, ...(message === null ? {} : { message }) },
    };
  }),

  open("POST", "/webhooks/:/:", "webhook", (request, { desk, board }) =>
    postFollowUp(desk.getForWebhook(part(request, 1)), input(request.body), board),
  ),
  open("GET", "/webhooks/:/:/messages/:", "webhook", (request, { desk, board }) =>
    getOwnMessage(desk.getForWebhook(part(request, 1)), part(request, 2), board),
  ),
  open("PATCH", "/webhooks/:/:/messages/:", "webhook", (request, { desk, board }) => {
    const message = getOwnMessage(desk.getForWebhook(part(request, 1)), part(request, 2), board);
    return board.edit(message.id, input(request.body));
  }),
  open("DELETE", "/webhooks/:/:/messages/:", "webhook", (request, { desk, board }) => {
    board.remove(getOwnMessage(desk.getForWebhook(part(request, 1)), part(request, 2), board).id);
    return null;
  }),

  guarded(
    "POST",
    "/users/@me/channels",
    (request) => {
      const recipient = String(json(request.body).recipient_id);
      const place = world.places.find(({ recipientId }) => recipientId === recipient);
      if (place === undefined) throw new ApiError(400, 50033, "Invalid Recipient(s)");
      return toChannel(place);
    },
    "direct-message",
  ),
  guarded("GET", "/channels/:", (request) => toChannel(getChannel(part(request, 0)))),
  guarded(
    "POST",
    "/channels/:/messages",
    (request, { board }) => {
      const place = getChannel(part(request, 0));
      const flags = Number(json(request.body).flags ?? 0);
      const origin = { channelId: place.id, author: world.bot, audience: null, flags, fields: {} };
      return board.post(input(request.body), origin);
    },
    "command",
  ),
  guarded("GET", "/channels/:/messages/:", (request, { board }) => getChannelMessage(request, board)),
  guarded("PATCH", "/channels/:/messages/:", (request, { board }) => {
    const message = getChannelMessage(request, board);
    if (message.author.id !== world.bot.id) {
      throw new ApiError(403, 50005, "Cannot edit a message authored by another user");
    }
    return board.edit(message.id, input(request.body));
  }),
  guarded("DELETE", "/channels/:/messages/:", (request, { board }) => {
    const message = getChannelMessage(request, board);
    if (message.author.id !== world.bot.id) throw new ApiError(403, 50013, "Missing Permissions");
    board.remove(message.id);
    return null;
  }),
];

function commandRoutes(pattern: string): Route[] {
  const scope = (request: RouteRequest) => (pattern.includes("guilds") ? part(request, 1) : null);
  const id = (request: RouteRequest) => request.parts.at(-1) ?? "";
  return [
    guarded("GET", pattern, (request, { registry }) => {
      const isComplete = request.query.get("with_localizations") === "true";
      return registry.list(scope(request)).map((command) => (isComplete ? command : withoutLocalizations(command)));
    }),
    guarded("PUT", pattern, (request, { registry }) =>
      registry.replaceAll(scope(request), request.body.json as Json[]),
    ),
    guarded("POST", pattern, (request, { registry }) => registry.put(scope(request), json(request.body))),
    guarded("GET", `${pattern}/:`, (request, { registry }) => registry.get(scope(request), id(request))),
    guarded("PATCH", `${pattern}/:`, (request, { registry }) =>
      registry.patch(scope(request), id(request), json(request.body)),
    ),
    guarded("DELETE", `${pattern}/:`, (request, { registry }) => {
      registry.remove(scope(request), id(request));
      return null;
    }),
  ];
}

function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !key.endsWith("_localizations"));
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutLocalizations(inner)]));
}

function getChannel(id: string) {
  const place = findPlace(id);
  if (place === null) throw new ApiError(404, 10003, "Unknown Channel");
  return place;
}

function getChannelMessage(request: RouteRequest, board: MessageBoard) {
  getChannel(part(request, 0));
  const entry = board.find(part(request, 1));
  // Private answers can be reached only through the token of their interaction.
  if (entry === null || entry.audience !== null || entry.message.channel_id !== part(request, 0)) {
    throw new ApiError(404, 10008, "Unknown Message");
  }
  return entry.message;
}
