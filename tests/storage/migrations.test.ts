import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Kysely } from "kysely";
import { describe, expect, test } from "vitest";
import { checkSettings, DEFAULT_SETTINGS } from "#src/storage/guild-settings.ts";
import { migrate, VERSIONS } from "#src/storage/migrations.ts";
import { openForWork } from "#src/storage/sqlite-connection.ts";
import { createSqliteDialect } from "#src/storage/sqlite-dialect.ts";
import type { Tables } from "#src/storage/tables.ts";
import { inspect, openReporting, rowsOf } from "./sqlite-file.ts";
import { testFolder } from "./test-folder.ts";

const SCHEMA = "select type, name, sql from sqlite_master where sql is not null order by type, name";
const AT = new Date("2026-03-03T12:00:00Z");

/** A folder with the database that a version left behind. */
function folderOf(version: string): string {
  const folder = testFolder();
  const file = new Database(join(folder, "spotter.sqlite"));
  file.exec(readFileSync(new URL(`versions/${version}.sql`, import.meta.url), "utf8"));
  (file as unknown as { close(): void }).close();
  return folder;
}

async function newFolder(): Promise<string> {
  const folder = testFolder();
  await (await openReporting(folder)).storage.close();
  return folder;
}

describe.each(VERSIONS)("a database of version %s", (version) => {
  test("becomes the same as a new one", async () => {
    const folder = folderOf(version);
    const { storage, reports } = await openReporting(folder);
    await storage.close();
    expect(reports).toEqual([]);
    const [updated, fresh] = [folder, await newFolder()].map((one) => inspect(one, (file) => rowsOf(file, SCHEMA)));
    expect(updated).toEqual(fresh);
  });

  test("keeps everything that is in it", async () => {
    const folder = folderOf(version);
    const content = (file: Parameters<typeof rowsOf>[0]) =>
      tablesIn(readFileSync(new URL(`versions/${version}.sql`, import.meta.url), "utf8")).map((table) => [
        table,
        rowsOf(file, `select * from ${table}`),
      ]);
    const before = inspect(folder, content);
    await (await openReporting(folder)).storage.close();
    expect(inspect(folder, content)).toEqual(before);
  });

  test("is read as it was meant", async () => {
    const { storage } = await openReporting(folderOf(version));
    const settings = checkSettings({ country: "DE", questionStatistics: true });
    expect(await storage.settings.read("500")).toEqual({ revision: 2, settings });
    const history = await storage.settings.history("500", { limit: 5 });
    expect(history.map(({ by, source }) => [by, source])).toEqual([
      [null, "import"],
      ["7", "panel"],
    ]);
    const wording = { ...DEFAULT_SETTINGS.wording, sectionNotes: { breath: "Ask the coaches." } };
    expect(await storage.settings.draft("500", AT)).toMatchObject({ revision: 2, wording });
    await storage.close();
  });
});

test("an update that ends half way leaves the old database, and is made up for at the next start", async () => {
  const [first = ""] = VERSIONS;
  const folder = folderOf(first);
  const before = inspect(folder, (file) => rowsOf(file, SCHEMA));
  const connection = openForWork(join(folder, "spotter.sqlite"));
  // The last thing that an update writes is that it was made.
  connection.exec("create trigger stop before insert on kysely_migration begin select raise(abort, 'stopped'); end");
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(connection) });
  await expect(migrate(db)).rejects.toThrow("stopped");
  connection.exec("drop trigger stop");
  await db.destroy();
  expect(inspect(folder, (file) => rowsOf(file, SCHEMA))).toEqual(before);
  const { storage, reports } = await openReporting(folder);
  expect(reports).toEqual([]);
  await storage.close();
});

test("a database of a newer Spotter is left alone, with what to do", async () => {
  const folder = await newFolder();
  inspect(folder, (file) => file.exec("insert into kysely_migration values ('999-later', '2030-01-01T00:00:00.000Z')"));
  const { storage, reports } = await openReporting(folder);
  expect(reports).toEqual([expect.stringMatching(/made by a newer Spotter: start that version, or restore/)]);
  expect(await storage.settings.get("500")).toEqual(DEFAULT_SETTINGS);
  await storage.close();
});

/** The tables that rows stand in, but for the list of versions itself. */
function tablesIn(dump: string): string[] {
  const names = [...dump.matchAll(/^insert into "(\w+)"/gm)].map(([, name]) => name ?? "");
  return [...new Set(names)].filter((name) => name !== "kysely_migration");
}
