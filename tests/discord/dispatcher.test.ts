import { describe, expect, test } from "vitest";
import type { Reply } from "#src/discord/reply.ts";
import { InteractionGone } from "#src/discord/responder.ts";
import { UserError } from "#src/errors.ts";
import { after, card, createTestDispatcher, raw, type Sent, say, testCommand } from "./fakes.ts";

const PUBLIC = 1 << 15;
const PRIVATE = PUBLIC | 64;
const form = {
  custom_id: "1:test:send::",
  title: "Form",
  components: [{ type: 18, label: "Words", component: { type: 4, custom_id: "words", style: 1 } }],
};

/** What was sent, short enough for a table: method, place, answer type, flags, first words. */
function shorten({ route, body }: Sent): string {
  const place = route
    .replace(/\/(interactions|webhooks)\/\d+(\/token\d+)?/, (_, kind) => `/${kind}`)
    .replace(/token\d+/, "");
  const data = (body?.type === undefined ? body : body.data) as
    | { flags?: number; components?: { content?: string }[] }
    | undefined;
  const words = JSON.stringify(data?.components ?? "").match(/"content":"([^"]*)"/)?.[1];
  return [place, body?.type, data?.flags, words].filter((part) => part !== undefined).join(" ");
}

const callback = "POST /interactions/callback";
const original = "/webhooks/messages/@original";
const answers = (reply: Reply) =>
  testCommand({ execute: () => reply, autocomplete: () => reply, actions: { press: () => reply, send: () => reply } });

describe("an answer leaves in the way its interaction takes it", () => {
  const fromMessage = { message: { id: "40", flags: PUBLIC, components: [] } };
  const choices: Reply = { kind: "choices", choices: [{ name: "Rows", value: "rows" }] };
  const update: Reply = { kind: "update", body: card("changed") };

  test.each<[string, unknown, Reply, string[]]>([
    ["a command: in the channel", raw.command(), say("hello"), [`${callback} 4 ${PUBLIC} hello`]],
    [
      "a command: privately",
      raw.command(),
      say("hello", { visibility: "private" }),
      [`${callback} 4 ${PRIVATE} hello`],
    ],
    ["a command: with a form", raw.command(), { kind: "form", form } as Reply, [`${callback} 9`]],
    ["autocomplete: with choices", raw.autocomplete(), choices, [`${callback} 8`]],
    ["a click: with a message", raw.click(), say("hello"), [`${callback} 4 ${PUBLIC} hello`]],
    ["a click: by changing the card", raw.click(), update, [`${callback} 7 ${PUBLIC} changed`]],
    ["a click: with a form", raw.click(), { kind: "form", form } as Reply, [`${callback} 9`]],
    ["a click: by removing the card", raw.click(), { kind: "removal" }, [`${callback} 6`, `DELETE ${original}`]],
    ["a click: with nothing", raw.click(), { kind: "nothing" }, [`${callback} 6`]],
    ["a form of a command: with a message", raw.form(), say("hello"), [`${callback} 4 ${PUBLIC} hello`]],
    [
      "a form of a button: by changing the card",
      raw.form(undefined, fromMessage),
      update,
      [`${callback} 7 ${PUBLIC} changed`],
    ],
  ])("%s", async (_, interaction, reply, expected) => {
    const { dispatcher, sent, violations } = createTestDispatcher([answers(reply)]);
    await dispatcher.dispatch(interaction);
    expect(sent.map(shorten)).toEqual(expected);
    expect(violations).toEqual([]);
  });

  test("pings are off and pictures travel along", async () => {
    const picture = { name: "map.png", data: new Uint8Array([1]), description: "A map" };
    const body = {
      components: [{ type: 12 as const, items: [{ media: { url: "attachment://map.png" } }] }],
      files: [picture],
    };
    const { dispatcher, sent, violations } = createTestDispatcher([
      answers({ kind: "message", visibility: "public", body }),
    ]);
    await dispatcher.dispatch(raw.command());
    expect(sent[0]?.body?.data).toMatchObject({
      allowed_mentions: { parse: [] },
      attachments: [{ id: "0", filename: "map.png", description: "A map" }],
    });
    expect(violations).toEqual([]);
  });
});

