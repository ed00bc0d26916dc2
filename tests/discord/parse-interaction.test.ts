import { describe, expect, test } from "vitest";
import { encodeCustomId } from "#src/discord/custom-id.ts";
import { MalformedInteraction } from "#src/discord/malformed-interaction.ts";
import { parseInteraction } from "#src/discord/parse-interaction.ts";
import { createTestDispatcher, raw, rawInteraction, testCommand } from "./fakes.ts";

const now = new Date("2026-03-01T12:00:00Z");
const parse = (interaction: unknown) => parseInteraction(interaction, now);

describe("what an interaction says is read", () => {
  test("who, where and what of a command", () => {
    const options = [
      { name: "describe", type: 3, value: "sore" },
      { name: "private", type: 5, value: true },
    ];
    expect(parse(raw.command("test", options))).toMatchObject({
      kind: "command",
      command: "test",
      options: { describe: "sore", private: true },
      user: { id: "30", name: "Lifter" },
      guildId: "10",
      channelId: "20",
      context: "guild",
      memberPermissions: 2147483648n,
      now,
    });
  });

  test("a direct message, where nobody has permissions", () => {
    const fields = { guild_id: undefined, member: undefined, user: { id: "31", username: "solo" }, context: 1 };
    expect(parse(rawInteraction(2, { name: "test" }, fields))).toMatchObject({
      user: { id: "31", name: "solo" },
      guildId: null,
      context: "bot-dm",
      memberPermissions: 0n,
      options: {},
    });
  });

  test("a command chosen on a message: its file's name and the message", () => {
    const message = {
      id: "50",
      author: { id: "60", username: "them" },
      content: "my back hurts",
      webhook_id: undefined,
    };
    const data = (change = {}) => ({
      name: "Check for warning signs",
      type: 3,
      target_id: "50",
      resolved: { messages: { "50": { ...message, ...change } } },
    });
    expect(parse(rawInteraction(2, data()))).toMatchObject({
      command: "check-for-warning-signs",
      options: {},
      target: { id: "50", authorId: "60", isByBot: false, text: "my back hurts" },
    });
    expect(parse(rawInteraction(2, data({ author: { id: "1", bot: true } })))).toMatchObject({
      target: { isByBot: true },
    });
    expect(parse(rawInteraction(2, data({ webhook_id: "7" })))).toMatchObject({ target: { isByBot: true } });
    expect(parse(rawInteraction(2, data({ content: undefined })))).toMatchObject({ target: { text: "" } });
    expect(() => parse(rawInteraction(2, { ...data(), target_id: "51" }))).toThrow("data.resolved.messages");
    expect(parse(raw.command())).toMatchObject({ target: null });
  });

  test("whether it is a thread, and whether only the person has installed the bot", () => {
    const at = (fields: object) => parse(rawInteraction(2, { name: "test" }, fields as Record<string, unknown>));
    expect(at({})).toMatchObject({ inThread: false, onlyUserInstalled: false });
    expect(at({ channel: { id: "20", type: 11 } })).toMatchObject({ inThread: true });
    expect(at({ authorizing_integration_owners: { "1": "30" } })).toMatchObject({ onlyUserInstalled: true });
    const both = { authorizing_integration_owners: { "0": "10", "1": "30" } };
    expect(at(both)).toMatchObject({ onlyUserInstalled: false });
  });

  test("what is being typed", () => {
    expect(parse(raw.autocomplete("ro"))).toMatchObject({
      kind: "autocomplete",
      focused: { name: "what", value: "ro" },
    });
  });

  test("the state, owner and message of a click", () => {
    const customId = encodeCustomId({ command: "test", action: "press", ownerId: "1234567890123456789", state: "a:b" });
    expect(parse(raw.click(customId, { flags: 64 }))).toMatchObject({
      kind: "component",
      command: "test",
      action: "press",
      ownerId: "1234567890123456789",
      state: "a:b",
      message: { id: "40", isPrivate: true },
    });
  });

  test("the values of a select", () => {
    const interaction = {
      ...raw.click(),
      data: { custom_id: "1:test:press::", component_type: 3, values: ["a", "b"] },
    };
    expect(parse(interaction)).toMatchObject({ values: ["a", "b"] });
  });

  test.each<[string, object | undefined, bigint | null | "nothing"]>([
    ["and what the bot may do there", { id: "7", app_permissions: "1024" }, 1024n],
    ["where Discord does not tell what the bot may do", { id: "7" }, null],
    ["where Discord tells nothing of it", undefined, "nothing"],
  ])("the channels chosen in a select, %s", (_, channel, appPermissions) => {
    const resolved = { channels: { "8": { app_permissions: "8" }, ...(channel ? { "7": channel } : {}) } };
    const data = { custom_id: "1:test:press::", component_type: 8, values: ["7"], resolved };
    const chosenChannels = appPermissions === "nothing" ? [] : [{ id: "7", appPermissions }];
    expect(parse({ ...raw.click(), data })).toMatchObject({ values: ["7"], chosenChannels });
  });

  test("a form's answers, where a field left empty has none", () => {
    expect(parse(raw.form())).toMatchObject({
      kind: "form",
      fields: { words: ["sore"], feels: [], signs: ["fever", "numb"] },
      message: null,
    });
  });

  test("fields that we do not know are let through", () => {
    expect(() => parse({ ...raw.command(), something_new: { deep: [1] } })).not.toThrow();
  });

  test("entitlements are not missed", () => {
    expect(() => parse({ ...raw.command(), entitlements: undefined })).not.toThrow();
  });
});

