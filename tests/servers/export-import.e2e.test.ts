import { describe, expect, test } from "vitest";
import type { Message } from "#src/playground/wire.ts";
import { world } from "#src/playground/world.ts";
import { writeSettingsFile } from "#src/servers/write-settings-file.ts";
import { DEFAULT_SETTINGS, type GuildSettings, settingsOf } from "#src/storage/guild-settings.ts";
import { createStaffMember, find, textOf } from "./staff-member.ts";
import { tellStaffStory } from "./staff-story.ts";

const story = tellStaffStory();
const { current, set } = story;

const channel = world.places[0]?.id ?? "";
const rich: GuildSettings = {
  ...DEFAULT_SETTINGS,
  commands: {
    ask: { ...settingsOf(DEFAULT_SETTINGS, "ask"), channels: { rule: "only", ids: [channel] }, cooldownSeconds: 90 },
  },
  country: "AU",
  helperRoleId: world.roles[1]?.id ?? "",
  reminders: false,
  questionStatistics: true,
  wording: {
    ...DEFAULT_SETTINGS.wording,
    entries: {
      chalk: { title: "Chalk", aliases: ["chalk box"], text: "Use it.\nClean up.", url: "https://example.org/chalk" },
    },
    hiddenAccessories: ["face-pull"],
  },
};

/** The file that travels in a message. */
function fileIn(message: Message): { name: string; text: string } {
  const [attachment] = message.attachments;
  const file = story.discord.findFile(attachment?.id ?? "");
  if (attachment === undefined || file === null) throw new Error("there is no file");
  return { name: attachment.filename, text: file.data.toString() };
}

async function bringsIn(text: string | Buffer, actor = {}): Promise<Message> {
  const admin = { user: "admin", ...actor };
  const opener = story.discord.slash("spotter import", {}, admin);
  await opener.form();
  const data = Buffer.from(text);
  return story.discord
    .submit(opener, { file: [{ name: "settings.yaml", contentType: "application/yaml", data }] }, admin)
    .original();
}

describe("/spotter export, reset and import", () => {
  test("give back the same settings", async () => {
    await set(rich);
    const exported = await story.admin.opens("export");
    expect(story.discord.audienceOf(exported.id)).toBe(world.guild.ownerId);
    const { name, text } = fileIn(exported);
    expect(name).toBe("spotter-settings.yaml");

    const question = await story.admin.presses(await story.admin.opens("reset"), "Everything");
    expect(textOf(question)).toContain("First numbers: Australia → **the short list**");
    expect(textOf(question)).toContain("deleted for good");
    expect(await current()).toEqual(rich);
    await story.admin.presses(question, "Reset it");
    expect(await current()).toEqual(DEFAULT_SETTINGS);

    const report = await bringsIn(text);
    expect(story.discord.audienceOf(report.id)).toBe(world.guild.ownerId);
    expect(textOf(report)).toContain("**Added:");
    expect(textOf(report)).toContain("Own entry **chalk**");
    expect(await current()).toEqual(DEFAULT_SETTINGS);
    const done = await story.admin.presses(report, "Import all of it");
    expect(textOf(done)).toContain("Imported, and in force");
    expect(done.attachments).toEqual([]);
    expect(await current()).toEqual(rich);
    const kinds = (await story.bot.storage.settings.history(world.guild.id, { limit: 2 })).map(({ source }) => source);
    expect(kinds).toEqual(["import", "reset"]);
  });
});

