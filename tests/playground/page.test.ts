import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Playground } from "#src/playground/playground.ts";
import { getPerson, getPlace } from "#src/playground/world.ts";
import { hasChromium } from "./chromium.ts";
import { openPlayground, type PlaygroundPage } from "./playground-page.ts";
import { manyOptions } from "./tiny-bot-cards.ts";

let opened: PlaygroundPage;
let playground: Playground;
let page: Page;
let complaints: string[];

describe.skipIf(!hasChromium)("the page", () => {
  beforeAll(async () => {
    opened = await openPlayground(fileURLToPath(new URL("./tiny-bot-main.ts", import.meta.url)));
    ({ playground, page, complaints } = opened);
  }, 30_000);
  afterAll(() => opened?.close());
  beforeEach(async () => {
    complaints.length = 0;
    playground.discord.clear();
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.goto(playground.url);
    await page.waitForSelector("#composer-text");
  });

  const composer = () => page.locator("#composer-text");
  const last = () => page.locator(".message").last();
  async function begin(command: string): Promise<void> {
    await composer().fill(`/${command}`);
    await page.keyboard.press("Enter");
  }
  async function echo(): Promise<void> {
    await begin("echo");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "More", exact: true }).waitFor();
  }

  test("a command is typed with the keys alone: chosen from the list, filled in, sent", async () => {
    await composer().pressSequentially("/ad");
    expect(await page.getByRole("option").allInnerTexts()).toEqual([expect.stringContaining("/add")]);
    await page.keyboard.press("Tab");
    await page.keyboard.type("12");
    await page.keyboard.press("Tab");
    await page.keyboard.type("pou");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await last().getByText("12 lb").waitFor();
    await last().getByText("Member used /add").waitFor();
    expect(complaints).toEqual([]);
  });

  test("what is missing or wrong is said, and nothing is sent", async () => {
    await begin("add");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("first: this option is required.").waitFor();
    await page.keyboard.type("half");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("first: must be a whole number.").waitFor();
    expect(await page.locator(".message").count()).toBe(0);
    await page.keyboard.press("Escape");
    await composer().waitFor();
  });

  test("suggestions come while typing", async () => {
    await begin("echo");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.type("pu");
    await page.getByRole("option", { name: "pulls" }).waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await last().getByText("pulls").waitFor();
  });

  test("Enter sends what was typed since the suggestions came, and none of them", async () => {
    await begin("echo");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.type("pu");
    await page.getByRole("option", { name: "pulls" }).waitFor();
    await page.keyboard.type("sh");
    await page.keyboard.press("Enter");
    await last().getByText("push", { exact: true }).waitFor();
  });

  test("a button answers privately, and the answer can be dismissed", async () => {
    await echo();
    await page.getByRole("button", { name: "More", exact: true }).click();
    const note = page.getByText("Only you can see this");
    await note.waitFor();
    await page.getByRole("button", { name: "Dismiss message" }).click();
    await note.waitFor({ state: "detached" });
  });

  test("the line above an answer has the date of the message that it answers", async () => {
    await begin("echo");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.type("again on <t:1760000000:D>, seen <t:1760000000:R>.");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "More", exact: true }).click();
    const [day, ago] = await page.locator(".time-mark").allInnerTexts();
    expect([day, ago]).toEqual([expect.stringContaining("2025"), expect.stringContaining("year")]);
    await page.locator(".reply-snippet").getByText(`again on ${day}, seen ${ago}.`).first().waitFor();
  });

  test("a second person does not see the private answer, but can press the first one's buttons", async () => {
    await echo();
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByText("Only you can see this").waitFor();
    await page.getByText("May also manage messages").click();
    await page.getByText("Only you can see this").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByText("clicked by helper").waitFor();
  });

  test("a select changes the card by the keys", async () => {
    await echo();
    await page.getByRole("combobox", { name: "Pick one" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("chose b").waitFor();
  });

  test("a form holds back what is not complete and sends what is", async () => {
    await begin("form");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "A form" });
    await dialog.getByRole("button", { name: "Submit" }).click();
    await dialog.getByText("This field is required.").waitFor();
    await dialog.getByRole("radio", { name: "y" }).check();
    await dialog.getByRole("checkbox", { name: "two" }).check();
    await dialog.getByRole("textbox", { name: "Words" }).fill("sore traps");
    await dialog.getByText("30", { exact: true }).waitFor();
    await dialog.getByRole("button", { name: "Submit" }).click();
    await dialog.waitFor({ state: "detached" });
    await last()
      .getByText(/"value":"y".*"two".*sore traps/)
      .waitFor();
  });

  test("a form from a button closes by Escape and gives the focus back", async () => {
    await echo();
    await page.getByRole("button", { name: "Ask" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => page.evaluate("document.activeElement.innerText")).toBe("Ask");
  });

  describe.each([
    ["a desktop", { width: 1200, height: 860 }],
    ["a phone", { width: 390, height: 844 }],
    ["a phone on its side", { width: 844, height: 390 }],
  ])("a long list in a low form, on %s", (_, viewport) => {
    const dialog = () => page.getByRole("dialog");
    const select = () => dialog().getByRole("combobox");

    async function openList(): Promise<void> {
      await page.setViewportSize(viewport);
      await begin("choose");
      await page.keyboard.press("Enter");
      await select().waitFor();
    }
    /** Whether what is active in the list can be seen, and nothing lies over it. */
    const isActiveInSight = () =>
      page.evaluate(`(() => {
        const box = document.querySelector("dialog .list-item.active").getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        return document.elementFromPoint(x, y)?.closest(".list-item.active") != null;
      })()`);
    const chosen = async () => (await select().innerText()).split(", ");

    test("every option can be clicked", async () => {
      await openList();
      await select().click();
      for (const { value } of manyOptions)
        await dialog().getByRole("option", { name: value, exact: true }).click({ timeout: 2_000 });
      expect(await chosen()).toEqual(manyOptions.map(({ value }) => value));
    });

    test("every option can be chosen with the keys, in sight", async () => {
      await openList();
      await select().focus();
      await page.keyboard.press("ArrowDown");
      for (const [index] of manyOptions.entries()) {
        if (index > 0) await page.keyboard.press("ArrowDown");
        expect(await isActiveInSight()).toBe(true);
        await page.keyboard.press("Enter");
        expect(await isActiveInSight()).toBe(true);
      }
      expect(await chosen()).toEqual(manyOptions.map(({ value }) => value));
      await page.keyboard.press("Escape");
      await expect.poll(() => page.getByRole("listbox").count()).toBe(0);
      expect(await dialog().count()).toBe(1);
    });

    test("the wheel brings the last option into sight", async () => {
      await openList();
      await select().click();
      await dialog().getByRole("option").first().hover({ timeout: 2_000 });
      await page.mouse.wheel(0, 3_000);
      await page.waitForTimeout(300);
      await dialog().getByRole("option", { name: "exercise 25", exact: true }).hover({ timeout: 2_000 });
      expect(await isActiveInSight()).toBe(true);
    });
  });

  test("a list stays with its select while the messages behind it move on", async () => {
    await echo();
    await page.getByRole("combobox", { name: "Pick one" }).click();
    const gap = () =>
      page.evaluate(`(() => {
        const [select, list] = [".select", ".listbox"].map((one) =>
          document.querySelector(".message " + one).getBoundingClientRect());
        return Math.max(list.top - select.bottom, select.top - list.bottom);
      })()`);
    const before = await page.locator(".message .select").boundingBox();
    for (let count = 0; count < 30; count += 1) playground.discord.say(`message ${count}`);
    await expect.poll(async () => (await page.locator(".message .select").boundingBox())?.y).not.toBe(before?.y);
    expect(await gap()).toBeCloseTo(4);
  });

  test("a file can be handed in", async () => {
    await begin("form");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "A file" });
    const file = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("notes") };
    await dialog.locator("input[type=file]").setInputFiles(file);
    await dialog.getByRole("button", { name: "Submit" }).click();
    await last().getByText("notes.txt").waitFor();
  });

  test("a bot that does not answer is shown to have failed, after three seconds and not before", async () => {
    await echo();
    const button = page.getByRole("button", { name: "Never" });
    await button.click();
    await page.waitForTimeout(1_500);
    expect(await page.locator(".pending").count()).toBe(1);
    await page.getByText("This interaction failed").waitFor({ timeout: 3_000 });
    expect(await page.locator(".pending").count()).toBe(0);
  }, 15_000);

  test("a message command stands in the message's menu", async () => {
    await composer().fill("my traps are sore");
    await page.keyboard.press("Enter");
    await page.getByText("my traps are sore").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Read it" }).click();
    await page.getByText("read: my traps are sore").waitFor();
  });

  test("the inspector tells of each exchange whether it meets the contract, and how long it took", async () => {
    await begin("form");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await echo();
    await page.getByRole("button", { name: "Inspector: see what is sent" }).click();
    const inspector = page.getByRole("complementary", { name: "Inspector" });
    const exchange = (title: string) => inspector.locator("details.exchange", { hasText: title }).first();
    await exchange("command /form").getByText("✓ meets the contract").waitFor();
    await exchange("command /form")
      .getByText(/^\d+\.\d ms$/)
      .waitFor();
    // The tiny bot leaves pings on, which this project's bots never do.
    await exchange("command /echo").getByText("✗ breaks the contract").waitFor();
    await exchange("command /echo").locator("summary").first().click();
    await exchange("command /echo").getByText("allowed_mentions does not switch every ping off").waitFor();
    await exchange("command /echo").getByText("Interaction", { exact: true }).click();
    await exchange("command /echo").getByText('"name": "echo"').waitFor();
    expect(complaints).toEqual([]);
  });

  test("what the bot sends of its own accord is inspected as well", async () => {
    await page.getByRole("button", { name: "Inspector: see what is sent" }).click();
    await fetch(`${playground.discord.apiUrl}/v10/users/@me/channels`, {
      method: "POST",
      headers: { authorization: `Bot ${playground.discord.token}`, "content-type": "application/json" },
      body: JSON.stringify({ recipient_id: "1" }),
    });
    const exchange = page.locator("details.exchange", { hasText: "POST /users/@me/channels" }).first();
    await exchange.getByText("of the bot's own accord").waitFor();
    await exchange.locator("summary").first().click();
    await exchange.getByText(/refused: 400 Invalid Recipient/).waitFor();
  });

  test("a pinned message is announced, and found again under the pins", async () => {
    const { discord } = playground;
    const headers = { authorization: `Bot ${discord.token}`, "content-type": "application/json" };
    await page.getByRole("button", { name: "Direct message with Spotter" }).click();
    const { id: channel } = getPlace("dm", getPerson("member").user.id);
    const post = { method: "POST", headers, body: JSON.stringify({ content: "Your diary" }) };
    const posted = await fetch(`${discord.apiUrl}/v10/channels/${channel}/messages`, post);
    const { id } = (await posted.json()) as { id: string };
    await fetch(`${discord.apiUrl}/v10/channels/${channel}/messages/pins/${id}`, { method: "PUT", headers });
    await page.getByText("Spotter pinned a message to this channel.").waitFor();
    await page.getByRole("button", { name: "Pinned messages" }).click();
    await page.locator("#pins-panel").getByText("Your diary").click();
    await expect.poll(() => page.evaluate("document.activeElement.id")).toBe(`message-${id}`);
  });

  test("a link to a message of this Discord leads to it, as in Discord itself", async () => {
    const { discord } = playground;
    const target = discord.say("the message that is meant", { channel: "dm" });
    discord.say(`https://discord.com/channels/@me/${target.channel_id}/${target.id}`);
    await last().getByRole("link").click();
    await page.locator(`#message-${target.id}`).getByText("the message that is meant").waitFor();
    await page.locator(`#message-${target.id}:focus`).waitFor();
    expect(page.context().pages()).toHaveLength(1);
  });

  test("whoever switches direct messages off gets none of the bot's", async () => {
    const takes = page.getByRole("switch", { name: "Take direct messages from the bot" });
    await takes.uncheck();
    await expect.poll(() => playground.discord.takesDirectMessages("member")).toBe(false);
    await page.getByText("May also manage messages").click();
    await expect.poll(() => takes.isChecked()).toBe(true);
    expect(playground.discord.takesDirectMessages("helper")).toBe(true);
  });

  test("who may not use a command is not offered it", async () => {
    const offered = async () => {
      await composer().fill("/gua");
      return page.getByRole("option").count();
    };
    expect(await offered()).toBe(0);
    await page.getByText("May do everything").click();
    await expect.poll(offered).toBe(1);
  });

  test("every component has its element, and pictures from elsewhere are not loaded", async () => {
    await begin("everything");
    await page.keyboard.press("Enter");
    await page.getByText("Text outside").waitFor();
    expect(await page.locator(".unknown").count()).toBe(0);
    const dot = `document.querySelector(".message img[alt='A dot']").naturalWidth`;
    await expect.poll(() => page.evaluate(dot)).toBe(1);
    expect(complaints).toEqual([]);
  });

  test("the clock moves, the bot starts anew, and the buttons of before still work", async () => {
    await echo();
    await page.getByRole("button", { name: "Move the clock" }).click();
    await page.getByRole("button", { name: "+3 days" }).click();
    await opened.restarted();
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByText("clicked by member").waitFor();
    await begin("clock");
    await page.keyboard.press("Enter");
    await page.getByText("offset 259200000").waitFor();
    await page.getByRole("button", { name: "Start over" }).click();
    await opened.restarted();
    await expect.poll(() => page.locator(".message").count()).toBe(0);
  }, 20_000);

  test("at 390 pixels nothing sticks out, and the channels are behind a button", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await begin("everything");
    await page.keyboard.press("Enter");
    await page.getByText("Text outside").waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    const widest = await page
      .locator(".message *")
      .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)));
    expect(widest).toBeLessThanOrEqual(390);
    await page.getByRole("button", { name: "Channels and people" }).click();
    await page.getByRole("button", { name: "deadlift-help", exact: true }).click();
    await page.getByRole("heading", { name: "Welcome to #deadlift-help!" }).waitFor();
  });

  test("no text becomes markup or runs: 500 tries", async () => {
    const sources = [
      "<script>hit()</script>",
      "<img src=x onerror=hit()>",
      "[x](javascript:hit())",
      "<svg/onload=hit()>",
      "<a href='javascript:hit()'>x</a>",
    ];
    const wraps = ["$", "**$**", "> $", "- $", "# $", "||$||", "-# $", "*$*", "__$__", "~~$~~"];
    const fillers = ["", "\u0000", "\u202e", "&lt;", "\"'>", "`", "]]>", "-->", "{{", "\n"];
    await page.evaluate("window.hits = 0; window.hit = () => (window.hits += 1);");
    for (const source of sources) {
      for (const wrap of wraps)
        for (const filler of fillers) playground.discord.say(wrap.replace("$", () => `${filler}${source}`));
    }
    await expect.poll(() => page.locator(".message").count(), { timeout: 15_000 }).toBe(500);
    expect(await page.evaluate("window.hits")).toBe(0);
    expect(
      await page.locator(".message :is(script, iframe, object, [onerror], [onload], a[href^='java'])").count(),
    ).toBe(0);
    expect(await page.locator(".message-text img, .message-text svg").count()).toBe(0);
    expect(complaints).toEqual([]);
  }, 30_000);
});
