import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Kysely } from "kysely";
import { describe, expect, test } from "vitest";
import { UserError } from "#src/errors.ts";
import { createAccess } from "#src/storage/access.ts";
import { DEFAULT_SETTINGS } from "#src/storage/guild-settings.ts";
import { migrate } from "#src/storage/migrations.ts";
import { createReminderStore } from "#src/storage/reminders.ts";
import { openForWork, openToCopy } from "#src/storage/sqlite-connection.ts";
import { createSqliteDialect } from "#src/storage/sqlite-dialect.ts";
import type { Tables } from "#src/storage/tables.ts";
import { doing, MONDAY, settingsWith } from "./situation.ts";
import { inspect, openReporting, rowsOf } from "./sqlite-file.ts";
import { testFolder } from "./test-folder.ts";

const guildId = "500";
const file = (folder: string) => join(folder, "spotter.sqlite");
const reminder = (userId: string) => ({ userId, dueAt: MONDAY, at: MONDAY, interactionId: userId });

describe("a saved change outlives a power failure", () => {
  test("since every connection syncs in full, also after writing", () => {
    const connection = openForWork(file(testFolder()));
    connection.exec("create table probe (a integer) strict");
    connection.exec("insert into probe values (1)");
    expect(connection.pragma("synchronous", { simple: true })).toBe(2);
    expect(connection.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(connection.pragma("foreign_keys", { simple: true })).toBe(1);
    expect(connection.pragma("secure_delete", { simple: true })).toBe(1);
    connection.close();
  });

  test("which the driver would not do by itself", () => {
    const path = file(testFolder());
    writeFileSync(path, "");
    const connection = openToCopy(path);
    connection.pragma("journal_mode = WAL");
    connection.exec("create table probe (a integer) strict");
    expect(connection.pragma("synchronous", { simple: true })).toBe(1);
    connection.close();
  });

  test("and every table keeps only what its columns say", async () => {
    const folder = testFolder();
    await (await openReporting(folder)).storage.close();
    const tables = inspect(folder, (one) =>
      rowsOf(one, "select name, strict from pragma_table_list where name not like 'sqlite%' and schema = 'main'"),
    ) as { name: string; strict: number }[];
    const ours = tables.filter(({ name }) => !name.startsWith("kysely"));
    expect(ours).toHaveLength(9);
    expect(ours.filter(({ strict }) => strict !== 1)).toEqual([]);
  });
});

describe("a file that somebody else keeps locked", () => {
  test("is waited for without stopping the process, then refused in a sentence; reading goes on", async () => {
    const folder = testFolder();
    const { storage, reports } = await openReporting(folder);
    const other = openToCopy(file(folder));
    other.exec("begin immediate");
    let longestPause = 0;
    let last = performance.now();
    const pulse = setInterval(() => {
      longestPause = Math.max(longestPause, performance.now() - last);
      last = performance.now();
    }, 5);
    const from = performance.now();
    await expect(storage.reminders.set(reminder("1"))).rejects.toThrow(
      new UserError("Nothing was saved: try again in a moment."),
    );
    clearInterval(pulse);
    expect(performance.now() - from).toBeLessThan(2_900);
    expect(longestPause).toBeLessThan(250);
    expect(await storage.reminders.find("1")).toBeNull();
    expect(reports).toHaveLength(1);
    other.exec("rollback");
    await storage.reminders.set(reminder("1"));
    expect(await storage.reminders.find("1")).not.toBeNull();
    other.close();
    await storage.close();
  });

  test("is written to as soon as it is free", async () => {
    const folder = testFolder();
    const { storage, reports } = await openReporting(folder);
    const other = openToCopy(file(folder));
    other.exec("begin immediate");
    const saving = storage.reminders.set(reminder("1"));
    await new Promise((resolve) => setTimeout(resolve, 300));
    other.exec("rollback");
    await saving;
    expect(await storage.reminders.find("1")).not.toBeNull();
    expect(reports).toEqual([]);
    other.close();
    await storage.close();
  });
});

test("a full disk is told honestly, leaves nothing behind, and is forgotten once there is room", async () => {
  const connection = openForWork(file(testFolder()));
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(connection) });
  await migrate(db);
  const reports: string[] = [];
  const access = createAccess(db, (sentence) => void reports.push(sentence));
  const reminders = createReminderStore(access);
  connection.pragma(`max_page_count = ${connection.pragma("page_count", { simple: true })}`);
  const saved: string[] = [];
  const filling = async () => {
    for (let user = 1; user < 10_000; user++) {
      await reminders.set(reminder(String(user)));
      saved.push(String(user));
    }
  };
  await expect(filling()).rejects.toThrow(
    new UserError("Nothing was saved: the disk is full. Try again later, or please tell whoever runs this bot."),
  );
  expect(reports).toEqual(["The database could not be written to: the disk is full."]);
  const kept = await access.read((one) => one.selectFrom("reminders").select("user_id").execute());
  expect(kept.map(({ user_id }) => user_id).sort()).toEqual(saved.sort());
  connection.pragma("max_page_count = 1000000");
  await reminders.set(reminder("99999"));
  expect(await reminders.find("99999")).not.toBeNull();
  await db.destroy();
});

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

test("a file that two processes write at once keeps what both were told is saved", async () => {
  const folder = testFolder();
  const { storage } = await openReporting(folder);
  const script = `
    const { openStorage } = await import("#src/storage/open-storage.ts");
    const storage = await openStorage({ folder: ${JSON.stringify(folder)}, report: console.error });
    for (let user = 1; user <= 200; user++)
      await storage.reminders.set({ userId: "b" + user, dueAt: new Date(user), at: new Date(0), interactionId: "b" + user });
    await storage.close();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = once(child, "exit");
  for (let user = 1; user <= 200; user++) await storage.reminders.set(reminder(`a${user}`));
  expect(await ended).toEqual([0, null]);
  expect(await storage.reminders.due(MONDAY, 1_000)).toHaveLength(400);
  await storage.close();
}, 30_000);
