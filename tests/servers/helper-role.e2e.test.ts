import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { LocalDiscord } from "#src/playground/local-discord.ts";
import type { Message } from "#src/playground/wire.ts";
import { world } from "#src/playground/world.ts";
import { DEFAULT_SETTINGS, type GuildSettings } from "#src/storage/guild-settings.ts";
import { createPatientDiscord, PATIENT_MS, startSpotter } from "../discord/spotter-bot.ts";
import { brokenContract } from "../discord/test-bot.ts";
import { doing } from "../storage/situation.ts";
import { createStaffMember } from "./staff-member.ts";

const ROLE = "1100000000000000011";
const SHARP = "sharp stabbing pain under my shoulder blade for 3 weeks and it is getting worse";
const CHEST = "crushing chest pain and I can't breathe";
const DULL = "dull ache across my upper back the day after heavy deadlifts";
const MINUTE_MS = 60_000;
let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead) };
let discord: LocalDiscord;
let bot: Awaited<ReturnType<typeof startSpotter>>;

beforeAll(async () => {
  discord = await createPatientDiscord();
  bot = await startSpotter(discord, { clock, deferAfterMs: PATIENT_MS });
});
afterAll(async () => {
  await bot.stop();
  await discord.stop();
});
beforeEach(() => {
  // Nobody was called for just now.
  ahead += 11 * MINUTE_MS;
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
  expect(said(check)).toContain(
    `It links to the message, names nobody and pings only <@&${ROLE}>, at most once in 10 minutes.`,
  );
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

describe("whoever warns of themselves again and again", () => {
  const lines = (messages: readonly Message[]) =>
    messages.map((message) => [
      said(message).includes("Could somebody look after them?"),
      said(message).includes("only once in 10 minutes"),
      message.mention_roles,
    ]);
  const PINGED = [true, false, [ROLE]];
  const QUIET = [true, true, []];

  beforeEach(() => set({ helperRoleId: ROLE }));

  test("is warned every time, and pings the helpers once in ten minutes", async () => {
    const messages = [await say(CHEST), await say(CHEST), await say(CHEST)];
    expect(lines(messages)).toEqual([PINGED, QUIET, QUIET]);
    expect(messages.map(named)).toEqual([true, false, false]);
    for (const message of messages) expect(said(message)).toContain("Call your local emergency number now");
    ahead += 9 * MINUTE_MS;
    expect(lines([await say(CHEST)])).toEqual([QUIET]);
    ahead += 2 * MINUTE_MS;
    expect(lines([await say(CHEST)])).toEqual([PINGED]);
  });

  test("pings once however fast they are", async () => {
    const messages = await Promise.all([say(CHEST), say(CHEST), say(CHEST)]);
    expect(messages.flatMap(({ mention_roles: roles }) => roles)).toEqual([ROLE]);
  });

  test("keeps nobody else and no other channel from pinging, and no private answer counts", async () => {
    expect(lines([await say(CHEST, {}, { user: "helper" })])).toEqual([PINGED]);
    expect(lines([await say(CHEST, {}, { channel: "deadlift-help" })])).toEqual([PINGED]);
    await say(CHEST, { private: true });
    expect(lines([await say(CHEST)])).toEqual([PINGED]);
  });

  test("does so by showing private readings as well, and by posting for others", async () => {
    expect(lines([await say(CHEST, {}, { user: "helper" })])).toEqual([PINGED]);
    const read = await say(CHEST, { private: true }, { user: "helper" });
    const shown = await discord.click(read, idOf(read, "Show in channel"), { user: "helper" }).followUp();
    const asked = discord.say(CHEST, { user: "member" });
    const check = await discord.messageMenu("Check for warning signs", asked, { user: "helper" }).original();
    const posted = await discord.click(check, idOf(check, "Post it here"), { user: "helper" }).followUp();
    expect(lines([shown, posted])).toEqual([QUIET, QUIET]);
  });

  test("is not kept from pinging by a preview of theirs", async () => {
    const admin = createStaffMember(discord);
    const chooser = await admin.chooses(await admin.opens("preview"), "Which command", "upperback-sore");
    expect(named(await admin.chooses(chooser, "Which answer", "emergency"))).toBe(true);
    expect(lines([await say(CHEST, {}, { user: "admin" })])).toEqual([PINGED]);
  });
});

function idOf({ components }: Message, label: string): string {
  const found = JSON.stringify(components).match(new RegExp(`"label":"${label}","custom_id":"([^"]+)"`))?.[1];
  if (found === undefined) throw new Error(`no "${label}"`);
  return found;
}
