import type { Client } from "discord.js";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createLocalDiscord, type LocalDiscord } from "#src/playground/local-discord.ts";
import { failures, startTinyBot } from "./tiny-bot.ts";

let discord: LocalDiscord;
let bot: Client;

beforeAll(async () => {
  discord = await createLocalDiscord({ port: 0, answerWithinMs: 1_500 });
  bot = await startTinyBot(discord.apiUrl, discord.token);
  await discord.botReady();
});
afterAll(async () => {
  await bot.destroy();
  await discord.stop();
});
beforeEach(() => {
  discord.clear();
  discord.faults.clear();
  failures.length = 0;
});
afterEach(() => {
  discord.faults.clear();
});

/** Every path at which a value holds null. */
function nullPaths(value: unknown, path = ""): string[] {
  if (value === null) return [path];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => nullPaths(inner, `${path}.${key}`));
}

describe("commands", () => {
  test("come back with an id and with Discord's defaults filled in", () => {
    const echo = discord.commands().find(({ name }) => name === "echo");
    expect(echo).toMatchObject({ type: 1, default_member_permissions: null, nsfw: false, integration_types: [0] });
    expect(echo?.id).toMatch(/^\d{17,20}$/);
  });

  test("keep their ids when they are overwritten", async () => {
    const before = discord.commands().map(({ id }) => id);
    await bot.application?.commands.set(
      discord.commands().map(({ type, name, description, options }) => ({ type, name, description, options }) as never),
    );
    expect(discord.commands().map(({ id }) => id)).toEqual(before);
  });

  test("need the token", async () => {
    const response = await fetch(`${discord.apiUrl}/v10/applications/1/commands`);
    expect([response.status, await response.json()]).toEqual([401, { message: "401: Unauthorized", code: 0 }]);
  });
});

describe("answers", () => {
  test("a slash command is answered in the channel, and its components have numbers", async () => {
    const message = await discord.slash("echo", { text: "hello" }).original();
    expect(discord.messages("general")).toEqual([message]);
    expect(message).toMatchObject({ type: 20, flags: 1 << 15, interaction: { name: "echo" } });
    expect(message.components[0]).toMatchObject({
      id: 1,
      components: [{ id: 2, content: "hello" }, { id: 3 }, { id: 8 }],
    });
  });

  test("a deferred answer stays private and comes with the edit", async () => {
    const exchange = discord.slash("echo", { slowly: true });
    const message = await exchange.original();
    expect((await exchange.answer())?.type).toBe(5);
    expect(message.flags & 64).toBe(64);
    expect(message.edited_timestamp).toBeNull();
    expect(discord.messages("general", "member")).toHaveLength(1);
    expect(discord.messages("general", "helper")).toHaveLength(0);
  });

  test("suggestions follow what is typed", async () => {
    expect(await discord.autocomplete("echo", "text", "p").choices()).toEqual([{ name: "pulls", value: "pulls" }]);
  });

  test("a button answers whoever presses it, with a follow-up for all", async () => {
    const message = await discord.slash("echo", { text: "hello" }).original();
    const click = discord.click(message, "More", { user: "helper" });
    expect((await click.original()).flags & 64).toBe(64);
    expect((await click.followUp()).content).toBe("clicked by helper");
  });

  test("a select changes the message it stands in", async () => {
    const message = await discord.slash("echo", { text: "hello" }).original();
    const changed = await discord.select(message, "pick", ["b"]).original();
    expect(changed.id).toBe(message.id);
    expect(JSON.stringify(changed.components)).toContain("chose b");
    expect(changed.edited_timestamp).not.toBeNull();
  });

  test("an acknowledged click may delete the message with its own token", async () => {
    const message = await discord.slash("echo", { text: "hello" }).original();
    await discord.click(message, "Remove").removed();
    expect(discord.messages("general")).toEqual([]);
  });

  test("a form comes back with every field, also those left empty", async () => {
    const exchange = discord.slash("form");
    expect((await exchange.form()).title).toBe("A form");
    const answer = await discord.submit(exchange, { kind: "y" }).original();
    expect(answer.content).toContain('"value":"y"');
    expect(answer.content).toContain('"customId":"words"');
  });

  test("a message command gets the message", async () => {
    const target = discord.say("my back", { user: "helper" });
    expect((await discord.messageMenu("Read it", target).original()).content).toBe("read: my back");
  });

  test("a file becomes an attachment, and the component that names it gets its address", async () => {
    const message = await discord.slash("echo", { text: "picture" }).original();
    const url = message.attachments[0]?.url ?? "";
    expect(JSON.stringify(message.components)).toContain(url);
    expect(discord.findFile(message.attachments[0]?.id ?? "")?.data.toString("latin1")).toContain("PNG");
  });

  test("commands work in a direct message, where there is a user and no member", async () => {
    const exchange = discord.slash("echo", { text: "hi" }, { channel: "dm" });
    await exchange.original();
    expect(exchange.interaction).toMatchObject({ context: 1, user: { username: "member" } });
    expect(exchange.interaction).not.toHaveProperty("member");
    expect(exchange.interaction).not.toHaveProperty("guild_id");
  });

  test("null stands only where Discord writes null", () => {
    const paths = nullPaths(discord.slash("echo").interaction).map((path) => path.split(".").at(-1));
    const written = ["nick", "avatar", "banner", "premium_since", "communication_disabled_until", "parent_id"];
    expect(paths.filter((path) => !written.includes(path ?? ""))).toEqual([]);
  });
});

