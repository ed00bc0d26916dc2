import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createLocalDiscord, type LocalDiscord } from "#src/playground/local-discord.ts";
import type { Message } from "#src/playground/wire.ts";
import { settingsWith } from "../storage/situation.ts";
import { controls, idOf, pressEverything } from "./controls.ts";
import { startSpotter } from "./spotter-bot.ts";
import { brokenContract } from "./test-bot.ts";

const admin = { user: "admin" };
const BELT = "what belt should I buy";

let discord: LocalDiscord;
let bot: Awaited<ReturnType<typeof startSpotter>>;
let now: Date;

beforeEach(async () => {
  now = new Date("2026-03-04T12:00:00Z");
  discord = await createLocalDiscord({ port: 0 });
  bot = await startSpotter(discord, { clock: { now: () => now } });
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(brokenContract(discord)).toEqual([]);
  expect(bot.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

const guildId = () => discord.world.guild.id;
const textOf = (message: Message) => JSON.stringify(message.components).replaceAll("\\\\", "");
const open = () => discord.slash("spotter stats", {}, admin).original();
const draft = async () => (await bot.storage.settings.draft(guildId(), now))?.wording.entries ?? {};

async function switchOn(isOn = true): Promise<void> {
  const { revision } = await bot.storage.settings.read(guildId());
  const settings = settingsWith({ questionStatistics: isOn });
  const doing = { by: "1", at: now, interactionId: `switch-${revision}` };
  await bot.storage.settings.save({ guildId: guildId(), revision, settings, source: "panel", ...doing });
}

const asking = (question: string, user = "member") => discord.slash("ask", { question }, { user }).original();

async function ask(question: string, user: string): Promise<void> {
  await asking(question, user);
  await bot.dispatcher.idle();
}

async function openQuestions(): Promise<Message> {
  return discord.click(await open(), "Questions without an answer", admin).original();
}

describe("use by week", () => {
  test("counts commands and levels, privately, and not what staff tries out", async () => {
    await discord.slash("upperback-sore", { describe: "dull ache since yesterday's deadlifts" }).original();
    await discord.slash("upperback-sore", { describe: "crushing chest pain and I can't breathe" }).original();
    await discord.slash("circuit").original();
    await discord.slash("spotter doctor", {}, admin).original();
    await bot.dispatcher.idle();
    const message = await open();
    expect(discord.audienceOf(message.id)).not.toBeNull();
    const text = textOf(message);
    expect(text).toContain("`██████████` **3** · this week");
    expect(text).toContain("`██████████` **2** · /upperback-sore: 1 ordinary, 1 urgent");
    expect(text).toContain("`█████░░░░░` **1** · /circuit");
    expect(text).toContain("**1** · no reading");
    expect(text).not.toContain("/spotter:");
  });

  test("shows any week of the last year", async () => {
    await discord.slash("circuit").original();
    await bot.dispatcher.idle();
    now = new Date("2026-05-06T12:00:00Z");
    const message = await open();
    expect(textOf(message)).toContain("Nobody asked anything");
    const earlier = await discord.click(message, "Earlier weeks", admin).original();
    const select = controls(earlier.components).find(({ type }) => type === 3)?.custom_id ?? "";
    const week = await discord.select(earlier, select, ["2026-03-02"], admin).original();
    expect(textOf(week)).toContain("### Week of 2 Mar 2026");
    expect(textOf(week)).toContain("**1** · /circuit");
    const later = await discord.click(week, "Later weeks", admin).original();
    expect(textOf(later)).toContain("### Week of 4 May 2026");
  });
});

describe("questions without an answer", () => {
  test("are not kept where the server did not ask for it, and the list says how to switch it on", async () => {
    await ask(BELT, "member");
    await ask(BELT, "helper");
    expect(textOf(await openQuestions())).toContain("switch on *question statistics* in **/spotter panel**");
    expect(await bot.storage.questions.list(guildId())).toEqual([]);
  });

  test("become an entry of the draft", async () => {
    await switchOn();
    await ask(BELT, "member");
    expect(textOf(await openQuestions())).toContain("There are none");
    await ask("Which belt should I buy?", "helper");
    const list = await openQuestions();
    expect(textOf(list)).toContain(`**${BELT}**`);
    expect(textOf(list)).toContain("Asked 2 times");

    const opener = discord.click(list, "Write an entry", admin);
    const form = await opener.form();
    expect(JSON.stringify(form)).toContain('"value":"What belt should I buy"');
    const answers = {
      title: "Belts",
      text: "Ours hang beside rack two.",
      aliases: "belt\nlifting belt\nbelt",
      url: "",
    };
    const saved = await discord.submit(opener, answers, admin).original();
    expect(textOf(saved)).toContain("Saved into the draft: nobody sees it yet");
    const aliases = ["belt", "lifting belt", BELT];
    const entry = { title: "Belts", text: "Ours hang beside rack two.", aliases, url: null };
    expect(await draft()).toEqual({ belts: entry });
    expect((await bot.storage.settings.get(guildId())).wording.entries).toEqual({});
  });

  test("stay until an entry that answers them is published, whatever it is called, and come back when it goes", async () => {
    await switchOn();
    for (const user of ["member", "helper"]) await ask(BELT, user);
    const opener = discord.click(await openQuestions(), "Write an entry", admin);
    await opener.form();
    const answers = { title: "Rack two", text: "They hang there." };
    const saved = await discord.submit(opener, answers, admin).original();
    expect(textOf(saved)).toMatch(new RegExp(`\\*\\*${BELT}\\*\\*.*Your draft answers it`));
    expect(textOf(await asking(BELT))).toContain("I don't know that");

    const { revision } = await bot.storage.settings.read(guildId());
    const draftRevision = (await bot.storage.settings.draft(guildId(), now))?.revision ?? 0;
    const doing = { guildId: guildId(), by: "1", at: now };
    await bot.storage.settings.publish({ ...doing, revision, draftRevision, interactionId: "publish" });
    expect(textOf(await openQuestions())).toContain("There are none");
    expect(textOf(await asking(BELT))).toContain("They hang there.");

    await bot.storage.settings.revert({
      ...doing,
      revision: revision + 1,
      toRevision: revision,
      interactionId: "back",
    });
    expect(textOf(await openQuestions())).toContain(BELT);
  });

  test("stay where the draft is thrown away", async () => {
    await switchOn();
    for (const user of ["member", "helper"]) await ask(BELT, user);
    const opener = discord.click(await openQuestions(), "Write an entry", admin);
    await opener.form();
    await discord.submit(opener, { title: "Belts", text: "Ask at the desk." }, admin).original();
    const draftRevision = (await bot.storage.settings.draft(guildId(), now))?.revision ?? 0;
    await bot.storage.settings.discardDraft(guildId(), draftRevision);
    const text = textOf(await openQuestions());
    expect(text).toContain(BELT);
    expect(text).not.toContain("Your draft answers it");
  });

  test("become an entry however long its title is", async () => {
    await switchOn();
    for (const user of ["member", "helper"]) await ask(BELT, user);
    const opener = discord.click(await openQuestions(), "Write an entry", admin);
    await opener.form();
    const title = "Which lifting belt to buy, and when it is worth the money";
    const saved = await discord.submit(opener, { title, text: "Ask at the desk." }, admin).original();
    expect(textOf(saved)).toContain("Saved into the draft");
    expect(Object.values(await draft()).map((entry) => entry.title)).toEqual([title]);
  });

  test("that cannot be saved as they were written are given back, to be edited again", async () => {
    await switchOn();
    for (const user of ["member", "helper"]) await ask(BELT, user);
    const opener = discord.click(await openQuestions(), "Write an entry", admin);
    const answers = { title: "Belts", text: "Look ```there```", aliases: "belt", url: "http://example.org/belts" };
    await opener.form();
    const refused = await discord.submit(opener, answers, admin).original();
    expect(discord.audienceOf(refused.id)).not.toBeNull();
    expect(textOf(refused)).toMatch(/Not saved yet.*\*\*Link\*\*: must be an https address/);
    expect(await draft()).toEqual({});
    expect(await bot.storage.questions.list(guildId())).toHaveLength(1);
    const again = discord.click(refused, "Edit again", admin);
    const form = JSON.stringify(await again.form());
    const kept = { ...answers, aliases: `belt\\n${BELT}` };
    for (const written of Object.values(kept)) expect(form).toContain(`"value":"${written}"`);
    await discord.submit(again, { ...answers, url: "https://example.org/belts" }, admin).original();
    expect(await draft()).toMatchObject({ belts: { text: "Look ```there```", url: "https://example.org/belts" } });
  });

  test("stay where nothing was written", async () => {
    await switchOn();
    for (const user of ["member", "helper"]) await ask(BELT, user);
    const opener = discord.click(await openQuestions(), "Write an entry", admin);
    await opener.form();
    const sent = await discord.submit(opener, { title: "", text: " " }, admin).original();
    expect(textOf(sent)).toContain("Nothing was written");
    expect(textOf(sent)).toContain(BELT);
    expect(await draft()).toEqual({});
  });

  test("can be dismissed", async () => {
    await switchOn();
    for (const user of ["member", "helper"]) await ask(BELT, user);
    const list = await openQuestions();
    expect(textOf(await discord.click(list, "Dismiss", admin).original())).toContain("Dismissed");
    expect(await bot.storage.questions.list(guildId())).toEqual([]);
  });

  test("stand five on a page, the most asked first", async () => {
    await switchOn();
    const things = ["belt", "chalk", "rack", "music", "mirror", "parking", "shower"];
    for (const [index, thing] of things.entries()) {
      for (const userId of index === 6 ? ["1", "2", "3"] : ["1", "2"]) {
        const asked = { guildId: guildId(), userId, question: `which ${thing} to choose`, sawSymptom: false, at: now };
        await bot.storage.questions.note({ ...asked, interactionId: `${thing}-${userId}` });
      }
    }
    const list = await openQuestions();
    expect(textOf(list)).toMatch(/which shower to choose.*Asked 3 times/);
    expect(controls(list.components).filter(({ label }) => label === "Dismiss")).toHaveLength(5);
    const rest = await discord.click(list, "Less asked", admin).original();
    expect(controls(rest.components).filter(({ label }) => label === "Dismiss")).toHaveLength(2);
    expect(idOf(rest, "More asked")).toBeTruthy();
  });

  test("are never those with a word about anybody's body, or with an answer", async () => {
    await switchOn();
    for (const user of ["member", "helper"]) {
      await ask("which belt to choose, I have no numbness", user);
      await ask("why are my traps sore", user);
    }
    expect(await bot.storage.questions.list(guildId())).toEqual([]);
  });
});

test("everything in it can be pressed", async () => {
  await switchOn();
  for (const user of ["member", "helper"]) await ask(BELT, user);
  const message = await open();
  expect(await pressEverything(discord, message, 1)).toBeGreaterThan(1);
});

test.each(["Questions without an answer"])("a member is refused at %s", async (label) => {
  const clicked = await discord.click(await open(), label, { user: "member" }).original();
  expect(textOf(clicked)).toContain("needs the permission Manage Server");
});
