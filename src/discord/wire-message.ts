import { ComponentType, MessageFlags } from "discord-api-types/v10";
import type { MessageBody } from "./reply.ts";
import type { WireMessage } from "./responder.ts";

/**
 * Turns a body into what goes over the wire. Pings are off in every message, edits included: left out, Discord
 * would read every mention. Only a new public message may ping the one role that it names.
 */
export function wireMessage(
  { components, files = [], mentionsRoleId }: MessageBody,
  sentAs: "public" | "private" | "edit" | "direct" = "edit",
): WireMessage {
  const roles = sentAs === "public" && mentionsRoleId !== undefined ? { roles: [mentionsRoleId] } : {};
  return {
    payload: {
      flags: MessageFlags.IsComponentsV2 | (sentAs === "private" ? MessageFlags.Ephemeral : 0),
      components: [...components],
      allowed_mentions: { parse: [], ...roles },
      // An empty list takes away the files of the message that an edit replaces.
      attachments: files.map(({ name, description }, index) => ({
        id: String(index),
        filename: name,
        ...(description === undefined ? {} : { description }),
      })),
    },
    files,
  };
}

/** A card of one sentence, for errors and notices. */
export function noticeBody(text: string): MessageBody {
  return {
    components: [{ type: ComponentType.Container, components: [{ type: ComponentType.TextDisplay, content: text }] }],
  };
}
