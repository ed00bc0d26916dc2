import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadCommands } from "#src/discord/load-commands.ts";
import { loadServices } from "#src/load-services.ts";
import type { Exchange } from "#src/playground/exchange.ts";
import { createLocalDiscord, type LocalDiscord } from "#src/playground/local-discord.ts";
import type { Message } from "#src/playground/wire.ts";
import type { Services } from "#src/services.ts";
import { brokenContract, startBot } from "./test-bot.ts";

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
let discord: LocalDiscord;
let bot: Awaited<ReturnType<typeof startBot>>;

beforeAll(async () => {
  discord = await createLocalDiscord({ port: 0 });
  const commands = [...(await loadCommands<Services>(folder("commands"))).values()];
  bot = await startBot({ discord, commands, services: loadServices(folder("knowledge")) });
});
afterAll(async () => {
  await bot.stop();
  await discord.stop();
});
beforeEach(() => {
  discord.clear();
  bot.lines.length = 0;
});
afterEach(() => {
  expect(brokenContract(discord)).toEqual([]);
  expect(bot.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

type Part = {
  readonly type: number;
  readonly custom_id?: string;
  readonly options?: readonly { readonly value: string }[];
};

/** Everything in a message or form that can be pressed, chosen or filled in. */
function controls(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(controls);
  if (typeof value !== "object" || value === null) return [];
  const part = value as Part & Record<string, unknown>;
  const inside = [part.components, part.component, part.accessory].flatMap(controls);
  return part.custom_id === undefined ? inside : [part, ...inside];
}

/** What an exchange leads to next: a message, a form, or nothing more. */
async function outcome(exchange: Exchange): Promise<Message | "form" | null> {
  const answer = await exchange.answer();
  if (answer === null) throw new Error("nobody answered");
  if (answer.type === 9) return "form";
  if (answer.type === 6) return null;
  const message = await exchange.original();
  expect(JSON.stringify(message.components)).not.toMatch(/has expired|is gone|went wrong/);
  return message;
}

/** Presses everything a message offers, and everything that those offer, down to a depth; counts what was pressed. */
async function pressEverything(message: Message, depth: number): Promise<number> {
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
      if (sent !== null && sent !== "form" && depth > 1) pressed += await pressEverything(sent, depth - 1);
    } else if (next !== null && depth > 1) pressed += await pressEverything(next, depth - 1);
  }
  return pressed;
}

describe("/upperback-sore", () => {
  test("with nothing said opens the form, and an empty form is answered", async () => {
    const opener = discord.slash("upperback-sore");
    const form = await opener.form();
    expect(form.components).toHaveLength(5);
    const message = await discord.submit(opener, {}).original();
    expect(JSON.stringify(message.components)).not.toContain("Something went wrong");
  });

  test.each([
    ["ordinary soreness", "dull ache across my upper back the day after heavy deadlifts", "general"],
    [
      "a sign to be seen for",
      "sharp stabbing pain under my shoulder blade for 3 weeks and it is getting worse",
      "general",
    ],
    ["an emergency", "crushing chest pain and I can't breathe", "general"],
    ["what is intimate", "since my deadlift session I can't hold my bladder and I'm numb between the legs", "general"],
    ["a crisis", "my back hurts and I want to kill myself", "general"],
    ["another language", "mein Rücken tut seit gestern sehr weh", "general"],
    ["nothing to read", "!!! ???", "general"],
    ["emoji", "😖".repeat(700), "general"],
    ["mentions and markdown", "@everyone **sore** <@123> [x](https://example.org) # back", "general"],
    ["a direct message", "dull ache in my traps since yesterday", "dm"],
  ])("of %s: everything on the card can be pressed", async (_, describe, channel) => {
    const message = await discord.slash("upperback-sore", { describe }, { channel }).original();
    expect(await pressEverything(message, 2)).toBeGreaterThan(0);
  });
});

test("/accessories: everything in the list can be pressed", async () => {
  const message = await discord.slash("accessories").original();
  expect(await pressEverything(message, 3)).toBeGreaterThan(3);
});

test("/accessories: an exercise chosen while typing", async () => {
  const [first] = await discord.autocomplete("accessories", "exercise", "shr").choices();
  await discord.slash("accessories", { exercise: first?.value ?? "" }).original();
});
