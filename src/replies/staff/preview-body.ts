import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import { previewCustomId } from "#src/discord/custom-id.ts";
import type { MessageBody } from "#src/discord/reply.ts";

/** The very message that a member gets, but that its buttons only say that it is a preview, and that nobody is pinged. */
export function previewBody({ components, files }: MessageBody): MessageBody {
  return {
    components: components.map(withPreviewIds) as APIMessageTopLevelComponent[],
    ...(files === undefined ? {} : { files }),
  };
}

type Node = Readonly<Record<string, unknown>>;

function withPreviewIds(component: unknown): unknown {
  const node = component as Node;
  return {
    ...node,
    ...(typeof node.custom_id === "string" ? { custom_id: previewCustomId(node.custom_id) } : {}),
    ...(Array.isArray(node.components) ? { components: node.components.map(withPreviewIds) } : {}),
    ...(node.accessory === undefined ? {} : { accessory: withPreviewIds(node.accessory) }),
  };
}
