import { ApiError, invalidForm } from "./api-error.ts";
import type { EventStream } from "./event-stream.ts";
import type { ExchangeRecord } from "./exchange.ts";
import type { InteractionDesk } from "./interaction-desk.ts";
import type { MessageBoard, MessageInput } from "./message-board.ts";
import { numberComponents } from "./message-parts.ts";
import { toOrigin } from "./webhook-message.ts";
import {
  type CommandChoice,
  type Component,
  callbackType,
  interactionType,
  type Json,
  type Message,
  messageFlag,
} from "./wire.ts";

const KEPT_FLAGS = messageFlag.ephemeral | messageFlag.componentsV2 | (1 << 2) | (1 << 12);

/**
 * Carries out the bot's first answer to an interaction.
 *
 * @returns the message it made or changed, or null.
 * @throws ApiError when Discord would refuse the answer; the interaction then still waits.
 */
export function answerCallback(
  record: ExchangeRecord,
  body: Json,
  input: MessageInput,
  { board, desk, events }: { board: MessageBoard; desk: InteractionDesk; events: EventStream },
): Message | null {
  const type = Number(body.type);
  const data = (body.data ?? {}) as Json;
  checkAllowed(record.interaction.type, type, record.interaction.message !== undefined);
  const { id: interactionId, message: clicked } = record.interaction;
  const userId = record.person.user.id;
  const flags = Number(data.flags ?? 0) & KEPT_FLAGS;
  let message: Message | null = null;

  switch (type) {
    case callbackType.message:
      message = board.post(input, toOrigin(record, flags, clicked?.id));
      break;
    case callbackType.deferredMessage:
      message = board.postLoading(toOrigin(record, flags & messageFlag.ephemeral, clicked?.id));
      break;
    case callbackType.update:
      if (clicked) message = board.edit(clicked.id, input);
      break;
    case callbackType.deferredUpdate:
      message = clicked ? (board.find(clicked.id)?.message ?? null) : null;
      break;
    case callbackType.choices:
      record.choices = checkChoices(data.choices);
      break;
    case callbackType.form:
      record.form = toForm(data);
      break;
  }

  record.originalId = message?.id ?? null;
  if (message) record.ownIds.add(message.id);
  record.answerData = data;
  desk.settle(record, type);
  events.emit({ kind: "interaction-answered", interactionId, userId, type });
  if (record.choices) events.emit({ kind: "choices", interactionId, userId, choices: record.choices });
  if (record.form) events.emit({ kind: "form-opened", interactionId, userId, form: record.form });
  return message;
}

function checkAllowed(asked: number, type: number, hasMessage: boolean): void {
  const isAutocomplete = asked === interactionType.autocomplete;
  const known = Object.values(callbackType).some((candidate) => candidate === type);
  const isUpdate = type === callbackType.update || type === callbackType.deferredUpdate;
  const isRefused =
    !known ||
    type === callbackType.pong ||
    isAutocomplete !== (type === callbackType.choices) ||
    (asked === interactionType.form && type === callbackType.form) ||
    (isUpdate && !hasMessage);
  if (isRefused) throw invalidForm("type", `Interaction response type ${type} is not valid for this interaction`);
}

function checkChoices(choices: unknown): readonly CommandChoice[] {
  if (!Array.isArray(choices)) throw invalidForm("data.choices", "This field is required");
  if (choices.length > 25) throw invalidForm("data.choices", "Must be 25 or fewer in length.");
  for (const choice of choices as CommandChoice[]) {
    const { name, value } = choice;
    if (name.length < 1 || name.length > 100) throw invalidForm("data.choices", "Must be between 1 and 100 in length.");
    if (String(value).length > 100) throw invalidForm("data.choices", "Must be 100 or fewer in length.");
  }
  return choices as CommandChoice[];
}

function toForm(data: Json) {
  const components = (data.components as Component[] | undefined) ?? [];
  const title = String(data.title ?? "");
  if (title.length < 1 || title.length > 45) throw invalidForm("data.title", "Must be between 1 and 45 in length.");
  if (components.length < 1 || components.length > 5) {
    throw invalidForm("data.components", "Must be between 1 and 5 in length.");
  }
  if (typeof data.custom_id !== "string" || data.custom_id.length > 100 || data.custom_id === "") {
    throw new ApiError(400, 50035, "Invalid Form Body");
  }
  return { custom_id: data.custom_id, title, components: numberComponents(components) };
}
