import { expect, test } from "vitest";
import type { MessageBody, Reply } from "#src/discord/reply.ts";
import { withoutPictures } from "#src/discord/without-pictures.ts";
import { after, createTestDispatcher, raw, testCommand } from "./fakes.ts";

const picture = { type: 12, items: [{ media: { url: "attachment://map.png" }, description: "A back, the lats lit." }] };
const body = {
  components: [{ type: 17, components: [{ type: 10, content: "Lats" }, picture] }],
  files: [{ name: "map.png", data: Uint8Array.of(1), description: "A back, the lats lit." }],
} as unknown as MessageBody;
const message: Reply = { kind: "message", visibility: "public", body };
const refusal = Object.assign(new Error("Request entity too large"), { status: 413 });
const limits = { deferAfterMs: 5 };
const slow = testCommand({
  execute: async () => after(30, message),
  actions: { press: async () => after(30, message) },
});

test("a picture gives way to its description", () => {
  expect(withoutPictures(body)).toEqual({
    components: [
      {
        type: 17,
        components: [
          { type: 10, content: "Lats" },
          { type: 10, content: "-# Picture: A back, the lats lit." },
        ],
      },
    ],
  });
});

test("a file that Discord does not take gives way to a note", () => {
  const withFile = {
    components: [{ type: 17, components: [{ type: 13, file: { url: "attachment://settings.yaml" } }] }],
  };
  expect(JSON.stringify(withoutPictures(withFile as unknown as MessageBody))).toContain("did not take the file");
  expect(JSON.stringify(withoutPictures(withFile as unknown as MessageBody))).not.toContain("attachment://");
});

test.each([
  ["a deferred answer", raw.command, /PATCH/],
  ["a follow-up", raw.click, /^POST \/webhooks/],
] as const)("%s that is refused with its picture goes out in words", async (_, interaction, route) => {
  const { dispatcher, sent, violations, failAt } = createTestDispatcher([slow], limits);
  failAt(route, refusal);
  await dispatcher.dispatch(interaction());
  const tries = sent.filter((one) => route.test(one.route));
  expect(tries).toHaveLength(2);
  expect(tries[1]?.body).toMatchObject({ attachments: [] });
  expect(JSON.stringify(tries[1]?.body)).toContain("Picture: A back, the lats lit.");
  expect(violations).toEqual([]);
});

test("what may have arrived is not sent twice", async () => {
  const { dispatcher, sent, failAt } = createTestDispatcher([slow], limits);
  failAt(/PATCH/, new Error("no answer in time"));
  await dispatcher.dispatch(raw.command());
  expect(sent.filter(({ body }) => JSON.stringify(body).includes("Picture:"))).toEqual([]);
});
