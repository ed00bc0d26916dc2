import { describe, expect, test } from "vitest";
import { world } from "#src/playground/world.ts";
import { DEFAULT_SETTINGS, settingsOf } from "#src/storage/guild-settings.ts";
import { shippedContent } from "../shipped-content.ts";
import { createStaffMember, find, textOf } from "./staff-member.ts";
import { tellStaffStory } from "./staff-story.ts";

const story = tellStaffStory();
const { current, set } = story;
// Read before the bot runs: reading takes longer than Discord would wait.
const { places } = shippedContent().knowledge.emergencyNumbers;

const channel = (name: string) => world.places.find((place) => place.name === name)?.id ?? "";
const usual = () => settingsOf(DEFAULT_SETTINGS, "ask");

describe("/spotter panel", () => {
  test("shows how everything is set, privately and within Discord's limits", async () => {
    const panel = await story.admin.opens("panel");
    expect(story.discord.audienceOf(panel.id)).toBe(world.guild.ownerId);
    expect(textOf(panel)).toContain("**/ask**: in all channels");
    expect(textOf(panel)).toContain("**Reminders:** on");
    expect(textOf(panel)).toContain("**Question statistics:** off");
  });

  test("says of a command for messages that it stays with the message, and warns everywhere", async () => {
    const panel = await story.admin.chooses(await story.admin.opens("panel"), ":panel:", "check-for-warning-signs");
    expect(textOf(panel)).toContain("**Used on messages** in all channels");
    expect(textOf(panel)).toContain("a message with a warning sign is read for them everywhere");
    expect(textOf(panel)).not.toContain("where to go");
  });

  test("turns every switch at once, says what changed, and puts it into the history", async () => {
    const general = channel("general");
    const deadlift = channel("deadlift-help");
    const helper = world.roles.find(({ name }) => name === "Helper")?.id ?? "";
    const opened = await story.admin.opens("panel");
    let panel = await story.admin.chooses(opened, ".country.", "AU");
    expect(textOf(panel)).toContain("First numbers: the short list → **Australia**");
    panel = await story.admin.chooses(panel, ".helper.", helper);
    panel = await story.admin.presses(panel, "Switch reminders off");
    panel = await story.admin.presses(panel, "Switch question statistics on");
    panel = await story.admin.chooses(panel, ":panel:", "ask");
    panel = await story.admin.chooses(panel, ".rule.", "only");
    expect(textOf(panel)).toContain("nowhere, since no channel is chosen");
    panel = await story.admin.chooses(panel, ".channels.", general, deadlift);
    panel = await story.admin.chooses(panel, ".visibility.", "public");
    panel = await story.admin.chooses(panel, ".differs.", deadlift);
    panel = await story.admin.chooses(panel, ":panel-among:", "member");
    panel = await story.admin.chooses(panel, ".differs.", general);
    panel = await story.admin.chooses(panel, ".cooldown.", "300");
    expect(textOf(panel)).toContain("**Cooldown:** 5 minutes");
    expect(await current()).toEqual({
      ...DEFAULT_SETTINGS,
      country: "AU",
      helperRoleId: helper,
      reminders: false,
      questionStatistics: true,
      commands: {
        ask: {
          channels: { rule: "only", ids: [general, deadlift] },
          visibility: "public",
          visibilityIn: { [deadlift]: "private", [general]: "member" },
          cooldownSeconds: 300,
        },
      },
    });
    const [newest] = await story.bot.storage.settings.history(world.guild.id, { limit: 1 });
    expect(newest).toMatchObject({ by: world.guild.ownerId, source: "panel" });
    expect(panel.id).toBe(opened.id);
  });

  test("every select can be emptied, and what is as usual again is no setting", async () => {
    const helperRoleId = world.roles[1]?.id ?? "";
    const ids = [channel("general")];
    const ask = {
      channels: { rule: "except", ids },
      visibility: "member",
      visibilityIn: {},
      cooldownSeconds: 0,
    } as const;
    await set({ helperRoleId, country: "GB", commands: { ask } });
    let panel = await story.admin.opens("panel");
    panel = await story.admin.chooses(panel, ".helper.");
    panel = await story.admin.chooses(panel, ".country.", "none");
    panel = await story.admin.chooses(panel, ":panel:", "ask");
    await story.admin.chooses(panel, ".channels.");
    expect(await current()).toEqual(DEFAULT_SETTINGS);
  });

  test("any country can be reached", async () => {
    let panel = await story.admin.opens("panel");
    const seen = new Set<string>();
    for (let page = 0; page < 10; page += 1) {
      const { options } = find(panel, ".country.") as unknown as { options: { value: string }[] };
      for (const { value } of options) seen.add(value);
      const more = `page-${page + 1}`;
      if (!options.some(({ value }) => value === more)) break;
      panel = await story.admin.chooses(panel, ".country.", more);
    }
    for (const { code } of places) expect(seen).toContain(code);
  });

  test.each([
    ["90 s", 90],
    ["15 min", 900],
    ["2 hours", 7_200],
    ["0", 0],
    ["24h", 86_400],
  ])("a cooldown of %s can be written", async (length, seconds) => {
    await set({ commands: { circuit: { ...usual(), cooldownSeconds: 10 } } });
    const panel = await story.admin.chooses(await story.admin.opens("panel"), ":panel:", "circuit");
    await story.admin.fillsIn(panel, ".cooldown.", "other", { length });
    expect((await current()).commands.circuit?.cooldownSeconds ?? 0).toBe(seconds);
  });

  test.each(["soon", "-5", "25 h", "1e3"])("a cooldown of %s is refused with how to write it", async (length) => {
    const panel = await story.admin.chooses(await story.admin.opens("panel"), ":panel:", "circuit");
    const answer = await story.admin.fillsIn(panel, ".cooldown.", "other", { length });
    expect(textOf(answer)).toContain("Please write the cooldown as 90 s, 15 min or 2 h");
    expect(await current()).toEqual(DEFAULT_SETTINGS);
  });

  test("more channels than one select holds are all kept", async () => {
    const ids = Array.from({ length: 30 }, (_, index) => String(5_000 + index));
    await set({ commands: { ask: { ...usual(), channels: { rule: "except", ids } } } });
    let panel = await story.admin.chooses(await story.admin.opens("panel"), ":panel:", "ask");
    panel = await story.admin.presses(panel, "More channels");
    expect((find(panel, ".channels.") as unknown as { default_values: unknown[] }).default_values).toHaveLength(5);
    await story.admin.chooses(panel, ".channels.", channel("general"));
    expect((await current()).commands.ask?.channels.ids).toEqual([...ids.slice(0, 25), channel("general")]);
  });

  test("a channel and a role that are gone break nothing and can be taken out", async () => {
    const ask = { ...usual(), channels: { rule: "only", ids: ["404"] } } as const;
    await set({ helperRoleId: "405", commands: { ask, "gone-command": ask } });
    let panel = await story.admin.opens("panel");
    expect(textOf(panel)).toContain("only in ⚠️ one that is gone");
    expect(textOf(panel)).toContain("**Helper role:** ⚠️ one that is gone");
    expect(find(panel, ".helper.").default_values).toEqual([]);
    panel = await story.admin.chooses(panel, ".helper.");
    panel = await story.admin.chooses(panel, ":panel:", "ask");
    panel = await story.admin.chooses(panel, ".channels.", channel("general"));
    expect(textOf(panel)).toContain(`added <#${channel("general")}>; removed <#404>`);
    expect(await current()).toMatchObject({
      helperRoleId: null,
      commands: { ask: { channels: { ids: [channel("general")] } } },
    });
  });
});

