import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadCommands } from "#src/discord/load-commands.ts";
import type { Actor } from "#src/playground/interaction-base.ts";
import type { LocalDiscord } from "#src/playground/local-discord.ts";
import type { Message } from "#src/playground/wire.ts";
import { world } from "#src/playground/world.ts";
import { checkSettings } from "#src/storage/guild-settings.ts";
import { doing } from "../storage/situation.ts";
import { idOf } from "./controls.ts";
import { createPatientDiscord, PATIENT_MS, startSpotter } from "./spotter-bot.ts";
import { brokenContract } from "./test-bot.ts";
import { actionOf, walkEverything } from "./walk.ts";

// Standing still, the same press always leads to the same card.
const now = new Date();
const clock = { now: () => now };

const PLACES: Readonly<Record<string, Actor>> = {
  "a server": {},
  "a direct message": { channel: "dm" },
  "a server that has not invited the bot": { isUserInstalled: true },
  "between people": { channel: "dm", isUserInstalled: true },
};

const DESCRIPTIONS = {
  ordinary: "dull ache across my upper back the day after heavy deadlifts, my form is off",
  watch: "dull ache in my upper back for 8 days after deadlifts, slowly easing",
  "be seen": "sharp stabbing pain under my shoulder blade for 3 weeks and it is getting worse",
  "help today": "my arm has been numb all the time since friday's deadlifts",
  emergency: "crushing chest pain and I can't breathe",
  intimate: "since my deadlift session I can't hold my bladder and I'm numb between the legs",
  crisis: "my back hurts and I want to kill myself",
  "one that asks": "week and a half of dull back, no change",
  "an urgent one that asks": "deep inhale = poke under left shldr blade",
  unread: "mein Rücken tut seit gestern sehr weh",
};

type Options = Readonly<Record<string, string | boolean>>;

const BEGINNINGS: readonly (readonly [string, string, Options])[] = [
  ...Object.entries(DESCRIPTIONS).map(
    ([name, describe]) => [`a card: ${name}`, "upperback-sore", { describe }] as const,
  ),
  ["an answer", "ask", { question: "how do i keep a neutral spine" }],
  ["a private answer", "ask", { question: "how do i keep a neutral spine", private: true }],
  ["a private card", "upperback-sore", { describe: DESCRIPTIONS.watch, private: true }],
  ["a private circuit", "circuit", { private: true }],
  ["no answer", "ask", { question: "what shoes should i buy" }],
  ["an answer beside a long entry of the server's own", "ask", { question: "is it normal" }],
  ["a private entry of the server's own", "ask", { question: "where is the soap", private: true }],
  ["the list", "accessories", {}],
  ["a filtered list", "accessories", { for: "muscle:lats" }],
  ["one exercise", "accessories", { exercise: "rows" }],
  ["the circuit", "circuit", {}],
  ["no reminder", "reminder", {}],
  ["my data", "privacy", {}],
  ["the diary's consent", "check-in", {}],
];

// So long that only one of them fits a message.
const LONG = "{numbers}".repeat(5).padEnd(500, "x y");
const OWN_WORDS = checkSettings({
  wording: {
    sectionNotes: { "normal-or-not": LONG },
    entries: {
      normal: { title: "Normal here", aliases: ["is it normal"], text: LONG.padEnd(2_000, "x y"), url: null },
      soap: { title: "Soap", aliases: ["where is the soap"], text: "Ask the desk.", url: "https://example.org/soap" },
    },
  },
});

/** A diary's file: sharp today, and sore for two weeks. */
function diaryFile(): { name: string; contentType: string; data: Buffer } {
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * 24 * 3_600_000).toISOString();
  const entries = [15, 8, 1].map((daysAgo) => ({
    at: at(daysAgo),
    soreness: 4,
    trend: "same",
    sharp: daysAgo === 1,
    tingling: false,
    numb: false,
    alreadyDays: null,
  }));
  const data = Buffer.from(JSON.stringify({ spotterDiary: 1, agreedAt: at(16), entries }));
  return { name: "soreness-diary.json", contentType: "application/json", data };
}

const met = new Set<string>();
// With what Spotter knows today these lists have one page; further pages are turned in their own tests.
const ONE_PAGE = ["accessories:page", "upperback-sore:page"];

describe.each(Object.entries(PLACES))("in %s", (_, actor) => {
  let discord: LocalDiscord;
  let bot: Awaited<ReturnType<typeof startSpotter>>;
  const seen = new Set<string>();

  beforeAll(async () => {
    discord = await createPatientDiscord();
    bot = await startSpotter(discord, { clock, deferAfterMs: PATIENT_MS });
    const change = { revision: 0, settings: OWN_WORDS, source: "panel", ...doing("1") } as const;
    await bot.storage.settings.save({ guildId: world.guild.id, ...change });
  });
  afterAll(async () => {
    await bot.stop();
    await discord.stop();
    for (const id of seen) met.add(actionOf(id));
  });
  beforeEach(() => discord.clear());
  // What follows an answer still needs the messages that are cleared.
  afterEach(() => bot.dispatcher.idle());

  const walk = (begin: () => Promise<Message>) => walkEverything({ discord, begin, actor, seen });
  const press = (message: Message, label: string) => discord.click(message, idOf(message, label), actor);

  test.each(BEGINNINGS)(
    "%s: everything can be pressed, chosen and sent, to the last page",
    async (_, command, options) => {
      await walk(() => discord.slash(command, options, actor).original());
    },
  );

  test("the message menu", async () => {
    const said = discord.say(DESCRIPTIONS["be seen"], actor);
    await walk(() => discord.messageMenu("Check for warning signs", said, actor).original());
  });

  test("a reminder, and the data that is kept for it", async () => {
    const remind = async () => {
      const card = await discord.slash("upperback-sore", { describe: DESCRIPTIONS.watch }, actor).original();
      return press(card, "Remind me").original();
    };
    await walk(remind);
    await walk(async () => {
      await remind();
      return discord.slash("privacy", {}, actor).original();
    });
  });

  test("a diary", async () => {
    await walk(async () => {
      discord.clear();
      const consent = await discord.slash("check-in", {}, actor).original();
      await press(consent, "I agree, open my diary").answer();
      const diary = () =>
        discord.messages("dm", "member").find(({ components }) => JSON.stringify(components).includes(":in:"));
      await expect.poll(diary).toBeDefined();
      const bring = discord.click(diary() as Message, idOf(diary() as Message, "Bring back"));
      await bring.form();
      return discord.submit(bring, { file: [diaryFile()] }).original();
    });
  });

  test("the empty form", async () => {
    await walk(async () => {
      const opener = discord.slash("upperback-sore", {}, actor);
      const form = await opener.form();
      seen.add(form.custom_id);
      return discord.submit(opener, {}, actor).original();
    });
  });

  test("and all that was sent keeps Discord's contract, and nothing failed", () => {
    expect(brokenContract(discord)).toEqual([]);
    expect(bot.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});

test("no button, select or form of any command was left out", async () => {
  const commands = await loadCommands("commands");
  // What staff get is walked where staff are tested.
  const walked = [...commands].filter(([name]) => name !== "spotter");
  const all = walked.flatMap(([name, { actions = {} }]) => Object.keys(actions).map((action) => `${name}:${action}`));
  expect(all.filter((action) => !met.has(action)).toSorted()).toEqual(ONE_PAGE);
});
