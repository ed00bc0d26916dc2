import { expect, test } from "vitest";
import type { Message } from "#src/playground/wire.ts";
import { world } from "#src/playground/world.ts";
import { DEFAULT_SETTINGS } from "#src/storage/guild-settings.ts";
import { textOf } from "./staff-member.ts";
import { tellStaffStory } from "./staff-story.ts";

const DULL = "Dull ache across my upper back the day after heavy deadlifts.";
const story = tellStaffStory();
const { current } = story;

const help = world.places.find(({ name }) => name === "deadlift-help")?.id ?? "";
const asMember = (channel: string) =>
  story.discord.slash("upperback-sore", { describe: DULL }, { user: "member", channel }).original();

/** The components of an answer, without whose they are and which moment it was. */
function withoutOwner({ components }: Message): string {
  return JSON.stringify(components)
    .replace(/("custom_id":"1:[a-z-]+:)[^"]*"/g, '$1"')
    .replace(/<t:\d+/g, "<t:");
}

test("an admin sets up a server, words an answer, looks, publishes, goes back, and carries it all away and back", async () => {
  const { admin, discord, bot } = story;

  // Set up: the command is used in one channel only, and Australian numbers stand first.
  let panel = await admin.opens("panel");
  panel = await admin.chooses(panel, ".country.", "AU");
  panel = await admin.chooses(panel, ":panel:", "upperback-sore");
  panel = await admin.chooses(panel, ".rule.", "only");
  panel = await admin.chooses(panel, ".channels.", help);
  expect(textOf(await asMember("general"))).toContain(`<#${help}>`);

  // Draft: members see nothing of it, and the preview is what they will get.
  const before = await asMember("deadlift-help");
  const wording = await admin.chooses(await admin.opens("wording"), "What to word", "card");
  await admin.fillsIn(wording, "Choose one to edit", "ordinary", { intro: "Welcome to the club." });
  expect(withoutOwner(await asMember("deadlift-help"))).toBe(withoutOwner(before));
  const choice = await admin.chooses(await admin.opens("preview"), "Which command", "upperback-sore");
  const preview = await admin.chooses(choice, "Which answer", "ordinary");
  expect(textOf(preview)).toContain("Welcome to the club.");

  // Publish, on the panel's own message.
  panel = await admin.chooses(panel, ":panel:", "server");
  await admin.presses(panel, "Publish");
  const published = await asMember("deadlift-help");
  expect(textOf(published)).toContain("Welcome to the club.");
  const complete = await current();

  // Export, reset, import: the same as before, in what is set and in what members get.
  const exported = await admin.opens("export");
  const file = discord.findFile(exported.attachments[0]?.id ?? "");
  await admin.presses(await admin.presses(await admin.opens("reset"), "Everything"), "Reset it");
  expect(await current()).toEqual(DEFAULT_SETTINGS);
  expect(textOf(await asMember("general"))).not.toContain("Welcome to the club.");
  const opener = discord.slash("spotter import", {}, { user: "admin" });
  await opener.form();
  const data = file?.data ?? Buffer.alloc(0);
  const answers = { file: [{ name: "settings.yaml", contentType: "application/yaml", data }] };
  const report = await discord.submit(opener, answers, { user: "admin" }).original();
  await admin.presses(report, "Import all of it");
  expect(await current()).toEqual(complete);
  expect(withoutOwner(await asMember("deadlift-help"))).toBe(withoutOwner(published));

  // The history knows it all, and goes back over any of it.
  const changes = await bot.storage.settings.history(world.guild.id, { limit: 6 });
  expect(changes.map(({ source }) => source)).toEqual(["import", "reset", "publish", "panel", "panel", "panel"]);
  const [, , publication] = changes;
  await admin.presses(await admin.opens("history"), `Go back to ${(publication?.revision ?? 0) - 1}`);
  expect(withoutOwner(await asMember("deadlift-help"))).toBe(withoutOwner(before));
});