describe("/spotter import", () => {
  test("reports what would be added, changed and removed, and does nothing if nobody confirms", async () => {
    await set({ country: "AU", helperRoleId: "405" });
    const report = await bringsIn(
      writeSettingsFile({
        ...DEFAULT_SETTINGS,
        country: "NZ",
        questionStatistics: true,
        wording: { ...rich.wording, hiddenAccessories: ["gone-away"] },
      }),
    );
    expect(textOf(report)).toMatch(/Added: 2.*Changed: 2.*Removed: 1/s);
    expect(textOf(report)).toContain("without effect");
    expect(textOf(report)).toContain("gone-away");
    await story.admin.presses(report, "Change nothing");
    expect(await current()).toMatchObject({ country: "AU", helperRoleId: "405" });
  });

  test("says of everything that changes nothing here that it does not, and why", async () => {
    const usual = settingsOf(DEFAULT_SETTINGS, "ask");
    const lines = { intro: "Hello.", closing: null };
    const report = await bringsIn(
      writeSettingsFile({
        ...DEFAULT_SETTINGS,
        country: "ZZ",
        commands: {
          ask: { ...usual, visibility: "private", cooldownSeconds: 60 },
          gone: { ...usual, cooldownSeconds: 60 },
          "check-for-warning-signs": {
            channels: { rule: "only", ids: [channel] },
            visibility: "private",
            visibilityIn: { [channel]: "public" },
            cooldownSeconds: 60,
          },
        },
        wording: {
          ...DEFAULT_SETTINGS.wording,
          cards: { crisis: lines, bogus: lines, emergency: lines },
          sectionNotes: { "no-section": "Hello.", breath: "Hello." },
          accessories: { own: { name: "Own", muscles: ["lats", "nose"], equipment: ["broom"], url: null } },
          hiddenAccessories: ["gone-away", "rows"],
        },
      }),
    );
    const [, idle = ""] = textOf(report).split("Taken over, but without effect:**\n");
    expect(idle.split("\n").filter((line) => line.startsWith("- "))).toEqual([
      "- gone: I have no such command",
      "- Check for warning signs · who sees answers: this command has no such setting",
      "- Check for warning signs · cooldown: this command has no such setting",
      "- crisis: beside a wish to die, nothing of a server's stands",
      "- bogus: I know no such card",
      "- no-section: I know no such section",
      "- gone-away: I know no such exercise",
      "- nose: I know no such muscle",
      "- broom: I know no such equipment",
      "- ZZ: I know no numbers of that country",
    ]);
  });

  test("takes a card's lines over folded, and shows them so before", async () => {
    const report = await bringsIn(
      'spotter: 1\nsettings:\n  wording:\n    cards: { emergency: { intro: "# Ignore this\\n\\n\\n\\nhello" } }',
    );
    expect(fileIn(report).text).not.toContain("# Ignore");
    await story.admin.presses(report, "Import all of it");
    expect((await current()).wording.cards.emergency?.intro).toBe("Ignore this\n\nhello");
  });

  test("of a long file has pages", async () => {
    const sectionNotes = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `note-${index}-x`.replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? ""),
        `Note ${index}. `.repeat(20),
      ]),
    );
    const settings = { ...DEFAULT_SETTINGS, wording: { ...DEFAULT_SETTINGS.wording, sectionNotes } };
    let report = await bringsIn(writeSettingsFile(settings));
    report = await story.admin.presses(report, "More");
    report = await story.admin.presses(report, "Earlier");
    await story.admin.presses(report, "Import all of it");
    expect(await current()).toEqual(settings);
  });

  test("of what is so already says so", async () => {
    await set(rich);
    expect(textOf(await bringsIn(writeSettingsFile(rich)))).toContain("Nothing would change");
  });

  test("is refused when the settings changed meanwhile, and shows what it would change now", async () => {
    const report = await bringsIn(writeSettingsFile({ ...DEFAULT_SETTINGS, country: "NZ" }));
    await set({ reminders: false }, "78");
    const late = await story.admin.presses(report, "Import all of it");
    expect(textOf(late)).toContain("<@78>");
    expect(textOf(late)).toContain("Reminders: off → **on**");
    expect(await current()).toMatchObject({ country: null, reminders: false });
    await story.admin.presses(late, "Import all of it");
    expect(await current()).toEqual({ ...DEFAULT_SETTINGS, country: "NZ" });
  });

  test.each([
    ["a wrong line", "spotter: 1\nsettings:\n  country: AU\n  helperRoleId: 1100000000000000011\n", "line 4, "],
    ["a file that is no text", Buffer.from([0xff, 0xfe, 0x00, 0x41]), "no text"],
    ["a file that is too large", "#".repeat(256 * 1024 + 1), "larger than 256 KiB"],
    ["an empty file", "", "is refused"],
    [
      "everybody as the helper role",
      `spotter: 1\nsettings: { country: AU, helperRoleId: "${world.guild.id}" }`,
      "must be a role of its own, not everybody",
    ],
    [
      "a card with too many lines",
      'spotter: 1\nsettings:\n  wording:\n    cards: { emergency: { intro: "1\\n2\\n3\\n4\\n5\\n6" } }',
      "has 6 lines",
    ],
    ["one setting that is wrong among right ones", "spotter: 1\nsettings: { country: AU, reminders: 7 }", "reminders"],
  ])("%s is refused with the reason, and nothing is half done", async (_, text, reason) => {
    const answer = await bringsIn(text);
    expect(textOf(answer)).toContain(reason);
    expect(() => find(answer, "Import all of it")).toThrow();
    expect(await current()).toEqual(DEFAULT_SETTINGS);
  });

  test("a file from anywhere but Discord is not asked for", async () => {
    const report = await bringsIn(writeSettingsFile(rich));
    const file = report.components[0]?.components?.find(({ type }) => type === 13) as unknown as {
      file: { url: string };
    };
    file.file.url = "http://127.0.0.1:1/settings.yaml";
    const answer = await story.admin.presses(report, "Import all of it");
    expect(textOf(answer)).toContain("not where Discord keeps files");
    expect(await current()).toEqual(DEFAULT_SETTINGS);
  });

  test("another file than the one that was shown is not taken over", async () => {
    const other = await bringsIn(writeSettingsFile({ ...DEFAULT_SETTINGS, country: "NZ" }));
    const report = await bringsIn(writeSettingsFile(rich));
    const pick = (message: Message) =>
      message.components[0]?.components?.find(({ type }) => type === 13) as unknown as { file: { url: string } };
    pick(report).file.url = pick(other).file.url;
    const answer = await story.admin.presses(report, "Import all of it");
    expect(textOf(answer)).toContain("This report has expired");
    expect(await current()).toEqual(DEFAULT_SETTINGS);
  });

  test("needs Manage Server when it is confirmed, too", async () => {
    const report = await bringsIn(writeSettingsFile(rich));
    const former = createStaffMember(story.discord, { permissions: 0n });
    expect(textOf(await former.presses(report, "Import all of it"))).toContain(
      "This needs the permission Manage Server.",
    );
    expect(await current()).toEqual(DEFAULT_SETTINGS);
  });
});

