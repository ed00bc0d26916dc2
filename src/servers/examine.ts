import type { BaseRequest } from "#src/discord/request.ts";
import type { Examination } from "#src/replies/staff/doctor-card.ts";
import type { ExaminedRole } from "#src/replies/staff/doctor-lines.ts";
import type { GuildSettings } from "#src/storage/guild-settings.ts";
import { findGoneChannels } from "./find-gone.ts";
import type { StaffServices } from "./staff-part.ts";

type Guild = Awaited<ReturnType<StaffServices["discord"]["findGuild"]>>;
type Channel = { readonly id: string; readonly appPermissions: bigint | null };

const ADMINISTRATOR = 1n << 3n;
const MENTION_EVERYONE = 1n << 17n;

/** Looks at everything that the bot needs on a server, in these channels and in general; what fails is reported, not thrown. */
export async function examine(
  request: BaseRequest,
  { guildId, discord, storage, settings, ...content }: StaffServices,
  picked: readonly Channel[] = [],
): Promise<Examination> {
  const [commands, guild, health] = await Promise.all([
    discord.compareCommands(),
    discord.findGuild(guildId),
    storage.health(),
  ]);
  const here = request.channelId === null ? [] : [{ id: request.channelId, appPermissions: request.appPermissions }];
  const everyoneMay = (id: string) => {
    const seenAs = id === request.channelId ? (request.parentChannelId ?? id) : id;
    return guild?.channels.get(seenAs)?.everyoneMay ?? null;
  };
  return {
    channels: (picked.length > 0 ? picked : here).map((one) => ({ ...one, everyoneMay: everyoneMay(one.id) })),
    commands,
    health,
    settings,
    gone: guild === null ? null : await findGoneChannels(settings, guild, discord),
    helperRole: examineRole(settings, guild, request),
    content: {
      version: content.version,
      sections: content.knowledge.sections.size,
      accessories: content.knowledge.accessories.size,
      signs: content.signs.signs.size,
      risks: content.signs.risks.size,
    },
  };
}

function examineRole(
  { helperRoleId }: GuildSettings,
  guild: Guild,
  { appPermissions }: BaseRequest,
): ExaminedRole | null {
  if (helperRoleId === null) return null;
  const role = guild?.roles.get(helperRoleId);
  const mayMentionAll = (appPermissions & (MENTION_EVERYONE | ADMINISTRATOR)) !== 0n;
  return {
    id: helperRoleId,
    isThere: guild === null ? null : role !== undefined,
    isMentionable: role?.isMentionable === true || mayMentionAll,
  };
}
