import { describe, expect, test } from "vitest";
import { contractViolations } from "#src/playground/contract/contract-violations.ts";

type Json = Record<string, unknown>;

const CALLBACK = "POST /interactions/1/token/callback";
const text = (content: string) => ({ type: 10, content });
const button = (fields: Json = {}) => ({ type: 2, style: 2, label: "More", custom_id: "more", ...fields });
const row = (...components: Json[]) => ({ type: 1, components });
const select = (fields: Json = {}) => ({
  type: 3,
  custom_id: "pick",
  options: [{ label: "A", value: "a" }],
  ...fields,
});
const message = (...components: Json[]) => ({
  type: 4,
  data: { flags: 1 << 15, components, allowed_mentions: { parse: [] }, attachments: [] },
});
const calling = (data: Json) => {
  const called = message(text("<@&1> Could somebody help?"));
  return { ...called, data: { ...called.data, allowed_mentions: { parse: [], roles: ["1"] }, ...data } };
};
const label = (component: Json) => ({ type: 18, label: "How is it?", component });
const field = (fields: Json = {}) => ({ type: 4, style: 1, custom_id: "words", ...fields });
const form = (...components: Json[]) => ({ type: 9, data: { custom_id: "form", title: "Form", components } });
const command = (fields: Json = {}) => ({ name: "look", description: "Looks", ...fields });
const option = (fields: Json = {}) => ({ type: 3, name: "what", description: "What", ...fields });

describe("what we send is let through", () => {
  test.each<[string, string, unknown]>([
    ["a card", CALLBACK, message({ type: 17, components: [text("Hello"), row(button())] })],
    [
      "a private card",
      CALLBACK,
      { ...message(text("Hello")), data: { ...message(text("Hello")).data, flags: (1 << 15) | 64 } },
    ],
    ["a new public card that calls one role, named once", CALLBACK, calling({})],
    ["a deferral", CALLBACK, { type: 5, data: { flags: 64 } }],
    ["an acknowledged click", CALLBACK, { type: 6 }],
    ["an updated card", CALLBACK, { ...message(text("Hello")), type: 7 }],
    ["choices", CALLBACK, { type: 8, data: { choices: [{ name: "Rows", value: "rows" }] } }],
    [
      "a form",
      CALLBACK,
      form(
        label(field()),
        label({
          type: 21,
          custom_id: "r",
          options: [
            { label: "A", value: "a" },
            { label: "B", value: "b" },
          ],
        }),
      ),
    ],
    ["a follow-up", "POST /webhooks/1/token", message(text("Hello")).data],
    ["an edited answer", "PATCH /webhooks/1/token/messages/%40original", message(text("Hello")).data],
    ["a removed answer", "DELETE /webhooks/1/token/messages/@original", undefined],
    ["a message", "POST /channels/1/messages", message(text("Hello")).data],
    ["an edited message", "PATCH /channels/1/messages/2", message(text("Hello")).data],
    [
      "an edited message that keeps its picture",
      "PATCH /channels/1/messages/2",
      {
        ...message({ type: 12, items: [{ media: { url: "attachment://chart.png" } }] }).data,
        attachments: [{ id: "3" }],
      },
    ],
    ["a pin", "PUT /channels/1/messages/pins/2", undefined],
    ["a direct message's channel", "POST /users/@me/channels", { recipient_id: "1" }],
    [
      "commands",
      "PUT /applications/1/commands",
      [command({ default_member_permissions: "8", options: [option()], contexts: [0, 1] })],
    ],
  ])("%s", (_, route, body) => {
    expect(contractViolations(route, body)).toEqual([]);
  });
});

