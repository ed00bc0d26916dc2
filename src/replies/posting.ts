import { type APIComponentInContainer, ComponentType } from "discord-api-types/v10";
import { decodeCustomId } from "#src/discord/custom-id.ts";
import type { MessageBody, Reply } from "#src/discord/reply.ts";
import type { ActionRequest } from "#src/discord/request.ts";

/** An answer for the channel; once it is out, the private message whose button posted it becomes `clicked`. */
export function posting(reply: Reply, clicked: MessageBody): Reply {
  if (reply.kind !== "message" || reply.visibility !== "public") return reply;
  return { ...reply, then: [{ kind: "clicked-message-edit", body: clicked }, ...(reply.then ?? [])] };
}

/** The clicked card without the pressed button, which would post it once more, and with a line below that says why. */
export function withoutPressed({ command, action, message }: ActionRequest, line: string): MessageBody {
  const isPressed = (id: string) => {
    const pressed = decodeCustomId(id);
    return pressed.command === command && pressed.action === action;
  };
  const cards = (message?.components ?? []).map((one) =>
    one.type === ComponentType.Container ? { ...one, components: withoutButton(one.components, isPressed) } : one,
  );
  return { components: [...cards, { type: ComponentType.TextDisplay, content: line }] };
}

function withoutButton(
  parts: readonly APIComponentInContainer[],
  isPressed: (customId: string) => boolean,
): APIComponentInContainer[] {
  return parts.flatMap((part): APIComponentInContainer[] => {
    if (part.type !== ComponentType.ActionRow) return [part];
    const components = part.components.filter((one) => !("custom_id" in one) || !isPressed(one.custom_id));
    return components.length === 0 ? [] : [{ ...part, components }];
  });
}
