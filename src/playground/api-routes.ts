import { answerCallback } from "./answer-callback.ts";
import { guarded, input, json, open, part, type Route } from "./api-route.ts";
import { channelRoutes } from "./channel-routes.ts";
import { commandRoutes } from "./command-routes.ts";
import { guildRoutes } from "./guild-routes.ts";
import { getOwnMessage, postFollowUp } from "./webhook-message.ts";
import type { Json } from "./wire.ts";
import { world } from "./world.ts";

/** Every route that the local Discord answers. */
export const apiRoutes: readonly Route[] = [
  guarded("GET", "/gateway/bot", (_, { gatewayUrl }) => ({
    url: gatewayUrl(),
    shards: 1,
    session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
  })),
  guarded("GET", "/users/@me", () => ({ ...world.bot, flags: 0 })),
  guarded("GET", "/applications/@me", () => ({ ...world.application, description: "", flags: 0, bot: world.bot })),
  guarded("GET", "/oauth2/applications/@me", () => ({ ...world.application, description: "", flags: 0 })),

  ...commandRoutes,
  ...channelRoutes,
  ...guildRoutes,

  open("POST", "/interactions/:/:/callback", "callback", (request, tools) => {
    const record = tools.desk.getForCallback(part(request, 0), part(request, 1));
    const body = json(request);
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
    postFollowUp(desk.getForWebhook(part(request, 1)), input(request), board),
  ),
  open("GET", "/webhooks/:/:/messages/:", "webhook", (request, { desk, board }) =>
    getOwnMessage(desk.getForWebhook(part(request, 1)), part(request, 2), board),
  ),
  open("PATCH", "/webhooks/:/:/messages/:", "webhook", (request, { desk, board }) => {
    const message = getOwnMessage(desk.getForWebhook(part(request, 1)), part(request, 2), board);
    return board.edit(message.id, input(request));
  }),
  open("DELETE", "/webhooks/:/:/messages/:", "webhook", (request, { desk, board }) => {
    board.remove(getOwnMessage(desk.getForWebhook(part(request, 1)), part(request, 2), board).id);
    return null;
  }),
];
