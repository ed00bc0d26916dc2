import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { LocalDiscord } from "#src/playground/local-discord.ts";
import { world } from "#src/playground/world.ts";
import { DEFAULT_SETTINGS, type GuildSettings } from "#src/storage/guild-settings.ts";
import { createPatientDiscord, PATIENT_MS, startSpotter } from "../discord/spotter-bot.ts";
import { brokenContract } from "../discord/test-bot.ts";
import { createStaffMember } from "./staff-member.ts";

/** Spotter at a local Discord, and somebody of the staff who uses it. */
export type StaffStory = {
  discord: LocalDiscord;
  bot: Awaited<ReturnType<typeof startSpotter>>;
  admin: ReturnType<typeof createStaffMember>;
  /** The settings in force. */
  current(): Promise<GuildSettings>;
  /** Changes the settings as somebody else of the staff would. */
  set(part: Partial<GuildSettings>, by?: string): Promise<void>;
};

/** Starts the story once for a file; every test begins with the default settings, and none may break Discord's contract. */
export function tellStaffStory(): StaffStory {
  let interactions = 0;
  const story = {
    current: () => story.bot.storage.settings.get(world.guild.id),
    async set(part, by = "77") {
      const { revision, settings } = await story.bot.storage.settings.read(world.guild.id);
      interactions += 1;
      await story.bot.storage.settings.save({
        guildId: world.guild.id,
        revision,
        settings: { ...settings, ...part },
        source: "panel",
        by,
        at: new Date(),
        interactionId: `set-${interactions}`,
      });
    },
  } as StaffStory;

  beforeAll(async () => {
    story.discord = await createPatientDiscord();
    story.bot = await startSpotter(story.discord, { deferAfterMs: PATIENT_MS });
    story.admin = createStaffMember(story.discord);
  });
  afterAll(async () => {
    await story.bot.stop();
    await story.discord.stop();
  });
  beforeEach(async () => {
    story.discord.clear();
    story.bot.lines.length = 0;
    await story.set(DEFAULT_SETTINGS);
  });
  afterEach(() => {
    expect(brokenContract(story.discord)).toEqual([]);
    expect(story.bot.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
  return story;
}
