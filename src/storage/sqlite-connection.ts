import Driver from "better-sqlite3";
import type { SqliteDatabase } from "kysely";

/** An open SQLite file. */
export type SqliteConnection = SqliteDatabase & {
  readonly inTransaction: boolean;
  pragma(sql: string, options?: { readonly simple?: boolean }): unknown;
  exec(sql: string): unknown;
};

type Options = { readonly readonly?: boolean; readonly fileMustExist?: boolean; readonly timeout: number };

// The package brings no types, and search declares only what it needs of it.
const Database = Driver as unknown as new (file: string, options: Options) => SqliteConnection;

// While SQLite waits for a lock, the whole process stands still: at the start nobody minds.
const LOCK_WAIT_AT_START_MS = 2_000;
const LOCK_WAIT_MS = 20;
/** "Spot" in ASCII: tells our files from any other SQLite file. */
const APPLICATION_ID = 0x53706f74;
const FULL = 2;

/**
 * Opens the file that the bot works with, creating it where there is none; a damaged one is refused. Waits for others
 * who have it locked until `waitBriefly` is called.
 *
 * @throws whatever SQLite finds wrong with it.
 */
export function openForWork(file: string): SqliteConnection {
  const connection = new Database(file, { timeout: LOCK_WAIT_AT_START_MS });
  try {
    checkPages(connection, "quick_check(1)");
    connection.pragma("journal_mode = WAL");
    // The driver is built to fall back to NORMAL, which loses acknowledged changes when the power fails.
    connection.pragma("synchronous = FULL");
    connection.pragma("foreign_keys = ON");
    connection.pragma("secure_delete = ON");
    connection.pragma("trusted_schema = OFF");
    connection.pragma("journal_size_limit = 8388608");
    connection.pragma(`application_id = ${APPLICATION_ID}`);
    assertFull(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** From now on a lock is hardly waited for: longer waits are asynchronous, see access.ts. */
export function waitBriefly(connection: SqliteConnection): void {
  connection.pragma(`busy_timeout = ${LOCK_WAIT_MS}`);
}

/**
 * Makes sure that what was just written will outlive a power failure. Told before a write, the answer would mean
 * nothing: the driver's fallback comes with the first statement.
 */
function assertFull(connection: SqliteConnection): void {
  const synchronous = connection.pragma("synchronous", { simple: true });
  if (synchronous !== FULL) throw new Error(`SQLite syncs with ${synchronous} instead of FULL (${FULL})`);
}

/** Opens a file to copy or check it, without creating or changing anything in it. */
export function openToCopy(file: string): SqliteConnection {
  return new Database(file, { fileMustExist: true, timeout: 5_000 });
}

/**
 * Reads a whole file and tells whether it is one of ours, undamaged.
 *
 * @throws Error saying what is wrong.
 */
export function checkFile(connection: SqliteConnection): void {
  checkPages(connection, "integrity_check(1)");
  if (connection.pragma("application_id", { simple: true }) !== APPLICATION_ID) {
    throw new DamagedFile("it is no database of Spotter");
  }
  const orphans = connection.pragma("foreign_key_check") as readonly unknown[];
  if (orphans.length > 0) throw new DamagedFile("rows in it belong to no server");
}

/** What a check of a file found. */
export class DamagedFile extends Error {
  override readonly name = "DamagedFile";
}

function checkPages(connection: SqliteConnection, check: string): void {
  const found = connection.pragma(check, { simple: true });
  if (found !== "ok") throw new DamagedFile(String(found).split("\n")[0]);
}

/**
 * Moves the write-ahead log into the file and cuts it off, so that nothing deleted stays readable in it.
 * False while somebody still reads from it.
 */
export function emptyLog(connection: SqliteConnection): boolean {
  const [result] = connection.pragma("wal_checkpoint(TRUNCATE)") as readonly { readonly busy: number }[];
  return result?.busy === 0;
}
