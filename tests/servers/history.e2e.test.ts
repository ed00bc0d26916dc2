import { describe, expect, test } from "vitest";
import { world } from "#src/playground/world.ts";
import { DEFAULT_SETTINGS } from "#src/storage/guild-settings.ts";
import { createStaffMember, find, textOf } from "./staff-member.ts";
import { tellStaffStory } from "./staff-story.ts";

const story = tellStaffStory();
const { current, set } = story;

const newest = async () => (await story.bot.storage.settings.read(world.guild.id)).revision;

describe("/spotter history", () => {
  test("tells who changed what, when and how, in words and without a ping", async () => {
    await set({ country: "AU", reminders: false }, "77");
    const history = await story.admin.opens("history");
    expect(story.discord.audienceOf(history.id)).toBe(world.guild.ownerId);
    expect(textOf(history)).toMatch(/\*\*\d+\*\* · <@77> · <t:\d+:f> · panel/);
    expect(textOf(history)).toContain("- First numbers: the short list → **Australia**");
    expect(textOf(history)).toContain("- Reminders: on → **off**");
    expect(history.mentions).toEqual([]);
  });

  test("goes back to how everything was after any change in one click, which is a change too", async () => {
    await set({ country: "AU" });
    const toRevision = await newest();
    await set({ country: "NZ", reminders: false });
    const history = await story.admin.opens("history");
    const done = await story.admin.presses(history, `Go back to ${toRevision}`);
    expect(await current()).toEqual({ ...DEFAULT_SETTINGS, country: "AU" });
    expect(textOf(done)).toContain("- First numbers: New Zealand → **Australia**");
    expect(textOf(done)).toContain("gone back");
    await story.admin.presses(done, `Go back to ${toRevision + 1}`);
    expect(await current()).toMatchObject({ country: "NZ", reminders: false });
  });

  test("has pages, down to before the first change", async () => {
    for (const country of ["AU", "NZ", "GB", "US", "CA", "IE", "AU"]) await set({ country });
    let page = await story.admin.opens("history");
    for (let turns = 0; turns < 50 && hasButton(page, "Earlier"); turns += 1)
      page = await story.admin.presses(page, "Earlier");
    await story.admin.presses(page, "Go back to the defaults");
    expect(await current()).toEqual(DEFAULT_SETTINGS);
  });

  test("tells what changed meanwhile instead of going back over it", async () => {
    await set({ country: "AU" });
    const toRevision = await newest();
    await set({ country: "NZ" });
    const history = await story.admin.opens("history");
    await set({ reminders: false }, "78");
    const late = await story.admin.presses(history, `Go back to ${toRevision}`);
    expect(textOf(late)).toContain("<@78>");
    expect(await current()).toMatchObject({ country: "NZ", reminders: false });
    await story.admin.presses(late, `Go back to ${toRevision}`);
    expect(await current()).toMatchObject({ country: "AU", reminders: true });
  });

  test("shows all of a long change, page by page", async () => {
    const entries = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `entry-${"x".repeat((index % 9) + 1)}-${"abcdefghij"[Math.floor(index / 9)]}`,
        { title: `Entry ${index}`, aliases: [], text: "Words of our own. ".repeat(10), url: null },
      ]),
    );
    await set({ wording: { ...DEFAULT_SETTINGS.wording, entries } });
    const history = await story.admin.opens("history");
    expect(textOf(history).length).toBeLessThan(2_000);
    let page = await story.admin.presses(history, `All of ${await newest()}`);
    let text = textOf(page);
    while (hasButton(page, "More lines")) {
      page = await story.admin.presses(page, "More lines");
      text += textOf(page);
    }
    expect(text.match(/Own entry/g)).toHaveLength(40);
  });

  test("former staff stay in it without a name", async () => {
    await set({ country: "AU" }, "79");
    await story.bot.storage.personalData.erase("79");
    expect(textOf(await story.admin.opens("history"))).toContain("former staff");
  });

  test("is for those who may manage the server, at every click", async () => {
    await set({ country: "AU" });
    const history = await story.admin.opens("history");
    const former = createStaffMember(story.discord, { permissions: 0n });
    const answer = await former.presses(history, `Go back to ${(await newest()) - 1}`);
    expect(textOf(answer)).toContain("This needs the permission Manage Server.");
    expect(await current()).toMatchObject({ country: "AU" });
  });

  test.each(["99999.0.1", "..", "R..99999", "R..-1", "garbage"])(
    "a forged id with %s changes nothing",
    async (state) => {
      await set({ country: "AU" });
      const history = await story.admin.opens("history");
      const customId = `1:spotter:history-back::${state.replace("R", String(await newest()))}`;
      find(history, "Go back to").custom_id = customId;
      const answer = await story.admin.presses(history, customId);
      expect(textOf(answer)).not.toContain("went wrong");
      expect(await current()).toMatchObject({ country: "AU" });
    },
  );
});

function hasButton(message: Parameters<typeof find>[0], label: string): boolean {
  try {
    find(message, label);
    return true;
  } catch {
    return false;
  }
}
