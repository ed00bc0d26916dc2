import { copyFileSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { UserError } from "#src/errors.ts";
import { DEFAULT_SETTINGS } from "#src/storage/guild-settings.ts";
import { openToCopy } from "#src/storage/sqlite-connection.ts";
import { doing, MONDAY, settingsWith } from "./situation.ts";
import { openReporting, rowsOf } from "./sqlite-file.ts";
import { testFolder } from "./test-folder.ts";

const guildId = "500";
const file = (folder: string) => join(folder, "spotter.sqlite");

describe("a damaged file", () => {
  /** A folder whose database holds settings and is then damaged. */
  async function damaged(damage: (path: string) => void): Promise<string> {
    const folder = testFolder();
    const { storage } = await openReporting(folder);
    const settings = settingsWith({ country: "DE" });
    await storage.settings.save({ guildId, revision: 0, settings, source: "panel", ...doing("1") });
    await storage.close();
    damage(file(folder));
    return folder;
  }

  test.each<[string, (path: string) => void]>([
    ["that is no database", (path) => writeFileSync(path, "This was overwritten by something else.".repeat(300))],
    ["that is cut off", (path) => truncateSync(path, 3 * 4096 + 100)],
    [
      "with a broken page",
      (path) => {
        const bytes = readFileSync(path);
        writeFileSync(path, bytes.fill(0xa5, 4096, 3 * 4096));
      },
    ],
  ])("%s is refused with what to do, stays as it is, and the bot goes on with defaults", async (_, damage) => {
    const folder = await damaged(damage);
    copyFileSync(file(folder), `${file(folder)}.copy`);
    const { storage, reports } = await openReporting(folder);
    expect(reports).toEqual([
      expect.stringMatching(/^The database is damaged: stop the bot, restore the last backup with `npm run restore`/),
    ]);
    expect(await storage.health()).toMatchObject({
      kind: "degraded",
      problem: expect.stringMatching(/npm run restore/),
    });
    expect(await storage.settings.get(guildId)).toEqual(DEFAULT_SETTINGS);
    const write = { guildId, revision: 0, settings: DEFAULT_SETTINGS, source: "panel", ...doing("1") } as const;
    await expect(storage.settings.save(write)).rejects.toThrow(UserError);
    await expect(storage.personalData.show("1", MONDAY)).rejects.toThrow(UserError);
    await storage.counts.add({ guildId, interactionId: "1", command: "ask", level: null, at: MONDAY });
    await storage.close();
    expect(readFileSync(file(folder))).toEqual(readFileSync(`${file(folder)}.copy`));
  });

  test("is noticed while running, too: answers go on with defaults, and staff is told", async () => {
    const folder = testFolder();
    const { storage, reports } = await openReporting(folder);
    const other = openToCopy(file(folder));
    const [{ page }] = rowsOf(
      other,
      "select rootpage page from sqlite_master where name like '%index_guild_settings%'",
    ) as [{ page: number }];
    // A write of somebody else makes the storage read its pages anew.
    other.exec("insert into sweeps values ('2026-03-02')");
    other.pragma("wal_checkpoint(TRUNCATE)");
    writeFileSync(file(folder), readFileSync(file(folder)).fill(0xa5, (page - 1) * 4096, page * 4096), { flag: "r+" });
    other.close();
    expect(await storage.settings.get(guildId)).toEqual(DEFAULT_SETTINGS);
    await expect(storage.settings.read(guildId)).rejects.toThrow(
      /^What is saved cannot be read: the database is damaged/,
    );
    expect(reports[0]).toMatch(/could not be read: it is damaged; stop the bot and run `npm run restore`/);
    expect(await storage.health()).toMatchObject({ kind: "degraded" });
    await storage.close();
  });

  test("flipped bit by bit either works or is refused, and never stops the start", async () => {
    const folder = await damaged(() => {});
    const sound = readFileSync(file(folder));
    let refused = 0;
    for (let step = 0; step < 150; step++) {
      const bytes = Buffer.from(sound);
      const place = (step * 7919) % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ (1 << (step % 8));
      writeFileSync(file(folder), bytes);
      const { storage, reports } = await openReporting(folder);
      expect(["DE", null]).toContain((await storage.settings.get(guildId)).country);
      refused += reports.length > 0 ? 1 : 0;
      await storage.close();
    }
    expect(refused).toBeGreaterThan(0);
  }, 60_000);
});
