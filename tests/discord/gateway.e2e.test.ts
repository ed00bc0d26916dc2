import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createLocalDiscord, type LocalDiscord } from "#src/playground/local-discord.ts";
import { echo } from "./echo-command.ts";
import { brokenContract, startBot } from "./test-bot.ts";

let discord: LocalDiscord;
let bot: Awaited<ReturnType<typeof startBot>>;
const start = () => startBot({ discord, commands: [echo], deferAfterMs: 200 });

beforeAll(async () => {
  discord = await createLocalDiscord({ port: 0 });
  bot = await start();
});
afterAll(async () => {
  await bot.stop();
  await discord.stop();
});
beforeEach(() => {
  discord.clear();
  discord.faults.clear();
  bot.lines.length = 0;
});
afterEach(() => {
  expect(brokenContract(discord)).toEqual([]);
});

const firstText = (message: { components: readonly unknown[] }) =>
  JSON.stringify(message.components).match(/"content":"([^"]*)"/)?.[1];

describe("every kind of interaction is answered", () => {
  test("a slash command, in the channel", async () => {
    const message = await discord.slash("echo", { words: "hello" }).original();
    expect(firstText(message)).toBe("hello");
    expect(discord.messages("general", "helper")).toHaveLength(1);
  });

  test("a slash command, privately", async () => {
    const message = await discord.slash("echo", { words: "hello", private: true }).original();
    expect(message.flags & 64).toBe(64);
    expect(discord.messages("general", discord.world.people[1]?.user.id)).toEqual([]);
  });

  test("a slash command in a direct message", async () => {
    expect(firstText(await discord.slash("echo", { words: "hi" }, { channel: "dm" }).original())).toBe("hi");
  });

  test("autocomplete", async () => {
    expect(await discord.autocomplete("echo", "words", "he").choices()).toEqual([{ name: "he!", value: "he!" }]);
  });

  test("a button that changes its card", async () => {
    const message = await discord.slash("echo", { words: "hello" }).original();
    expect(firstText(await discord.click(message, "Louder").original())).toBe("HELLO!");
    expect(discord.messages("general")).toHaveLength(1);
  });

  test("a select", async () => {
    const message = await discord.slash("echo", { words: "hello" }).original();
    const picked = await discord.select(message, "1:echo:pick::", ["shrugs"]).original();
    expect([firstText(picked), picked.flags & 64]).toEqual(["shrugs", 64]);
  });

  test("a form that a command opened", async () => {
    const opener = discord.slash("echo");
    await opener.form();
    expect(firstText(await discord.submit(opener, { words: "from a form" }).original())).toBe("from a form");
  });

  test("a form that a button opened changes the card", async () => {
    const message = await discord.slash("echo", { words: "hello" }).original();
    const opener = discord.click(message, "Ask");
    await opener.form();
    const changed = await discord.submit(opener, { words: "from a button" }).original();
    expect([changed.id, firstText(changed)]).toEqual([message.id, "from a button"]);
  });

  test("a removal, without any permission", async () => {
    const message = await discord.slash("echo", { words: "hello" }).original();
    await discord.click(message, "Remove", { appPermissions: 0n }).removed();
    expect(discord.messages("general")).toEqual([]);
  });

  test("what follows an answer", async () => {
    const message = await discord.slash("echo", { words: "hello" }).original();
    const exchange = discord.click(message, "Follow");
    const followUp = await exchange.followUp();
    expect([firstText(followUp), followUp.flags & 64]).toEqual(["for you", 64]);
    const person = discord.world.people[0]?.user.id ?? "";
    await expect.poll(() => discord.messages("dm", person).length).toBe(1);
  });

  test("a picture travels along", async () => {
    const message = await discord.slash("echo", { words: "picture" }).original();
    expect(message.attachments).toMatchObject([{ filename: "dot.png", description: "A dot", size: 8 }]);
  });

  test("a slow command, in time and later", async () => {
    const exchange = discord.slash("echo", { words: "slow", wait: 600 });
    const answer = await exchange.answer();
    expect(answer?.type).toBe(5);
    expect(answer?.elapsedMs).toBeLessThan(600);
    expect(firstText(await exchange.original())).toBe("slow");
  });

  test("errors are told privately", async () => {
    const mend = await discord.slash("echo", { words: "mend" }).original();
    expect([firstText(mend), mend.flags & 64]).toEqual(["Say something else.", 64]);
    const bug = await discord.slash("echo", { words: "bug" }).original();
    expect([firstText(bug)?.slice(0, 20), bug.flags & 64]).toEqual(["Something went wrong", 64]);
  });
});

