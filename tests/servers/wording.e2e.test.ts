import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { LocalDiscord } from "#src/playground/local-discord.ts";
import type { Message } from "#src/playground/wire.ts";
import { world } from "#src/playground/world.ts";
import { createPatientDiscord, PATIENT_MS, startSpotter } from "../discord/spotter-bot.ts";
import { brokenContract } from "../discord/test-bot.ts";
import { wordingWith } from "../storage/situation.ts";
import { createStaffMember, find, textOf } from "./staff-member.ts";

const DULL = "Dull ache across my upper back the day after heavy deadlifts.";
let discord: LocalDiscord;
let bot: Awaited<ReturnType<typeof startSpotter>>;
let admin: ReturnType<typeof createStaffMember>;
let interactions = 0;

beforeAll(async () => {
  discord = await createPatientDiscord();
  bot = await startSpotter(discord, { deferAfterMs: PATIENT_MS });
  admin = createStaffMember(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.stop();
});
beforeEach(async () => {
  discord.clear();
  bot.lines.length = 0;
  await startOver();
});
afterEach(() => {
  expect(brokenContract(discord)).toEqual([]);
  expect(bot.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

const guildId = () => world.guild.id;
const store = () => bot.storage.settings;
const draft = () => store().draft(guildId(), new Date());
const doing = (by = "77") => ({ by, at: new Date(), interactionId: `somebody-${++interactions}` });
const ask = (describe = DULL) => discord.slash("upperback-sore", { describe }, { user: "member" }).original();

/** As if nobody had ever worded anything. */
async function startOver(): Promise<void> {
  const begun = await draft();
  if (begun !== null) await store().discardDraft(guildId(), begun.revision);
  const { revision } = await store().read(guildId());
  await store().revert({ guildId: guildId(), revision, toRevision: 0, ...doing() });
}

/** Opens the form of one place. */
async function word(kind: string, value: string, answers: Record<string, string>): Promise<Message> {
  const card = await admin.chooses(await admin.opens("wording"), "What to word", kind);
  return admin.fillsIn(card, "Choose one to edit", value, answers);
}

/** What another of the staff writes into the draft meanwhile. */
async function meanwhile(intro: string): Promise<void> {
  const begun = await draft();
  const wording = { ...(begun?.wording ?? wordingWith({})), cards: { ordinary: { intro, closing: null } } };
  await store().saveDraft({ guildId: guildId(), draftRevision: begun?.revision ?? 0, wording, ...doing() });
}

describe("the story of a wording", () => {
  test("draft, preview, publish, seen by members, and taken back", async () => {
    const saved = await word("card", "ordinary", { intro: "Welcome to the club. Look again {date}." });
    expect(discord.audienceOf(saved.id)).toBe(world.guild.ownerId);
    expect(textOf(saved)).toContain("Saved into the draft");
    expect(textOf(saved)).toContain("39 characters, 261 left");
    expect(textOf(saved)).toContain("**Draft**, which members do not see.");
    expect(textOf(await ask())).not.toContain("Welcome to the club");

    const chooser = await admin.presses(saved, "Preview");
    const ofCards = await admin.chooses(chooser, "Which command", "upperback-sore");
    const preview = await admin.chooses(ofCards, "Which answer", "ordinary");
    expect(discord.audienceOf(preview.id)).toBe(world.guild.ownerId);
    expect(textOf(preview)).toContain("Welcome to the club. Look again <t:");
    const told = await admin.presses(preview, "Warm-up circuit");
    expect(textOf(told)).toContain("This is a preview");
    expect(discord.messages("general").find(({ id }) => id === preview.id)?.components).toEqual(preview.components);

    const published = await admin.presses(saved, "Publish");
    expect(textOf(published)).toContain("## Published");
    expect(textOf(published)).toContain("Welcome to the club");
    const seen = await ask();
    expect(textOf(seen)).toContain("-# From this server:\nWelcome to the club. Look again <t:");
    expect(plain(textOf(seen))).toBe(plain(textOf(preview)));
    expect(await draft()).toBeNull();

    const { revision } = await store().read(guildId());
    await store().revert({ guildId: guildId(), revision, toRevision: revision - 1, ...doing() });
    expect(textOf(await ask())).not.toContain("Welcome to the club");
  });

  test("thrown away after being asked once more: nothing changed", async () => {
    const saved = await word("card", "ordinary", { intro: "Hello." });
    const sure = await admin.presses(saved, "Discard");
    expect(textOf(sure)).toContain("Throw the draft away?");
    expect(await draft()).not.toBeNull();
    expect(textOf(await admin.presses(sure, "Throw it away"))).toContain("The draft is gone");
    expect(await draft()).toBeNull();
    expect(textOf(await ask())).not.toContain("Hello.");
  });
});

describe("what can be worded", () => {
  test.each([
    [
      "card",
      "prompt",
      { intro: "Ask at the desk.", closing: "See you." },
      { cards: { prompt: { intro: "Ask at the desk.", closing: "See you." } } },
    ],
    [
      "note",
      "breath",
      { text: "We brace together on Mondays." },
      { sectionNotes: { breath: "We brace together on Mondays." } },
    ],
  ])("%s: %s", async (kind, value, answers, wording) => {
    await word(kind, value, answers);
    expect((await draft())?.wording).toEqual(wordingWith(wording));
  });

  test.each([
    [
      "entry",
      { title: "Gym chalk", aliases: "chalk\n liquid chalk \n\n", text: "Liquid only.", url: "https://example.org/c" },
      {
        entries: {
          "gym-chalk": {
            title: "Gym chalk",
            aliases: ["chalk", "liquid chalk"],
            text: "Liquid only.",
            url: "https://example.org/c",
          },
        },
      },
    ],
    [
      "exercise",
      { name: "Meadows rows", muscles: ["lats", "teres"], equipment: ["landmine"] },
      {
        accessories: {
          "meadows-rows": { name: "Meadows rows", muscles: ["lats", "teres"], equipment: ["landmine"], url: null },
        },
      },
    ],
    [
      "link",
      { label: "Form checks", url: "https://example.org/f" },
      { links: { "form-checks": { label: "Form checks", url: "https://example.org/f" } } },
    ],
  ])("a new %s, which is edited and removed again", async (kind, answers, wording) => {
    const card = await admin.chooses(await admin.opens("wording"), "What to word", kind);
    const opener = discord.click(card, find(card, "Add one").custom_id ?? "", { user: "admin" });
    await opener.form();
    await discord.submit(opener, answers, { user: "admin" }).answer();
    expect((await draft())?.wording).toEqual(wordingWith(wording as Parameters<typeof wordingWith>[0]));
    const again = await admin.chooses(await admin.opens("wording"), "What to word", kind);
    const options = (find(again, "Choose one to edit").options ?? []) as { readonly value: string }[];
    const edit = discord.select(again, find(again, "Choose one to edit").custom_id ?? "", [options[0]?.value ?? ""], {
      user: "admin",
    });
    const form = JSON.stringify(await edit.form());
    const empty = Object.fromEntries(Object.keys(answers).map((name) => [name, ""]));
    expect(form).toContain(Object.values(answers)[0]);
    await discord.submit(edit, { ...empty, muscles: [], equipment: [] }, { user: "admin" }).answer();
    expect((await draft())?.wording).toEqual(wordingWith({}));
  });

  test("hidden exercises", async () => {
    const card = await admin.chooses(await admin.opens("wording"), "What to word", "hidden");
    const add = find(card, "wording-add").custom_id ?? "";
    const choose = discord.click(card, add, { user: "admin" });
    await choose.form();
    await discord.submit(choose, { ids: ["rows", "pull-ups"] }, { user: "admin" }).answer();
    expect((await draft())?.wording.hiddenAccessories).toEqual(["rows", "pull-ups"]);
  });
});

describe("a text that cannot stand", () => {
  test.each([
    ["@everyone read this", "@everyone"],
    ["[click here](https://example.org)", "its label must name example.org"],
    ["Hi {user}", "there are {numbers}, {advice}, {country}, {article}, {date}"],
    ["abc\u202Edef", "U+202E"],
    ["1\n2\n3\n4\n5\n6", "**Lines before**: has 6 lines"],
  ])("%j is refused with the reason, and nothing of it is lost", async (intro, reason) => {
    const refused = await word("card", "ordinary", { intro, closing: "Bye." });
    expect(textOf(refused)).toContain("## Not saved yet");
    expect(textOf(refused)).toContain(reason);
    expect(await draft()).toBeNull();
    const again = discord.click(refused, find(refused, "Edit again").custom_id ?? "", { user: "admin" });
    const form = JSON.stringify(await again.form());
    expect(form).toContain(JSON.stringify(intro).slice(1, -1));
    expect(form).toContain("Bye.");
    const saved = await discord.submit(again, { intro: "Fine now.", closing: "Bye." }, { user: "admin" }).original();
    expect(textOf(saved)).toContain("Saved into the draft");
    expect((await draft())?.wording.cards.ordinary).toEqual({ intro: "Fine now.", closing: "Bye." });
  });
});

test("lines that would push an emergency's instructions away are saved folded, and staff are told", async () => {
  const intro = `# Ignore what is below\n${"\n".repeat(200)}hello`;
  const saved = await word("card", "emergency", { intro });
  expect(textOf(saved)).toContain("Headings became plain text and extra blank lines went");
  expect(textOf(saved)).toContain("27 characters, 273 left");
  await admin.presses(saved, "Publish");
  const warning = textOf(await ask("crushing chest pain and I can't breathe"));
  expect(warning).toContain("-# From this server:\nIgnore what is below\n\nhello\n");
  expect(textOf(await word("card", "emergency", { intro: "Plain." }))).not.toContain("Headings became");
});

describe("two admins at once", () => {
  test("in the same place: the second is told what changed, and may save on top", async () => {
    const card = await admin.chooses(await admin.opens("wording"), "What to word", "card");
    const opener = discord.select(card, find(card, "Choose one to edit").custom_id ?? "", ["ordinary"], {
      user: "admin",
    });
    await opener.form();
    await meanwhile("Theirs.");
    const late = await discord.submit(opener, { intro: "Mine." }, { user: "admin" }).original();
    expect(textOf(late)).toContain("two of you at once");
    expect(textOf(late)).toContain("<@77>");
    expect(textOf(late)).toContain("Theirs.");
    expect((await draft())?.wording.cards.ordinary?.intro).toBe("Theirs.");
    const saved = await admin.presses(late, "Save mine on top");
    expect(textOf(saved)).toContain("Saved into the draft");
    expect((await draft())?.wording.cards.ordinary?.intro).toBe("Mine.");
  });

  test("in different places: both are in the draft", async () => {
    const card = await admin.chooses(await admin.opens("wording"), "What to word", "note");
    const opener = discord.select(card, find(card, "Choose one to edit").custom_id ?? "", ["breath"], {
      user: "admin",
    });
    await opener.form();
    await meanwhile("Theirs.");
    await discord.submit(opener, { text: "Mine." }, { user: "admin" }).answer();
    expect((await draft())?.wording).toEqual(
      wordingWith({ cards: { ordinary: { intro: "Theirs.", closing: null } }, sectionNotes: { breath: "Mine." } }),
    );
  });

  test("a draft that was edited since is not thrown away unseen", async () => {
    const sure = await admin.presses(await word("card", "ordinary", { intro: "Hello." }), "Discard");
    await meanwhile("Theirs.");
    expect(textOf(await admin.presses(sure, "Throw it away"))).toContain("Nothing thrown away");
    expect((await draft())?.wording.cards.ordinary?.intro).toBe("Theirs.");
  });

  test("a draft that was edited since is not published unseen", async () => {
    const saved = await word("card", "ordinary", { intro: "Hello." });
    await meanwhile("Theirs.");
    const told = await admin.presses(saved, "Publish");
    expect(textOf(told)).toContain("Somebody edited the draft since you looked");
    expect(textOf(told)).toContain("added, “Theirs");
    expect(textOf(await ask())).not.toContain("Theirs.");
    expect(textOf(await admin.presses(told, "Publish"))).toContain("## Published");
    expect(textOf(await ask())).toContain("Theirs.");
  });
});

test("a member without Manage Server changes nothing, whatever they send", async () => {
  const card = await admin.chooses(await admin.opens("wording"), "What to word", "card");
  const stranger = createStaffMember(discord, { user: "member", permissions: 0n });
  expect(textOf(await stranger.opens("wording"))).toContain("Manage Server");
  const select = find(card, "Choose one to edit").custom_id ?? "";
  const sent = discord.select(card, select, ["ordinary"], { user: "admin", permissions: 0n });
  expect(textOf(await sent.original())).toContain("Manage Server");
});

/** A text without the times in it. */
function plain(text: string): string {
  return text.replace(/<t:\d+/g, "<t");
}
