import { setTimeout as sleep } from "node:timers/promises";
import { MessageFlags } from "discord-api-types/v10";
import type { Command } from "#src/discord/command.ts";
import { createDispatcher } from "#src/discord/dispatcher.ts";
import type { MessageBody, Reply } from "#src/discord/reply.ts";
import type { Responder } from "#src/discord/responder.ts";
import { routeRequest } from "#src/discord/route-request.ts";
import { createLog } from "#src/operations/log.ts";
import { contractViolations } from "#src/playground/contract/contract-violations.ts";

type Json = Record<string, unknown>;

/** One call of the dispatcher to the outside, as the request that it would become. */
export type Sent = { readonly route: string; readonly body: Json | undefined };

/** A body of one sentence. */
export function card(content: string): MessageBody {
  return { components: [{ type: 10, content }] };
}

/** A public message of one sentence. */
export function say(content: string, extra: Partial<Extract<Reply, { kind: "message" }>> = {}): Reply {
  return { kind: "message", visibility: "public", body: card(content), ...extra };
}

/** A Responder that notes everything, checks it against Discord's contract, and fails where it is told to. */
export function createFakeResponder() {
  const sent: Sent[] = [];
  const violations: string[] = [];
  const failures: { readonly at: RegExp; readonly error: unknown }[] = [];
  const note = async (route: string, body?: unknown) => {
    const entry = { route, body: body as Json | undefined };
    sent.push(entry);
    violations.push(...contractViolations(route, body));
    const index = failures.findIndex(({ at }) => at.test(route));
    if (index >= 0) throw failures.splice(index, 1)[0]?.error;
  };
  const responder: Responder = {
    callback: ({ id, token }, response) => note(`POST /interactions/${id}/${token}/callback`, response),
    findOriginal: async ({ token }) => {
      await note(`GET /webhooks/1/${token}/messages/@original`);
      return "50";
    },
    editOriginal: ({ token }, { payload }) => note(`PATCH /webhooks/1/${token}/messages/@original`, payload),
    deleteOriginal: ({ token }) => note(`DELETE /webhooks/1/${token}/messages/@original`),
    followUp: async ({ token }, { payload }) => {
      await note(`POST /webhooks/1/${token}`, payload);
      return "51";
    },
    editMessage: (channelId, messageId, { payload }) =>
      note(`PATCH /channels/${channelId}/messages/${messageId}`, payload),
    directMessage: (userId, { payload }) => note(`POST /channels/${userId}/messages`, payload),
  };
  return {
    responder,
    sent,
    violations,
    /** Lets the next call whose route matches fail. */
    failAt: (at: RegExp, error: unknown) => failures.push({ at, error }),
  };
}

/** A dispatcher with fakes around it; commands get `undefined` as their services. */
export function createTestDispatcher(
  commands: readonly Command<undefined>[],
  limits: { deferAfterMs?: number; giveUpAfterMs?: number } = {},
) {
  const fake = createFakeResponder();
  const lines: string[] = [];
  const byName = new Map(commands.map((command) => [command.data.name, command]));
  const dispatcher = createDispatcher({
    answer: (request) => routeRequest(request, byName, undefined),
    responder: fake.responder,
    clock: { now: () => new Date("2026-03-01T12:00:00Z") },
    log: createLog({ level: "debug", write: (line) => lines.push(line), readable: false }),
    ...limits,
  });
  return { ...fake, dispatcher, lines };
}

/** A command named `test` that answers with what the functions say. */
export function testCommand(parts: Partial<Omit<Command<undefined>, "data">> = {}): Command<undefined> {
  return {
    data: { name: "test", description: "A command for tests", contexts: [0, 1], integration_types: [0] },
    execute: () => say("hello"),
    ...parts,
  };
}

let nextId = 1_000_000_000_000_000_000n;

/** A raw interaction as Discord sends it, with the given fields in place of its own. */
export function rawInteraction(type: number, data: unknown, fields: Json = {}): Json {
  nextId += 1n;
  return {
    id: nextId.toString(),
    application_id: "1",
    type,
    token: `token${nextId}`,
    version: 1,
    guild_id: "10",
    channel: { id: "20", type: 0 },
    channel_id: "20",
    member: { user: { id: "30", username: "lifter", global_name: "Lifter" }, permissions: "2147483648", roles: [] },
    app_permissions: "0",
    locale: "en-US",
    entitlements: [],
    context: 0,
    authorizing_integration_owners: { "0": "10" },
    attachment_size_limit: 10_485_760,
    data,
    ...fields,
  };
}

export const raw = {
  command: (name = "test", options: unknown[] = []) => rawInteraction(2, { id: "5", name, type: 1, options }),
  autocomplete: (value = "r") =>
    rawInteraction(4, { id: "5", name: "test", type: 1, options: [{ name: "what", type: 3, value, focused: true }] }),
  click: (customId = "1:test:press::", message: Json = {}) =>
    rawInteraction(
      3,
      { id: 1, custom_id: customId, component_type: 2 },
      {
        message: {
          id: "40",
          flags: MessageFlags.IsComponentsV2,
          components: [{ type: 10, id: 1, content: "hello" }],
          ...message,
        },
      },
    ),
  form: (customId = "1:test:send::", fields: Json = {}) =>
    rawInteraction(
      5,
      {
        custom_id: customId,
        components: [
          { type: 18, id: 1, component: { type: 4, id: 2, custom_id: "words", value: "sore" } },
          { type: 18, id: 3, component: { type: 21, id: 4, custom_id: "feels", value: null } },
          { type: 18, id: 5, component: { type: 22, id: 6, custom_id: "signs", values: ["fever", "numb"] } },
        ],
      },
      fields,
    ),
};

/** Waits, then gives the value: a slow command. */
export async function after<Value>(ms: number, value: Value): Promise<Value> {
  await sleep(ms);
  return value;
}