describe("a reply that an interaction cannot take is told with a reference", () => {
  const sorry = `${callback} 4 ${PRIVATE} Something went wrong on my side. Please try again. If it stays, quote `;
  const tooLong = { components: [{ type: 10 as const, content: "x".repeat(4_001) }] };
  const twice = {
    components: ["a", "b"].map((label) => ({
      type: 1 as const,
      components: [{ type: 2 as const, style: 2 as const, label, custom_id: "same" }],
    })),
  };
  const many = { components: Array.from({ length: 41 }, () => ({ type: 10 as const, content: "x" })) };
  const message = (body: typeof tooLong | typeof twice | typeof many): Reply => ({
    kind: "message",
    visibility: "public",
    body,
  });

  test.each<[string, unknown, Reply]>([
    ["a form after a form", raw.form(), { kind: "form", form } as Reply],
    ["choices for a command", raw.command(), { kind: "choices", choices: [] }],
    ["a removal for a command", raw.command(), { kind: "removal" }],
    ["an update by a form that no message opened", raw.form(), { kind: "update", body: card("x") }],
    ["4001 characters", raw.command(), message(tooLong)],
    ["one custom id twice", raw.command(), message(twice)],
    ["41 components", raw.command(), message(many)],
    [
      "a form title of 46 characters",
      raw.command(),
      { kind: "form", form: { ...form, title: "x".repeat(46) } } as Reply,
    ],
  ])("%s", async (_, interaction, reply) => {
    const { dispatcher, sent, violations, lines } = createTestDispatcher([answers(reply)]);
    await dispatcher.dispatch(interaction);
    expect(sent).toHaveLength(1);
    const [first = ""] = sent.map(shorten);
    expect(first.startsWith(sorry)).toBe(true);
    const reference = first.match(/[2-9A-Z]{8}(?=\.)/)?.[0] ?? "none";
    expect(lines.join("")).toContain(reference);
    expect(violations).toEqual([]);
  });

  test("a message for autocomplete becomes no choices", async () => {
    const { dispatcher, sent } = createTestDispatcher([answers(say("hello"))]);
    await dispatcher.dispatch(raw.autocomplete());
    expect(sent.map(({ body }) => body)).toEqual([{ type: 8, data: { choices: [] } }]);
  });
});

describe("an error is told privately", () => {
  const failing = (error: unknown) => {
    const fail = () => {
      throw error;
    };
    return testCommand({ execute: fail, autocomplete: fail, actions: { press: fail, send: async () => fail() } });
  };

  test.each([
    ["a command", raw.command()],
    ["a click", raw.click()],
    ["a form", raw.form()],
  ])("what a person can mend is told in its own words, for %s", async (_, interaction) => {
    const { dispatcher, sent, lines } = createTestDispatcher([failing(new UserError("Name an exercise."))]);
    await dispatcher.dispatch(interaction);
    expect(sent.map(shorten)).toEqual([`${callback} 4 ${PRIVATE} Name an exercise.`]);
    expect(lines.join("")).not.toContain('"level":"error"');
  });

  test("a bug is told with a reference, and what people wrote stays out of the log", async () => {
    const error = Object.assign(new Error('cannot read "my bladder hurts"'), {
      requestBody: "my bladder hurts",
      url: "https://x/token",
    });
    const { dispatcher, sent, lines } = createTestDispatcher([failing(error)]);
    await dispatcher.dispatch(raw.command());
    expect(sent.map(shorten)[0]).toMatch(/quote [2-9A-Z]{8}\.$/);
    expect(lines.join("")).toContain("dispatcher.test.ts");
    expect(lines.join("")).not.toMatch(/bladder|token/);
  });

  test.each([
    ["a command that is gone", raw.command("gone"), "This command is gone"],
    ["a button that is gone", raw.click("1:test:gone::"), "This message has expired"],
    ["a button that every object has", raw.click("1:test:constructor::"), "This message has expired"],
    ["a button of an older version", raw.click("0:test:press::"), "This message has expired"],
    ["a button of another bot", raw.click("press"), "This message has expired"],
  ])("%s", async (_, interaction, words) => {
    const { dispatcher, sent } = createTestDispatcher([answers(say("hello"))]);
    await dispatcher.dispatch(interaction);
    expect(sent.map(shorten)[0]).toContain(`${callback} 4 ${PRIVATE} ${words}`);
  });

  test.each([10062, 40060])("an interaction that is gone (%i) is logged and survived", async (code) => {
    const { dispatcher, sent, lines, failAt } = createTestDispatcher([testCommand()]);
    failAt(/callback/, new InteractionGone(code));
    await dispatcher.dispatch(raw.command());
    await dispatcher.dispatch(raw.command());
    expect(sent).toHaveLength(2);
    expect(lines.join("")).toContain(`"code":${code}`);
  });

  test("a report that fails itself is survived", async () => {
    const { dispatcher, lines, failAt } = createTestDispatcher([failing(new Error("first"))]);
    failAt(/callback/, new Error("second"));
    await dispatcher.dispatch(raw.command());
    expect(lines.join("")).toContain("second");
  });
});

