import { expect } from "vitest";
import type { Exchange } from "#src/playground/exchange.ts";
import type { LocalDiscord } from "#src/playground/local-discord.ts";
import type { Message } from "#src/playground/wire.ts";

type Part = {
  readonly type: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly options?: readonly { readonly value: string }[];
};

// These acknowledge the click first, so that their own message can be changed once the answer is posted.
const POSTS = /^1:[a-z-]+:(post|show):/;

/** Everything in a message or form that can be pressed, chosen or filled in. */
export function controls(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(controls);
  if (typeof value !== "object" || value === null) return [];
  const part = value as Part & Record<string, unknown>;
  const inside = [part.components, part.component, part.accessory].flatMap(controls);
  return part.custom_id === undefined ? inside : [part, ...inside];
}

/** The custom id of a message's button. */
export function idOf(message: Message, label: string): string {
  const found = controls(message.components).find((part) => part.label === label);
  if (found?.custom_id === undefined) throw new Error(`there is no button "${label}"`);
  return found.custom_id;
}

/** What an exchange leads to next: a message, a form, or nothing more. */
export async function outcome(exchange: Exchange): Promise<Message | "form" | null> {
  const answer = await exchange.answer();
  if (answer === null) throw new Error("nobody answered");
  if (answer.type === 9) return "form";
  if (answer.type === 6) return POSTS.test(String(exchange.interaction.data.custom_id)) ? exchange.followUp() : null;
  const message = await exchange.original();
  expect(JSON.stringify(message.components)).not.toMatch(/has expired|command is gone|diary is gone|went wrong/);
  return message;
}

/** Presses everything a message offers, and everything that those offer, down to a depth; counts what was pressed. */
export async function pressEverything(discord: LocalDiscord, message: Message, depth: number): Promise<number> {
  let pressed = 0;
  for (const { type, custom_id: customId = "", options = [] } of controls(message.components)) {
    const isPress = type === 2;
    // A press may have changed or removed the message: only what still stands can be pressed.
    const current = discord.messages(message.channel_id).find(({ id }) => id === message.id);
    if (current === undefined || !controls(current.components).some((part) => part.custom_id === customId)) continue;
    const exchange = isPress
      ? discord.click(current, customId)
      : discord.select(
          current,
          customId,
          options.slice(0, 1).map(({ value }) => value),
        );
    pressed += 1;
    const next = await outcome(exchange);
    if (next === "form") {
      const sent = await outcome(discord.submit(exchange, {}));
      if (sent !== null && sent !== "form" && depth > 1) pressed += await pressEverything(discord, sent, depth - 1);
    } else if (next !== null && depth > 1) pressed += await pressEverything(discord, next, depth - 1);
  }
  return pressed;
}
