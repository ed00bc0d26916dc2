import { DiscordAPIError, HTTPError } from "discord.js";
import { expect, test } from "vitest";
import { InteractionGone, type Responder } from "#src/discord/responder.ts";
import { createRestResponder } from "#src/discord/rest-responder.ts";
import { wireMessage } from "#src/discord/wire-message.ts";
import { card } from "./fakes.ts";

const to = { id: "1", applicationId: "2", token: "t" };
const message = wireMessage(card("hello"));
const failed = () => new HTTPError(500, "Server Error", "POST", "https://x", { body: undefined, files: undefined });
const broken = () => Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
const refused = (code: number) =>
  new DiscordAPIError({ code, message: "no" }, code, 400, "POST", "https://x", { body: undefined, files: undefined });

/** A responder whose requests fail in this order, and then succeed. */
function createResponder(failures: Error[]) {
  const sent: { route: string; body: unknown }[] = [];
  const send = async (route: string, options?: { body?: unknown }) => {
    sent.push({ route, body: options?.body });
    const failure = failures.shift();
    if (failure) throw failure;
    return { id: "9" };
  };
  return { responder: createRestResponder({ post: send, patch: send, delete: send } as never), sent };
}

const callback = (responder: Responder) => responder.callback(to, { type: 6 }, []);

test.each([
  ["Discord's own failure", failed()],
  ["a broken connection", broken()],
])("after %s the answer is sent again", async (_, failure) => {
  const { responder, sent } = createResponder([failure]);
  await callback(responder);
  expect(sent).toHaveLength(2);
});

test("a refusal is not repeated", async () => {
  const { responder, sent } = createResponder([refused(50035)]);
  await expect(callback(responder)).rejects.toThrow(DiscordAPIError);
  expect(sent).toHaveLength(1);
});

test.each([10062, 40060, 10015, 50027])("error %i means that the interaction is gone", async (code) => {
  const { responder, sent } = createResponder([refused(code)]);
  await expect(callback(responder)).rejects.toThrow(InteractionGone);
  expect(sent).toHaveLength(1);
});

test("an answer that had arrived although it seemed lost counts as sent", async () => {
  const { responder } = createResponder([broken(), refused(40060)]);
  await expect(callback(responder)).resolves.toBeUndefined();
});

test("an answer that somebody removed before us is removed", async () => {
  const { responder } = createResponder([refused(10008)]);
  await expect(responder.deleteOriginal(to)).resolves.toBeUndefined();
});

test("a follow-up is repeated only when Discord says that it failed, or it might be shown twice", async () => {
  const lost = createResponder([broken()]);
  await expect(lost.responder.followUp(to, message)).rejects.toThrow("ECONNRESET");
  const refusedOnce = createResponder([failed()]);
  await refusedOnce.responder.followUp(to, message);
  expect([lost.sent.length, refusedOnce.sent.length]).toEqual([1, 2]);
});

test("a follow-up tells the id of its message", async () => {
  expect(await createResponder([]).responder.followUp(to, message)).toBe("9");
});

test("a direct message is repeated with the same nonce, so that Discord takes it once", async () => {
  const { responder, sent } = createResponder([]);
  const again = createResponder([]);
  await responder.directMessage("30", message);
  await again.responder.directMessage("30", message);
  expect(sent.map(({ route }) => route)).toEqual(["/users/@me/channels", "/channels/9/messages"]);
  expect(sent[1]?.body).toMatchObject({ enforce_nonce: true });
  const nonceOf = ({ body }: { body: unknown }) => (body as { nonce: string }).nonce;
  expect(nonceOf(sent[1] as never)).not.toBe(nonceOf(again.sent[1] as never));
});
