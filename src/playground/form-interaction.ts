import type { LocalFile } from "./command-interaction.ts";
import { autoSelectKind } from "./component-interaction.ts";
import { baseInteraction, type Scene } from "./interaction-base.ts";
import type { MessageBoard } from "./message-board.ts";
import { type Resolved, resolveIds } from "./resolved.ts";
import {
  type Component,
  componentType,
  type Form,
  type Interaction,
  interactionType,
  type Json,
  type Message,
} from "./wire.ts";

/** What a person put into a form, by the custom id of each field; a field that is left out stays empty. */
export type FormAnswers = Readonly<Record<string, string | boolean | readonly string[] | readonly LocalFile[]>>;

/**
 * Builds the interaction for a submitted form.
 *
 * @param message The message whose button opened the form; null when a slash command did.
 */
export function formInteraction(
  form: Form,
  answers: FormAnswers,
  message: Message | null,
  scene: Scene,
  tools: { newId: () => string; board: MessageBoard },
): Interaction {
  const resolved: Resolved = {};
  const components = form.components.map((part) => submitPart(part, answers, resolved, { board: tools.board, scene }));
  return {
    ...baseInteraction(scene, tools.newId()),
    type: interactionType.form,
    ...(message === null ? {} : { message: structuredClone(message) }),
    data: {
      custom_id: form.custom_id,
      components,
      ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    },
  };
}

type SubmitTools = { readonly board: MessageBoard; readonly scene: Scene };

function submitPart(part: Component, answers: FormAnswers, resolved: Resolved, tools: SubmitTools): Json {
  const { type, id } = part;
  if (part.component) return { type, id, component: submitField(part.component, answers, resolved, tools) };
  if (part.components) {
    return { type, id, components: part.components.map((field) => submitField(field, answers, resolved, tools)) };
  }
  return { type, id };
}

function submitField(field: Component, answers: FormAnswers, resolved: Resolved, { board, scene }: SubmitTools): Json {
  const { type, id, custom_id = "" } = field;
  const answer = answers[custom_id];
  const base = { type, id, custom_id };
  const list = (Array.isArray(answer) ? answer : answer === undefined ? [] : [answer]) as (string | LocalFile)[];
  switch (type) {
    case componentType.textInput:
      return { ...base, value: typeof answer === "string" ? answer : "" };
    case componentType.radioGroup:
      return { ...base, value: typeof answer === "string" ? answer : null };
    case componentType.checkbox:
      return { ...base, value: answer === true };
    case componentType.fileUpload: {
      const files = list.filter((entry) => typeof entry === "object").map((file, index) => ({ index, ...file }));
      const attachments = board.keepFiles({ json: {}, files });
      for (const attachment of attachments) {
        resolved.attachments = { ...resolved.attachments, [attachment.id]: attachment as unknown as Json };
      }
      return { ...base, values: attachments.map((attachment) => attachment.id) };
    }
    default: {
      const values = list.map(String);
      const kind = autoSelectKind(type);
      if (kind !== null) resolveIds(kind, values, resolved, scene);
      return { ...base, values };
    }
  }
}
