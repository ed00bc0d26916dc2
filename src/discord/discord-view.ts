import { DiscordAPIError, type REST } from "discord.js";
import { RESTJSONErrorCodes, type RESTPostAPIApplicationCommandsJSONBody, Routes } from "discord-api-types/v10";
import { z } from "zod";
import type { Log } from "#src/operations/log.ts";
import { type CommandDifference, compareCommands } from "./command-difference.ts";
import { settleWithin } from "./settle-within.ts";

/** A server's channels and roles as Discord has them now. */
export type GuildView = {
  /** By id; threads are not among them. */
  readonly channels: ReadonlyMap<string, ChannelView>;
  readonly roles: ReadonlyMap<string, RoleView>;
};

/** `everyoneMay` is what a member without any role may do there. */
export type ChannelView = { readonly everyoneMay: bigint };
export type RoleView = { readonly isMentionable: boolean };

/** What can be asked of Discord about the bot and a server. Whatever Discord does not tell in time is null. */
export type DiscordView = {
  /** How the commands that Discord knows differ from ours. */
  compareCommands(): Promise<CommandDifference | null>;
  findGuild(guildId: string): Promise<GuildView | null>;
  /** Which of these channels and threads are gone. */
  findGone(channelIds: readonly string[]): Promise<readonly string[] | null>;
};

type Parts = {
  readonly rest: Pick<REST, "get">;
  readonly commands: readonly RESTPostAPIApplicationCommandsJSONBody[];
  readonly log: Log;
};

// A person waits for the answer, and Discord for 3 s.
const PATIENCE_MS = 2_000;

const id = z.string().regex(/^\d{1,20}$/);
const bits = z
  .string()
  .regex(/^\d{1,30}$/)
  .transform(BigInt);
const application = z.looseObject({ id });
const commandList = z.array(z.looseObject({ name: z.string() }));
const overwrite = z.looseObject({ id, allow: bits, deny: bits });
const channelList = z.array(z.looseObject({ id, permission_overwrites: z.array(overwrite).nullish() }));
const roleList = z.array(z.looseObject({ id, permissions: bits, mentionable: z.boolean() }));

/** Creates the view that looks through Discord's REST interface. */
export function createDiscordView({ rest, commands, log }: Parts): DiscordView {
  async function inTime<Found>(what: string, looking: Promise<Found>): Promise<Found | null> {
    try {
      const found = await settleWithin(looking, PATIENCE_MS);
      if (found !== "late") return found;
      log.warn(`Discord did not tell in time: ${what}`);
    } catch (error) {
      log.warn(`Discord did not tell: ${what}`, { error });
    }
    return null;
  }

  return {
    compareCommands: () =>
      inTime(
        "the commands it knows",
        registered().then((known) => compareCommands(commands, known)),
      ),
    findGuild: (guildId) => inTime("a server's channels and roles", readGuild(guildId)),
    async findGone(channelIds) {
      const found = await inTime("whether channels are there", Promise.all(channelIds.map(isGone)));
      return found === null ? null : channelIds.filter((_, index) => found[index]);
    },
  };

  async function registered() {
    const { id: applicationId } = application.parse(await rest.get(Routes.currentApplication()));
    const query = new URLSearchParams({ with_localizations: "true" });
    return commandList.parse(await rest.get(Routes.applicationCommands(applicationId), { query }));
  }

  async function readGuild(guildId: string): Promise<GuildView> {
    const [channels, roles] = await Promise.all([
      rest.get(Routes.guildChannels(guildId)).then((list) => channelList.parse(list)),
      rest.get(Routes.guildRoles(guildId)).then((list) => roleList.parse(list)),
    ]);
    const everyone = roles.find((role) => role.id === guildId)?.permissions ?? 0n;
    return {
      channels: new Map(
        channels.map(({ id: channelId, permission_overwrites: overwrites }) => {
          const own = overwrites?.find((one) => one.id === guildId);
          return [channelId, { everyoneMay: (everyone & ~(own?.deny ?? 0n)) | (own?.allow ?? 0n) }];
        }),
      ),
      roles: new Map(roles.map(({ id: roleId, mentionable }) => [roleId, { isMentionable: mentionable }])),
    };
  }

  /** A thread stands in no list, and a channel that the bot must not see is there all the same. */
  async function isGone(channelId: string): Promise<boolean> {
    try {
      await rest.get(Routes.channel(channelId));
      return false;
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      if (error.code === RESTJSONErrorCodes.UnknownChannel) return true;
      if (error.code === RESTJSONErrorCodes.MissingAccess) return false;
      throw error;
    }
  }
}
