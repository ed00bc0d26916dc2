import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { samples } from "#src/playground/samples.ts";
import { createStaffMember, textOf } from "../servers/staff-member.ts";
import { hasChromium } from "./chromium.ts";
import { exploreMessages, type Hand, settle } from "./explore.ts";
import { openPlayground, type PlaygroundPage } from "./playground-page.ts";
import { commandPaths, runCommand } from "./run-command.ts";

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const SORE = "my upper back is tight and achy since I deadlifted yesterday";

describe.skipIf(!hasChromium)("Spotter in the playground", () => {
  let opened: PlaygroundPage;
  let page: Page;
  let dataDir: string;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "spotter-page-"));
    opened = await openPlayground(undefined, { DATA_DIR: dataDir, DATABASE_URL: "" });
    page = opened.page;
  });
  afterAll(async () => {
    await opened?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    opened.playground.discord.clear();
    await goTo(page, "?place=deadlift-help");
  });
  afterEach(() => {
    expect(opened.complaints).toEqual([]);
  });

  async function goTo(where: Page, query = ""): Promise<void> {
    await where.goto(`${opened.playground.url}/${query}`);
    await where.waitForSelector("#composer-text");
  }
  const last = (where = page) => where.locator(".message").last();

  async function say(content: string, user: string): Promise<void> {
    opened.playground.discord.say(content, { user, channel: "deadlift-help" });
  }

  test.each<Hand>(["mouse", "keyboard"])("a message is checked from its menu, with the %s", async (hand) => {
    await say("sharp stabbing pain under my shoulder blade for three weeks", "member");
    const text = last().getByText("sharp stabbing pain");
    await text.waitFor();
    if (hand === "mouse") {
      await text.click({ button: "right" });
      await page.getByRole("menuitem", { name: "Check for warning signs" }).click();
    } else {
      await page.getByRole("button", { name: "More about the message of Member" }).focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
    }
    await settle(page, hand);
    await last().locator(".private-note").waitFor();
    const used = await exploreMessages(page, hand);
    expect(used.size).toBeGreaterThan(1);
  });

  test("two people: the second presses the first one's buttons, and neither sees what is the other's alone", async () => {
    const helper = await opened.openPage();
    await goTo(helper, "?as=helper&place=deadlift-help");
    await goTo(page, "?as=member&place=deadlift-help");
    await runCommand(page, "accessories", "keyboard");
    const card = last(helper);
    await card.getByText("Member used /accessories").waitFor();
    await card.getByRole("combobox").click();
    await helper.getByRole("option").first().click();
    await last(helper).locator(".private-note").waitFor();
    expect(await last(page).locator(".private-note").count()).toBe(0);
    expect(await page.locator(".message").count()).toBe(1);
    // Whoever may manage messages may remove an answer that somebody else asked for.
    await card.page().locator(".message").first().getByRole("button", { name: "Remove" }).click();
    await expect.poll(() => page.locator(".message").count()).toBe(0);
    await helper.context().close();
  });

  test("what is typed into /ask is answered, though Enter takes the first suggestion", async () => {
    await page.locator("#composer-text").fill("/ask");
    await page.keyboard.press("Enter");
    await page.keyboard.type("my chest hurts when i deadlift");
    await page.getByRole("option", { name: "my chest hurts when i deadlift" }).waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await last().getByText("Call your local emergency number now").waitFor();
  });

  test("the bot starts anew between a click and its answer: the form is sent to the new one, and answered", async () => {
    await page.locator("#composer-text").fill("/upperback-sore");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill(SORE);
    const restarted = opened.restarted();
    await opened.playground.restartBot();
    await restarted;
    await dialog.getByRole("button", { name: "Submit" }).click();
    await dialog.waitFor({ state: "detached" });
    await last().getByRole("button", { name: "Remove" }).waitFor();
  });

  test("while the bot is away a click fails as in Discord, and works once it is back", async () => {
    await runCommand(page, "accessories", "keyboard");
    const restarted = opened.restarted();
    const isBack = opened.playground.restartBot();
    await opened.playground.discord.events.until(
      () => (opened.playground.discord.gateway.isConnected() ? undefined : true),
      "the goodbye",
    );
    await last().getByRole("combobox").click();
    await page.getByRole("option").first().click();
    await page.getByText("This interaction failed").waitFor({ timeout: 6_000 });
    await isBack;
    await restarted;
    await last().getByRole("combobox").click();
    await page.getByRole("option").nth(1).click();
    await settle(page, "mouse");
    await last().locator(".private-note").waitFor();
  });

  test("a diary is kept over days: the clock moves on, its file is saved and brought back", async () => {
    await goTo(page, "?place=dm");
    await runCommand(page, "check-in", "keyboard");
    await page.getByRole("button", { name: "I agree, open my diary" }).click();
    await settle(page, "mouse");
    await page.getByText("Spotter pinned a message to this channel.").waitFor();
    const diary = page.locator(".message", { hasText: "Your soreness diary" });
    const checkIn = async () => {
      await diary.getByRole("button", { name: "Check in" }).click();
      await settle(page, "mouse");
    };
    await checkIn();
    await page.getByRole("button", { name: "Move the clock" }).click();
    const restarted = opened.restarted();
    await page.getByRole("button", { name: "+1 day" }).click();
    await restarted;
    await checkIn();
    await diary.getByRole("button", { name: /^Soreness from 0 to 10 over 2 days, 2 check-ins/ }).waitFor();

    await diary.getByRole("button", { name: "Download" }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: "soreness-diary.json" }).click();
    const file = JSON.parse(await readFile(await (await saved).path(), "utf8"));
    expect(file.entries).toHaveLength(2);
    const older = new Date(Date.now() - 5 * 86_400_000).toISOString();
    const brought = { ...file, entries: [{ ...file.entries[0], at: older, soreness: 9 }] };
    await diary.getByRole("button", { name: "Bring back" }).click();
    const upload = { name: "diary.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(brought)) };
    await page.getByRole("dialog").locator("input[type=file]").setInputFiles(upload);
    await page.getByRole("dialog").getByRole("button", { name: "Submit" }).click();
    await diary.getByRole("button", { name: /3 check-ins: 9 on day 1/ }).waitFor();
    const isBack = opened.restarted();
    await page.getByRole("button", { name: "Start over" }).click();
    await isBack;
  }, 90_000);

  test("starting over forgets what staff has set, drafted and published", async () => {
    const admin = createStaffMember(opened.playground.discord);
    const word = async (id: string, intro: string) => {
      const card = await admin.chooses(await admin.opens("wording"), "What to word", "card");
      return admin.fillsIn(card, "Choose one to edit", id, { intro });
    };
    await admin.presses(await word("ordinary", "Published words"), "Publish");
    await word("watch", "Drafted words");
    await admin.presses(await admin.opens("panel"), "Switch reminders off");
    expect(textOf(await admin.opens("wording"))).toContain("Drafted words");
    expect(textOf(await admin.opens("history"))).toContain("Published words");

    const restarted = opened.restarted();
    await page.getByRole("button", { name: "Start over" }).click();
    await restarted;
    await expect.poll(() => page.locator(".message").count()).toBe(0);
    expect(textOf(await admin.opens("wording"))).toContain("No draft");
    expect(textOf(await admin.opens("history"))).toContain("Nothing was changed yet");
    expect(textOf(await admin.opens("panel"))).toContain("**Reminders:** on");
  }, 60_000);

  test("a choice in a form can be taken back, and made again after another", async () => {
    await page.locator("#composer-text").fill("/upperback-sore");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    const choice = (name: string) => page.getByRole("dialog").getByRole("radio", { name, exact: true });
    await choice("Burning").click();
    await choice("Not sure").click();
    await choice("Burning").click();
    expect(await choice("Burning").isChecked()).toBe(true);
    await choice("Burning").click();
    expect(await choice("Burning").isChecked()).toBe(false);
  });

  test("on a phone: a command by touch, its form, and the menu by a long press", async () => {
    const hand = await opened.openPage(phone);
    await goTo(hand, "?place=deadlift-help");
    await hand.getByRole("button", { name: "Show the commands" }).tap();
    await hand.getByRole("option", { name: /^\/upperback-sore / }).tap();
    await hand.getByRole("button", { name: "Send" }).tap();
    const dialog = hand.getByRole("dialog");
    await dialog.getByRole("textbox").fill(SORE);
    await dialog.getByRole("button", { name: "Submit" }).tap();
    await dialog.waitFor({ state: "detached" });
    await last(hand).getByRole("button", { name: "Remove" }).waitFor();
    expect(await hand.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    await say("my hand goes numb", "helper");
    const text = hand.getByText("my hand goes numb");
    await text.waitFor();
    const box = (await text.boundingBox()) ?? { x: 0, y: 0 };
    await text.dispatchEvent("pointerdown", { pointerType: "touch", clientX: box.x + 5, clientY: box.y + 5 });
    await hand.getByRole("menuitem", { name: "Check for warning signs" }).tap();
    await last(hand).locator(".private-note").waitFor();
    await hand.context().close();
  });

  test.each(samples.map(({ id, title }) => ({ id, title })))(
    "the sample $title begins from its link",
    async ({ id }) => {
      const sample = samples.find((candidate) => candidate.id === id);
      const isThere = commandPaths(opened.playground.discord).some(({ path }) => path === sample?.command);
      await page.goto(`${opened.playground.url}/?try=${id}`);
      await page.waitForSelector("#composer-text");
      if (!isThere) {
        // Not offered before the bot can do it.
        expect(await page.locator(`a[href="/?try=${id}"]`).count()).toBe(0);
        return;
      }
      await expect.poll(() => page.locator(".message, dialog").count()).toBeGreaterThan(0);
      await settle(page, "mouse");
      await page.locator(".message").getByText(`used /${sample?.command}`).first().waitFor();
      expect(page.url()).toBe(`${opened.playground.url}/`);
    },
  );
});