describe("a bad connection is survived", () => {
  test("an interaction made while the socket is down is answered after the resume", async () => {
    discord.gateway.dropSocket();
    const message = await discord.slash("echo", { words: "while down" }).original();
    expect(firstText(message)).toBe("while down");
    // Resumed, and not begun anew: a new session costs one of the day's and loses what came meanwhile.
    expect(bot.lines.join("")).toContain("The session goes on");
  });

  test("so is one after Discord asks to reconnect", async () => {
    discord.gateway.askToReconnect();
    await sleep(20);
    expect(firstText(await discord.slash("echo", { words: "reconnected" }).original())).toBe("reconnected");
  });

  test.each([4000, 4001, 4009])("so is one after close code %i", async (code) => {
    discord.gateway.closeWith(code);
    await sleep(20);
    expect(firstText(await discord.slash("echo", { words: "back" }).original())).toBe("back");
    expect(bot.lines.join("")).toContain("The session goes on");
  });

  test("a session that Discord ends is begun anew", async () => {
    discord.gateway.invalidateSession();
    await expect.poll(() => discord.gateway.isConnected(), { timeout: 8_000 }).toBe(true);
    expect(firstText(await discord.slash("echo", { words: "anew" }).original())).toBe("anew");
  });

  test("a button pressed after a restart knows what was said before", async () => {
    const message = await discord.slash("echo", { words: "before" }).original();
    await bot.stop();
    bot = await start();
    expect(firstText(await discord.click(message, "Louder").original())).toBe("BEFORE!");
  });

  test("an interaction that is delivered twice is answered once", async () => {
    discord.faults.duplicateNext();
    await discord.slash("echo", { words: "once" }).original();
    await sleep(100);
    expect(discord.messages("general")).toHaveLength(1);
    expect(bot.lines.join("")).toContain("came twice");
  });
});

describe("a failing API is survived", () => {
  test("500: the answer is sent again", async () => {
    discord.faults.failNext("callback", { kind: "status", status: 500 });
    expect(firstText(await discord.slash("echo", { words: "again" }).original())).toBe("again");
  });

  test("500 that stays: it is logged, and the next one is answered", async () => {
    discord.faults.failNext("callback", { kind: "status", status: 500 }, 8);
    discord.slash("echo", { words: "lost" });
    await expect.poll(() => bot.lines.join(""), { timeout: 4_000 }).toContain("could not be told");
    discord.faults.clear();
    expect(firstText(await discord.slash("echo", { words: "next" }).original())).toBe("next");
  });

  test("429: the answer waits as long as Discord says", async () => {
    discord.faults.failNext("callback", { kind: "rate-limited", retryAfterSeconds: 0.3 });
    const answer = await discord.slash("echo", { words: "patient" }).answer();
    expect(answer?.elapsedMs).toBeGreaterThan(290);
  });

  test("no answer: it is tried again in time", async () => {
    discord.faults.failNext("callback", { kind: "silent" });
    const answer = await discord.slash("echo", { words: "silence" }).answer();
    expect(answer?.type).toBe(4);
  });

  test("10062: logged and survived, and nothing of the interaction's token is in the log", async () => {
    discord.faults.failNext("callback", { kind: "refused", status: 404, code: 10062, message: "Unknown interaction" });
    const { interaction } = discord.slash("echo", { words: "secret words" });
    await expect.poll(() => bot.lines.join("")).toContain("10062");
    expect(bot.lines.join("")).not.toContain(interaction.token);
    expect(bot.lines.join("")).not.toContain("secret words");
  });

  test("a follow-up that Discord refuses is logged without a word of it", async () => {
    const message = await discord.slash("echo", { words: "hello" }).original();
    discord.faults.failNext("webhook", { kind: "refused", status: 400, code: 50035, message: "Invalid Form Body" });
    const exchange = discord.click(message, "Follow");
    expect(firstText(await exchange.followUp())).toContain("could not be sent");
    expect(bot.lines.join("")).toContain("50035");
    expect(bot.lines.join("")).not.toContain(exchange.interaction.token);
  });
});

describe("registration", () => {
  const writes = () => discord.requests.filter(({ method, path }) => method === "PUT" && path.endsWith("/commands"));

  test("is written once and left alone while nothing changes", async () => {
    expect(writes()).toHaveLength(1);
    const other = await start();
    await other.stop();
    expect(writes()).toHaveLength(1);
    expect(other.lines.join("")).toContain("knows all commands");
  });
});