describe("what Discord would refuse is found", () => {
  const texts = (count: number, content = "x") => Array.from({ length: count }, () => text(content));
  const withData = (fields: Json, body = message(text("Hello"))) => ({ ...body, data: { ...body.data, ...fields } });
  const plain = (fields: Json) => ({ type: 4, data: { allowed_mentions: { parse: [] }, ...fields } });

  test.each<[string, unknown]>([
    ["a custom id of 101 characters", message(row(button({ custom_id: "x".repeat(101) })))],
    ["a text of 4001 characters", message(text("x".repeat(4_001)))],
    ["an empty text", message(text(""))],
    ["a container in a container", message({ type: 17, components: [{ type: 17, components: [text("x")] }] })],
    ["44 components, nested", message(...Array.from({ length: 4 }, () => ({ type: 17, components: texts(10) })))],
    ["texts of 4001 characters together", message(text("x".repeat(4_000)), text("x"))],
    ["content beside Components V2", withData({ content: "Hello" })],
    ["Components V2 without their flag", withData({ flags: 0 })],
    ["six rows", plain({ components: Array.from({ length: 6 }, (_, n) => row(button({ custom_id: `b${n}` }))) })],
    ["a select and a button in one row", message(row(button(), select()))],
    ["one custom id twice", message(row(button(), button()))],
    ["a link button without an address", message(row({ type: 2, style: 5, label: "Read" }))],
    ["a button without a custom id", message(row({ type: 2, style: 2, label: "More" }))],
    ["a button without a label", message(row(button({ label: undefined })))],
    ["six buttons in a row", message(row(...Array.from({ length: 6 }, (_, n) => button({ custom_id: `b${n}` }))))],
    ["an empty row", message(row())],
    ["an empty container", message({ type: 17, components: [] })],
    [
      "two options of one value",
      message(
        row(
          select({
            options: [
              { label: "A", value: "a" },
              { label: "B", value: "a" },
            ],
          }),
        ),
      ),
    ],
    ["min_values above max_values", message(row(select({ min_values: 2, max_values: 1 })))],
    ["no components", message()],
    ["an empty message", plain({})],
    ["embeds of 6001 characters", plain({ embeds: [1, 2].map(() => ({ description: "x".repeat(3_001) })) })],
    ["pings left on", withData({ allowed_mentions: undefined })],
    ["a ping of a role that is not named", withData({ allowed_mentions: { parse: [], roles: ["1"] } })],
    ["pings of two roles", calling({ allowed_mentions: { parse: [], roles: ["1", "2"] } })],
    ["a ping of a role in a private message", calling({ flags: (1 << 15) | (1 << 6) })],
    ["a ping of a role in an update", { ...calling({}), type: 7 }],
    ["a role and people pinged", calling({ allowed_mentions: { parse: ["users"], roles: ["1"] } })],
    [
      "a picture that does not travel along",
      message({ type: 12, items: [{ media: { url: "attachment://map.png" } }] }),
    ],
    ["a deferral with Components V2", { type: 5, data: { flags: 1 << 15 } }],
    ["an unknown kind of answer", { type: 99 }],
    ["a form under the wrong kind", { ...form(label(field())), type: 4 }],
    ["a form of six parts", form(...Array.from({ length: 6 }, (_, n) => label(field({ custom_id: `f${n}` }))))],
    ["a form title of 46 characters", { type: 9, data: { ...form(label(field())).data, title: "x".repeat(46) } }],
    ["a button in a form", form(label(button()))],
    ["a text longer than its field", form(label(field({ value: "xxx", max_length: 2 })))],
    ["a radio group of one option", form(label({ type: 21, custom_id: "r", options: [{ label: "A", value: "a" }] }))],
    [
      "eleven boxes",
      form(
        label({
          type: 22,
          custom_id: "c",
          options: Array.from({ length: 11 }, (_, n) => ({ label: `${n}`, value: `${n}` })),
        }),
      ),
    ],
    [
      "26 choices",
      { type: 8, data: { choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })) } },
    ],
    ["a choice value of 101 characters", { type: 8, data: { choices: [{ name: "x", value: "x".repeat(101) }] } }],
  ])("%s", (_, body) => {
    expect(contractViolations(CALLBACK, body)).not.toEqual([]);
  });

  test.each<[string, Json[]]>([
    ["an upper-case name", [command({ name: "Look" })]],
    ["a name with a space", [command({ name: "look up" })]],
    ["a name of 33 characters", [command({ name: "x".repeat(33) })]],
    ["no description", [{ name: "look" }]],
    ["an empty description", [command({ description: "" })]],
    ["a description of 101 characters", [command({ description: "x".repeat(101) })]],
    [
      "a required option after an optional one",
      [command({ options: [option(), option({ name: "b", required: true })] })],
    ],
    ["two options of one name", [command({ options: [option(), option()] })]],
    [
      "autocomplete beside choices",
      [command({ options: [option({ autocomplete: true, choices: [{ name: "a", value: "a" }] })] })],
    ],
    ["two commands of one name", [command(), command()]],
    ["a sub-command beside an option", [command({ options: [option({ type: 1 }), option({ name: "b" })] })]],
    ["an unknown locale", [command({ description_localizations: { xx: "Sieht" } })]],
    ["101 commands", Array.from({ length: 101 }, (_, n) => command({ name: `look${n}` }))],
    ["26 options", [command({ options: Array.from({ length: 26 }, (_, n) => option({ name: `o${n}` })) })]],
    [
      "8001 characters",
      [
        command({
          options: Array.from({ length: 25 }, (_, n) =>
            option({
              name: `o${n}`,
              choices: Array.from({ length: 4 }, (_, m) => ({ name: `${m}`.repeat(90), value: `${m}` })),
            }),
          ),
        }),
      ],
    ],
  ])("of a command: %s", (_, commands) => {
    expect(contractViolations("PUT /applications/1/commands", commands)).not.toEqual([]);
  });

  test("a message to a channel with 2001 characters", () => {
    const body = { content: "x".repeat(2_001), allowed_mentions: { parse: [] } };
    expect(contractViolations("POST /channels/1/messages", body)).not.toEqual([]);
  });

  test("a route that nobody needs", () => {
    expect(contractViolations("POST /guilds", {})).not.toEqual([]);
  });
});