describe("two of the staff at once", () => {
  test("the second is told what changed and by whom, and can put theirs on top", async () => {
    const panel = await story.admin.chooses(await story.admin.opens("panel"), ":panel:", "ask");
    await set({ country: "NZ" }, "77");
    const late = await story.admin.chooses(panel, ".channels.", channel("general"), channel("deadlift-help"));
    expect(textOf(late)).toContain("<@77>");
    expect(textOf(late)).toContain("First numbers: the short list → **New Zealand**");
    expect(textOf(late)).toContain("**/ask** · its channels: added");
    expect((await current()).commands).toEqual({});
    const done = await story.admin.presses(late, "Apply mine on top");
    expect(textOf(done)).toContain("Done, and in force");
    expect(await current()).toMatchObject({
      country: "NZ",
      commands: { ask: { channels: { ids: [channel("general"), channel("deadlift-help")] } } },
    });
  });

  test("a single value is put on top too", async () => {
    const panel = await story.admin.opens("panel");
    await set({ country: "NZ" });
    const late = await story.admin.presses(panel, "Switch reminders off");
    await story.admin.presses(late, "Apply mine on top");
    expect(await current()).toMatchObject({ country: "NZ", reminders: false });
  });

  test("two settings of a command that nobody had set up yet can both stand", async () => {
    const panel = await story.admin.chooses(await story.admin.opens("panel"), ":panel:", "ask");
    await set({ commands: { ask: { ...usual(), visibility: "private" } } });
    const late = await story.admin.chooses(panel, ".cooldown.", "60");
    await story.admin.presses(late, "Apply mine on top");
    expect((await current()).commands.ask).toEqual({ ...usual(), visibility: "private", cooldownSeconds: 60 });
  });

  test("where both changed the same thing, nothing is overwritten unseen", async () => {
    const panel = await story.admin.opens("panel");
    await set({ country: "NZ" });
    const late = await story.admin.chooses(panel, ".country.", "AU");
    expect(textOf(late)).toContain("the short list → **Australia**");
    expect(() => find(late, "Apply mine on top")).toThrow();
    const again = await story.admin.presses(late, "Show the panel as it is");
    await story.admin.chooses(again, ".country.", "AU");
    expect(await current()).toMatchObject({ country: "AU" });
  });

  test("a third change in between is told again", async () => {
    const panel = await story.admin.opens("panel");
    await set({ country: "NZ" });
    const late = await story.admin.presses(panel, "Switch reminders off");
    await set({ questionStatistics: true }, "78");
    const later = await story.admin.presses(late, "Apply mine on top");
    expect(textOf(later)).toContain("<@78>");
    await story.admin.presses(later, "Apply mine on top");
    expect(await current()).toMatchObject({ country: "NZ", reminders: false, questionStatistics: true });
  });
});

