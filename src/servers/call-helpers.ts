import type { Reply } from "#src/discord/reply.ts";
import { helperLine } from "#src/replies/helper-line.ts";
import type { GuildSettings } from "#src/storage/guild-settings.ts";

// From here on somebody should be seen, and a person beside them helps.
const CALLS_FROM_LEVEL = 2;

/** Adds the one line that calls the helper role to a new public warning; the only mention there ever is. */
export function callHelpers(reply: Reply, { helperRoleId }: GuildSettings): Reply {
  if (helperRoleId === null || reply.kind !== "message" || reply.visibility !== "public") return reply;
  if ((reply.urgency?.level ?? 0) < CALLS_FROM_LEVEL) return reply;
  const { components } = reply.body;
  const body = { ...reply.body, components: [...components, helperLine(helperRoleId)], mentionsRoleId: helperRoleId };
  return { ...reply, body };
}
