import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { LocalDiscord } from "#src/playground/local-discord.ts";
import type { Message } from "#src/playground/wire.ts";
import { settingsWith } from "../storage/situation.ts";
import { controls } from "./controls.ts";
import { createPatientDiscord, PATIENT_MS, startSpotter } from "./spotter-bot.ts";
import { brokenContract } from "./test-bot.ts";

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
beforeEach(() => {
  discord.clear();
  discord.faults.clear();
});
afterEach(() => {
  expect(brokenContract(discord)).toEqual([]);
});

const admin = { user: "admin" };
const textOf = (message: Message) => JSON.stringify(message.components);
const channelId = (name: string) => discord.world.places.find((place) => place.name === name)?.id ?? "";
const roleId = (name: string) => discord.world.roles.find((role) => role.name === name)?.id ?? "";

/** The select for other channels. */
function selectOf(message: Message): string {
  const found = controls(message.components).find(({ type }) => type === 8);
  if (found?.custom_id === undefined) throw new Error("there is no channel select");
  return found.custom_id;
}

async function save(part: Parameters<typeof settingsWith>[0]): Promise<void> {
  const guildId = discord.world.guild.id;
  const { revision } = await bot.storage.settings.read(guildId);
  const doing = { by: "1", at: new Date(), interactionId: `save-${revision}` };
  await bot.storage.settings.save({ guildId, revision, settings: settingsWith(part), source: "panel", ...doing });
}

describe("/spotter doctor", () => {
  test("of a server where all is well says so, privately", async () => {
    await save({});
    const message = await discord.slash("spotter doctor", {}, admin).original();
    expect(discord.audienceOf(message.id)).not.toBeNull();
    expect(textOf(message)).toContain("All 7 checks are fine.");
    expect(textOf(message)).toContain(`<#${channelId("general")}>`);
  });

  test("sees what the bot may do in a channel that is picked", async () => {
    const message = await discord.slash("spotter doctor", {}, { ...admin, appPermissions: 0n }).original();
    expect(textOf(message)).toMatch(/⚠️ [^\n]*Attach Files/);
    const picked = [channelId("deadlift-help"), channelId("staff-room")];
    const checked = await discord.select(message, selectOf(message), picked, admin).original();
    expect(textOf(checked)).toMatch(new RegExp(`✅ Fine · \\*\\*<#${picked[0]}>`));
    expect(textOf(checked)).toMatch(new RegExp(`✅ Fine · \\*\\*<#${picked[1]}>`));
    expect(textOf(checked)).not.toContain("Attach Files");
  });

  test("finds channels and a role that are gone, and a role that cannot be mentioned", async () => {
    const channels = { rule: "only", ids: ["999"] } as const;
    const ask = { channels, visibility: "member", visibilityIn: {}, cooldownSeconds: 0 } as const;
    await save({ commands: { ask }, helperRoleId: "998" });
    const message = await discord.slash("spotter doctor", {}, admin).original();
    expect(textOf(message)).toContain("no channel is left for /ask");
    expect(textOf(message)).toContain("**Helper role**: it is gone");
    await save({ helperRoleId: roleId("Helper") });
    const again = await discord.click(message, "Check again", admin).original();
    expect(textOf(again)).toContain("**Channels in the settings**: none of them is gone");
    expect(textOf(again)).toContain(`Discord won't let me mention <@&${roleId("Helper")}>`);
  });

  test("tells commands that Discord has lost", async () => {
    const known = discord.commands().map(({ id }) => id);
    await bot.gateway.rest.delete(`/applications/${discord.world.application.id}/commands/${known[0]}`);
    const message = await discord.slash("spotter doctor", {}, admin).original();
    expect(textOf(message)).toMatch(/❌ Broken · \*\*Commands\*\*: [^\n]*missing/);
  });

  test("goes on where Discord does not tell", async () => {
    const message = await discord.slash("spotter doctor", {}, admin).original();
    discord.faults.failNext("any", { kind: "status", status: 500 }, 3);
    const again = await discord.click(message, "Check again", admin).original();
    expect(textOf(again)).toContain("❔ Not known · **Commands**");
    expect(textOf(again)).toContain("❔ Not known · **Channels in the settings**");
    expect(textOf(again)).toContain("✅ Fine · **Storage**");
  });

  test.each([
    ["a member", { user: "member" }],
    ["somebody who lost the permission since", { user: "admin", permissions: 1n << 31n }],
  ])("refuses %s, also at its buttons", async (_, actor) => {
    const refused = await discord.slash("spotter doctor", {}, actor).original();
    expect(textOf(refused)).toContain("needs the permission Manage Server");
    const message = await discord.slash("spotter doctor", {}, admin).original();
    const clicked = await discord.click(message, "Check again", actor).original();
    expect(textOf(clicked)).toContain("needs the permission Manage Server");
  });
});
