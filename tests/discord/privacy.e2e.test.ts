import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { LocalDiscord } from "#src/playground/local-discord.ts";
import type { Message } from "#src/playground/wire.ts";
import { idOf } from "./controls.ts";
import { createPatientDiscord, PATIENT_MS, startSpotter } from "./spotter-bot.ts";
import { brokenContract } from "./test-bot.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const WATCH = "dull ache in my upper back for 8 days after deadlifts, slowly easing";
const dataDir = mkdtempSync(join(tmpdir(), "spotter-privacy-"));
let discord: LocalDiscord;
let bot: Awaited<ReturnType<typeof startSpotter>>;
let offsetMs = 0;
const clock = { now: () => new Date(Date.now() + offsetMs) };

const textOf = (message: Message | undefined) => JSON.stringify(message?.components ?? null);
const inDirectMessage = () => discord.messages("dm", "member");
const reminders = () => inDirectMessage().filter((message) => textOf(message).includes("Time to look again"));
const said = () => textOf(discord.messages("general", "member").at(-1));

beforeAll(async () => {
  discord = await createPatientDiscord();
  bot = await startSpotter(discord, { clock, dataDir, deferAfterMs: PATIENT_MS });
});
afterAll(async () => {
  await bot.stop();
  await discord.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  discord.clear();
  bot.lines.length = 0;
  offsetMs = 0;
  await bot.storage.personalData.erase(discord.world.people[0]?.user.id ?? "");
});
afterEach(() => {
  expect(brokenContract(discord)).toEqual([]);
  expect(bot.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

async function remindMe(): Promise<Message> {
  const card = await discord.slash("upperback-sore", { describe: WATCH }).original();
  return discord.click(card, idOf(card, "Remind me")).original();
}

describe("the reminder of a card that names a day", () => {
  test("says when it comes, shows that direct messages arrive, and comes once", async () => {
    const set = await remindMe();
    expect(discord.audienceOf(set.id)).not.toBeNull();
    expect(textOf(set)).toContain("I'll write to you on <t:");
    expect(textOf(inDirectMessage().at(-1))).toContain("Your reminder will come here");
    offsetMs = 3 * DAY_MS + 60_000;
    await expect.poll(() => reminders().length).toBe(1);
    await expect.poll(async () => textOf(await discord.slash("reminder").original())).toContain("no open reminder");
    expect(reminders()).toHaveLength(1);
    const [message] = reminders() as [Message];
    const form = await discord.click(message, idOf(message, "Tell me how it is")).form();
    expect(form.components).toHaveLength(5);
  });

  test("survives a restart, and comes late where the bot was away", async () => {
    await remindMe();
    await bot.stop();
    offsetMs = 9 * DAY_MS;
    bot = await startSpotter(discord, { clock, dataDir, deferAfterMs: PATIENT_MS });
    await expect.poll(() => reminders().length).toBe(1);
  });

  test("is one a person: a new one takes the place of the old", async () => {
    await remindMe();
    offsetMs = DAY_MS;
    expect(textOf(await remindMe())).toContain("takes the place of the one on");
    offsetMs = 3 * DAY_MS + 60_000;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(reminders()).toHaveLength(0);
    offsetMs = 4 * DAY_MS + 60_000;
    await expect.poll(() => reminders().length).toBe(1);
  });

  const tests = () => inDirectMessage().filter((message) => textOf(message).includes("Your reminder will come here"));

  test("stands already when the button of one card is pressed twice, without a second test message", async () => {
    const card = await discord.slash("upperback-sore", { describe: WATCH }).original();
    const press = () => discord.click(card, idOf(card, "Remind me")).original();
    const day = (message: Message) => textOf(message).match(/<t:\d+:D>/)?.[0];
    const first = await press();
    const again = await press();
    expect(textOf(first)).not.toContain("already");
    expect(textOf(again)).toContain("by direct message. That was set already.");
    expect(textOf(again).match(/<t:/g)).toHaveLength(1);
    expect(day(again)).toBe(day(first));
    expect(idOf(again, "Cancel the reminder")).toBe(idOf(first, "Cancel the reminder"));
    expect(tests()).toHaveLength(1);
    offsetMs = 3 * DAY_MS + 60_000;
    await expect.poll(() => reminders().length).toBe(1);
  });

  test.each([
    ["a few hours later the first one stands", 5, "That was set already.", 1],
    ["most of a day later it is replaced, without a date that may be the same", 20, "in place of the one before.", 2],
    ["a day later it is replaced, with its date", 24, "It takes the place of the one on <t:", 2],
  ])("asked for by another card: %s", async (_, hours, words, count) => {
    await remindMe();
    offsetMs = hours * 3_600_000;
    expect(textOf(await remindMe())).toContain(words);
    expect(tests()).toHaveLength(count);
  });

  test("is cancelled from where it was set, and from /reminder", async () => {
    const set = await remindMe();
    const cancelled = await discord.click(set, idOf(set, "Cancel the reminder")).original();
    expect(textOf(cancelled)).toContain("Cancelled, and deleted");
    await remindMe();
    const shown = await discord.slash("reminder").original();
    await discord.click(shown, idOf(shown, "Cancel the reminder")).answer();
    expect(textOf(await discord.slash("reminder").original())).toContain("no open reminder");
  });

  test("where direct messages are closed the button says so at once, with the day to note, and nothing is kept", async () => {
    discord.setDirectMessages("member", false);
    const card = await discord.slash("upperback-sore", { describe: WATCH }).original();
    await discord.click(card, idOf(card, "Remind me")).answer();
    expect(said()).toContain("I can't write to you");
    expect(said()).toMatch(/note the day yourself: <t:\d+:D>/);
    discord.setDirectMessages("member", true);
    expect(textOf(await discord.slash("reminder").original())).toContain("no open reminder");
  });

  test("is for whoever the card belongs to", async () => {
    const card = await discord.slash("upperback-sore", { describe: WATCH }).original();
    await discord.click(card, idOf(card, "Remind me"), { user: "helper" }).answer();
    expect(textOf(discord.messages("general", "helper").at(-1))).toContain("Only the person who asked");
  });
});

describe("/privacy", () => {
  test("of somebody who only asked there is nothing", async () => {
    await discord.slash("upperback-sore", { describe: WATCH }).original();
    const shown = await discord.slash("privacy").original();
    expect(discord.audienceOf(shown.id)).not.toBeNull();
    expect(textOf(shown)).toContain("**Nothing.**");
    expect(textOf(shown)).not.toContain("Delete all");
  });

  test.each(["general", "dm"])(
    "in %s: shows an open reminder, gives it as a file, and deletes it after asking",
    async (channel) => {
      await remindMe();
      const shown = await discord.slash("privacy", {}, { channel }).original();
      expect(textOf(shown)).toContain("An open reminder");
      const saved = await discord.click(shown, idOf(shown, "Download")).original();
      const file = JSON.parse(String(discord.findFile(saved.attachments[0]?.id ?? "")?.data));
      expect(file).toMatchObject({ reminder: { dueAt: expect.any(String) }, changes: [] });

      const question = await discord.click(shown, idOf(shown, "Delete all")).original();
      const kept = await discord.click(question, idOf(question, "Keep it")).original();
      expect(textOf(kept)).toContain("An open reminder");
      const again = await discord.click(kept, idOf(kept, "Delete all")).original();
      const gone = await discord.click(again, idOf(again, "Delete all")).original();
      expect(textOf(gone)).toContain("**Deleted.** I keep nothing about you any more.");
      expect(textOf(await discord.slash("privacy").original())).toContain("**Nothing.**");
    },
  );

  test("nothing that somebody describes is in the log or on the disk", async () => {
    const describe = "xylophone-shaped ache since yesterday's deadlifts";
    const card = await discord.slash("upperback-sore", { describe }).original();
    const opener = discord.click(card, idOf(card, "It's worse than that"));
    await opener.form();
    await discord.submit(opener, { describe: "and a xylophone in my neck" }).answer();
    await discord.slash("ask", { question: "how do xylophones warm up" }).answer();
    const files = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name), "latin1"));
    expect(files.length).toBeGreaterThan(0);
    expect([...files, ...bot.lines].join("\n")).not.toContain("xylophone");
  });
});
