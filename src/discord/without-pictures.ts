import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import type { MessageBody } from "./reply.ts";

/**
 * Sends a body, and where Discord refuses it with its files once more with their descriptions in their place.
 * An answer that may have arrived is never sent twice: only a refusal is.
 */
export async function sendOrDescribe<Sent>(
  body: MessageBody,
  send: (body: MessageBody) => Promise<Sent>,
): Promise<Sent> {
  try {
    return await send(body);
  } catch (error) {
    if ((body.files ?? []).length === 0 || !isRefusal(error)) throw error;
    return send(withoutPictures(body));
  }
}

/** The same message in words alone: each picture gives way to its description, any other file to a note. */
export function withoutPictures({ components, files: _, ...rest }: MessageBody): MessageBody {
  return { ...rest, components: components.map(described) as APIMessageTopLevelComponent[] };
}

type Node = Readonly<Record<string, unknown>>;

function described(component: unknown): unknown {
  const node = component as Node;
  if (node.type === ComponentType.MediaGallery) {
    const texts = (node.items as Node[]).map(({ description }) => `-# Picture: ${description ?? "no description"}`);
    return { type: ComponentType.TextDisplay, content: texts.join("\n") };
  }
  if (node.type === ComponentType.File) {
    return { type: ComponentType.TextDisplay, content: "-# Discord did not take the file. Please try again later." };
  }
  return Array.isArray(node.components) ? { ...node, components: node.components.map(described) } : node;
}

/** Discord's answer that it takes no such request: it carries an HTTP status of 4xx. */
function isRefusal(error: unknown): boolean {
  const status = typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 0;
  return status >= 400 && status < 500;
}
