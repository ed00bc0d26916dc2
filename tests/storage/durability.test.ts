import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Kysely } from "kysely";
import { describe, expect, test } from "vitest";
import { UserError } from "#src/errors.ts";
import { createAccess } from "#src/storage/access.ts";
import { migrate } from "#src/storage/migrations.ts";
import { createReminderStore } from "#src/storage/reminders.ts";
import { openForWork, openToCopy } from "#src/storage/sqlite-connection.ts";
import { createSqliteDialect } from "#src/storage/sqlite-dialect.ts";
import type { Tables } from "#src/storage/tables.ts";
import { MONDAY } from "./situation.ts";
import { inspect, openReporting, rowsOf } from "./sqlite-file.ts";
import { testFolder } from "./test-folder.ts";

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

test("a file that two processes write at once keeps what both were told is saved", async () => {
  const folder = testFolder();
  const { storage } = await openReporting(folder);
  const script = `
    const { openStorage } = await import("#src/storage/open-storage.ts");
    const storage = await openStorage({ folder: ${JSON.stringify(folder)}, report: console.error });
    for (let user = 1; user <= 200; ) {
      const one = { userId: "b" + user, dueAt: new Date(user), at: new Date(0), interactionId: "b" + user };
      // On a busy machine a write may honestly be refused; it is then tried again, as a person would.
      await storage.reminders.set(one).then(() => user++, (error) => { if (error.name !== "UserError") throw error; });
    }
    await storage.close();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = once(child, "exit");
  let isOver = false;
  const over = ended.then(() => (isOver = true));
  let saved = 0;
  while (!isOver) {
    await storage.reminders.set(reminder(`a${saved + 1}`)).then(
      () => saved++,
      (error: Error) => expect(error).toBeInstanceOf(UserError),
    );
    // Leaves the other process its turns, however busy the machine is.
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await over;
  expect(await ended).toEqual([0, null]);
  expect(await storage.reminders.due(MONDAY, 1_000_000)).toHaveLength(200 + saved);
  await storage.close();
}, 30_000);
