import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** With what the page is used. */
export type Hand = "mouse" | "keyboard";

/** A button or select of a message; `path` says in people's words which one it is. */
type Control = { readonly id: string; readonly isSelect: boolean; readonly path: string };

const MOST_STEPS = 150;

// What stands on a card while it is drawn: its first line, and what each control is called.
const LIST_CONTROLS = `[...document.querySelectorAll(".message")].flatMap((message) => {
  const text = message.querySelector(".components")?.innerText ?? "";
  const title = text.split("\\n")[0].replace(/[0-9]+/g, "n");
  return [...message.querySelectorAll(".components button:enabled:is(.button, .select)")].map((one) => ({
    id: one.id,
    isSelect: one.matches(".select"),
    path: title + " › " + (one.getAttribute("aria-label") ?? one.innerText).replace(/: .*|[0-9]+/g, "").trim(),
  }));
})`;

/**
 * Uses everything that the messages of the open channel offer, and everything that this leads to, each once; whatever
 * takes a message away comes last.
 *
 * @returns the paths that were used.
 */
export async function exploreMessages(page: Page, hand: Hand, used = new Set<string>()): Promise<Set<string>> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const controls = (await page.evaluate(LIST_CONTROLS)) as Control[];
    const left = controls.filter(({ path }) => !used.has(path));
    const next = left.find(({ path }) => !/remove|delete|erase/i.test(path)) ?? left[0];
    if (next === undefined) return used;
    used.add(next.path);
    await use(page.locator(`[id="${next.id}"]`), next, hand, page);
    await settle(page, hand);
  }
  throw new Error(`more than ${MOST_STEPS} steps: ${[...used].slice(-5).join("; ")}`);
}

async function use(element: Locator, { isSelect }: Control, hand: Hand, page: Page): Promise<void> {
  if (hand === "mouse") {
    await element.click();
    if (!isSelect) return;
    const list = page.locator('[role="listbox"]:visible');
    await list.getByRole("option").first().click();
    // Only a choice of several stays open; any other may have opened a form, which covers everything.
    if ((await list.count()) > 0) await page.locator(".place-title").click();
    return;
  }
  await element.focus();
  await page.keyboard.press(isSelect ? "ArrowDown" : "Enter");
  if (!isSelect) return;
  await page.keyboard.press("Enter");
  // Where several can be chosen the list stays open.
  if ((await page.locator('[role="listbox"]:visible').count()) > 0) await page.keyboard.press("Escape");
}

/** Waits until the bot has answered; a form that it opens is filled in and sent. */
export async function settle(page: Page, hand: Hand): Promise<void> {
  const isQuiet = async () =>
    (await page.locator(".pending, .thinking").count()) === 0 || (await page.locator("dialog").count()) > 0;
  await expect.poll(isQuiet, { timeout: 6_000 }).toBe(true);
  const dialog = page.getByRole("dialog");
  if ((await dialog.count()) > 0) {
    await fillIn(dialog, hand, page);
    await dialog.waitFor({ state: "detached" });
    await expect.poll(isQuiet, { timeout: 6_000 }).toBe(true);
  }
  expect(await page.getByText(/This interaction failed|did not respond/).count()).toBe(0);
}

async function fillIn(dialog: Locator, hand: Hand, page: Page): Promise<void> {
  for (const field of await dialog.locator(".field").all()) {
    const text = field.locator("textarea, input[type=text]");
    const box = field.locator("input[type=radio], input[type=checkbox]").first();
    const select = field.getByRole("combobox");
    const file = field.locator("input[type=file]");
    if ((await text.count()) > 0) {
      if (hand === "mouse") await text.fill("Sore traps");
      else {
        await text.press("Control+A");
        await page.keyboard.type("Sore traps");
      }
    } else if ((await box.count()) > 0) {
      if (hand === "mouse") await box.click();
      else await box.press("Space");
    } else if ((await select.count()) > 0) {
      await use(select, { id: "", isSelect: true, path: "" }, "keyboard", page);
    } else if ((await file.count()) > 0) {
      await file.setInputFiles({ name: "notes.json", mimeType: "application/json", buffer: Buffer.from("{}") });
    }
  }
  const submit = dialog.getByRole("button", { name: "Submit" });
  if (hand === "mouse") await submit.click();
  else await submit.press("Enter");
}
