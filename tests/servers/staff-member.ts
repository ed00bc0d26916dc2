import type { Exchange } from "#src/playground/exchange.ts";
import type { LocalDiscord } from "#src/playground/local-discord.ts";
import type { Component, Message } from "#src/playground/wire.ts";
import { walkComponents } from "#src/playground/wire.ts";

/** One of the staff at the local Discord, who sees messages and uses what is on them by what it says. */
export function createStaffMember(discord: LocalDiscord, actor: { user?: string; permissions?: bigint } = {}) {
  const admin = { user: "admin", ...actor };

  async function see(exchange: Exchange): Promise<Message> {
    await exchange.answer();
    return exchange.original();
  }

  return {
    /** Types a part of /spotter and sees its answer. */
    opens: (part: string) => see(discord.slash(`spotter ${part}`, {}, admin)),
    /** Presses a button by its label. */
    presses: (message: Message, label: string) => see(discord.click(message, label, admin)),
    /** Chooses in a select, which is found by a word of its custom id, its options or its placeholder. */
    chooses: (message: Message, select: string, ...values: string[]) =>
      see(discord.select(message, idOf(message, select), values, admin)),
    /** Chooses in a select whose answer is a form, and sends it back filled in. */
    async fillsIn(message: Message, select: string, value: string, answers: Record<string, string>) {
      const opener = discord.select(message, idOf(message, select), [value], admin);
      await opener.form();
      return see(discord.submit(opener, answers, admin));
    },
  };
}

/** All words of a message. */
export function textOf(message: Message): string {
  const texts: string[] = [];
  walkComponents(message.components, ({ content }) => content !== undefined && texts.push(content));
  return texts.join("\n");
}

/** What stands in a message, by a word of its custom id, label or placeholder. */
export function find(message: Message, word: string): Component {
  let found: Component | undefined;
  walkComponents(message.components, (component) => {
    const { custom_id, label, placeholder } = component;
    if (found === undefined && [custom_id, label, placeholder].some((text) => String(text).includes(word)))
      found = component;
  });
  if (found === undefined) throw new Error(`there is no ${word}`);
  return found;
}

function idOf(message: Message, word: string): string {
  return find(message, word).custom_id ?? "";
}
