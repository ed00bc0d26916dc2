import { ApiError } from "./api-error.ts";
import type { ExchangeRecord } from "./exchange.ts";
import type { MessageBoard, MessageInput } from "./message-board.ts";
import { interactionType, type Json, type Message, messageFlag, messageType, type User } from "./wire.ts";
import { world } from "./world.ts";

const KEPT_FLAGS = messageFlag.ephemeral | messageFlag.componentsV2 | (1 << 2) | (1 << 12);

type Origin = {
  channelId: string;
  author: User;
  audience: string | null;
  flags: number;
  fields: Partial<Message>;
};

/** Says where an interaction's message goes, who sees it, and what it answers. */
export function toOrigin(record: ExchangeRecord, flags: number, repliesTo: string | undefined): Origin {
  const { interaction, person, place, commandName } = record;
  const metadata: Json = {
    id: interaction.id,
    type: interaction.type,
    user: person.user,
    authorizing_integration_owners: interaction.authorizing_integration_owners,
    ...(interaction.type === interactionType.component ? { interacted_message_id: interaction.message?.id } : {}),
  };
  const isMenu = Number(interaction.data.type ?? 1) !== 1;
  return {
    channelId: place.id,
    author: world.bot,
    audience: (flags & messageFlag.ephemeral) !== 0 ? person.user.id : null,
    flags,
    fields: {
      application_id: world.application.id,
      webhook_id: world.application.id,
      interaction_metadata: metadata,
      ...(repliesTo === undefined
        ? { type: isMenu ? messageType.menu : messageType.slash }
        : {
            type: messageType.reply,
            message_reference: { type: 0, channel_id: place.id, message_id: repliesTo },
          }),
      ...(commandName !== null && repliesTo === undefined
        ? { interaction: { id: interaction.id, type: interaction.type, name: commandName, user: person.user } }
        : {}),
    },
  };
}

/** Adds a message to an answered interaction; after a deferral the first one fills the waiting answer. */
export function postFollowUp(record: ExchangeRecord, input: MessageInput, board: MessageBoard): Message {
  const original = record.originalId === null ? null : board.find(record.originalId)?.message;
  const isLoading = original != null && (original.flags & messageFlag.loading) !== 0;
  const flags = Number(input.json.flags ?? 0) & KEPT_FLAGS;
  if (isLoading) return board.edit(original.id, input);
  const repliesTo = record.originalId ?? record.interaction.message?.id;
  const message = board.post(input, toOrigin(record, flags, repliesTo));
  record.followUpIds.push(message.id);
  record.ownIds.add(message.id);
  return message;
}

/**
 * Finds the message an interaction's token may read and change.
 *
 * @param name `@original` or an id.
 * @throws ApiError 10008 when there is none, or it is somebody else's.
 */
export function getOwnMessage(record: ExchangeRecord, name: string, board: MessageBoard): Message {
  const id = name === "@original" ? record.originalId : name;
  const message = id !== null && record.ownIds.has(id) ? board.find(id)?.message : undefined;
  if (message === undefined) throw new ApiError(404, 10008, "Unknown Message");
  return message;
}
