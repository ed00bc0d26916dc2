import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { StartError } from "#src/errors.ts";
import { backUp, restore } from "#src/storage/copies.ts";
import { DATABASE_FILE, removeDatabase } from "#src/storage/database-file.ts";
import { day, doing, MONDAY, settingsWith } from "./situation.ts";
import { inspect, openReporting, rowsOf } from "./sqlite-file.ts";
import { testFolder } from "./test-folder.ts";

const guildId = "500";

/** A folder whose server is in Germany. */
async function germanFolder(): Promise<string> {
  const folder = testFolder();
  const { storage } = await openReporting(folder);
  await storage.settings.save({
    guildId,
    revision: 0,
    settings: settingsWith({ country: "DE" }),
    source: "panel",
    ...doing("1"),
  });
  await storage.close();
  return folder;
}

async function countryIn(folder: string): Promise<string | null> {
  const { storage, reports } = await openReporting(folder);
  expect(reports).toEqual([]);
  const { country } = await storage.settings.get(guildId);
  await storage.close();
  return country;
}

/** Runs one of the scripts as a person would. */
async function run(script: string, folder: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args], {
    env: { ...process.env, DATA_DIR: folder },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const [code] = await once(child, "close");
  return { code, output };
}

test("a removed database takes everything with it that is set, and nothing else", async () => {
  const folder = await germanFolder();
  const file = join(folder, DATABASE_FILE);
  for (const ending of ["-wal", "-shm"]) writeFileSync(`${file}${ending}`, "");
  writeFileSync(join(folder, "notes.txt"), "");
  removeDatabase(folder);
  expect(readdirSync(folder)).toEqual(["notes.txt"]);
  expect(await countryIn(folder)).toBeNull();
  removeDatabase(testFolder());
});

describe("a backup", () => {
  test("made while the bot writes holds all that was saved before, whole, and starts a bot elsewhere", async () => {
    const folder = testFolder();
    const { storage } = await openReporting(folder);
    let saved = 0;
    let isOver = false;
    const writing = (async () => {
      while (!isOver) {
        const userId = String(saved + 1);
        await storage.reminders.set({ userId, dueAt: MONDAY, interactionId: userId, at: MONDAY });
        saved++;
        // Writing never waits for anything else, so nothing else would ever get its turn.
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    for (let round = 1; round <= 5; round++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const savedBefore = saved;
      const { code, output } = await run("backup", folder, join(folder, `copy-${round}.sqlite`));
      expect([code, output]).toEqual([0, expect.stringContaining("copied and checked")]);
      const target = testFolder();
      restore({ folder: target, backup: join(folder, `copy-${round}.sqlite`), now: MONDAY });
      const rows = inspect(target, (file) =>
        rowsOf(file, "select count(*) n, max(cast(user_id as int)) last from reminders"),
      );
      const [{ n, last }] = rows as [{ n: number; last: number }];
      expect(n).toBeGreaterThanOrEqual(savedBefore);
      expect(last).toBe(n);
    }
    isOver = true;
    await writing;
    await storage.close();
  }, 60_000);

  test("goes into a folder of its own under the time, and never over another", async () => {
    const folder = await germanFolder();
    const copy = backUp({ folder, now: MONDAY });
    expect(copy).toBe(join(folder, "backups", "spotter-2026-03-02T12-00-00Z.sqlite"));
    expect(() => backUp({ folder, now: MONDAY })).toThrow(/is there already/);
    expect(readdirSync(join(folder, "backups"))).toHaveLength(1);
  });

  test("of a damaged database is not made", async () => {
    const folder = await germanFolder();
    const file = join(folder, "spotter.sqlite");
    writeFileSync(file, readFileSync(file).fill(0xa5, 4096, 3 * 4096));
    expect(() => backUp({ folder, now: MONDAY })).toThrow(
      new StartError("No backup was made: the file is damaged or no database."),
    );
    expect(readdirSync(join(folder, "backups"))).toEqual([]);
  });

  test("of nothing is refused in a sentence", async () => {
    const { code, output } = await run("backup", testFolder());
    expect([code, output]).toEqual([1, expect.stringMatching(/^There is no database at .* nothing to back up\.\n$/)]);
  });
});

describe("restoring", () => {
  test("brings back what was, and keeps aside what there is", async () => {
    const folder = await germanFolder();
    const backup = backUp({ folder, now: MONDAY });
    const { storage } = await openReporting(folder);
    await storage.settings.revert({ guildId, revision: 1, toRevision: 0, ...doing("1") });
    await storage.close();
    const { code, output } = await run("restore", folder, backup);
    expect([code, output]).toEqual([0, expect.stringContaining("checked and restored")]);
    expect(await countryIn(folder)).toBe("DE");
    const [, aside = ""] = output.match(/is kept as (.*)\n/) ?? [];
    const before = testFolder();
    restore({ folder: before, backup: aside, now: MONDAY });
    expect(await countryIn(before)).toBeNull();
  }, 20_000);

  test("a damaged database is kept aside as it is", async () => {
    const folder = await germanFolder();
    const backup = backUp({ folder, now: MONDAY });
    const file = join(folder, "spotter.sqlite");
    writeFileSync(file, "damaged beyond repair");
    const aside = restore({ folder, backup, now: day(1) });
    expect(readFileSync(aside ?? "", "utf8")).toBe("damaged beyond repair");
    expect(await countryIn(folder)).toBe("DE");
  });

  test("under a running bot is refused, and changes nothing", async () => {
    const folder = await germanFolder();
    const backup = backUp({ folder, now: MONDAY });
    const { storage } = await openReporting(folder);
    await storage.settings.revert({ guildId, revision: 1, toRevision: 0, ...doing("1") });
    expect(() => restore({ folder, backup, now: MONDAY })).toThrow(/The bot is still running: stop it/);
    expect((await storage.settings.get(guildId)).country).toBeNull();
    await storage.close();
    expect(await countryIn(folder)).toBeNull();
  });

  test.each<[string, (path: string) => void, RegExp]>([
    ["something else", (path) => writeFileSync(path, "not a database at all"), /damaged or no database/],
    [
      "a damaged copy",
      (path) => writeFileSync(path, readFileSync(path).fill(0xa5, 4096, 3 * 4096)),
      /was not restored/,
    ],
    ["nothing", (path) => writeFileSync(path, ""), /no database of Spotter/],
  ])("%s is refused, and changes nothing", async (_, damage, reason) => {
    const folder = await germanFolder();
    const backup = backUp({ folder, now: MONDAY });
    damage(backup);
    expect(() => restore({ folder, backup, now: MONDAY })).toThrow(reason);
    expect(await countryIn(folder)).toBe("DE");
    expect(existsSync(join(folder, "spotter.sqlite.restoring"))).toBe(false);
  });

  test("without naming a backup says how to", async () => {
    const { code, output } = await run("restore", await germanFolder());
    expect([code, output]).toEqual([1, expect.stringMatching(/^Name the backup to restore/)]);
  });
});
