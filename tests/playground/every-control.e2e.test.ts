import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hasChromium } from "./chromium.ts";
import { exploreMessages, type Hand } from "./explore.ts";
import { openPlayground } from "./playground-page.ts";
import { commandPaths, runCommand } from "./run-command.ts";

/** Uses every command and all that it leads to, on a server where nothing was set up yet; what was used, sorted. */
async function useEverything(hand: Hand): Promise<string[]> {
  const dataDir = await mkdtemp(join(tmpdir(), "spotter-page-"));
  const { playground, page, complaints, close } = await openPlayground(undefined, {
    DATA_DIR: dataDir,
    DATABASE_URL: "",
  });
  const used = new Set<string>();
  try {
    for (const { path, person } of commandPaths(playground.discord)) {
      playground.discord.clear();
      await page.goto(`${playground.url}/?as=${person}&place=deadlift-help`);
      await page.waitForSelector("#composer-text");
      await runCommand(page, path, hand);
      used.add(`/${path}`);
      await exploreMessages(page, hand, used);
      await page.getByRole("button", { name: /^Direct message with Spotter/ }).click();
      await exploreMessages(page, hand, used);
    }
    expect([...used]).toEqual(expect.arrayContaining(commandPaths(playground.discord).map(({ path }) => `/${path}`)));
  } finally {
    await close();
    await rm(dataDir, { recursive: true, force: true });
  }
  expect(complaints).toEqual([]);
  return [...used].toSorted();
}

test.skipIf(!hasChromium)(
  "every command, form, button and select can be used with the mouse, and just so with the keys alone",
  async () => {
    // Most of either is waiting for the page.
    const [byMouse, byKeys] = await Promise.all([useEverything("mouse"), useEverything("keyboard")]);
    expect(byKeys).toEqual(byMouse);
    expect(byMouse).toEqual(
      expect.arrayContaining([
        "What you describe often fits ordinary soreness › Accessories",
        "Upper back accessories › More about one of them",
        "The warm-up circuit: round n of n › Round  done",
        "Your soreness diary › Check in",
      ]),
    );
  },
  400_000,
);
