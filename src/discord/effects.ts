import { brokenByComponents } from "./outgoing-limits.ts";
import type { Effect } from "./reply.ts";
import type { Address, Responder } from "./responder.ts";
import { wireMessage } from "./wire-message.ts";
import { sendOrDescribe } from "./without-pictures.ts";

/** Does what a reply wants done after it. */
export async function runEffect(effect: Effect, to: Address, responder: Responder): Promise<void> {
  const broken = brokenByComponents(effect.body.components);
  if (broken.length > 0) throw new Error(`the ${effect.kind} breaks Discord's limits: ${broken.join("; ")}`);
  switch (effect.kind) {
    case "private-follow-up":
      await sendOrDescribe(effect.body, (body) => responder.followUp(to, wireMessage(body, "private")));
      return;
    case "clicked-message-edit":
      return sendOrDescribe(effect.body, (body) => responder.editOriginal(to, wireMessage(body)));
    case "direct-message":
      return sendOrDescribe(effect.body, (body) => responder.directMessage(effect.userId, wireMessage(body, "direct")));
    case "message-edit":
      return sendOrDescribe(effect.body, (body) =>
        responder.editMessage(effect.channelId, effect.messageId, wireMessage(body)),
      );
    default:
      return effect satisfies never;
  }
}

/** What the person is told where a failed effect would be missed. */
export function missedEffect({ kind }: Effect, reference: string): string {
  switch (kind) {
    case "private-follow-up":
      return `A part of this answer, meant for you alone, could not be sent. Please try again. (${reference})`;
    case "clicked-message-edit":
      return `It is posted, but the message with the button could not be changed. Please don't press it again. (${reference})`;
    case "direct-message":
      return `The direct message could not be sent. Your settings may not allow messages from this bot. (${reference})`;
    case "message-edit":
      return `The earlier message could not be changed. (${reference})`;
    default:
      return kind satisfies never;
  }
}
