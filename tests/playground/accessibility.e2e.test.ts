import { fileURLToPath } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { hasChromium } from "./chromium.ts";
import { findFaults } from "./find-faults.ts";
import { openPlayground, type PlaygroundPage } from "./playground-page.ts";

/** A view of the page and the way there, with the tiny bot that has every component. */
type View = { readonly name: string; reach(page: Page): Promise<unknown> };

const run = async (page: Page, command: string) => {
  await page.locator("#composer-text").fill(`/${command}`);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
};
const echo = async (page: Page) => {
  await run(page, "echo");
  await page.getByRole("button", { name: "More", exact: true }).waitFor();
};
const tool = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const views: readonly View[] = [
  { name: "an empty channel", reach: (page) => page.getByText("Welcome to #general!").waitFor() },
  { name: "the list of commands", reach: (page) => page.locator("#composer-text").fill("/") },
  {
    name: "a command with its options",
    async reach(page) {
      await page.locator("#composer-text").fill("/add");
      await page.keyboard.press("Enter");
      await page.keyboard.type("half");
      await page.keyboard.press("Enter");
      await page.getByRole("alert").first().waitFor();
    },
  },
  {
    name: "every component",
    async reach(page) {
      await run(page, "everything");
      await page.getByText("Text outside").waitFor();
    },
  },
  {
    name: "an open select",
    async reach(page) {
      await echo(page);
      await page.getByRole("combobox", { name: "Pick one" }).click();
    },
  },
  {
    name: "a private answer",
    async reach(page) {
      await echo(page);
      await page.getByRole("button", { name: "More", exact: true }).click();
      await page.getByText("Only you can see this").waitFor();
    },
  },
  {
    name: "a failed click",
    async reach(page) {
      await echo(page);
      await page.getByRole("button", { name: "Never" }).click();
      await page.getByText("This interaction failed").waitFor();
    },
  },
  {
    name: "a form with what is missing",
    async reach(page) {
      await run(page, "form");
      await page.getByRole("dialog").getByRole("button", { name: "Submit" }).click();
      await page.getByText("This field is required.").waitFor();
    },
  },
  {
    name: "the menu of a message",
    async reach(page) {
      await echo(page);
      await page.locator(".message").getByText("nothing").click({ button: "right" });
      await page.getByRole("menuitem", { name: "Read it" }).waitFor();
    },
  },
  {
    name: "the conversations to try",
    reach: (page) => tool(page, "Conversations to try"),
  },
  { name: "the clock", reach: (page) => tool(page, "Move the clock") },
  { name: "the pins", reach: (page) => tool(page, "Pinned messages") },
  {
    name: "the inspector",
    async reach(page) {
      await echo(page);
      await tool(page, "Inspector: see what is sent");
      await page.locator("details.exchange").first().waitFor();
      await page.locator("details.exchange summary").first().click();
    },
  },
  {
    name: "the channels and people",
    async reach(page) {
      const menu = page.getByRole("button", { name: "Channels and people" });
      if (await menu.isVisible()) await menu.click();
      await page.getByRole("button", { name: "Direct message with Spotter" }).click();
      await page.getByText("This is the beginning of your direct message").waitFor();
      if (await menu.isVisible()) await menu.click();
      await page.getByRole("radio", { name: "Helper" }).waitFor();
    },
  },
];

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(!hasChromium)("no view has a serious fault", () => {
  let opened: PlaygroundPage;
  beforeAll(async () => {
    opened = await openPlayground(fileURLToPath(new URL("./tiny-bot-main.ts", import.meta.url)));
  });
  afterAll(() => opened?.close());
  afterEach(() => {
    expect(opened.complaints).toEqual([]);
  });

  test.each<[string, BrowserContextOptions]>([
    ["dark, on a desktop", { colorScheme: "dark" }],
    ["light, on a desktop", { colorScheme: "light" }],
    ["dark, on a phone", { ...phone, colorScheme: "dark" }],
    ["light, on a phone", { ...phone, colorScheme: "light" }],
  ])(
    "%s",
    async (_, options) => {
      // Still pictures: a colour half way through its change is none that anybody reads.
      const page = await opened.openPage({ ...options, reducedMotion: "reduce" });
      const faults: Record<string, string[]> = {};
      for (const { name, reach } of views) {
        opened.playground.discord.clear();
        await page.goto(opened.playground.url);
        await page.waitForSelector("#composer-text");
        await reach(page);
        faults[name] = await findFaults(page);
      }
      await page.context().close();
      expect(faults).toEqual(Object.fromEntries(views.map(({ name }) => [name, []])));
    },
    90_000,
  );
});
