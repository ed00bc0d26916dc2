import { DiscordAPIError } from "discord.js";
import { describe, expect, test } from "vitest";
import { createDirectMessages } from "#src/discord/direct-messages.ts";

type Asked = { readonly method: string; readonly route: string; readonly query: string; readonly body: unknown };
type Answer = (asked: Asked) => unknown;

const refusal = (code: number, status = 403) =>
  new DiscordAPIError({ code, message: "no" }, code, status, "POST", "https://example.org", { files: [], body: {} });
const body = { components: [{ type: 10, content: "hello" }] } as const;
const message = (id: number, content = "") => ({ id: String(id), components: [{ type: 10, content }] });
const saying = (text: string) => (found: { readonly components: readonly object[] }) =>
  JSON.stringify(found.components).includes(text);

/** Direct messages over a REST interface that answers as told; what it is told to throw, it throws. */
function withRest(answer: Answer) {
  const asked: Asked[] = [];
  const ask =
    (method: string) =>
    async (route: string, options: { query?: URLSearchParams; body?: unknown } = {}) => {
      const one = { method, route, query: String(options.query ?? ""), body: options.body };
      asked.push(one);
      const result = answer(one);
      if (result instanceof Error) throw result;
      return result;
    };
  const rest = { get: ask("GET"), post: ask("POST"), put: ask("PUT") };
  return { asked, directMessages: createDirectMessages(rest as never) };
}

const opened: Answer = ({ route }) => (route === "/users/@me/channels" ? { id: "7" } : undefined);

/** The direct message of somebody whose channel has these pins and messages, the newest first. */
async function channelOf(pins: readonly object[], messages: readonly { readonly id: string }[]) {
  const { asked, directMessages } = withRest((one) => {
    const { route, query } = one;
    if (route.endsWith("/pins")) return { items: pins.map((pinned) => ({ pinned_at: "", message: pinned })) };
    if (one.method === "GET") {
      const before = /before=(\d+)/.exec(query)?.[1];
      const older = messages.filter(({ id }) => before === undefined || Number(id) < Number(before));
      return older.slice(0, 100);
    }
    return opened(one);
  });
  const direct = await directMessages.open("1");
  if (direct === null) throw new Error("it is closed");
  return { asked, direct };
}

describe("finding a message again", () => {
  const talk = Array.from({ length: 300 }, (_, index) => message(1000 - index, `talk ${index}`));

  test("looks among the pins first, and asks for nothing more where it is there", async () => {
    const { asked, direct } = await channelOf([message(5, "old diary"), message(9, "diary")], talk);
    expect(await direct.find(saying("diary"))).toMatchObject({ id: "9" });
    expect(asked.map(({ route }) => route)).toEqual(["/users/@me/channels", "/channels/7/messages/pins"]);
  });

  test("then among the last 200 messages, and no further", async () => {
    const { asked, direct } = await channelOf([], talk);
    expect(await direct.find(saying("talk 199"))).toMatchObject({ id: "801" });
    expect(await direct.find(saying("talk 200"))).toBeNull();
    expect(asked.filter(({ route }) => route === "/channels/7/messages")).toHaveLength(4);
  });

  test("in a short channel does not ask for older messages", async () => {
    const { asked, direct } = await channelOf([], talk.slice(0, 3));
    expect(await direct.find(saying("nothing"))).toBeNull();
    expect(asked.filter(({ route }) => route === "/channels/7/messages")).toHaveLength(1);
  });
});

describe("writing", () => {
  test.each([50_007, 50_278])("to somebody who takes no messages gives null (%i)", async (code) => {
    const { directMessages } = withRest((one) => opened(one) ?? refusal(code));
    expect(await (await directMessages.open("1"))?.post(body, "a")).toBeNull();
  });

  test("to nobody gives null already on opening", async () => {
    expect(await withRest(() => refusal(10_013, 404)).directMessages.open("1")).toBeNull();
    expect(await withRest(() => refusal(50_033, 400)).directMessages.open("1")).toBeNull();
  });

  test("any other refusal is an error", async () => {
    const { directMessages } = withRest((one) => opened(one) ?? refusal(50_035, 400));
    await expect((await directMessages.open("1"))?.post(body, "a")).rejects.toThrow("no");
  });

  test("pings nobody, and says what makes a repeated message the same one", async () => {
    const { asked, directMessages } = withRest((one) => opened(one) ?? { id: "8" });
    expect(await (await directMessages.open("1"))?.post(body, "abc")).toBe("8");
    expect(asked.at(-1)?.body).toMatchObject({ nonce: "abc", enforce_nonce: true, allowed_mentions: { parse: [] } });
  });
});

describe("pinning", () => {
  test.each([30_003, 50_013])("where no more can be pinned the message stays as it is (%i)", async (code) => {
    const { directMessages } = withRest((one) => opened(one) ?? refusal(code));
    await expect((await directMessages.open("1"))?.pin("8")).resolves.toBeUndefined();
  });

  test("what else fails is an error", async () => {
    const { directMessages } = withRest((one) => opened(one) ?? refusal(10_008, 404));
    await expect((await directMessages.open("1"))?.pin("8")).rejects.toThrow("no");
  });
});