describe("a slow command keeps its interaction alive", () => {
  const slow = (reply: Reply, ms = 30) =>
    testCommand({
      execute: () => after(ms, reply),
      autocomplete: () => after(ms, reply),
      actions: { press: () => after(ms, reply), send: () => after(ms, reply) },
    });
  const limits = { deferAfterMs: 10, giveUpAfterMs: 200 };
  const fromMessage = { message: { id: "40", flags: PUBLIC, components: [] } };

  test.each<[string, unknown, Reply, string[]]>([
    ["a command, privately", raw.command(), say("hello"), [`${callback} 5 64`, `PATCH ${original} ${PUBLIC} hello`]],
    ["a form of a command", raw.form(), say("hello"), [`${callback} 5 64`, `PATCH ${original} ${PUBLIC} hello`]],
    [
      "a click whose card changes",
      raw.click(),
      { kind: "update", body: card("changed") },
      [`${callback} 6`, `PATCH ${original} ${PUBLIC} changed`],
    ],
    [
      "a click with a private message",
      raw.click(),
      say("hello", { visibility: "private" }),
      [`${callback} 6`, `POST /webhooks ${PRIVATE} hello`],
    ],
    [
      "a form of a button",
      raw.form(undefined, fromMessage),
      say("hello"),
      [`${callback} 6`, `POST /webhooks ${PUBLIC} hello`],
    ],
    ["a removal", raw.click(), { kind: "removal" }, [`${callback} 6`, `DELETE ${original}`]],
    [
      "autocomplete, which cannot wait",
      raw.autocomplete(),
      { kind: "choices", choices: [{ name: "a", value: "a" }] },
      [`${callback} 8`],
    ],
  ])("%s", async (_, interaction, reply, expected) => {
    const { dispatcher, sent, violations } = createTestDispatcher([slow(reply)], limits);
    await dispatcher.dispatch(interaction);
    expect(sent.map(shorten)).toEqual(expected);
    expect(violations).toEqual([]);
  });

  test("one that comes too late with a form says so", async () => {
    const { dispatcher, sent } = createTestDispatcher([slow({ kind: "form", form } as Reply)], limits);
    await dispatcher.dispatch(raw.click());
    expect(sent.map(shorten)[1]).toContain(`POST /webhooks ${PRIVATE} Something went wrong`);
  });

  test("one that never answers is given up", async () => {
    const { dispatcher, sent } = createTestDispatcher([slow(say("hello"), 1_000)], {
      deferAfterMs: 5,
      giveUpAfterMs: 20,
    });
    await dispatcher.dispatch(raw.command());
    expect(sent.map(shorten)[1]).toContain(`PATCH ${original} ${PUBLIC} Something went wrong`);
  });

  test("one that fails late says so where it was deferred", async () => {
    const fail = async (): Promise<Reply> => {
      await after(30, null);
      throw new UserError("Name an exercise.");
    };
    const { dispatcher, sent } = createTestDispatcher([testCommand({ execute: fail })], limits);
    await dispatcher.dispatch(raw.command());
    expect(sent.map(shorten)).toEqual([`${callback} 5 64`, `PATCH ${original} ${PUBLIC} Name an exercise.`]);
  });
});

