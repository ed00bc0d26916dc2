import type { REST } from "discord.js";
import { type APIMessageTopLevelComponent, RESTJSONErrorCodes, Routes } from "discord-api-types/v10";
import { z } from "zod";
import { brokenByComponents } from "./outgoing-limits.ts";
import { codeOf, repeating } from "./repeating.ts";
import type { MessageBody } from "./reply.ts";
import { wireMessage } from "./wire-message.ts";
import { wireRequest } from "./wire-request.ts";
import { sendOrDescribe } from "./without-pictures.ts";

/** A message in a direct message with the bot, as far as it is read. */
export type FoundMessage = { readonly id: string; readonly components: readonly APIMessageTopLevelComponent[] };

/** The way to what people keep in their direct messages with the bot. */
export type DirectMessages = {
  /** The direct message with a person, opened where there is none; null where Discord does not allow it. */
  open(userId: string): Promise<DirectMessage | null>;
};

/** One person's direct message with the bot. */
export type DirectMessage = {
  readonly channelId: string;
  /** The newest message that fits: among the pins, then among the last 200. */
  find(fits: (message: FoundMessage) => boolean): Promise<FoundMessage | null>;
  /**
   * Writes a message and gives its id; null where the person takes none from the bot.
   *
   * @param once At most 25 characters: with the same ones, within a few minutes, it stays one message.
   */
  post(body: MessageBody, once: string): Promise<string | null>;
  /** Pins a message so that it is found again; where no more can be pinned it stays as it is. */
  pin(messageId: string): Promise<void>;
};

type Rest = Pick<REST, "get" | "post" | "put">;

const PAGE = 100;
const PAGES = 2;
const NO_MUTUAL_GUILDS = 50_278;
// Switched off by the person, no server is shared any more, or the account is gone.
const CLOSED: readonly unknown[] = [
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  NO_MUTUAL_GUILDS,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.InvalidRecipients,
];
const UNPINNABLE: readonly unknown[] = [
  RESTJSONErrorCodes.MaximumNumberOfPinsReachedForTheChannel,
  RESTJSONErrorCodes.MissingPermissions,
];

const withId = z.looseObject({ id: z.string() });
const message = z.looseObject({ id: z.string(), components: z.array(z.looseObject({ type: z.int() })).default([]) });
const messages = z.array(message);
const pins = z.looseObject({ items: z.array(z.looseObject({ message })) });

/** Creates the way there over Discord's REST interface. */
export function createDirectMessages(rest: Rest): DirectMessages {
  return {
    async open(userId) {
      const opened = await orClosed(
        repeating(() => rest.post(Routes.userChannels(), { body: { recipient_id: userId } })),
      );
      return opened === null ? null : directMessage(rest, withId.parse(opened).id);
    },
  };
}

function directMessage(rest: Rest, channelId: string): DirectMessage {
  const get = (route: `/${string}`, query: Record<string, string>) =>
    repeating(() => rest.get(route, { query: new URLSearchParams(query) }));

  async function findAmongLatest(fits: (message: FoundMessage) => boolean): Promise<FoundMessage | null> {
    let before: string | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const query = { limit: String(PAGE), ...(before === undefined ? {} : { before }) };
      const found = toMessages(messages.parse(await get(Routes.channelMessages(channelId), query)));
      const fitting = found.find(fits);
      if (fitting !== undefined) return fitting;
      before = found.at(-1)?.id;
      if (found.length < PAGE) break;
    }
    return null;
  }

  return {
    channelId,
    async find(fits) {
      const { items } = pins.parse(await get(Routes.channelMessagesPins(channelId), { limit: "50" }));
      const pinned = toMessages(items.map((item) => item.message)).sort((a, b) => Number(BigInt(b.id) - BigInt(a.id)));
      return pinned.find(fits) ?? findAmongLatest(fits);
    },
    async post(body, once) {
      const broken = brokenByComponents(body.components);
      if (broken.length > 0) throw new Error(`the direct message breaks Discord's limits: ${broken.join("; ")}`);
      let id: string | null = null;
      await orClosed(
        sendOrDescribe(body, async (one) => {
          const request = wireRequest(wireMessage(one), once);
          id = withId.parse(await repeating(() => rest.post(Routes.channelMessages(channelId), request))).id;
        }),
      );
      return id;
    },
    async pin(messageId) {
      await repeating(() => rest.put(Routes.channelMessagesPin(channelId, messageId))).catch((error: unknown) => {
        if (!UNPINNABLE.includes(codeOf(error))) throw error;
      });
    },
  };
}

// Our own messages as Discord sent them back; only their custom ids are read, each with a check.
function toMessages(read: z.infer<typeof messages>): FoundMessage[] {
  return read.map(({ id, components }) => ({ id, components: components as unknown as APIMessageTopLevelComponent[] }));
}

async function orClosed<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (CLOSED.includes(codeOf(error))) return null;
    throw error;
  }
}
