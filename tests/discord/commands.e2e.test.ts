import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createLocalDiscord, type LocalDiscord } from "#src/playground/local-discord.ts";
import { controls, idOf, pressEverything } from "./controls.ts";
import { startSpotter } from "./spotter-bot.ts";
import { brokenContract } from "./test-bot.ts";

let discord: LocalDiscord;
let bot: Awaited<ReturnType<typeof startSpotter>>;

async function connect(): Promise<void> {
  bot = await startSpotter(discord);
}

beforeAll(async () => {
  discord = await createLocalDiscord({ port: 0 });
  await connect();
});
afterAll(async () => {
  await bot.stop();
  await discord.stop();
});
beforeEach(() => {
  discord.clear();
  bot.lines.length = 0;
});
afterEach(async () => {
  await bot.dispatcher.idle();
  expect(brokenContract(discord)).toEqual([]);
  expect(bot.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

/** Presses a button of a message as it stands now, and waits until it is answered. */
async function press(messageId: string, label: string): Promise<void> {
  const message = discord.messages("general").find(({ id }) => id === messageId);
  if (message === undefined) throw new Error("that message is gone");
  await discord.click(message, idOf(message, label)).answer();
}

describe("/upperback-sore", () => {
  test("with nothing said opens the form, and an empty form is answered", async () => {
    const opener = discord.slash("upperback-sore");
    const form = await opener.form();
    expect(form.components).toHaveLength(5);
    const message = await discord.submit(opener, {}).original();
    expect(JSON.stringify(message.components)).not.toContain("Something went wrong");
  });

  test.each([
    ["ordinary soreness", "dull ache across my upper back the day after heavy deadlifts", "general"],
    [
      "a sign to be seen for",
      "sharp stabbing pain under my shoulder blade for 3 weeks and it is getting worse",
      "general",
    ],
    ["an emergency", "crushing chest pain and I can't breathe", "general"],
    ["what is intimate", "since my deadlift session I can't hold my bladder and I'm numb between the legs", "general"],
    ["a crisis", "my back hurts and I want to kill myself", "general"],
    ["another language", "mein Rücken tut seit gestern sehr weh", "general"],
    ["nothing to read", "!!! ???", "general"],
    ["emoji", "😖".repeat(700), "general"],
    ["mentions and markdown", "@everyone **sore** <@123> [x](https://example.org) # back", "general"],
    ["a direct message", "dull ache in my traps since yesterday", "dm"],
  ])("of %s: everything on the card can be pressed", async (_, describe, channel) => {
    const message = await discord.slash("upperback-sore", { describe }, { channel }).original();
    expect(await pressEverything(discord, message, 2)).toBeGreaterThan(0);
  });
});

test("a private reading is shown in the channel once, and says so", async () => {
  const describe = "sharp stabbing pain under my shoulder blade for 3 weeks";
  const read = await discord.slash("upperback-sore", { describe, private: true }).original();
  const shown = await discord.click(read, idOf(read, "Show in channel")).followUp();
  expect(discord.audienceOf(shown.id)).toBeNull();
  const now = () => discord.messages("general").find(({ id }) => id === read.id)?.components;
  await expect.poll(() => JSON.stringify(now())).toContain("I posted it in the channel.");
  const labels = controls(now()).map(({ label }) => label);
  expect(labels).toContain("There is more");
  expect(labels).not.toContain("Show in channel");
});

test("/accessories: everything in the list can be pressed", async () => {
  const message = await discord.slash("accessories").original();
  expect(await pressEverything(discord, message, 3)).toBeGreaterThan(3);
});

test("/accessories: the picture travels along, in the first answer and on an update", async () => {
  const message = await discord.slash("accessories", { for: "muscle:lats" }).original();
  expect(message.attachments).toMatchObject([{ filename: "muscle-lats.png" }]);
  expect(message.attachments[0]?.description).toContain("the lats");
  const one = await discord.slash("accessories", { exercise: "rows" }).original();
  expect(one.attachments).toMatchObject([{ filename: "accessory-rows.png" }]);
  expect(await pressEverything(discord, message, 2)).toBeGreaterThan(0);
});

describe("/circuit", () => {
  test("is followed round by round to its end, and back", async () => {
    const message = await discord.slash("circuit", { for: "trap-soreness" }).original();
    const steps = ["Start round 1", "Round 1 done", "Round 2 done", "Undo", "Round 2 done", "Round 3 done"];
    for (const label of [...steps, "Round 4 done: finish"]) await press(message.id, label);
    const [done] = discord.messages("general");
    expect(JSON.stringify(done?.components)).toContain("**4 of 4** rounds, 300 of 300 reps");
  });

  test("goes on after a restart: everything is in its buttons", async () => {
    const message = await discord.slash("circuit").original();
    await press(message.id, "Start round 1");
    await bot.stop();
    await connect();
    await press(message.id, "Round 1 done");
    expect(JSON.stringify(discord.messages("general")[0]?.components)).toContain("round 2 of 4");
  });

  test.each(["general", "dm"])("in %s everything on it can be pressed", async (channel) => {
    const message = await discord.slash("circuit", {}, { channel }).original();
    expect(await pressEverything(discord, message, 3)).toBeGreaterThan(5);
  });

  test("a stranger's press gives them their own", async () => {
    const message = await discord.slash("circuit").original();
    const theirs = await discord.click(message, idOf(message, "Start round 1"), { user: "helper" }).original();
    expect(discord.audienceOf(theirs.id)).not.toBeNull();
  });
});

describe("Check for warning signs", () => {
  const MENU = "Check for warning signs";

  test("the helper reads it alone, posts it, and the author owns the answer", async () => {
    const said = discord.say("sharp stabbing pain under my shoulder blade, cant lift my arm", { user: "member" });
    const read = await discord.messageMenu(MENU, said, { user: "helper" }).original();
    expect(discord.audienceOf(read.id)).not.toBeNull();
    const posted = await discord.click(read, idOf(read, "Post it here"), { user: "helper" }).followUp();
    expect(discord.audienceOf(posted.id)).toBeNull();
    expect(JSON.stringify(posted.components)).toContain(`/${said.channel_id}/${said.id}`);
    expect(posted.mentions).toEqual([]);
    expect(await pressEverything(discord, posted, 2)).toBeGreaterThan(1);
  });

  test("posted, the private message says so and posts no second time", async () => {
    const said = discord.say("sharp stabbing pain under my shoulder blade", { user: "member" });
    const read = await discord.messageMenu(MENU, said, { user: "helper" }).original();
    await discord.click(read, idOf(read, "Post it here"), { user: "helper" }).followUp();
    const now = () => discord.messages("general", "helper").find(({ id }) => id === read.id)?.components;
    await expect.poll(() => JSON.stringify(now())).toContain("I posted it.");
    expect(controls(now())).toEqual([]);
    expect(discord.audienceOf(read.id)).not.toBeNull();
  });

  test("a post that Discord refuses leaves the button, and it works when pressed again", async () => {
    const said = discord.say("sharp stabbing pain under my shoulder blade", { user: "member" });
    const read = await discord.messageMenu(MENU, said, { user: "helper" }).original();
    const press = () => discord.click(read, idOf(read, "Post it here"), { user: "helper" });
    discord.faults.failNext("webhook", { kind: "refused", status: 403, code: 50013, message: "Missing Permissions" });
    const sorry = await press().followUp();
    expect(JSON.stringify(sorry.components)).toContain("Something went wrong");
    expect(discord.audienceOf(sorry.id)).not.toBeNull();
    expect(discord.messages("general", "helper").find(({ id }) => id === read.id)).toEqual(read);
    bot.lines.length = 0;
    expect(discord.audienceOf((await press().followUp()).id)).toBeNull();
  });

  test("the helper can take the answer away again", async () => {
    const said = discord.say("sharp stabbing pain under my shoulder blade", { user: "member" });
    const read = await discord.messageMenu(MENU, said, { user: "helper" }).original();
    const posted = await discord.click(read, idOf(read, "Post it here"), { user: "helper" }).followUp();
    await discord.click(posted, idOf(posted, "Remove"), { user: "helper" }).answer();
    await expect.poll(() => discord.messages("general").some(({ id }) => id === posted.id)).toBe(false);
  });

  test.each([
    ["dull ache across my upper back since yesterday's deadlifts", "general"],
    ["sharp stabbing pain for 3 weeks", "dm"],
    ["crushing chest pain and I can't breathe", "general"],
    ["I can't hold my bladder since my deadlifts", "general"],
    ["I want to kill myself", "general"],
    ["mein Rücken tut sehr weh", "general"],
    ["😖".repeat(900), "general"],
    [`@everyone <@1> [x](https://example.org) ${"my back hurts a lot. ".repeat(90)}`, "general"],
    ["nothing about any body", "general"],
  ])("of %#: everything on it can be pressed", async (text, channel) => {
    const said = discord.say(text, { channel });
    const read = await discord.messageMenu(MENU, said).original();
    await pressEverything(discord, read, 2);
  });

  test("one's own answer of the bot, and an empty message, get a sentence", async () => {
    const answer = await discord.slash("accessories").original();
    const onBot = await discord.messageMenu(MENU, answer).original();
    expect(JSON.stringify(onBot.components)).toContain("A bot wrote this message");
    const blank = await discord.messageMenu(MENU, discord.say(" ")).original();
    expect(JSON.stringify(blank.components)).toContain("There is no text in this message");
  });

  test("whoever must not write in the channel is told so, and cannot post", async () => {
    const said = discord.say("sharp stabbing pain under my shoulder blade");
    const read = await discord.messageMenu(MENU, said, { permissions: 1n << 10n }).original();
    expect(JSON.stringify(read.components)).toContain("You can't write in this channel");
    expect(controls(read.components)).toHaveLength(1);
  });
});

describe("/ask", () => {
  test.each([
    ["my chest hurts when i deadlift", "Call your local emergency number now"],
    ["what shoes should i buy", "I don't know that"],
  ])("answers the typed words when Enter takes the first suggestion: %s", async (words, expected) => {
    const [first] = await discord.autocomplete("ask", "question", words).choices();
    expect(first).toEqual({ name: words, value: words });
    const message = await discord.slash("ask", { question: first?.value ?? "" }).original();
    expect(JSON.stringify(message.components)).toContain(expected);
  });
});

test("/accessories: an exercise chosen while typing", async () => {
  const [first] = await discord.autocomplete("accessories", "exercise", "shr").choices();
  await discord.slash("accessories", { exercise: first?.value ?? "" }).original();
});
