import type { GuildSettings } from "#src/storage/guild-settings.ts";
import type { StaffServices } from "./staff-part.ts";

type Discord = StaffServices["discord"];
type Guild = NonNullable<Awaited<ReturnType<Discord["findGuild"]>>>;

// More requests at once would make Discord wait with its answers.
const MOST_LOOKED_FOR = 20;

/** Which channels of the settings are gone; null where Discord does not tell. What is in no list may be a thread. */
export function findGoneChannels(
  settings: GuildSettings,
  guild: Guild,
  discord: Discord,
): Promise<readonly string[] | null> {
  const missing = namedChannels(settings).filter((id) => !guild.channels.has(id));
  return discord.findGone(missing.slice(0, MOST_LOOKED_FOR));
}

/** The ids of all channels and roles of the settings that are gone, as far as Discord tells in time. */
export async function findGone(
  settings: GuildSettings,
  { guildId, discord }: Pick<StaffServices, "guildId" | "discord">,
): Promise<ReadonlySet<string>> {
  const { helperRoleId } = settings;
  if (helperRoleId === null && namedChannels(settings).length === 0) return new Set();
  const guild = await discord.findGuild(guildId);
  if (guild === null) return new Set();
  const roles = helperRoleId === null || guild.roles.has(helperRoleId) ? [] : [helperRoleId];
  return new Set([...roles, ...((await findGoneChannels(settings, guild, discord)) ?? [])]);
}

function namedChannels({ commands }: GuildSettings): string[] {
  const named = Object.values(commands).flatMap(({ channels, visibilityIn }) => [
    ...channels.ids,
    ...Object.keys(visibilityIn),
  ]);
  return [...new Set(named)];
}
