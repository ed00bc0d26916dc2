import { ApiError } from "./api-error.ts";
import { type ApiTools, guarded, input, json, part, type Route, type RouteRequest } from "./api-route.ts";
import type { MessageBoard } from "./message-board.ts";
import { permission } from "./permissions.ts";
import { readLimit, readPage } from "./read-page.ts";
import { type Message, messageType } from "./wire.ts";
import { botPermissionsIn, findPlace, type Place, world } from "./world.ts";
import { toChannel } from "./world-objects.ts";

const MOST_PINS = 250;
const PINS_PAGE = { most: 50, usual: 50 };

/** The routes of channels and direct messages: messages of the bot's own accord, and pins. */
export const channelRoutes: readonly Route[] = [
  guarded(
    "POST",
    "/users/@me/channels",
    (request) => {
      const recipient = String(json(request).recipient_id);
      const place = world.places.find(({ recipientId }) => recipientId === recipient);
      if (place === undefined) throw new ApiError(400, 50033, "Invalid Recipient(s)");
      return toChannel(place);
    },
    "direct-message",
  ),
  guarded("GET", "/channels/:", (request) => toChannel(getChannel(request))),

  guarded("POST", "/channels/:/messages", postMessage),
  guarded("GET", "/channels/:/messages", (request, { board }) => {
    const messages = messagesOf(getChannel(request, permission.readHistory), board);
    return readPage(messages, request.query, { most: 100, usual: 50, order: "newest-first" });
  }),
  // Before the single message: "pins" is no message's id.
  ...pinRoutes(),
  guarded("GET", "/channels/:/messages/:", (request, { board }) => asBotSees(getMessage(request, board))),
  guarded("PATCH", "/channels/:/messages/:", (request, { board }) => {
    const message = getMessage(request, board);
    if (message.author.id !== world.bot.id) {
      throw new ApiError(403, 50005, "Cannot edit a message authored by another user");
    }
    return board.edit(message.id, input(request));
  }),
  guarded("DELETE", "/channels/:/messages/:", (request, { board }) => {
    const message = getMessage(request, board);
    if (message.author.id !== world.bot.id) needPermission(getChannel(request), permission.manageMessages);
    board.remove(message.id);
    return null;
  }),
];

function postMessage(request: RouteRequest, { board, directMessages }: ApiTools): Message {
  const place = getChannel(request, permission.sendMessages);
  if (place.recipientId !== null && !directMessages.areOpen(place.recipientId)) {
    throw new ApiError(403, 50007, "Cannot send messages to this user");
  }
  const flags = Number(json(request).flags ?? 0);
  return board.post(input(request), { channelId: place.id, author: world.bot, audience: null, flags, fields: {} });
}

/** Pins, at today's address and at the older one, which answers with a bare list. */
function pinRoutes(): Route[] {
  return [
    guarded("GET", "/channels/:/messages/pins", (request, { board }) => {
      const limit = readLimit(request.query, PINS_PAGE);
      const before = Date.parse(request.query.get("before") ?? "9999-01-01");
      const pins = board
        .pins(getChannel(request, permission.readHistory).id)
        .filter(({ pinnedAt }) => Date.parse(pinnedAt) < before);
      const items = pins.slice(0, limit).map(({ message, pinnedAt }) => ({ pinned_at: pinnedAt, message }));
      return { items, has_more: pins.length > limit };
    }),
    guarded("GET", "/channels/:/pins", (request, { board }) =>
      board
        .pins(getChannel(request, permission.readHistory).id)
        .slice(0, PINS_PAGE.most)
        .map(({ message }) => message),
    ),
    ...["/channels/:/messages/pins/:", "/channels/:/pins/:"].flatMap((pattern) => [
      guarded("PUT", pattern, pinMessage),
      guarded("DELETE", pattern, (request, { board }) => {
        const place = getChannel(request, permission.pinMessages);
        board.unpin(getMessage(request, board, place).id);
        return null;
      }),
    ]),
  ];
}

function pinMessage(request: RouteRequest, { board }: ApiTools): null {
  const place = getChannel(request, permission.pinMessages);
  const message = getMessage(request, board, place);
  if (message.pinned) return null;
  if (board.pins(place.id).length >= MOST_PINS) {
    throw new ApiError(400, 30003, `Maximum number of pins reached for the channel (${MOST_PINS})`);
  }
  board.pin(message.id);
  board.announce({
    channelId: place.id,
    author: world.bot,
    audience: null,
    flags: 0,
    fields: {
      type: messageType.pinned,
      message_reference: { type: 0, channel_id: place.id, message_id: message.id },
    },
  });
  return null;
}

/** @throws ApiError when there is no such channel, the bot does not see it, or lacks what it needs there. */
function getChannel(request: RouteRequest, needed?: bigint): Place {
  const place = findPlace(part(request, 0));
  if (place === null) throw new ApiError(404, 10003, "Unknown Channel");
  if ((botPermissionsIn(place) & permission.viewChannel) === 0n) throw new ApiError(403, 50001, "Missing Access");
  if (needed !== undefined) needPermission(place, needed);
  return place;
}

function needPermission(place: Place, needed: bigint): void {
  if ((botPermissionsIn(place) & needed) !== needed) throw new ApiError(403, 50013, "Missing Permissions");
}

function messagesOf(place: Place, board: MessageBoard): Message[] {
  return board
    .list(place.id)
    .filter(({ id }) => board.find(id)?.audience === null)
    .map(asBotSees);
}

function getMessage(request: RouteRequest, board: MessageBoard, place = getChannel(request)): Message {
  const entry = board.find(part(request, 1));
  // Private answers can be reached only through the token of their interaction.
  if (entry === null || entry.audience !== null || entry.message.channel_id !== place.id) {
    throw new ApiError(404, 10008, "Unknown Message");
  }
  return entry.message;
}

/** Without the message content intent a bot reads only its own messages, direct ones, and those that mention it. */
function asBotSees(message: Message): Message {
  const isReadable =
    message.author.id === world.bot.id ||
    findPlace(message.channel_id)?.recipientId != null ||
    message.mentions.some(({ id }) => id === world.bot.id);
  return isReadable ? message : { ...message, content: "", embeds: [], components: [], attachments: [] };
}
