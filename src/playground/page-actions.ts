import type { LocalFile, OptionValues } from "./command-interaction.ts";
import type { Exchange } from "./exchange.ts";
import type { FormAnswers } from "./form-interaction.ts";
import type { LocalDiscord } from "./local-discord.ts";
import { pageActionSchema } from "./page-action-schema.ts";
import type { ActionResult, PageAction, PageFile, PageValue } from "./page-protocol.ts";
import type { PageView } from "./page-view.ts";

/** What of the playground an action can move beside the local Discord. */
export type PlaygroundControls = {
  moveClock(offsetMs: number): Promise<void>;
  reset(): Promise<void>;
  /** Called when everything that an action led to is on its way to the pages. */
  acted(actionId: string): void;
};

/** Creates the function that does what the page asks, in the name of the person who looks at it. */
export function createPageActions(discord: LocalDiscord, view: Promise<PageView>, controls: PlaygroundControls) {
  return async (raw: unknown): Promise<ActionResult> => {
    const read = pageActionSchema.safeParse(raw);
    if (!read.success) throw new Error("The page asked for something the playground does not know.");
    const action = read.data as PageAction;
    const started = await perform(action, discord, controls);
    const result = started === null ? ({ status: "done" } as const) : await awaitAnswer(started, await view);
    controls.acted(action.actionId);
    return result;
  };
}

async function perform(
  action: PageAction,
  discord: LocalDiscord,
  controls: PlaygroundControls,
): Promise<Exchange | null> {
  const user = action.as;
  switch (action.kind) {
    case "slash":
      return discord.slash(action.command, toOptions(action.options), { user, channel: action.placeId });
    case "autocomplete": {
      const { command, focused, value, options, placeId } = action;
      return discord.autocomplete(command, focused, value, toOptions(options), { user, channel: placeId });
    }
    case "click":
      return discord.click(action.messageId, action.customId, { user });
    case "select":
      return discord.select(action.messageId, action.customId, action.values, { user });
    case "submit":
      return discord.submit(action.interactionId, toAnswers(action.answers), { user });
    case "message-menu":
      return discord.messageMenu(action.command, action.messageId, { user });
    case "say":
      discord.say(action.content, { user, channel: action.placeId });
      return null;
    case "dismiss":
      discord.dismiss(action.messageId);
      return null;
    case "direct-messages":
      discord.setDirectMessages(user, action.areOpen);
      return null;
    case "clock":
      await controls.moveClock(action.offsetMs);
      return null;
    case "reset":
      await controls.reset();
      return null;
  }
}

async function awaitAnswer(exchange: Exchange, view: PageView): Promise<ActionResult> {
  if ((await exchange.answer()) === null) return { status: "failed" };
  const { form, choices } = exchange.record;
  return {
    status: "done",
    ...(choices === null ? {} : { choices: [...choices] }),
    ...(form === null
      ? {}
      : {
          form: {
            interactionId: exchange.interaction.id,
            title: form.title,
            components: view.components(form.components),
          },
        }),
  };
}

function toOptions(options: Record<string, PageValue>): OptionValues {
  const entries = Object.entries(options).map(([name, value]) => [name, isFile(value) ? toFile(value) : value]);
  return Object.fromEntries(entries) as OptionValues;
}

function toAnswers(answers: Record<string, string | boolean | string[] | PageFile[]>): FormAnswers {
  const entries = Object.entries(answers).map(([name, answer]) => [
    name,
    Array.isArray(answer) ? answer.map((entry) => (typeof entry === "string" ? entry : toFile(entry))) : answer,
  ]);
  return Object.fromEntries(entries) as FormAnswers;
}

function isFile(value: PageValue): value is PageFile {
  return typeof value === "object";
}

function toFile({ name, contentType, base64 }: PageFile): LocalFile {
  return { name, contentType, data: Buffer.from(base64, "base64") };
}
