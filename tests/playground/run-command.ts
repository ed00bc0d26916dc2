import type { Page } from "playwright-core";
import type { LocalDiscord } from "#src/playground/local-discord.ts";
import { type Hand, settle } from "./explore.ts";

/** Types a command as people do, or chooses it with the mouse; required options get a question. */
export async function runCommand(page: Page, path: string, hand: Hand): Promise<void> {
  if (hand === "mouse") {
    await page.getByRole("button", { name: "Show the commands" }).click();
    await page.getByRole("option", { name: new RegExp(`^/${path} `) }).click();
  } else {
    await page.locator("#composer-text").fill(`/${path}`);
    await page.keyboard.press("Enter");
  }
  for (const pill of await page.locator(".command-line .pill-value").all()) {
    await pill.fill("How do I keep a neutral spine?");
    if (hand === "keyboard") await page.keyboard.press("Tab");
  }
  if (hand === "mouse") await page.getByRole("button", { name: "Send" }).click();
  else await page.keyboard.press("Enter");
  await settle(page, hand);
}

/** Every slash command by its whole path, with a person who may use it. */
export function commandPaths(discord: LocalDiscord): { path: string; person: "member" | "admin" }[] {
  return discord
    .commands()
    .filter(({ type }) => type === 1)
    .flatMap(({ name, options = [], default_member_permissions: needed }) => {
      const parts = options.filter(({ type }) => type === 1);
      const paths = parts.length > 0 ? parts.map((part) => `${name} ${part.name}`) : [name];
      return paths.map((path) => ({ path, person: needed === null ? ("member" as const) : ("admin" as const) }));
    });
}
