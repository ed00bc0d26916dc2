import type { FormAnswers } from "#src/playground/form-interaction.ts";
import type { Actor } from "#src/playground/interaction-base.ts";
import type { LocalDiscord } from "#src/playground/local-discord.ts";
import type { Form, Message } from "#src/playground/wire.ts";
import { controls, outcome } from "./controls.ts";

/** From where a walk begins, and who walks. */
export type Start = {
  readonly discord: LocalDiscord;
  /** Makes the first message anew, always the same. */
  readonly begin: () => Promise<Message>;
  readonly actor: Actor;
  /** Custom ids that earlier walks have met; those of this walk are added. */
  readonly seen: Set<string>;
};

// More would be a walk without an end: a card whose buttons never repeat.
const MOST_PRESSES = 1_000;
const BUTTON = 2;

/**
 * Presses every button, chooses in every select and sends every form that can be reached, each once: a control is
 * another one when its custom id is, so all pages of a card are turned. What was changed on the way is made anew.
 *
 * @throws Error when there is no end to it.
 */
export async function walkEverything(start: Start): Promise<void> {
  const { seen } = start;
  const paths: string[][] = [[]];
  for (let presses = 0; paths.length > 0; presses += 1) {
    if (presses > MOST_PRESSES) throw new Error(`still ${paths.length} controls after ${presses} presses`);
    const path = paths.shift() ?? [];
    const message = await follow(start, path);
    for (const { custom_id: id = "" } of message === null ? [] : controls(message.components)) {
      if (seen.has(id)) continue;
      seen.add(id);
      paths.push([...path, id]);
    }
  }
}

/** The command and action of a custom id, as `circuit:start`. */
export function actionOf(customId: string): string {
  return customId.split(":").slice(1, 3).join(":");
}

/** Walks a path from the beginning; null where it ends without a message. */
async function follow(start: Start, path: readonly string[]): Promise<Message | null> {
  let message: Message | null = await start.begin();
  for (const id of path) {
    if (message === null) return null;
    message = await use(start, message, id);
  }
  return message;
}

async function use({ discord, actor, seen }: Start, message: Message, id: string): Promise<Message | null> {
  const control = controls(message.components).find((part) => part.custom_id === id);
  if (control === undefined) throw new Error(`the way back to ${id} is not the same as before`);
  const first = (control.options ?? []).slice(0, 1).map(({ value }) => value);
  const exchange =
    control.type === BUTTON ? discord.click(message, id, actor) : discord.select(message, id, first, actor);
  const result = await outcome(exchange);
  if (result !== "form") return result;
  const form = await exchange.form();
  seen.add(form.custom_id);
  return asMessage(await outcome(discord.submit(exchange, answersTo(form), actor)));
}

function asMessage(result: Message | "form" | null): Message | null {
  return result === "form" ? null : result;
}

/** The least that a form must be given. */
function answersTo({ components }: Form): FormAnswers {
  const fields = controls(components).filter((field) => (field as { required?: boolean }).required !== false);
  return Object.fromEntries(
    fields.flatMap(({ custom_id: id = "", options: [first] = [] }) => (first === undefined ? [] : [[id, first.value]])),
  );
}
