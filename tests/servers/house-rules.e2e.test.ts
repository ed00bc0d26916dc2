import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { LocalDiscord } from "#src/playground/local-discord.ts";
import type { Message } from "#src/playground/wire.ts";
import { world } from "#src/playground/world.ts";
import { type CommandSettings, DEFAULT_SETTINGS, settingsOf } from "#src/storage/guild-settings.ts";
import { MANAGE_MESSAGES } from "../commands/requests.ts";
import { controls } from "../discord/controls.ts";
import { createPatientDiscord, PATIENT_MS, startSpotter } from "../discord/spotter-bot.ts";
import { brokenContract } from "../discord/test-bot.ts";

const ORDINARY = "dull ache across my upper back the day after heavy deadlifts";
const URGENT = "crushing chest pain and I can't breathe";
const CHECK = "Check for warning signs";
const GENERAL = world.places.find(({ name }) => name === "general")?.id ?? "";
const HELP = world.places.find(({ name }) => name === "deadlift-help")?.id ?? "";

let discord: LocalDiscord;
let bot: Awaited<ReturnType<typeof startSpotter>>;

beforeAll(async () => {
  discord = await createPatientDiscord();
  bot = await startSpotter(discord, { deferAfterMs: PATIENT_MS });
});
afterAll(async () => {
  await bot.stop();
  await discord.stop();
});
afterEach(() => {
  expect(brokenContract(discord)).toEqual([]);
  expect(bot.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

let saves = 0;
async function set(command: string, part: Partial<CommandSettings>): Promise<void> {
  const guildId = world.guild.id;
  const { revision } = await bot.storage.settings.read(guildId);
  const settings = {
    ...DEFAULT_SETTINGS,
    commands: { [command]: { ...settingsOf(DEFAULT_SETTINGS, command), ...part } },
  };
  saves += 1;
  const doing = { by: "1", at: new Date(), interactionId: `save${saves}` };
  await bot.storage.settings.save({ guildId, revision, settings, source: "panel", ...doing });
}

const said = (message: Message): string => JSON.stringify(message.components);
const isPrivate = ({ id }: Message): boolean => discord.audienceOf(id) !== null;
const ask = (describe: string, channel = "general") =>
  discord.slash("upperback-sore", { describe }, { channel }).original();

test("a command kept to one channel tells elsewhere where to go, and answers there", async () => {
  await set("upperback-sore", { channels: { rule: "only", ids: [HELP] } });
  const away = await ask(ORDINARY);
  expect(isPrivate(away)).toBe(true);
  expect(said(away)).toContain(`<#${HELP}>`);
  expect(said(away)).not.toContain("ordinary soreness");
  const there = await ask(ORDINARY, "deadlift-help");
  expect(isPrivate(there)).toBe(false);
  expect(said(there)).toContain("ordinary soreness");
});

test("a warning is given in full where the command is not wanted, to the person alone", async () => {
  await set("upperback-sore", { channels: { rule: "except", ids: [GENERAL] } });
  const warning = await ask(URGENT);
  expect(isPrivate(warning)).toBe(true);
  expect(said(warning)).toContain("Call your local emergency number now");
  expect(said(warning)).not.toContain("Show in channel");
});

describe("a message of a channel where messages are not to be checked", () => {
  const checks = (text: string) =>
    discord.messageMenu(CHECK, discord.say(text, { user: "member" }), { user: "helper" }).original();

  test.each([
    ["a warning sign", URGENT, "**Level:** 3 of 3"],
    ["something to watch", "my upper back has been sore for 9 days now", "**Level:** 1 of 3"],
    ["a wish to die", "my back hurts and I want to kill myself", "tell your moderators"],
  ])("is read all the same where it tells of %s, and nothing offers to post it", async (_, text, reading) => {
    await set("check-for-warning-signs", { channels: { rule: "only", ids: [HELP] } });
    const check = await checks(text);
    expect(isPrivate(check)).toBe(true);
    expect(said(check)).toContain(reading);
    expect(said(check)).not.toContain("Post it here");
  });

  test("is not where it tells of none: the helper is told where the command is used", async () => {
    await set("check-for-warning-signs", { channels: { rule: "only", ids: [HELP] } });
    const check = await checks(ORDINARY);
    expect(isPrivate(check)).toBe(true);
    expect(said(check)).toContain(`used on messages in <#${HELP}>`);
    expect(said(check)).not.toContain("Level:");
  });

  test("is not answered there by a button from before the rule", async () => {
    await set("check-for-warning-signs", {});
    const check = await checks(URGENT);
    await set("check-for-warning-signs", { channels: { rule: "except", ids: [GENERAL] } });
    const post = controls(check.components).find(({ label }) => label === "Post it here")?.custom_id ?? "";
    const told = await discord.click(check, post, { user: "helper" }).original();
    expect(isPrivate(told)).toBe(true);
    expect(said(told)).toContain("This server wants no such answers in this channel");
  });
});

test("the form of an empty command is read as well, wherever it was opened", async () => {
  await set("upperback-sore", { channels: { rule: "except", ids: [GENERAL] } });
  const opener = discord.slash("upperback-sore");
  await opener.form();
  const answer = await discord
    .submit(opener, { describe: "stabbing pain under my shoulder blade for 3 weeks" })
    .original();
  expect(isPrivate(answer)).toBe(true);
  expect(said(answer)).not.toContain("keeps it out of this channel");
});

test("a repeat within the cooldown is a private link to the answer that stands", async () => {
  await set("accessories", { cooldownSeconds: 600 });
  const first = await discord.slash("accessories").original();
  await bot.dispatcher.idle();
  const again = await discord.slash("accessories").original();
  expect(isPrivate(first)).toBe(false);
  expect(isPrivate(again)).toBe(true);
  expect(said(again)).toContain(`https://discord.com/channels/${world.guild.id}/${GENERAL}/${first.id}`);
  const other = await discord.slash("accessories", {}, { user: "helper" }).original();
  expect(isPrivate(other)).toBe(false);
});

test.each([
  ["its asker", {}],
  ["a moderator", { user: "helper", permissions: MANAGE_MESSAGES }],
])("an answer that %s removed keeps nobody waiting", async (_, remover) => {
  await set("accessories", { cooldownSeconds: 600 });
  const asked = () => discord.slash("accessories", {}, { channel: "deadlift-help" }).original();
  const first = await asked();
  await bot.dispatcher.idle();
  expect(isPrivate(await asked())).toBe(true);
  await discord.click(first, "Remove", remover).answer();
  await bot.dispatcher.idle();
  const again = await asked();
  expect(isPrivate(again)).toBe(false);
  await bot.dispatcher.idle();
  await discord.click(again, "Remove").answer();
  await bot.dispatcher.idle();
});

test("a cooldown that is shortened is in force at once", async () => {
  await set("circuit", { cooldownSeconds: 86_400 });
  const asked = () => discord.slash("circuit").original();
  await asked();
  await bot.dispatcher.idle();
  expect(isPrivate(await asked())).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await set("circuit", { cooldownSeconds: 1 });
  expect(isPrivate(await asked())).toBe(false);
});

test("a private reading that was shown counts, and the link leads to what the channel sees", async () => {
  await set("upperback-sore", { cooldownSeconds: 600 });
  const read = await discord.slash("upperback-sore", { describe: ORDINARY, private: true }).original();
  const show = controls(read.components).find(({ label }) => label === "Show in channel")?.custom_id ?? "";
  const shown = await discord.click(read, show).followUp();
  await bot.dispatcher.idle();
  expect(said(await ask(ORDINARY))).toContain(`/${GENERAL}/${shown.id}`);
});

test("where answers are private, nothing offers to show them", async () => {
  await set("accessories", { visibility: "private" });
  const list = await discord.slash("accessories").original();
  expect(isPrivate(list)).toBe(true);
  expect(said(list)).not.toContain("Show in channel");
});

test("a direct message knows no rules of a server", async () => {
  await set("accessories", { channels: { rule: "only", ids: [] } });
  expect(said(await discord.slash("accessories", {}, { channel: "dm" }).original())).toContain(
    "Upper back accessories",
  );
});

test("whoever may manage the server is greeted once, privately, after their answer", async () => {
  await set("accessories", {});
  const answer = discord.slash("accessories", {}, { user: "admin" });
  await answer.original();
  await bot.dispatcher.idle();
  await discord.slash("accessories", {}, { user: "admin" }).original();
  await bot.dispatcher.idle();
  const greetings = discord.messages("general", "admin").filter((message) => said(message).includes("/spotter panel"));
  expect(greetings).toHaveLength(1);
  expect(greetings.every(isPrivate)).toBe(true);
});
