import { ApiError } from "./api-error.ts";
import { guarded, part, type Route, type RouteRequest } from "./api-route.ts";
import { readPage } from "./read-page.ts";
import { world } from "./world.ts";
import { toChannel, toListedGuild, toRole } from "./world-objects.ts";

/** The routes of servers: the bot's list of them, and what there is in one. */
export const guildRoutes: readonly Route[] = [
  guarded("GET", "/users/@me/guilds", ({ query }) =>
    readPage([toListedGuild()], query, { most: 200, usual: 200, order: "oldest-first" }),
  ),
  guarded("GET", "/guilds/:/channels", (request) => {
    needGuild(request);
    return world.places.filter(({ recipientId }) => recipientId === null).map(toChannel);
  }),
  guarded("GET", "/guilds/:/roles", (request) => {
    needGuild(request);
    return world.roles.map(toRole);
  }),
];

function needGuild(request: RouteRequest): void {
  if (part(request, 0) !== world.guild.id) throw new ApiError(404, 10004, "Unknown Guild");
}
