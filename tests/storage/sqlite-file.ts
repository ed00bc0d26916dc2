import { join } from "node:path";
import { openStorage } from "#src/storage/open-storage.ts";
import { openToCopy, type SqliteConnection } from "#src/storage/sqlite-connection.ts";
import type { Storage } from "#src/storage/storage.ts";

/** A storage in a folder, and what it reported to whoever runs the bot. */
export async function openReporting(folder: string): Promise<{ storage: Storage; reports: string[] }> {
  const reports: string[] = [];
  const storage = await openStorage({ folder, report: (sentence) => void reports.push(sentence) });
  return { storage, reports };
}

/** Looks into a folder's database beside the storage. */
export function inspect<Result>(folder: string, look: (connection: SqliteConnection) => Result): Result {
  const connection = openToCopy(join(folder, "spotter.sqlite"));
  try {
    return look(connection);
  } finally {
    connection.close();
  }
}

export function rowsOf(connection: SqliteConnection, sql: string): unknown[] {
  return connection.prepare(sql).all([]);
}
