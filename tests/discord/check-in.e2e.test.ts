import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { LocalDiscord } from "#src/playground/local-discord.ts";
import type { Message } from "#src/playground/wire.ts";
import { idOf } from "./controls.ts";
import { createPatientDiscord, PATIENT_MS, startSpotter } from "./spotter-bot.ts";
import { brokenContract } from "./test-bot.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
let discord: LocalDiscord;
let bot: Awaited<ReturnType<typeof startSpotter>>;
let offsetMs = 0;
const clock = { now: () => new Date(Date.now() + offsetMs) };

const textOf = (message: Message) => JSON.stringify(message.components);
const inDirectMessage = () => discord.messages("dm", "member");
const diaries = () => inDirectMessage().filter((message) => textOf(message).includes("Your soreness diary"));
const warnings = () => inDirectMessage().filter((message) => textOf(message).includes(":upperback-sore:"));

beforeAll(async () => {
  discord = await createPatientDiscord();
  bot = await startSpotter(discord, { clock, deferAfterMs: PATIENT_MS });
});
afterAll(async () => {
  await bot.stop();
  await discord.stop();
});
beforeEach(() => {
  discord.clear();
  bot.lines.length = 0;
  offsetMs = 0;
});
afterEach(() => {
  expect(brokenContract(discord)).toEqual([]);
  expect(bot.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

async function restart(): Promise<void> {
  await bot.stop();
  bot = await startSpotter(discord, { clock, deferAfterMs: PATIENT_MS });
}

function diary(): Message {
  const [found, ...others] = diaries();
  if (found === undefined || others.length > 0) throw new Error(`${diaries().length} diaries`);
  return found;
}

async function open(channel = "general"): Promise<Message> {
  const consent = await discord.slash("check-in", {}, { channel }).original();
  expect(discord.audienceOf(consent.id)).not.toBeNull();
  await discord.click(consent, idOf(consent, "I agree, open my diary")).answer();
  await expect.poll(() => diaries().length).toBe(1);
  return diary();
}

type Noted = { soreness: string; trend?: string; feels?: string[]; already?: string };

async function checkIn(answers: Noted): Promise<Message> {
  const opener = discord.click(diary(), idOf(diary(), "Check in"));
  await opener.form();
  return discord.submit(opener, answers).original();
}

describe("/check-in", () => {
  test.each(["general", "dm"])(
    "from %s: after one consent the diary is a pinned direct message, and is found again",
    async (channel) => {
      const message = await open(channel);
      await expect.poll(() => diary().pinned).toBe(true);
      const again = await discord.slash("check-in", {}, { channel }).original();
      expect(textOf(again)).toContain(`https://discord.com/channels/@me/${message.channel_id}/${message.id}`);
      expect(diaries()).toHaveLength(1);
    },
  );

  test("check-ins are noted day by day, with a chart and its words from the second on", async () => {
    await open();
    await checkIn({ soreness: "6", already: "today" });
    offsetMs += DAY_MS;
    const message = await checkIn({ soreness: "4", trend: "better" });
    expect(textOf(message)).toContain("4 of 10, better");
    expect(message.attachments).toMatchObject([{ filename: "soreness.png", content_type: "image/png" }]);
    expect(message.attachments[0]?.description).toContain("2 check-ins: 6 on day 1, 4 on day 2");
    expect(diary().id).toBe(message.id);
  });

  test("a second one on the same day changes the first, and the form shows it", async () => {
    await open();
    await checkIn({ soreness: "6" });
    const opener = discord.click(diary(), idOf(diary(), "Check in"));
    const form = await opener.form();
    expect(form.title).toBe("Change your last check-in");
    expect(JSON.stringify(form)).toContain('"value":"6","label":"6","default":true');
    const message = await discord.submit(opener, { soreness: "3" }).original();
    expect(textOf(message)).toContain("3 of 10");
    expect(textOf(message)).not.toContain("6 of 10");
  });

  test("what lasts two weeks brings the warning card though nobody says so, and once", async () => {
    await open();
    for (let day = 0; day <= 15; day += 1) {
      await checkIn({ soreness: "4", ...(day === 0 ? {} : { trend: "same" }) });
      offsetMs += DAY_MS;
    }
    await expect.poll(() => warnings().length).toBe(2);
    const [watch, warning] = warnings();
    expect(textOf(watch as Message)).toContain("Ease off");
    expect(textOf(warning as Message)).toContain("book a doctor or physio");
    expect(textOf(warning as Message)).toContain("pain that has lasted for weeks");
    expect(textOf(diary())).toContain("Sore for about 2 weeks, not changing");
  });

  test("what is sharp brings it at once, and the card can be answered", async () => {
    await open();
    await checkIn({ soreness: "3", feels: ["sharp"] });
    await expect.poll(() => warnings().length).toBe(1);
    const [card] = warnings() as [Message];
    const opener = discord.click(card, idOf(card, "There is more"));
    await opener.form();
    const more = await discord.submit(opener, { describe: "chest pain and I can't breathe" }).original();
    expect(textOf(more)).toContain("emergency number");
    expect(diaries()).toHaveLength(1);
  });

  test("goes on after a restart, and without its pin", async () => {
    const message = await open();
    await checkIn({ soreness: "5" });
    await restart();
    const unpin = await fetch(`${discord.apiUrl}/v10/channels/${message.channel_id}/messages/pins/${message.id}`, {
      method: "DELETE",
      headers: { authorization: `Bot ${discord.token}` },
    });
    expect(unpin.status).toBe(204);
    for (let n = 0; n < 150; n += 1) discord.say("talk", { channel: "dm" });
    const again = await discord.slash("check-in").original();
    expect(textOf(again)).toContain(message.id);
    offsetMs += DAY_MS;
    expect(textOf(await checkIn({ soreness: "2", trend: "better" }))).toContain("2 of 10, better");
  });

  test("a form opened on an older state is told so, and writes nothing", async () => {
    await open();
    const early = discord.click(diary(), idOf(diary(), "Check in"));
    await early.form();
    await checkIn({ soreness: "5" });
    const late = discord.submit(early, { soreness: "9" });
    await late.answer();
    const told = inDirectMessage().at(-1) as Message;
    expect(textOf(told)).toContain("has changed since you opened this form. You chose 9 of 10.");
    expect(textOf(diary())).toContain("5 of 10");
  });

  test("nothing of it is in the log or in the database", async () => {
    await open();
    await checkIn({ soreness: "7", feels: ["numb"] });
    await expect.poll(() => warnings().length).toBe(1);
    const userId = discord.world.people[0]?.user.id ?? "";
    expect(await bot.storage.personalData.show(userId, clock.now())).toEqual({
      userId,
      reminder: null,
      changes: [],
      drafts: [],
      heldQuestions: [],
    });
    expect(bot.lines.join("\n")).not.toMatch(/soreness|numb|:in:|7 of 10/);
  });

  test("pressed twice at once the consent opens one diary", async () => {
    const consent = await discord.slash("check-in").original();
    const press = () => discord.click(consent, idOf(consent, "I agree, open my diary")).answer();
    await Promise.all([press(), press()]);
    expect(diaries()).toHaveLength(1);
  });

  test("somebody who takes no direct messages gets a clear sentence", async () => {
    discord.setDirectMessages("member", false);
    const consent = await discord.slash("check-in").original();
    await discord.click(consent, idOf(consent, "I agree, open my diary")).answer();
    expect(textOf(discord.messages("general", "member").at(-1) as Message)).toContain("I can't write to you");
    discord.setDirectMessages("member", true);
  });

  test("is downloaded, deleted, and brought back", async () => {
    await open();
    await checkIn({ soreness: "5" });
    offsetMs += DAY_MS;
    await checkIn({ soreness: "7", trend: "worse" });
    const saved = await discord.click(diary(), idOf(diary(), "Download")).original();
    const file = discord.findFile(saved.attachments[0]?.id ?? "");
    expect(JSON.parse(String(file?.data)).entries).toMatchObject([{ soreness: 5 }, { soreness: 7, trend: "worse" }]);

    const keep = discord.click(diary(), idOf(diary(), "Delete diary"));
    await keep.form();
    await discord.submit(keep, { choice: "keep" }).answer();
    expect(diaries()).toHaveLength(1);
    const drop = discord.click(diary(), idOf(diary(), "Delete diary"));
    await drop.form();
    await discord.submit(drop, { choice: "delete" }).answer();
    await expect.poll(() => diaries().length).toBe(0);

    await open();
    const opener = discord.click(diary(), idOf(diary(), "Bring back"));
    await opener.form();
    const upload = {
      name: "soreness-diary.json",
      contentType: "application/json",
      data: file?.data ?? Buffer.alloc(0),
    };
    const back = await discord.submit(opener, { file: [upload] }).original();
    expect(textOf(back)).toContain("7 of 10, worse");
    expect(back.attachments).toHaveLength(1);
  });

  test("a file that is no diary is refused with what is wrong", async () => {
    await open();
    await checkIn({ soreness: "5" });
    const opener = discord.click(diary(), idOf(diary(), "Bring back"));
    await opener.form();
    const upload = { name: "x.json", contentType: "application/json", data: Buffer.from('{"spotterDiary": 2}') };
    await discord.submit(opener, { file: [upload] }).answer();
    expect(textOf(inDirectMessage().at(-1) as Message)).toContain("must be 1: this file is no diary of mine");
    expect(textOf(diary())).toContain("5 of 10");
  });
});
