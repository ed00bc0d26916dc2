import { setTimeout as sleep } from "node:timers/promises";
import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import type { Command } from "#src/discord/command.ts";
import { encodeCustomId } from "#src/discord/custom-id.ts";
import type { MessageBody } from "#src/discord/reply.ts";
import { UserError } from "#src/errors.ts";

const id = (action: string, ownerId: string | null = null, state = "") =>
  encodeCustomId({ command: "echo", action, ownerId, state });

/** A card with a button and a select that carry their state, as every guided flow has. */
function echoBody(words: string, ownerId: string): MessageBody {
  const components: APIMessageTopLevelComponent[] = [
    { type: 10, content: words },
    {
      type: 1,
      components: [
        { type: 2, style: 2, label: "Louder", custom_id: id("louder", ownerId, words.slice(0, 20)) },
        { type: 2, style: 2, label: "Ask", custom_id: id("ask") },
        { type: 2, style: 2, label: "Follow", custom_id: id("follow", ownerId) },
        { type: 2, style: 2, label: "Remove", custom_id: id("remove") },
      ],
    },
    {
      type: 1,
      components: [
        {
          type: 3,
          custom_id: id("pick"),
          options: [
            { label: "Rows", value: "rows" },
            { label: "Shrugs", value: "shrugs" },
          ],
        },
      ],
    },
  ];
  return { components };
}

const picture = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]);

/** A command that uses every way of answering there is. */
export const echo: Command<undefined> = {
  data: {
    name: "echo",
    description: "Says it again",
    contexts: [0, 1],
    integration_types: [0],
    options: [
      { type: 3, name: "words", description: "What to say", autocomplete: true },
      { type: 4, name: "wait", description: "How many milliseconds to think" },
      { type: 5, name: "private", description: "Only you see it" },
    ],
  },
  async execute({ options, user }) {
    if (options.words === undefined)
      return {
        kind: "form",
        form: {
          custom_id: id("send"),
          title: "Echo",
          components: [
            { type: 18, label: "Words", component: { type: 4, custom_id: "words", style: 1, required: false } },
          ],
        },
      };
    if (options.words === "mend") throw new UserError("Say something else.");
    if (options.words === "bug") throw new Error("a bug");
    if (options.words === "picture") {
      const body: MessageBody = {
        components: [{ type: 12, items: [{ media: { url: "attachment://dot.png" } }] }],
        files: [{ name: "dot.png", data: picture, description: "A dot" }],
      };
      return { kind: "message", visibility: "public", body };
    }
    if (typeof options.wait === "number") await sleep(options.wait);
    const visibility = options.private === true ? "private" : "public";
    return { kind: "message", visibility, body: echoBody(String(options.words), user.id) };
  },
  autocomplete: ({ focused }) => ({
    kind: "choices",
    choices: [{ name: `${focused.value}!`, value: `${focused.value}!` }],
  }),
  actions: {
    louder: ({ state, user }) => ({ kind: "update", body: echoBody(`${state.toUpperCase()}!`, user.id) }),
    ask: () => ({
      kind: "form",
      form: {
        custom_id: id("send"),
        title: "Echo",
        components: [{ type: 18, label: "Words", component: { type: 4, custom_id: "words", style: 1 } }],
      },
    }),
    send: ({ fields, user, message }) =>
      message === null
        ? { kind: "message", visibility: "public", body: echoBody(fields.words?.[0] ?? "nothing", user.id) }
        : { kind: "update", body: echoBody(fields.words?.[0] ?? "nothing", user.id) },
    pick: ({ values, user }) => ({ kind: "message", visibility: "private", body: echoBody(values.join(), user.id) }),
    follow: ({ user }) => ({
      kind: "update",
      body: echoBody("followed", user.id),
      then: [
        { kind: "private-follow-up", body: { components: [{ type: 10, content: "for you" }] } },
        { kind: "direct-message", userId: user.id, body: { components: [{ type: 10, content: "later" }] } },
      ],
    }),
    remove: () => ({ kind: "removal" }),
  },
};
