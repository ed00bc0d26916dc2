import { type APIChannelSelectComponent, ChannelType, ComponentType } from "discord-api-types/v10";
import { encodeCustomId } from "#src/discord/custom-id.ts";
import type { MessageBody } from "#src/discord/reply.ts";
import type { GuildSettings } from "#src/storage/guild-settings.ts";
import type { StorageHealth } from "#src/storage/storage.ts";
import { button } from "../button.ts";
import { buildCard } from "../card.ts";
import { type CheckLine, checkText, summaryOf } from "./check-line.ts";
import {
  channelLine,
  commandsLine,
  contentLine,
  type ExaminedChannel,
  type ExaminedCommands,
  type ExaminedContent,
  type ExaminedRole,
  helperRoleLine,
  namedChannelsLine,
  roomLine,
  storageLine,
} from "./doctor-lines.ts";

/** All that the doctor looked at. */
export type Examination = {
  /** This channel, or those that were picked. */
  readonly channels: readonly ExaminedChannel[];
  readonly commands: ExaminedCommands;
  readonly health: StorageHealth;
  readonly settings: GuildSettings;
  /** The channels in the settings that are gone; null where Discord did not tell. */
  readonly gone: readonly string[] | null;
  readonly helperRole: ExaminedRole | null;
  readonly content: ExaminedContent;
};

export const DOCTOR_AGAIN = "doctor-again";
export const DOCTOR_CHANNELS = "doctor-channels";
const MOST_PICKED = 5;
const CHANNEL_TYPES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
];

/** What was checked, each with what to do; below it other channels can be picked. */
export function doctorCard(examination: Examination, ownerId: string): MessageBody {
  const { channels, commands, health, settings, gone, helperRole, content } = examination;
  const lines: CheckLine[] = [
    ...channels.map(channelLine),
    commandsLine(commands),
    storageLine(health),
    // Settings that cannot be read are no settings: nothing can be said of them.
    ...(health.kind === "ready"
      ? [namedChannelsLine(settings, gone), helperRoleLine(helperRole), roomLine(settings)]
      : []),
    contentLine(content),
  ];
  return buildCard({
    level: 0,
    parts: [
      { text: `## Doctor\n${summaryOf(lines)}` },
      { text: lines.map(checkText).join("\n") },
      { row: [channelSelect(ownerId)] },
      { row: [button({ label: "Check again" }, { command: "spotter", action: DOCTOR_AGAIN, ownerId, state: "" })] },
    ],
  });
}

function channelSelect(ownerId: string): APIChannelSelectComponent {
  return {
    type: ComponentType.ChannelSelect,
    custom_id: encodeCustomId({ command: "spotter", action: DOCTOR_CHANNELS, ownerId, state: "" }),
    placeholder: "Check other channels",
    channel_types: CHANNEL_TYPES,
    min_values: 1,
    max_values: MOST_PICKED,
  };
}
