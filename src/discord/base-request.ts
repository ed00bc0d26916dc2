import { ChannelType } from "discord-api-types/v10";
import type { RawBase } from "./interaction-schema.ts";
import { MalformedInteraction } from "./malformed-interaction.ts";
import type { BaseRequest, Context } from "./request.ts";

const THREADS: readonly number[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/**
 * Reads what every interaction brings along.
 *
 * @throws MalformedInteraction when nobody made it.
 */
export function baseOf(read: RawBase, now: Date): BaseRequest {
  const user = read.member?.user ?? read.user;
  if (!user) throw new MalformedInteraction(["user"]);
  return {
    interactionId: read.id,
    user: { id: user.id, name: user.global_name ?? user.username },
    guildId: read.guild_id ?? null,
    channelId: read.channel?.id ?? read.channel_id ?? null,
    parentChannelId: isThread(read) ? (read.channel?.parent_id ?? null) : null,
    context: contextOf(read),
    locale: read.locale ?? "en-US",
    memberPermissions: BigInt(read.member?.permissions ?? 0),
    appPermissions: BigInt(read.app_permissions ?? 0),
    inThread: isThread(read),
    onlyUserInstalled: isOnlyUserInstalled(read.authorizing_integration_owners),
    now,
  };
}

function isThread({ channel }: RawBase): boolean {
  return THREADS.includes(channel?.type ?? ChannelType.GuildText);
}

/** The owners are listed by way of installing: "0" is a server, "1" a person. */
function isOnlyUserInstalled(owners: RawBase["authorizing_integration_owners"]): boolean {
  return owners != null && "1" in owners && !("0" in owners);
}

function contextOf({ context, guild_id }: RawBase): Context {
  if (context === 2) return "private-channel";
  if (context === 0 || (context !== 1 && guild_id)) return "guild";
  return "bot-dm";
}