describe("what follows an answer", () => {
  const followed = answers({
    kind: "update",
    body: card("changed"),
    then: [
      { kind: "private-follow-up", body: card("for you") },
      { kind: "direct-message", userId: "30", body: card("later") },
      { kind: "message-edit", channelId: "20", messageId: "41", body: card("over there") },
    ],
  });

  test("is done after it and in order", async () => {
    const { dispatcher, sent, violations } = createTestDispatcher([followed]);
    await dispatcher.dispatch(raw.click());
    expect(sent.map(shorten)).toEqual([
      `${callback} 7 ${PUBLIC} changed`,
      `POST /webhooks ${PRIVATE} for you`,
      `POST /channels/30/messages ${PUBLIC} later`,
      `PATCH /channels/20/messages/41 ${PUBLIC} over there`,
    ]);
    expect(violations).toEqual([]);
  });

  test("may fail without undoing it, and the person is told", async () => {
    const { dispatcher, sent, failAt } = createTestDispatcher([followed]);
    failAt(/channels\/30/, new Error("Cannot send messages to this user"));
    await dispatcher.dispatch(raw.click());
    expect(sent.map(shorten)[3]).toContain(`POST /webhooks ${PRIVATE} The direct message could not be sent`);
    expect(sent.map(shorten)[4]).toContain("PATCH /channels/20/messages/41");
  });

  test("does not happen when the answer never left", async () => {
    const { dispatcher, sent, failAt } = createTestDispatcher([followed]);
    failAt(/callback/, new InteractionGone(10062));
    await dispatcher.dispatch(raw.click());
    expect(sent).toHaveLength(1);
  });
});

describe("a click that posts, and changes the clicked message afterwards", () => {
  const post: Reply = {
    kind: "message",
    visibility: "public",
    body: card("for all"),
    then: [{ kind: "clicked-message-edit", body: card("posted") }],
  };
  const posted = [`${callback} 6`, `POST /webhooks ${PUBLIC} for all`, `PATCH ${original} ${PUBLIC} posted`];

  test("says so only once it is out", async () => {
    const { dispatcher, sent, violations } = createTestDispatcher([answers(post)]);
    await dispatcher.dispatch(raw.click());
    expect(sent.map(shorten)).toEqual(posted);
    expect(violations).toEqual([]);
  });

  test("does the same when it was slow", async () => {
    const slow = testCommand({ actions: { press: () => after(30, post) } });
    const { dispatcher, sent } = createTestDispatcher([slow], { deferAfterMs: 10 });
    await dispatcher.dispatch(raw.click());
    expect(sent.map(shorten)).toEqual(posted);
  });

  test("leaves the clicked message as it was where the post failed", async () => {
    const { dispatcher, sent, failAt } = createTestDispatcher([answers(post)]);
    failAt(/^POST \/webhooks/, new Error("Missing Access"));
    await dispatcher.dispatch(raw.click());
    const [, , told, ...more] = sent.map(shorten);
    expect(told).toContain(`POST /webhooks ${PRIVATE} Something went wrong on my side.`);
    expect(more).toEqual([]);
  });

  test("tells of a clicked message that could not be changed, and not to press it again", async () => {
    const { dispatcher, sent, failAt } = createTestDispatcher([answers(post)]);
    failAt(/^PATCH/, new Error("Unknown Message"));
    await dispatcher.dispatch(raw.click());
    expect(sent.map(shorten).at(-1)).toContain(`POST /webhooks ${PRIVATE} It is posted, but`);
  });

  test("is no answer for a command: nothing was clicked", async () => {
    const { dispatcher, sent } = createTestDispatcher([answers(post)]);
    await dispatcher.dispatch(raw.command());
    expect(sent.map(shorten)[0]).toContain(`${callback} 4 ${PRIVATE} Something went wrong`);
  });
});

test("an interaction that is delivered twice is answered once", async () => {
  const { dispatcher, sent } = createTestDispatcher([testCommand()]);
  const interaction = raw.command();
  await Promise.all([dispatcher.dispatch(interaction), dispatcher.dispatch(structuredClone(interaction))]);
  expect(sent).toHaveLength(1);
});

test("the check of an HTTPS endpoint is answered", async () => {
  const { dispatcher, sent } = createTestDispatcher([]);
  await dispatcher.dispatch({ id: "1", application_id: "1", type: 1, token: "t", version: 1 });
  expect(sent.map(({ body }) => body)).toEqual([{ type: 1 }]);
});

test("idle waits for what is being answered", async () => {
  const { dispatcher, sent } = createTestDispatcher([testCommand({ execute: () => after(20, say("hello")) })]);
  void dispatcher.dispatch(raw.command());
  await dispatcher.idle();
  expect(sent).toHaveLength(1);
});