describe("what is missing is refused clearly and answered if it can be", () => {
  test.each<[string, unknown, string[]]>([
    ["no data", { ...raw.command(), data: null }, ["data"]],
    ["no name", rawInteraction(2, {}), ["data.name"]],
    ["an option without a value", raw.command("test", [{ name: "a", type: 3 }]), ["data.options.0.value"]],
    ["nobody who asked", { ...raw.command(), member: undefined }, ["user"]],
    ["permissions that are none", { ...raw.command(), app_permissions: "many" }, ["app_permissions"]],
    [
      "permissions in a chosen channel that are none",
      {
        ...raw.click(),
        data: {
          custom_id: "1:test:press::",
          values: ["7"],
          resolved: { channels: { "7": { app_permissions: "all" } } },
        },
      },
      ["data.resolved.channels.7.app_permissions"],
    ],
    ["a click without its message", { ...raw.click(), message: undefined }, ["message"]],
    ["a form without its fields", rawInteraction(5, { custom_id: "1:test:send::" }), ["data.components"]],
    ["autocomplete of nothing", rawInteraction(4, { name: "test", options: [] }), ["data.options"]],
    ["a kind that does not exist", { ...raw.command(), type: 77 }, ["type"]],
    ["no id", { ...raw.command(), id: undefined }, ["id"]],
    ["no interaction at all", null, ["interaction"]],
  ])("%s", (_, interaction, paths) => {
    expect(() => parse(interaction)).toThrow(MalformedInteraction);
    try {
      parse(interaction);
    } catch (error) {
      expect((error as MalformedInteraction).paths).toEqual(paths);
    }
  });

  test("the person reads a sentence, the log where it was wrong and nothing of what was there", async () => {
    const { dispatcher, sent, lines, violations } = createTestDispatcher([testCommand()]);
    await dispatcher.dispatch({ ...raw.command(), data: null, locale: { secret: "words" } });
    expect(sent).toHaveLength(1);
    expect(lines.join("")).toContain("data");
    expect(lines.join("")).not.toContain("words");
    expect(violations).toEqual([]);
  });

  test.each([[null], [[]], ["text"], [12], [{}], [{ id: 5, token: "t", type: 2 }]])(
    "%j is passed over",
    async (interaction) => {
      const { dispatcher, sent } = createTestDispatcher([testCommand()]);
      await dispatcher.dispatch(interaction);
      expect(sent).toEqual([]);
    },
  );
});