describe("who may use it", () => {
  const mayNothing = { permissions: 0n };

  test("a member without Manage Server is refused", async () => {
    const member = createStaffMember(story.discord, { user: "member" });
    expect(textOf(await member.opens("panel"))).toContain("This needs the permission Manage Server.");
  });

  test("a permission lost between panel and click counts", async () => {
    const panel = await story.admin.opens("panel");
    const former = createStaffMember(story.discord, mayNothing);
    const answer = await former.presses(panel, "Switch reminders off");
    expect(textOf(answer)).toContain("This needs the permission Manage Server.");
    expect(await current()).toEqual(DEFAULT_SETTINGS);
  });

  test.each([
    ["an unknown country", "R..0.0.country.XX"],
    ["everybody as the helper role", `R..0.0.helper.${world.guild.id}`],
    ["a command that is not there", "R.no-such-command.0.0.cooldown.5"],
    ["a rule that the command does not keep to", "R.check-for-warning-signs.0.0.cooldown.5"],
    ["a rule of no command", "R..0.0.cooldown.5"],
    ["a cooldown that is too long", "R.ask.0.0.cooldown.999999"],
    ["no change to start from", "..0.0.reminders.off"],
    ["a change that is not there yet", "99999..0.0.reminders.off"],
    ["no switch", "R.ask.0.0.nothing.x"],
    ["a view of an older version", "garbage"],
  ])("a forged id with %s changes nothing", async (_, state) => {
    const panel = await story.admin.opens("panel");
    const { revision } = await story.bot.storage.settings.read(world.guild.id);
    const customId = `1:spotter:panel-set::${state.replace("R", String(revision))}`;
    find(panel, "Switch reminders off").custom_id = customId;
    const answer = await story.admin.presses(panel, customId);
    expect(textOf(answer)).not.toContain("went wrong");
    expect(textOf(answer)).not.toContain("Done");
    expect(await current()).toEqual(DEFAULT_SETTINGS);
  });
});
