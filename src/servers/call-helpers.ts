import type { Reply } from "#src/discord/reply.ts";
import { helperLine, helperToCall, quietHelperLine } from "#src/replies/helper-line.ts";
import type { GuildSettings } from "#src/storage/guild-settings.ts";

/**
 * Adds the one line that calls the helper role to a new public warning; the only mention there ever is. `mayCall` is
 * asked once, and only where the role would be called: where it says no, the line stands without the mention.
 */
export function callHelpers(reply: Reply, settings: GuildSettings, mayCall: (roleId: string) => boolean): Reply {
  if (reply.kind !== "message" || reply.visibility !== "public") return reply;
  const roleId = helperToCall(reply.urgency?.level ?? 0, settings);
  if (roleId === null) return reply;
  const { components } = reply.body;
  if (!mayCall(roleId)) return { ...reply, body: { ...reply.body, components: [...components, quietHelperLine()] } };
  const body = { ...reply.body, components: [...components, helperLine(roleId)], mentionsRoleId: roleId };
  return { ...reply, body };
}
