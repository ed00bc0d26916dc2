import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { LocalDiscord } from "#src/playground/local-discord.ts";
import type { Message } from "#src/playground/wire.ts";
import { world } from "#src/playground/world.ts";
import { DEFAULT_SETTINGS, type GuildSettings } from "#src/storage/guild-settings.ts";
import { createPatientDiscord, PATIENT_MS, startSpotter } from "../discord/spotter-bot.ts";
import { brokenContract } from "../discord/test-bot.ts";
import { doing } from "../storage/situation.ts";

const ROLE = "1100000000000000011";
const SHARP = "sharp stabbing pain under my shoulder blade for 3 weeks and it is getting worse";
const DULL = "dull ache across my upper back the day after heavy deadlifts";
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
});

async function set(changes: Partial<GuildSettings>): Promise<void> {
  const { settings: store } = bot.storage;
  const { revision } = await store.read(world.guild.id);
  const settings = { ...DEFAULT_SETTINGS, ...changes };
  await store.save({ guildId: world.guild.id, revision, settings, source: "panel", ...doing("1") });
}

const say = (describe: string, options = {}, where = {}): Promise<Message> =>
  discord.slash("upperback-sore", { describe, ...options }, where).original();
const said = ({ components }: Message): string => JSON.stringify(components);
const named = ({ components }: Message): boolean => JSON.stringify(components).includes(`<@&${ROLE}>`);

test("off by default: nobody is ever mentioned", async () => {
  const message = await say(SHARP);
  expect([named(message), message.mention_roles]).toEqual([false, []]);
});

test("a new public warning names the helper role, and pings it", async () => {
  await set({ helperRoleId: ROLE });
  const message = await say(SHARP);
  expect([named(message), message.mention_roles]).toEqual([true, [ROLE]]);
});

test("no private answer does, no ordinary one, none in direct messages, no crisis", async () => {
  await set({ helperRoleId: ROLE });
  for (const message of [
    await say(SHARP, { private: true }),
    await say(DULL),
    await say(SHARP, {}, { channel: "dm" }),
    await say("my back hurts and I want to kill myself"),
  ]) {
    expect([named(message), message.mention_roles]).toEqual([false, []]);
  }
});

test("neither does an answer that the channel's rules make private", async () => {
  await set({
    helperRoleId: ROLE,
    commands: {
      "upperback-sore": {
        channels: { rule: "only", ids: ["1"] },
        visibility: "member",
        visibilityIn: {},
        cooldownSeconds: 0,
      },
    },
  });
  const message = await say(SHARP);
  expect(discord.audienceOf(message.id)).not.toBeNull();
  expect([named(message), message.mention_roles]).toEqual([false, []]);
});

test("a private warning that its owner shows to the channel does, and so does one that a helper posts", async () => {
  await set({ helperRoleId: ROLE });
  const read = await say(SHARP, { private: true });
  const shown = await discord.click(read, idOf(read, "Show in channel")).followUp();
  expect([named(shown), shown.mention_roles]).toEqual([true, [ROLE]]);
  const asked = discord.say(SHARP, { user: "member" });
  const check = await discord.messageMenu("Check for warning signs", asked, { user: "helper" }).original();
  expect(said(check)).toContain(`It links to the message, names nobody and pings only <@&${ROLE}>.`);
  expect(said(check)).toContain(`<@&${ROLE}> Could somebody look after them?`);
  expect(check.mention_roles).toEqual([]);
  const posted = await discord.click(check, idOf(check, "Post it here"), { user: "helper" }).followUp();
  expect([named(posted), posted.mention_roles]).toEqual([true, [ROLE]]);
});

test("a helper who checks a message is told of no ping where posting makes none", async () => {
  const pings = async (text: string, permissions?: bigint) => {
    const message = discord.say(text, { user: "member" });
    const by = { user: "helper", ...(permissions === undefined ? {} : { permissions }) };
    return said(await discord.messageMenu("Check for warning signs", message, by).original());
  };
  await set({});
  expect(await pings(SHARP)).toContain("names nobody and pings nobody");
  await set({ helperRoleId: ROLE });
  expect(await pings(DULL)).toContain("names nobody and pings nobody");
  const mayNotPost = await pings(SHARP, 0n);
  expect(mayNotPost).toContain("You can't write in this channel");
  expect(mayNotPost).not.toContain(ROLE);
});

function idOf({ components }: Message, label: string): string {
  const found = JSON.stringify(components).match(new RegExp(`"label":"${label}","custom_id":"([^"]+)"`))?.[1];
  if (found === undefined) throw new Error(`no "${label}"`);
  return found;
}
