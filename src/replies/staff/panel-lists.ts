import {
  type APIChannelSelectComponent,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from "discord-api-types/v10";
import { type CustomId, encodeCustomId } from "#src/discord/custom-id.ts";

/** As many channels as Discord lets one select hold. */
export const CHANNELS_A_PAGE = 25;

// Everywhere that a command can be used; a thread counts with its channel.
const USABLE = [
  ChannelType.GuildText,
  ChannelType.GuildVoice,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildStageVoice,
  ChannelType.GuildForum,
] as const;

type Listed = {
  readonly id: CustomId;
  readonly placeholder: string;
  readonly page: number;
  /** Channels that are no longer there; they leave the list with the next choice. */
  readonly gone?: ReadonlySet<string> | undefined;
};

/** A select for one page of a list of channels, which may be emptied. */
export function channelSelect(
  ids: readonly string[],
  { id, placeholder, page, gone }: Listed,
): APIChannelSelectComponent {
  const shown = ids.slice(page * CHANNELS_A_PAGE, (page + 1) * CHANNELS_A_PAGE);
  return {
    type: ComponentType.ChannelSelect,
    custom_id: encodeCustomId(id),
    placeholder,
    channel_types: [...USABLE],
    min_values: 0,
    max_values: CHANNELS_A_PAGE,
    default_values: shown
      .filter((channel) => !gone?.has(channel))
      .map((channel) => ({ id: channel, type: SelectMenuDefaultValueType.Channel })),
  };
}

/** The pages of channels there are; a full list has an empty one to go on. */
export function channelPages(count: number): number {
  return Math.floor(count / CHANNELS_A_PAGE) + 1;
}