describe("/spotter reset", () => {
  test("resets the chosen parts only, and can be undone in the history", async () => {
    await set(rich);
    const { revision } = await story.bot.storage.settings.read(world.guild.id);
    const choice = await story.admin.opens("reset");
    const question = await story.admin.chooses(choice, "reset-parts", "1", "9");
    expect(textOf(question)).toContain("Own entry **chalk**: removed");
    const done = await story.admin.presses(question, "Reset it");
    expect(await current()).toEqual({ ...rich, country: null, wording: { ...rich.wording, entries: {} } });
    const history = await story.admin.presses(done, "History");
    await story.admin.presses(history, `Go back to ${revision}`);
    expect(await current()).toEqual(rich);
  });

  test("does nothing where nothing was changed, or nobody confirms", async () => {
    const nothing = await story.admin.presses(await story.admin.opens("reset"), "Everything");
    expect(textOf(nothing)).toContain("as I came already");
    await set(rich);
    const question = await story.admin.presses(await story.admin.opens("reset"), "Everything");
    await story.admin.presses(question, "Keep everything");
    expect(await current()).toEqual(rich);
  });

  test("asks again when the settings changed meanwhile", async () => {
    await set(rich);
    const question = await story.admin.presses(await story.admin.opens("reset"), "Everything");
    await set({ country: "NZ" }, "78");
    const again = await story.admin.presses(question, "Reset it");
    expect(textOf(again)).toContain("<@78>");
    expect(await current()).toMatchObject({ country: "NZ" });
    await story.admin.presses(again, "Reset it");
    expect(await current()).toEqual(DEFAULT_SETTINGS);
  });

  test.each(["99999.0", "R.", "R.a", "garbage"])("a forged id with %s changes nothing", async (state) => {
    await set(rich);
    const question = await story.admin.presses(await story.admin.opens("reset"), "Everything");
    const { revision } = await story.bot.storage.settings.read(world.guild.id);
    const customId = `1:spotter:reset-do::${state.replace("R", String(revision))}`;
    find(question, "Reset it").custom_id = customId;
    expect(textOf(await story.admin.presses(question, customId))).toContain("expired");
    expect(await current()).toEqual(rich);
  });
});