describe("refusals", () => {
  async function call(method: string, path: string, body?: unknown) {
    const response = await fetch(`${discord.apiUrl}/v10${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return [response.status, ((await response.json()) as { code: number }).code];
  }

  test("no answer in time fails the interaction, and a late one is unknown", async () => {
    const exchange = discord.slash("silent");
    expect(await exchange.answer()).toBeNull();
    const { id, token } = exchange.interaction;
    expect(await call("POST", `/interactions/${id}/${token}/callback`, { type: 5 })).toEqual([404, 10062]);
  });

  test("a second answer has already been acknowledged", async () => {
    const exchange = discord.slash("echo");
    await exchange.original();
    const { id, token } = exchange.interaction;
    expect(await call("POST", `/interactions/${id}/${token}/callback`, { type: 5 })).toEqual([400, 40060]);
  });

  test("another message cannot be changed with this token", async () => {
    const other = await discord.slash("echo").original();
    const exchange = discord.slash("echo");
    await exchange.original();
    const path = `/webhooks/1/${exchange.interaction.token}/messages/${other.id}`;
    expect(await call("PATCH", path, { content: "x" })).toEqual([404, 10008]);
    expect(await call("GET", "/webhooks/1/nonsense/messages/%40original")).toEqual([401, 50027]);
  });

  test.each([
    ["suggestions for a command", { type: 8, data: { choices: [] } }, 50035],
    ["an update without a message", { type: 7, data: { content: "x" } }, 50035],
    ["an unknown type", { type: 99 }, 50035],
    ["nothing at all", { type: 4, data: {} }, 50006],
    ["text beside components V2", { type: 4, data: { flags: 32768, content: "x" } }, 50035],
    ["2,001 characters", { type: 4, data: { content: "x".repeat(2001) } }, 50035],
    ["a card without the flag", { type: 4, data: { components: [{ type: 10, content: "x" }] } }, 50035],
  ])("%s is refused, and the interaction still waits", async (_, body, code) => {
    const { interaction, record } = discord.slash("silent");
    const path = `/interactions/${interaction.id}/${interaction.token}/callback`;
    expect(await call("POST", path, body)).toEqual([400, code]);
    expect(record.status).toBe("waiting");
  });
});

describe("faults", () => {
  test("a dropped socket is resumed, and what was missed arrives", async () => {
    discord.gateway.dropSocket();
    const message = await discord.slash("echo", { text: "after the drop" }).original();
    expect(JSON.stringify(message.components)).toContain("after the drop");
  });

  test("a rate limit is waited for", async () => {
    discord.faults.failNext("callback", { kind: "rate-limited", retryAfterSeconds: 0.1 });
    const exchange = discord.slash("echo");
    await exchange.original();
    expect((await exchange.answer())?.elapsedMs).toBeGreaterThan(100);
  });

  test("a server error is tried again by discord.js", async () => {
    discord.faults.failNext("callback", { kind: "status", status: 500 });
    await discord.slash("echo").original();
    const callbacks = discord.requests.filter(({ path }) => path.endsWith("/callback")).slice(-2);
    expect(callbacks.map(({ status }) => status)).toEqual([500, 204]);
  });

  test("an interaction can be delivered twice, and its second answer is refused", async () => {
    discord.faults.duplicateNext();
    await discord.slash("echo").original();
    await expect.poll(() => failures.map((error) => (error as { code: number }).code)).toEqual([40060]);
  });

  test("an ended session is begun anew", async () => {
    discord.gateway.invalidateSession();
    await discord.botReady();
    await expect.poll(() => discord.gateway.isConnected(), { timeout: 8_000 }).toBe(true);
  }, 10_000);

  test("a wrong token is refused", async () => {
    await expect(startTinyBot(discord.apiUrl, "wrong.token.here")).rejects.toThrow(/invalid token/i);
  });
});
