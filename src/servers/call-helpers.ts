import type { Reply } from "#src/discord/reply.ts";
import { helperLine, helperToCall } from "#src/replies/helper-line.ts";
import type { GuildSettings } from "#src/storage/guild-settings.ts";

/** Adds the one line that calls the helper role to a new public warning; the only mention there ever is. */
export function callHelpers(reply: Reply, settings: GuildSettings): Reply {
  if (reply.kind !== "message" || reply.visibility !== "public") return reply;
  const roleId = helperToCall(reply.urgency?.level ?? 0, settings);
  if (roleId === null) return reply;
  const { components } = reply.body;
  const body = { ...reply.body, components: [...components, helperLine(roleId)], mentionsRoleId: roleId };
  return { ...reply, body };
}
